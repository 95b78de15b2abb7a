"""Collections, tags, notes and pins: kept with the credential through renewals, found by searching."""

from collections.abc import Callable, Sequence

import pytest

from tests.vault.builders import KEY, NOW, SALT, credential, key, new_credential, record_id_of
from wallet.credentials.model import Issuer
from wallet.errors import Reason, VaultError
from wallet.vault.collections import Collection
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.names import MAX_BYTES
from wallet.vault.notes import MAX_CHARACTERS
from wallet.vault.tags import Tag

ONE, TWO, THREE = record_id_of(1), record_id_of(2), record_id_of(3)


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with three credentials."""
    for number in (1, 2, 3):
        vault.credentials.add(new_credential(number))
    return vault


def ids(
    vault: Vault, search: str | None = None, *, collection: str | None = None, tag: str | None = None
) -> Sequence[str]:
    return [head.id for head in vault.credentials.heads(search, collection=collection, tag=tag)]


def renewed(vault: Vault) -> str:
    """The id of a credential that was renewed after it had got a tag, a note, a place in a collection and a pin."""
    issuer = Issuer("did:example:kitchen", "Kitchen")
    versions = [
        credential(
            "Food safety", identifier="urn:food", issuer=issuer, valid_from=f"2026-0{month}-01T00:00:00Z"
        )
        for month in (1, 5)
    ]
    first = vault.credentials.add(new_credential(10, versions[0])).record_id
    vault.tags.add("summer", [first])
    vault.collections.add("Kitchen jobs", [first], NOW)
    vault.notes.add(first, "Ask Amélie", NOW)
    vault.pins.add([first])
    return vault.credentials.add(new_credential(11, versions[1])).record_id


# -- tags


def test_a_tag_is_one_whatever_its_case_accents_and_spaces(filled: Vault) -> None:
    assert filled.tags.add("  Été  2026 ", [ONE]) == "Été 2026"
    assert filled.tags.add("ete 2026", [ONE, TWO]) == "Été 2026"
    assert filled.tags.list() == (Tag("Été 2026", 2),)
    assert ids(filled, tag="ÉTÉ 2026") == [TWO, ONE]
    assert (filled.tags.get("ete 2026"), filled.tags.get("x")) == (Tag("Été 2026", 2), Tag("x", 0))
    assert filled.tags.remove("ETE 2026", [ONE, THREE]) == 1
    assert (filled.tags.of(ONE), filled.tags.of(TWO)) == ((), ("Été 2026",))
    filled.tags.remove("ete 2026", [TWO])
    assert filled.tags.list() == ()


def test_tags_of_all_records_at_once(filled: Vault) -> None:
    filled.tags.add("b", [ONE, TWO])
    filled.tags.add("a", [ONE])
    assert filled.tags.by_record() == {ONE: ["a", "b"], TWO: ["b"]}
    assert filled.tags.of(ONE) == ("a", "b")


def test_a_tag_goes_on_all_or_none(filled: Vault) -> None:
    assert refusal(lambda: filled.tags.add("x", [ONE, "ffff" * 5])) is Reason.RECORD_NOT_FOUND
    assert filled.tags.list() == ()


@pytest.mark.parametrize(
    "name", ["", "  ", "a\0b", "a\ud800", "a\x1bb", "n" * 81, "\U0001f600" * 80 + "é" * 41, "ﷺ" * 80]
)
def test_names_that_cannot_be_kept_are_refused(filled: Vault, name: str) -> None:
    assert refusal(lambda: filled.tags.add(name, [ONE])) is Reason.NAME_NOT_USABLE
    assert refusal(lambda: filled.collections.create(name, NOW)) is Reason.NAME_NOT_USABLE
    assert (filled.tags.list(), filled.collections.list()) == ((), ())


def test_the_longest_name_can_be_kept(filled: Vault) -> None:
    name = "é" * 80
    assert len(name.encode()) <= MAX_BYTES
    assert filled.tags.add(name, [ONE]) == name


# -- collections


def test_a_collection_keeps_its_own_order(filled: Vault) -> None:
    filled.collections.add("First job", [TWO], NOW)
    filled.collections.add("first JOB", [ONE, TWO, THREE], NOW)
    assert filled.collections.list() == (Collection("First job", 3),)
    assert filled.collections.get("FIRST job") == Collection("First job", 3)
    assert ids(filled, collection="first job") == [TWO, ONE, THREE]
    filled.collections.arrange("First job", [THREE])
    assert ids(filled, collection="First job") == [THREE, TWO, ONE]
    assert filled.collections.remove("First job", [TWO, TWO]) == 1
    assert ids(filled, collection="First job") == [THREE, ONE]
    assert filled.collections.by_record() == {ONE: ["First job"], THREE: ["First job"]}


def test_an_empty_collection_is_one_too(filled: Vault) -> None:
    assert filled.collections.create("College", NOW) == "College"
    assert refusal(lambda: filled.collections.create("cóllege", NOW)) is Reason.NAME_TAKEN
    assert filled.collections.list() == (Collection("College", 0),)
    assert ids(filled, collection="College") == []
    assert refusal(lambda: ids(filled, collection="Colleges")) is Reason.NAME_NOT_FOUND


def test_a_collection_gets_another_name_and_is_found_by_it(filled: Vault) -> None:
    filled.collections.add("Work", [ONE], NOW)
    filled.collections.create("Other", NOW)
    assert ids(filled, "work") == [ONE]
    assert refusal(lambda: filled.collections.rename("Work", "OTHER")) is Reason.NAME_TAKEN
    assert filled.collections.rename("work", "Werkstätten") == "Werkstätten"
    assert filled.collections.rename("werkstatten", "Werkstatten") == "Werkstatten"
    assert (ids(filled, "work"), ids(filled, "werkst")) == ([], [ONE])


def test_a_dropped_collection_leaves_its_credentials(filled: Vault) -> None:
    filled.collections.add("Work", [ONE, TWO], NOW)
    assert filled.collections.drop("WORK") == 2
    assert (filled.collections.list(), filled.collections.of(ONE)) == ((), ())
    assert (len(ids(filled)), ids(filled, "work")) == (3, [])
    assert refusal(lambda: filled.collections.drop("Work")) is Reason.NAME_NOT_FOUND


# -- notes


def test_notes_are_kept_found_changed_and_removed(filled: Vault) -> None:
    first = filled.notes.add(ONE, "  Tutored my brother in Álgebra\r\nevery week ", NOW)
    filled.notes.add(ONE, "second", NOW)
    assert [note.text for note in filled.notes.of(ONE)] == [
        "Tutored my brother in Álgebra\nevery week",
        "second",
    ]
    assert ids(filled, "algebra tut") == [ONE]
    filled.notes.change(first.number, "geometry", NOW)
    assert (ids(filled, "algebra"), ids(filled, "geom sec"), ids(filled, "geom")) == ([], [], [ONE])
    assert filled.notes.of(ONE)[0].changed_at == NOW
    filled.notes.remove([first.number])
    assert (ids(filled, "geometry"), ids(filled, "second")) == ([], [ONE])
    assert refusal(lambda: filled.notes.remove([first.number])) is Reason.RECORD_NOT_FOUND
    assert refusal(lambda: filled.notes.change(first.number, "x", NOW)) is Reason.RECORD_NOT_FOUND


def test_the_number_of_a_note_is_never_used_again(filled: Vault) -> None:
    last = filled.notes.add(ONE, "one", NOW).number
    filled.notes.remove([last])
    assert filled.notes.add(TWO, "two", NOW).number > last


@pytest.mark.parametrize("text", ["", " \n ", "n" * (MAX_CHARACTERS + 1), "a\0b", "half \ud800"])
def test_notes_that_cannot_be_kept_are_refused(filled: Vault, text: str) -> None:
    assert refusal(lambda: filled.notes.add(ONE, text, NOW)) is Reason.NOTE_NOT_USABLE
    assert filled.notes.of(ONE) == ()


def test_a_changed_note_is_named(filled: Vault) -> None:
    number = filled.notes.add(ONE, "n" * 9000, NOW).number
    filled.close()
    database = Connection(filled.path, bytearray(KEY), SALT)
    database.run("UPDATE note SET text = 'forged'")
    database.close()
    with open_vault_file(filled.path, key()) as opened:
        assert refusal(lambda: opened.notes.of(ONE)) is Reason.VAULT_DAMAGED
        assert opened.check() == (Finding(FindingKind.NOTE, str(number)),)


def test_what_the_owner_wrote_is_plain_words_to_the_search(filled: Vault) -> None:
    filled.notes.add(ONE, 'NEAR("x") OR name:* -"', NOW)
    assert ids(filled, 'near("x')[:1] == [ONE]
    assert filled.check() == ()


# -- pins


def test_what_is_pinned_comes_first_on_every_page(filled: Vault) -> None:
    filled.pins.add([ONE, TWO])
    filled.pins.add([ONE])
    assert (filled.pins.ids(), ids(filled)) == ((ONE, TWO), [ONE, TWO, THREE])
    pages = [filled.credentials.heads(limit=1, offset=offset) for offset in range(4)]
    assert [[head.id for head in page] for page in pages] == [[ONE], [TWO], [THREE], []]
    assert [head.id for head in filled.credentials.heads(limit=2, offset=1)] == [TWO, THREE]
    filled.pins.arrange([TWO])
    assert ids(filled) == [TWO, ONE, THREE]
    filled.tags.add("x", [ONE, THREE])
    assert ids(filled, tag="x") == [ONE, THREE]
    filled.pins.remove([ONE])
    assert ids(filled) == [TWO, THREE, ONE]


# -- all of it


def test_a_renewal_takes_over_everything_the_owner_added(vault: Vault) -> None:
    newer = renewed(vault)
    assert (vault.tags.of(newer), vault.collections.of(newer)) == (("summer",), ("Kitchen jobs",))
    assert [note.text for note in vault.notes.of(newer)] == ["Ask Amélie"]
    for search in ("summer", "kitchen jobs", "amelie"):
        assert ids(vault, search) == [newer], search
    assert (vault.pins.ids(), vault.check()) == ((newer,), ())


def test_it_is_all_there_after_closing(filled: Vault) -> None:
    filled.tags.add("summer", [ONE])
    filled.collections.add("Work", [ONE], NOW)
    note = filled.notes.add(ONE, "remember", NOW)
    filled.pins.add([ONE])
    filled.close()
    with open_vault_file(filled.path, key()) as opened:
        assert (opened.tags.of(ONE), opened.collections.of(ONE), opened.notes.of(ONE)) == (
            ("summer",),
            ("Work",),
            (note,),
        )
        assert (opened.pins.ids(), opened.check()) == ((ONE,), ())
