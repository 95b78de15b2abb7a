"""Moments in results, for programs and people alike: RFC 3339, UTC, whole seconds."""

from datetime import UTC, datetime


def time_text(moment: datetime) -> str:
    """For example 2026-11-23T00:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
