"""What the page with handouts and guides has done on a worker: making a text, and writing files.

Importing this module loads next to nothing: what is heavy is loaded on the worker.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wallet.app.container import make_services
from wallet.app.materials import Material
from wallet.ui.tasks import Job


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which text, in which language; `page_url` for the poster, `file` for the security facts."""

    name: str
    language: str
    page_url: str = ""
    file: Path | None = None


def made(wanted: Wanted, now: datetime, job: Job) -> Material:
    """One text, complete."""
    from wallet.app.material_maker import make_material  # noqa: PLC0415 - loads signatures and the encrypted store

    del job
    return make_material(
        wanted.name, wanted.language, make_services(now), page_url=wanted.page_url, file=wanted.file
    )


def saved_text(material: Material, out: Path, now: datetime, job: Job) -> str:
    """Writes a PDF; the name it got."""
    from wallet.app.material_pages import pdf_page  # noqa: PLC0415 - loads what writes PDFs
    from wallet.app.output import write_new_file  # noqa: PLC0415

    del job
    write_new_file(out, pdf_page(material, now))
    return out.name


def saved_practice(out: Path, language: str, now: datetime, changed: bool, job: Job) -> str:
    """Writes a share of sample credentials; the name it got."""
    from wallet.app.output import write_new_file  # noqa: PLC0415
    from wallet.app.practice_share import practice_file  # noqa: PLC0415 - loads signatures

    del job
    kind = out.suffix.lower()
    write_new_file(out, practice_file(make_services(now), kind, language, changed=changed))
    return out.name
