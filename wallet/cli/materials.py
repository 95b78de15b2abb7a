"""`ler-wallet materials`: the handouts and guides that travel with the program, as files or on standard output."""

from pathlib import Path

from wallet.app.container import Services
from wallet.app.material_maker import make_material
from wallet.app.material_pages import FORMS, render, text_page
from wallet.app.materials import CATALOGUE, LANGUAGES, load_material
from wallet.app.output import refuse_existing, write_new_file
from wallet.app.practice_share import FORMS as PRACTICE_FORMS
from wallet.app.practice_share import practice_file
from wallet.cli import console, exit_codes
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason

PRACTICE = "practice"
"""The name that makes a share to practise with."""


def run(
    *,
    name: str | None,
    language: str,
    page_url: str | None,
    changed: bool,
    out_path: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Lists them, prints one, or writes one."""
    if name is None:
        return _list(language, as_json=as_json)
    services = services_of(at, None)
    if out_path is None:
        _print(name, language, page_url or "", services, changed=changed, as_json=as_json)
        return exit_codes.DONE
    out, known = Path(out_path), PRACTICE_FORMS if name == PRACTICE else FORMS
    kind = out.suffix.lower()
    if kind not in known:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(known))
    refuse_existing(out)
    if name == PRACTICE:
        content = practice_file(services, kind, language, changed=changed)
    else:
        material = make_material(name, language, services, page_url=page_url or "")
        content = render(material, kind, services.clock.now())
    write_new_file(out, content)
    if as_json:
        console.result_object({"name": name, "language": language, "file": out_path})
    else:
        console.result(f"Made {plain(out_path)}.")
    return exit_codes.DONE


def _print(
    name: str, language: str, page_url: str, services: Services, *, changed: bool, as_json: bool
) -> None:
    if name == PRACTICE:
        console.result(practice_file(services, ".json", language, changed=changed).decode("utf-8"))
        return
    material = make_material(name, language, services, page_url=page_url)
    text = text_page(material)
    if as_json:
        console.result_object({"name": name, "language": language, "title": material.title, "text": text})
    else:
        console.result(text.rstrip("\n"))


def _list(language: str, *, as_json: bool) -> int:
    for name, group in CATALOGUE.items():
        material = load_material(name, language)
        if as_json:
            console.result_object(
                {
                    "name": name,
                    "group": str(group),
                    "title": material.title,
                    "about": material.about,
                    "languages": list(LANGUAGES),
                    "forms": list(FORMS),
                }
            )
        else:
            console.result(f"{name:<14} {material.title}\n{'':<14} {material.about}")
    if not as_json:
        console.say("To practise with a sample share: ler-wallet materials practice --out sample.html")
    return exit_codes.DONE
