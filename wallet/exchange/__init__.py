"""The only code that meets a network, and never by itself: every call comes from something a person asked for."""
