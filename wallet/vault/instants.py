"""Points in time as the vault's columns hold them: UTC text that sorts like time."""

from datetime import UTC, datetime


def instant_to_text(instant: datetime) -> str:
    """RFC 3339 in UTC with microseconds.

    Args:
        instant: timezone-aware.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def text_to_instant(text: str) -> datetime:
    """The instant a column holds, timezone-aware UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)
