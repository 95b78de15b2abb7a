"""Names for parts come from where they stand, and never from what they say."""

import pytest

from wallet.app.part_names import part_name


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/name", "Name"),
        ("/validFrom", "Valid from"),
        ("/credentialSubject/achievement/tag/0", "Achievement: tag 1"),
        ("/credentialSubject/achievement/achievementType", "Achievement type"),
        ("/credentialSubject/result/1", "Result 2"),
        ("/credentialSubject/verifiableCredential/2", "Credential 3"),
        ("/birth_date", "Birth date"),
        ("/a~1b", "A/b"),
        ("", "Credential"),
    ],
)
def test_a_pointer_in_words(pointer: str, name: str) -> None:
    assert part_name(pointer) == name


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/name", "Nombre"),
        ("/credentialSubject/achievement/tag/0", "Logro: etiqueta 1"),
        ("/credentialSubject/achievement/achievementType", "Tipo de logro"),
        ("/birth_date", "Fecha de nacimiento"),
        ("/credentialSubject/verifiableCredential/2", "Credencial 3"),
        ("/houseColour", "House colour"),
        ("", "Credencial"),
    ],
)
def test_a_pointer_in_spanish(pointer: str, name: str) -> None:
    assert part_name(pointer, "es") == name
