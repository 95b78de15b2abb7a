"""Which commands the menu bar has, in which order, and their keys.

Lives here: words and keys. Does not live here: what a command does (`main_window`) or how an action is built
(`menus`).
"""

from collections.abc import Callable, Mapping

from wallet.ui.languages import translate
from wallet.ui.menus import Act, Menus
from wallet.ui.places import CREDENTIALS, OVERVIEW, SETTINGS, SHARING, SKILLS
from wallet.ui.theme.look import ThemeChoice


def fill_menus(
    menus: Menus,
    acts: Mapping[str, Act],
    choose_theme: Callable[[ThemeChoice], None],
    choose_text_size: Callable[[int], None],
) -> None:
    """Builds the whole menu bar.

    Args:
        menus: empty.
        acts: what each command does, by its name.
        choose_theme: told a theme.
        choose_text_size: told a text size in per cent.
    """
    file = menus.add_menu(translate("MenuBar", "&File"))
    menus.add(file, "new", translate("MenuBar", "&New file…"), acts["new"], "Ctrl+N")
    menus.add(file, "open", translate("MenuBar", "&Open file…"), acts["open"], "Ctrl+O")
    menus.add(file, "alone", translate("MenuBar", "&Check a credential…"), acts["alone"], "Ctrl+K")
    file.addSeparator()
    menus.add(file, "add", translate("MenuBar", "&Add credentials…"), acts["add"], "Ctrl+I", unlocked=True)
    menus.add(
        file, "paste", translate("MenuBar", "&Paste a credential"), acts["paste"], "Ctrl+V", unlocked=True
    )
    menus.add(file, "own", translate("MenuBar", "&Write my own…"), acts["own"], "Ctrl+Shift+N", unlocked=True)
    file.addSeparator()
    menus.add(file, "backup", translate("MenuBar", "&Back up…"), acts["backup"], "Ctrl+B", unlocked=True)
    menus.add(file, "move", translate("MenuBar", "&Move to another place…"), acts["move"], unlocked=True)
    words = translate("MenuBar", "Br&ing two files together…")
    menus.add(file, "join", words, acts["join"], unlocked=True)
    menus.add(file, "export", translate("MenuBar", "&Export everything…"), acts["export"], unlocked=True)
    menus.add(file, "mend", translate("MenuBar", "Mend a &damaged file…"), acts["mend"], locked=True)
    file.addSeparator()
    menus.add(file, "lock", translate("MenuBar", "&Lock now"), acts["lock"], "Ctrl+L", unlocked=True)
    menus.add(file, "quit", translate("MenuBar", "&Quit"), acts["quit"], "Ctrl+Q")
    credential = menus.add_menu(translate("MenuBar", "&Credential"))
    menus.add(credential, "undo", translate("MenuBar", "&Undo"), acts["undo"], "Ctrl+Z", unlocked=True)
    menus.add(credential, "redo", translate("MenuBar", "&Redo"), acts["redo"], "Ctrl+Shift+Z", unlocked=True)
    credential.addSeparator()
    menus.add(credential, "share", translate("MenuBar", "&Share…"), acts["share"], "Ctrl+E", unlocked=True)
    words = translate("MenuBar", "A&nswer a request…")
    menus.add(credential, "answer", words, acts["answer"], "Ctrl+Shift+E", unlocked=True)
    menus.add(
        credential, "check", translate("MenuBar", "&Check again"), acts["check"], "Ctrl+R", unlocked=True
    )
    words = translate("MenuBar", "Save the &original file…")
    menus.add(credential, "save", words, acts["save"], "Ctrl+S", unlocked=True)
    words = translate("MenuBar", "A collection on &one page…")
    menus.add(credential, "one_page", words, acts["one_page"], "Ctrl+P", unlocked=True)
    menus.add(credential, "delete", translate("MenuBar", "&Delete"), acts["delete"], "Del", unlocked=True)
    menus.add(credential, "find", translate("MenuBar", "&Find…"), acts["find"], "Ctrl+F", unlocked=True)
    view = menus.add_menu(translate("MenuBar", "&View"))
    places = (
        (CREDENTIALS, translate("MenuBar", "&Credentials")),
        (SKILLS, translate("MenuBar", "S&kills")),
        (OVERVIEW, translate("MenuBar", "&Overview")),
        (SHARING, translate("MenuBar", "&Sharing")),
        (SETTINGS, translate("MenuBar", "S&ettings")),
    )
    for number, (key, words) in enumerate(places, 1):
        menus.add(view, key, words, acts[key], f"Ctrl+{number}", unlocked=True)
    menus.add(view, "advising", translate("MenuBar", "&Advising view"), acts["advising"], unlocked=True)
    menus.add(view, "area", translate("MenuBar", "Next &area"), acts["area"], "F6")
    view.addSeparator()
    menus.add_theme_choices(view.addMenu(translate("MenuBar", "C&olours")), choose_theme)
    menus.add_size_choices(view.addMenu(translate("MenuBar", "&Text size")), choose_text_size)
    menus.add(view, "bigger", translate("MenuBar", "&Bigger text"), acts["bigger"], "Ctrl++")
    menus.add(view, "smaller", translate("MenuBar", "S&maller text"), acts["smaller"], "Ctrl+-")
    _fill_help(menus, acts)
    menus.set_unlocked(False)
    menus.follow()


def _fill_help(menus: Menus, acts: Mapping[str, Act]) -> None:
    help_menu = menus.add_menu(translate("MenuBar", "&Help"))
    menus.add(help_menu, "help", translate("MenuBar", "&Your questions"), acts["help"], "F1")
    menus.add(help_menu, "counselors", translate("MenuBar", "For &counselors"), acts["counselors"])
    words = translate("MenuBar", "&Handouts and guides…")
    menus.add(help_menu, "materials", words, acts["materials"])
    menus.add(help_menu, "reading", translate("MenuBar", "&Further reading"), acts["reading"])
    menus.add(help_menu, "about", translate("MenuBar", "&About LER Wallet"), acts["about"])
