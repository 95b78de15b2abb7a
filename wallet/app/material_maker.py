"""Making one handout or guide: its text, with what only the running program knows filled in.

Lives here: the facts as sentences, the code of the poster. Does not live here: asking for the facts
(`security_facts`), the sample behind the code (`practice_share`), or layout (`material_pages`).
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from wallet import __version__
from wallet.app.container import Services
from wallet.app.materials import POSTER, READING, SECURITY, Material, Part, load_material, said
from wallet.app.practice_share import practice_link
from wallet.app.reading_list import reading_list
from wallet.app.receiver_page import checked_address
from wallet.app.security_facts import SecurityFacts, security_facts
from wallet.sharing.qr import make_qr

_KIB_IN_MIB = 1024


def make_material(
    name: str, language: str, services: Services, *, page_url: str = "", file: Path | None = None
) -> Material:
    """One text, complete.

    Args:
        name: of the catalogue.
        language: one of `LANGUAGES`.
        page_url: where the page for receivers lies, for the poster; "" for nowhere.
        file: the wallet file that is open, for the security facts.

    Raises:
        AppError: USAGE for another name or language; PAGE_ADDRESS_INVALID.
        VaultError: as `security_facts`.
    """
    words = said(language)
    made = services.clock.now().date().isoformat()
    mark = f"LER Wallet {__version__}, {made}"
    if name == SECURITY:
        blanks = fact_words(security_facts(services, file), words)
        return replace(load_material(name, language, blanks), mark=mark)
    if name == POSTER:
        return replace(_poster(language, services, page_url, words), mark=mark)
    material = replace(load_material(name, language), mark=mark)
    if name == READING:
        entries = tuple(
            Part(*entry.as_part(words["reading_at"].format(address=entry.address)))
            for entry in reading_list(language)
        )
        return replace(material, parts=(*material.parts, *entries))
    return material


def _poster(language: str, services: Services, page_url: str, words: Mapping[str, str]) -> Material:
    """With the code of a sample that leads to the page, or with the reason why there is none."""
    if not page_url:
        blanks = {"scan": "", "place": "", "no_place": words["poster_no_place"]}
        return load_material(POSTER, language, blanks)
    address = checked_address(page_url.strip())
    blanks = {
        "scan": words["poster_scan"],
        "place": words["poster_place"].format(address=address),
        "no_place": "",
    }
    code = make_qr(practice_link(services, address, language))
    return replace(load_material(POSTER, language, blanks), code=code, code_words=words["poster_code"])


def fact_words(facts: SecurityFacts, words: Mapping[str, str]) -> Mapping[str, str]:
    """Every blank of the page with security facts."""
    sites = ", ".join(facts.sites) or "-"
    return {
        "program": f"LER Wallet {facts.version}",
        "at": facts.at.strftime("%Y-%m-%d %H:%M UTC"),
        "system": f"{facts.system}, Python {facts.python}",
        "cipher": words["cipher"].format(
            cipher=facts.cipher, integrity=facts.integrity, bytes=facts.page_bytes, engine=facts.engine
        ),
        "format": str(facts.format_version),
        "kdf": words["kdf_file" if facts.is_of_file else "kdf_new"].format(
            number=facts.kdf.number,
            mib=facts.kdf.memory_kib // _KIB_IN_MIB,
            passes=facts.kdf.iterations,
            lanes=facts.kdf.lanes,
        ),
        "guess": words["guess"].format(seconds=f"{facts.kdf_seconds:.2f}"),
        "network": words[f"network_{facts.network}"].format(sites=sites),
        "school": facts.school,
        "loaded": words["network_loaded" if facts.network_loaded else "network_not_loaded"],
        "core_dumps": words[f"core_dumps_{_yes_no(facts.core_dumps)}"],
        "debuggers": words[f"debuggers_{_yes_no(facts.debuggers)}"],
        "libraries": ", ".join(f"{name} {version}" for name, version in facts.libraries),
    }


def _yes_no(value: bool | None) -> str:
    return "unknown" if value is None else "yes" if value else "no"
