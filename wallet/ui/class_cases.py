"""`ClassDesk` over the application layer. What it needs is loaded at the first call, on a worker's thread."""

# ruff: noqa: PLC0415 - most starts have nothing to do with a class

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wallet.app.container import Services
from wallet.errors import Reason, SharingError
from wallet.ui.class_ports import ClassMade, ClassToday, ClassWish, PackedIssuers

if TYPE_CHECKING:
    from wallet.app.class_pack import ClassPack

_MOST_EMAILS = 10


class ClassCases:
    """Class packs of this computer's clock and randomness."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def make(self, wish: ClassWish, out: Path, progress: Callable[[], object]) -> ClassMade:
        """See `ClassDesk`."""
        from wallet.app.class_pack import ClassOrder, make_class_pack
        from wallet.app.output import refuse_existing, write_new_file

        refuse_existing(out)
        order = ClassOrder(wish.seats, wish.language, wish.lists, wish.files, wish.school, wish.note)
        made = make_class_pack(order, self._services, progress)
        write_new_file(out, made.content)
        return ClassMade(_today(out, made.pack), made.code)

    def open(self, path: Path) -> ClassToday:
        """See `ClassDesk`."""
        from wallet.app.class_pack import read_class_pack

        return _today(path, read_class_pack(path))

    def write_tickets(self, today: ClassToday, code: str, language: str, out: Path) -> None:
        """See `ClassDesk`."""
        from wallet.app.class_pack import printed_code, require_code
        from wallet.app.class_tickets import render_tickets
        from wallet.app.output import write_new_file

        pack, printed = _pack(today), ""
        if today.has_items:
            require_code(pack, code)
            printed = printed_code(code)
        page = render_tickets(pack, printed, language, self._services.clock.now())
        write_new_file(out, page)

    def items(self, today: ClassToday, emails: Sequence[str], code: str) -> Sequence[bytes]:
        """See `ClassDesk`."""
        from wallet.app.class_pack import items_for

        found: list[bytes] = []
        refused: SharingError | None = None
        for email in emails[:_MOST_EMAILS]:
            try:
                found.append(items_for(_pack(today), email, code))
            except SharingError as error:
                if error.reason not in (Reason.CLASS_NOTHING_FOR_YOU, Reason.CLASS_EMAIL_INVALID):
                    raise
                refused = error
        if not found:
            raise refused or SharingError(Reason.CLASS_EMAIL_INVALID)
        return found


def _pack(today: ClassToday) -> "ClassPack":
    from wallet.app.class_pack import ClassPack

    assert isinstance(today.token, ClassPack)
    return today.token


def _today(path: Path, pack: "ClassPack") -> ClassToday:
    from wallet.app.class_pack import lists_in

    lists = [
        PackedIssuers(known.title, known.publisher or "", known.made_at, known.issuers, packed.body)
        for known, packed in zip(lists_in(pack), pack.lists, strict=True)
    ]
    return ClassToday(
        path, pack.seats, pack.language, pack.school, pack.note, tuple(lists), bool(pack.groups), pack
    )
