"""Use cases and wiring: one module per thing a person can do. No Qt, no command line, no words beyond `reason_texts`."""
