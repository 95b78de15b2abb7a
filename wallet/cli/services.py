"""The services that `--at` and `--documents` ask for. Apart from `opening`, so that `verify` loads no database."""

from wallet.app.container import Services, make_services
from wallet.app.times import parse_moment


def services_of(at: str | None = None, documents: str | None = None) -> Services:
    """The services of one run.

    Raises:
        AppError: USAGE for a time that is none, DOCUMENTS_INDEX_INVALID.
    """
    moment = parse_moment(at) if at is not None else None
    if documents is None:
        return make_services(moment)
    from pathlib import Path  # noqa: PLC0415 - slow to load

    return make_services(moment, Path(documents))
