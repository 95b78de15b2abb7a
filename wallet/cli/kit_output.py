"""Where a new recovery kit goes: to a file that must not exist yet, to standard output, or nowhere.

Lives here: staging the page before the file's key is in force, and giving it out afterwards, so that a full disk stops
everything and not half. Does not live here: what is on the page (`wallet.app.kit_page`).
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from wallet.app.container import Services
from wallet.app.kit_page import page_for, text_page
from wallet.app.output import refuse_existing, staged_file
from wallet.app.recovery_kit import Language, RecoveryKit, kit_of, note_kit, require_kit_name
from wallet.app.unlock import Vault
from wallet.cli import console
from wallet.cli.render import plain
from wallet.cli.times import time_text

STANDARD_OUTPUT = "-"
_LONGEST_LINE = 1_000


class KitOutput:
    """One kit on its way. `prepare` runs while the new file is still without its name, `give_out` when it has it."""

    def __init__(self, target: str | None, language: str, vault_path: Path, services: Services) -> None:
        """Refuses a target that cannot be written before anybody is asked for a passphrase.

        Args:
            target: a new .pdf or .txt, `-`, or None for no kit.
            vault_path: the name of the file the kit opens.

        Raises:
            AppError: OUTPUT_KIND_UNKNOWN, OUTPUT_EXISTS.
        """
        self._target = target
        self._language = Language(language)
        self._vault_path = vault_path
        self._services = services
        self._kit: RecoveryKit | None = None
        self._publish: Callable[[], None] | None = None
        self._staged = contextlib.ExitStack()
        if target not in (None, STANDARD_OUTPUT):
            require_kit_name(Path(str(target)))
            refuse_existing(Path(str(target)))

    def prepare(self, vault: Vault) -> None:
        """Makes the kit of a file that is not yet in force, and puts its page on the disk under a passing name."""
        if self._target is None:
            return
        self._kit = kit_of(vault, self._services, self._language, path=self._vault_path)
        note_kit(vault, self._kit)
        if self._target != STANDARD_OUTPUT:
            out = Path(self._target)
            self._publish = self._staged.enter_context(staged_file(out, page_for(out, self._kit)))

    def give_out(self) -> None:
        """Gives the page its name, or prints it; says what it is."""
        if self._publish is not None:
            self._publish()
            console.say(
                f"The recovery kit is in {plain(str(self._target))}. Print it, then delete that file."
            )
        if self._kit is not None:
            console.say("Whoever has the kit and the file can read everything in it. Keep the two apart.")

    def print_page(self) -> None:
        """The page as plain text, where it was asked for on standard output."""
        if self._kit is not None and self._target == STANDARD_OUTPUT:
            for line in text_page(self._kit).splitlines():
                console.result(plain(line, _LONGEST_LINE))

    def as_object(self) -> dict[str, object] | None:
        """For JSON: where the kit is, or the kit itself; None when none was asked for."""
        if self._kit is None:
            return None
        made = {"made_at": time_text(self._kit.made_at), "language": str(self._language)}
        if self._target == STANDARD_OUTPUT:
            return {**made, "file": None, "words": list(self._kit.words), "code": self._kit.code}
        return {**made, "file": self._target, "words": None, "code": None}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._staged.close()
