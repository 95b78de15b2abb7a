"""Names for the parts of a credential, from where they stand.

Lives here: turning a JSON pointer into a few words. Does not live here: values, which are hostile text, or what the
parts are called in another language (`resources/part_names`).
"""

import re
from collections.abc import Mapping
from functools import cache

from wallet import resources
from wallet.credentials.json_pointer import parse_pointer

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_")
# Containers that say nothing to people.
_UNSAID = frozenset({"credentialSubject", "verifiableCredential"})


def part_name(pointer: str, language: str = "en") -> str:
    """Words for a pointer: "/credentialSubject/achievement/tag/0" is "Achievement: tag 1".

    A part that the issuer named itself keeps its name in every language.
    """
    names = _names(language)
    words: list[str] = []
    before = ""
    for name in parse_pointer(pointer):
        if name.isdigit():
            words[-1:] = [f"{word} {int(name) + 1}" for word in words[-1:]]
            before = ""
        elif name not in _UNSAID:
            spoken_name = " ".join(_HUMPS.split(name)).casefold()
            if before and spoken_name.startswith(f"{before} "):
                words.pop()
            before = spoken_name
            words.append(names.get(spoken_name.replace(" ", "_"), spoken_name))
    spoken = ": ".join(words) or names.get("credential", "credential") + "".join(
        f" {int(name) + 1}" for name in parse_pointer(pointer)[-1:] if name.isdigit()
    )
    return spoken[:1].upper() + spoken[1:]


@cache
def _names(language: str) -> Mapping[str, str]:
    """What parts are called; nothing for English, which the formats speak themselves."""
    file = f"{language}.toml"
    if file not in resources.list_names("part_names"):
        return {}
    return resources.read_tables("part_names", file).table("names")
