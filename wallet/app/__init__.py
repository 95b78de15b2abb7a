"""Use cases and wiring: one module per thing people do. No Qt, no command line."""
