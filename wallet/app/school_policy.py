"""What a school has set for its computers: one file that only whoever looks after the computer can write.

Lives here: reading the file strictly, and what it says. It can only take away: a network it forbids, sites it leaves
out, shares that no adult agreed to; the learner is still asked about each site. Beside that it can name the way out of
the school's network, and lists of issuers. Does not live here: the place (`school_place`), obeying it (`online`,
`school_lists`, `nearby_share`, `guardian`), or showing it (`cli`, `ui`).

No variable, option or setting leads elsewhere or turns it off. Without the file nothing is set.
"""

import os
import re
import stat
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wallet.app import school_place
from wallet.app.inputs import read_file
from wallet.errors import AppError, Reason, WalletError
from wallet.exchange.web_address import read_web_address

_MAX_BYTES = 64_000
_MOST = 200
_MAX_NAME = 100
_ROOT = 0
_PROXY = re.compile(r"http://([a-z0-9.-]{1,253}):([0-9]{1,5})/?", re.ASCII | re.IGNORECASE)
_PORTS = range(1, 65536)
_FILE = re.compile(r"[\w][\w .-]{0,99}\.json")


@dataclass(frozen=True, slots=True)
class SchoolPolicy:
    """What is set.

    Attributes:
        path: the file.
        school: what the school calls itself; plain text of the file.
        network: False forbids the network altogether.
        proxy: host and port of the way out of the school's network; None to go there directly.
        only_sites: names of the sites that may be asked, "*." before one stands for everything below it; None for any.
        registries: https addresses of lists of issuers, looked at when the network is used.
        lists: files with lists of issuers, beside the file.
        guardian: an adult has to agree to each share of everybody who has not said that they are 18 or older.
    """

    path: Path
    school: str = ""
    network: bool = True
    proxy: tuple[str, int] | None = None
    only_sites: tuple[str, ...] | None = None
    registries: tuple[str, ...] = ()
    lists: tuple[Path, ...] = ()
    guardian: bool = False

    def permits(self, host: str) -> bool:
        """Whether a site may be asked at all, with the learner's consent."""
        if not self.network:
            return False
        return self.only_sites is None or any(_fits(host, name) for name in self.only_sites)


def load_policy(path: Path | None = None, *, owner: int = _ROOT) -> SchoolPolicy | None:
    """What the school has set; None where it has set nothing.

    Args:
        path: the file; None for its place.
        owner: the number of the user who may have written it; tests, which are not root, give their own.

    Raises:
        AppError: SCHOOL_POLICY_INVALID, with the key that is wrong, SCHOOL_POLICY_NOT_PROTECTED. Then nothing of it
            counts, and the network is not used either.
    """
    place = path or Path(school_place.policy_place())
    if not os.path.lexists(place):
        return None
    if sys.platform != "win32":  # there, the folder belongs to the administrators
        for one in (place, place.parent):
            _require_protected(one, owner)
    return read_policy(place)


def asks_for_guardian() -> bool:
    """Whether the school wants an adult to agree to each share; so it counts, too, while its file cannot be used."""
    if not school_place.is_set():
        return False
    try:
        policy = load_policy()
    except AppError:
        return True
    return policy is not None and policy.guardian


def read_policy(path: Path) -> SchoolPolicy:
    """What a file says, wherever it lies and whoever wrote it.

    Raises:
        AppError: SCHOOL_POLICY_INVALID, with the key that is wrong.
    """
    try:
        data = read_file(path)
        if len(data) > _MAX_BYTES:
            raise _invalid("size")
        parsed = tomllib.loads(data.decode("utf-8-sig"))
    except (WalletError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        if isinstance(error, AppError) and error.reason is Reason.SCHOOL_POLICY_INVALID:
            raise
        line = (
            str(error).rpartition("(at ")[2].rstrip(")")
            if isinstance(error, tomllib.TOMLDecodeError)
            else "file"
        )
        raise _invalid(line) from error
    found: dict[str, Any] = {}
    for table, keys in parsed.items():
        if table not in _KEYS or not isinstance(keys, dict):
            raise _invalid(str(table))
        for key, value in keys.items():
            if key not in _KEYS[table]:
                raise _invalid(f"{table}.{key}")
            name, read = _KEYS[table][key]
            try:
                found[name] = read(value)
            except (ValueError, WalletError) as error:
                raise _invalid(f"{table}.{key}") from error
    found["lists"] = tuple(path.parent / name for name in found.get("lists", ()))
    return SchoolPolicy(path, **found)


def _invalid(where: str) -> AppError:
    return AppError(Reason.SCHOOL_POLICY_INVALID, where[:_MAX_NAME])


def _require_protected(path: Path, owner: int) -> None:
    """Only whoever looks after the computer may have written it, so that it is a rule and no note somebody left.

    Raises:
        AppError: SCHOOL_POLICY_NOT_PROTECTED.
    """
    try:
        status = path.lstat()
    except OSError as error:
        raise AppError(Reason.SCHOOL_POLICY_NOT_PROTECTED, type(error).__name__) from error
    others = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if stat.S_ISLNK(status.st_mode) or others or status.st_uid not in (_ROOT, owner):
        raise AppError(Reason.SCHOOL_POLICY_NOT_PROTECTED)


def _fits(host: str, name: str) -> bool:
    return host == name or (name.startswith("*.") and host.endswith(name[1:]))


# -- values


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= _MAX_NAME or not value.isprintable():
        raise ValueError
    return value.strip()


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 - one error for every value that is wrong
    return value


def _proxy(value: Any) -> tuple[str, int]:
    match = _PROXY.fullmatch(value) if isinstance(value, str) else None
    if match is None or int(match[2]) not in _PORTS:
        raise ValueError
    return match[1].lower(), int(match[2])


def _each(value: Any, read: Callable[[Any], str]) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise ValueError
    return tuple(map(read, value))


def _site(value: Any) -> str:
    name = _text(value).lower()
    if read_web_address(f"https://{name.removeprefix('*.')}/").host != name.removeprefix("*."):
        raise ValueError
    return name


def _address(value: Any) -> str:
    return read_web_address(_text(value)).url


def _file(value: Any) -> str:
    if not isinstance(value, str) or not _FILE.fullmatch(value):
        raise ValueError
    return value


_KEYS: Mapping[str, Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "school": {"name": ("school", _text)},
    "network": {
        "allowed": ("network", _switch),
        "proxy": ("proxy", _proxy),
        "only_sites": ("only_sites", lambda value: _each(value, _site)),
    },
    "issuers": {
        "registries": ("registries", lambda value: _each(value, _address)),
        "lists": ("lists", lambda value: _each(value, _file)),
    },
    "sharing": {"guardian": ("guardian", _switch)},
}
"""Every key there is; another one is a mistake, since a rule that is not understood would not be obeyed."""
