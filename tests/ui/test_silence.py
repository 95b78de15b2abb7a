"""A session at the window asks nobody: adding, looking at every credential with its details, locking.

The real window in a process of its own, watched at the C library, so that what Qt would do by itself is seen as well.
"""

from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.canaries import canaries, listener
from tests.network_watch import build_watch
from tests.sample_files import SAMPLES
from tests.ui.test_leaks import Person

pytestmark = pytest.mark.long
_PASSPHRASE = "violet anchor seven moons"


def test_a_session_at_the_window_asks_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watch = build_watch(tmp_path)
    person = Person(tmp_path)
    person.variables = watch.variables
    with listener() as heard, person.at_the_window():
        for name, data in canaries("localhost", heard.port).items():
            (person.inbox / name).write_bytes(data)
        files = [*sorted((SAMPLES / "good").iterdir()), *sorted(person.inbox.iterdir())]
        paths = files[:: rounds(3, 1)]
        person.does("make", "dana", _PASSPHRASE)
        person.does("add", *map(str, paths))
        person.does("look_at_each")
        person.locks()
        person.does("unlock", _PASSPHRASE)
        assert person.leaves() == 0
        assert watch.turns == ()
        assert not heard.was_heard
    with capsys.disabled():
        print(f"\nnetwork silence: a session at the window with {len(paths)} files, 0 turns to the network")
