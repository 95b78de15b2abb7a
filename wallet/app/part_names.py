"""Names for the parts of a credential, from where they stand.

Lives here: turning a JSON pointer into a few words. Does not live here: values, which are hostile text.
"""

import re

from wallet.credentials.json_pointer import parse_pointer

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_")
# Containers that say nothing to people.
_UNSAID = frozenset({"credentialSubject", "verifiableCredential"})


def part_name(pointer: str) -> str:
    """Words for a pointer: "/credentialSubject/achievement/tag/0" is "Achievement: tag 1"."""
    words: list[str] = []
    for name in parse_pointer(pointer):
        if name.isdigit():
            words[-1:] = [f"{word} {int(name) + 1}" for word in words[-1:]]
        elif name not in _UNSAID:
            spoken_name = " ".join(_HUMPS.split(name)).casefold()
            if words and spoken_name.startswith(f"{words[-1]} "):
                words.pop()
            words.append(spoken_name)
    spoken = ": ".join(words) or "credential" + "".join(
        f" {int(name) + 1}" for name in parse_pointer(pointer)[-1:] if name.isdigit()
    )
    return spoken[:1].upper() + spoken[1:]
