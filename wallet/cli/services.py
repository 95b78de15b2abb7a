"""The services that `--at` and `--documents` ask for. Apart from `opening`, so that `verify` loads no database."""

from pathlib import Path

from wallet.app.container import Services, make_services
from wallet.app.times import parse_moment


def services_of(at: str | None = None, documents: str | None = None) -> Services:
    """The services of one run.

    Raises:
        AppError: USAGE for a time that is none, DOCUMENTS_INDEX_INVALID.
    """
    return make_services(
        at=parse_moment(at) if at is not None else None,
        documents=Path(documents) if documents is not None else None,
    )
