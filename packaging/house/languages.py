"""The window's languages: compiled when a sentence changed; without them the window opens in English."""

import build_translations
from house.console import run_quietly, say
from house.places import ROOT, is_writable_folder
from house.stamp import Environment

_SECONDS = 120.0


def ensure(prepared: Environment) -> bool:
    """Whether every language is compiled; done by the Qt of the environment, in less than a second."""
    if build_translations.all_current():
        return True
    if not prepared.has("gui") or not is_writable_folder(ROOT):
        return False
    script = ROOT / "packaging" / "build_translations.py"
    done = run_quietly([prepared.python, script, "--compile"], None, _SECONDS)
    if not done.ok:
        say(f"{done.last_lines(1).strip()}\nThe window speaks English until they are there.")
    return done.ok
