"""Which commands the menu bar has, in which order, and their keys.

Lives here: words and keys. Does not live here: what a command does (`main_window`) or how an action is built
(`menus`).
"""

from collections.abc import Callable, Mapping

from wallet.ui.menus import Act, Menus
from wallet.ui.pages.shell import CREDENTIALS, SETTINGS, SHARING
from wallet.ui.theme.look import ThemeChoice


def fill_menus(
    menus: Menus,
    tr: Callable[[str], str],
    acts: Mapping[str, Act],
    choose_theme: Callable[[ThemeChoice], None],
    choose_text_size: Callable[[int], None],
) -> None:
    """Builds the whole menu bar.

    Args:
        menus: empty.
        tr: the window's translations.
        acts: what each command does, by its name.
        choose_theme: told a theme.
        choose_text_size: told a text size in per cent.
    """
    file = menus.add_menu(tr("&File"))
    menus.add(file, "new", tr("&New file…"), acts["new"], "Ctrl+N")
    menus.add(file, "open", tr("&Open file…"), acts["open"], "Ctrl+O")
    menus.add(file, "alone", tr("&Check a credential…"), acts["alone"], "Ctrl+K")
    file.addSeparator()
    menus.add(file, "add", tr("&Add credentials…"), acts["add"], "Ctrl+I", unlocked=True)
    menus.add(file, "paste", tr("&Paste a credential"), acts["paste"], "Ctrl+V", unlocked=True)
    file.addSeparator()
    menus.add(file, "lock", tr("&Lock now"), acts["lock"], "Ctrl+L", unlocked=True)
    menus.add(file, "quit", tr("&Quit"), acts["quit"], "Ctrl+Q")
    credential = menus.add_menu(tr("&Credential"))
    menus.add(credential, "share", tr("&Share…"), acts["share"], "Ctrl+E", unlocked=True)
    menus.add(credential, "check", tr("&Check again"), acts["check"], "Ctrl+R", unlocked=True)
    words = tr("Save the &original file…")
    menus.add(credential, "save", words, acts["save"], "Ctrl+S", unlocked=True)
    menus.add(credential, "delete", tr("&Delete"), acts["delete"], "Del", unlocked=True)
    menus.add(credential, "find", tr("&Find…"), acts["find"], "Ctrl+F", unlocked=True)
    view = menus.add_menu(tr("&View"))
    places = (
        (CREDENTIALS, tr("&Credentials")),
        (SHARING, tr("&Sharing")),
        (SETTINGS, tr("S&ettings")),
    )
    for number, (key, words) in enumerate(places, 1):
        menus.add(view, key, words, acts[key], f"Ctrl+{number}", unlocked=True)
    menus.add(view, "area", tr("Next &area"), acts["area"], "F6")
    view.addSeparator()
    menus.add_theme_choices(view.addMenu(tr("C&olours")), choose_theme)
    menus.add_size_choices(view.addMenu(tr("&Text size")), choose_text_size)
    menus.add(view, "bigger", tr("&Bigger text"), acts["bigger"], "Ctrl++")
    menus.add(view, "smaller", tr("S&maller text"), acts["smaller"], "Ctrl+-")
    help_menu = menus.add_menu(tr("&Help"))
    menus.add(help_menu, "about", tr("&About LER Wallet"), acts["about"], "F1")
    menus.set_unlocked(False)
    menus.follow()
