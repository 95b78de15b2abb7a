"""A recovery kit as the window's pages see it, over the use case's own."""

from wallet.app.kit_page import page_of
from wallet.app.recovery_kit import RecoveryKit, is_word_of
from wallet.ui.ports import Kit


def kit_words(kit: RecoveryKit) -> Kit:
    """The kit worded for its page."""
    page = page_of(kit)

    def matches(number: int, typed: str) -> bool:
        return is_word_of(kit, number, typed)

    return Kit(
        title=page.title,
        lead=page.lead,
        facts=page.facts,
        words_title=page.words_title,
        words=page.words,
        code_rows=page.code_rows,
        notes=page.notes,
        matches=matches,
        token=kit,
    )


def own_kit(kit: Kit) -> RecoveryKit:
    """The use case's own kit behind one of the window's."""
    if not isinstance(kit.token, RecoveryKit):
        raise TypeError("a kit that this wallet did not make")
    return kit.token
