"""The LER wallet: learning and employment records in one encrypted file its owner keeps."""

from datetime import UTC, datetime

__version__ = "0.1.0"
# Moved with every release. A computer's clock that is before this day is wrong: this program did not exist.
RELEASED = datetime(2026, 11, 23, tzinfo=UTC)
