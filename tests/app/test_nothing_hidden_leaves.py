"""The figure: hidden values found, in random selections times every form a share can leave in."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_verify_page import OUT
from tests import leak_scan, selections
from tests.assurance import rounds
from wallet.app.container import Services
from wallet.app.disclose import find_disclosable
from wallet.app.import_credential import import_bytes
from wallet.app.share import CHANNELS, Chosen, PreparedShare, prepare, send
from wallet.app.share_frames import send_frames
from wallet.app.share_history import list_shares
from wallet.app.share_profile import find_profile
from wallet.app.unlock import Vault
from wallet.errors import SharingError
from wallet.sharing.parts import Part

# The page is built where there is Node; every other form is made everywhere.
KINDS = [kind for kind in CHANNELS if kind != ".html" or OUT.is_file()]
FRAMES = "frames"


@pytest.mark.long
def test_hidden_values_leave_in_no_form(vault: Vault, services: Services, tmp_path: Path) -> None:
    """Each form at least this often; a code holds little, so more selections are made for it alone."""
    least = rounds(8, 200)
    goals = {kind: rounds(3, 200) if CHANNELS.get(kind) == "qr" else least for kind in (*KINDS, FRAMES)}
    made, leaks, hidden_parts, number = dict.fromkeys(goals, 0), 0, 0, 0
    while any(made[kind] < goals[kind] for kind in goals):
        prepared, parts = _selection(vault, services, number)
        texts = {part.pointer: json.dumps(part.value) for part in parts}
        left_out = {name.partition("=")[2] for name in prepared.hidden}
        kept_back = leak_scan.words_of(texts[pointer] for pointer in left_out)
        shown = leak_scan.words_of(texts[pointer] for pointer in texts.keys() - left_out) - kept_back
        hidden_parts += len(left_out)
        wanted = [kind for kind in goals if made[kind] < goals[kind]]
        for kind, found in _leaving(vault, services, prepared, tmp_path / str(number), wanted):
            made[kind] += 1
            leaks += len(found & kept_back)
            # the scan finds what is there, so it would have found what is not
            assert shown <= found, (number, kind)
        leaks += sum(word in title for title in prepared.titles for word in kept_back)
        profile = find_profile(prepared)
        assert profile is not None
        leaks += sum(word in profile.link + profile.text for word in kept_back)
        number += 1
    print(
        f"{hidden_parts} hidden parts in {number} random selections, left as {made} "
        f"and as a form for a profile: {leaks} values found"
    )
    assert leaks == 0
    assert len(list(list_shares(vault))) == sum(made.values())


def _selection(vault: Vault, services: Services, number: int) -> tuple[PreparedShare, Sequence[Part]]:
    """A badge of its own, and some of its parts; three of four are made for a code, which not every one fits."""
    suites = selections.available_suites()
    turn, suite = divmod(number, len(suites))
    chance, small = random.Random(number), turn % 4 != 1
    data = selections.issue(selections.marked_badge(number, small=small), suites[suite])
    record_id = import_bytes(vault, data, services, name="badge").record_id or ""
    parts = find_disclosable(vault, record_id, services).choices.selectable
    pointers = [part.pointer for part in parts if chance.random() < (0.2 if small else 0.5)]
    prepared = prepare(
        vault,
        [Chosen(record_id, tuple(pointers))],
        to="Example Corp",
        purpose="Job",
        until=None,
        services=services,
        with_qr=True,
    )
    assert set(pointers).isdisjoint(name.partition("=")[2] for name in prepared.hidden)
    return prepared, parts


def _leaving(
    vault: Vault, services: Services, prepared: PreparedShare, folder: Path, wanted: Sequence[str]
) -> Sequence[tuple[str, set[str]]]:
    """The words in each form that is wanted; its file's name holds nothing of the share."""
    folder.mkdir()
    found = []
    for kind in wanted:
        out = folder / f"share{kind}"
        if kind == FRAMES:
            found.append((kind, leak_scan.words_in_frames(send_frames(vault, prepared, services))))
        elif prepared.qr_refusal is not None and CHANNELS[kind] == "qr":
            with pytest.raises(SharingError):
                send(vault, prepared, out, services)
            assert not out.exists()
        else:
            send(vault, prepared, out, services, leak_scan.lock(int(folder.name)))
            found.append((kind, leak_scan.words_in(out.read_bytes(), kind)))
        if kind == ".pdf":
            drawn = any("data:image" in json.dumps(one.document) for one in prepared.documents)
            assert leak_scan.pictures_in(out.read_bytes()) == drawn, folder.name
    made = {f"share{kind}" for kind, _ in found if kind != FRAMES}
    assert {path.name for path in folder.iterdir()} == made
    return found
