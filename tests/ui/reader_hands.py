"""A screen reader's side of the accessibility bus, as a program of its own: `python3 reader_hands.py PASSPHRASE`.

Knows nothing of the wallet's code: it sees what AT-SPI tells of the program, presses by the actions offered there,
types by the interface for editing, and notes what is announced. Runs with the Python of the system, whose libraries
it needs. Says one JSON object at its end.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found] # noqa: E402

PATIENCE = 40.0
heard: list[str] = []


def turn() -> None:
    """Takes what came from the bus."""
    context = GLib.MainContext.default()
    for _ in range(200):
        if not context.iteration(False):
            break
    time.sleep(0.05)


def until(what: str, look: Callable[[], Any]) -> Any:
    """Asks again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = look()
        except GLib.Error:  # what was asked has gone meanwhile
            answer = None
        if answer:
            return answer
        turn()
    raise SystemExit(f"not seen: {what}")


def below(one: Any) -> Iterator[Any]:
    """Everything that is shown, in reading order."""
    for index in range(one.get_child_count()):
        child = one.get_child_at_index(index)
        if child is not None:
            yield child
            yield from below(child)


def shown(one: Any) -> bool:
    return bool(one.get_state_set().contains(Atspi.StateType.SHOWING))


def program() -> Any:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and "wallet" in (child.get_name() or "").lower():
            child.clear_cache()
            return child
    return None


def find(role: str, name: str) -> Any:
    def look() -> Any:
        here = program()
        for one in below(here) if here is not None else ():
            if one.get_role_name() == role and one.get_name().startswith(name) and shown(one):
                return one
        return None

    return until(f"{role} {name!r}", look)


def press(name: str) -> None:
    """The button whose name begins so, by the first action it offers, once it can be used."""

    def able() -> Any:
        one = find("push button", name)
        return one if one.get_state_set().contains(Atspi.StateType.ENABLED) else None

    until(f"{name!r} to be pressed", able).get_action_iface().do_action(0)


def write(name: str, words: str) -> None:
    """Into a field that hides what is typed."""
    find("password text", name).get_editable_text_iface().set_text_contents(words)


def rows() -> list[tuple[str, str]]:
    """The items of the list of credentials: what is read for each, and what is added when asked."""
    here = program()
    return [
        (one.get_name(), one.get_description())
        for one in below(here)
        if one.get_role_name() == "list item" and one.get_parent().get_name() == "Credentials"
    ]


def main(passphrase: str) -> None:
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    window = until("the program", program)
    press("Make a new file")
    press("Next: passphrase")
    write("Passphrase", passphrase)
    write("Type it again", passphrase)
    press("Make my file")
    press("Later")
    press("Skip")
    press("Start")
    press("Look around with sample credentials")
    press("Save ")
    items = until("the credentials", lambda: rows() if len(rows()) > 3 else None)
    until("an announcement", lambda: heard)
    active = window.get_child_at_index(0).get_state_set().contains(Atspi.StateType.ACTIVE)
    names = [window.get_child_at_index(index).get_name() for index in range(window.get_child_count())]
    print(json.dumps({"windows": names, "items": items, "heard": heard, "active": active}))


if __name__ == "__main__":
    main(sys.argv[1])
