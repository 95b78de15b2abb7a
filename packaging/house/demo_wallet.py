"""The wallet's command line, called as a person would: a fresh process for every command."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from house.console import Outcome, run_quietly
from house.places import SAMPLES

PASSPHRASE = "harbor-lantern-copper-meadow"  # noqa: S105 - of a vault with nothing but samples; the demo prints it
COMMAND_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered: its exit code and the JSON objects it printed."""

    code: int
    objects: tuple[Mapping[str, Any], ...]
    why: str

    def of(self, file: str) -> list[Mapping[str, Any]]:
        """The objects about one input, by the end of its path."""
        return [each for each in self.objects if Path(str(each.get("input"))).as_posix().endswith(f"/{file}")]

    @property
    def verdict(self) -> str:
        """The verdict on the first input."""
        return str(self.objects[0].get("verdict")) if self.objects else "no answer"

    @property
    def inner(self) -> list[Any]:
        """The reports on what is inside the first input."""
        return list(self.objects[0].get("inner", [])) if self.objects else []


class DemoWallet:
    """The command line with the demo's clock and its vault.

    Args:
        python: interpreter of the prepared environment.
        vault: where the demo's vault is, or will be.
        at: the time every command is told (RFC 3339), so that the samples' dates stay what they were made for.
    """

    def __init__(self, python: Path, vault: Path, at: str) -> None:
        self.python = python
        self.vault = vault
        self.at = at
        self.documents = ("--documents", SAMPLES / "documents.json")

    def with_vault(self, *arguments: str | Path) -> Said:
        """A command that opens the vault. What judges nothing takes no clock."""
        clock = () if arguments[0] in {"list", "show", "disclose"} else ("--at", self.at)
        return self._call([*arguments, *clock], self.environment() | {"LER_WALLET_PASSPHRASE": PASSPHRASE})

    def elsewhere(self, name: str, content: bytes) -> Said:
        """Verifies bytes the way their receiver would: in an empty home, without vault and passphrase."""
        with tempfile.TemporaryDirectory() as folder:
            received = Path(folder) / name
            received.write_bytes(content)
            homes = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "USERPROFILE", "APPDATA"}
            environment = self.environment() | dict.fromkeys(homes, folder)
            return self._call(["verify", received, "--at", self.at], environment)

    @staticmethod
    def environment() -> dict[str, str]:
        """The caller's environment without a passphrase of the caller's."""
        return {key: value for key, value in os.environ.items() if key != "LER_WALLET_PASSPHRASE"}

    def _call(self, arguments: list[str | Path], environment: Mapping[str, str]) -> Said:
        command = [self.python, "-P", "-m", "wallet", *arguments, "--json"]
        outcome = run_quietly(command, environment, COMMAND_SECONDS, errors_apart=True)
        why = (outcome.errors or outcome.output).strip()
        return Said(outcome.code, _objects(outcome), why[-400:] or f"it ended with {outcome.code}")


def _objects(outcome: Outcome) -> tuple[Mapping[str, Any], ...]:
    found = []
    for line in outcome.output.splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if isinstance(value, dict):
            found.append(value)
    return tuple(found)
