"""Whole jobs in the window by somebody without a mouse, in Spanish, on a screen of 1024 by 600.

Every step is a key on what has the focus, and each control is found by what a screen reader calls it (`hands`).
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from tests.sample_files import good
from tests.ui import skilled
from tests.ui.driver import PASSPHRASE, Driver, shown_text
from tests.ui.hands import CONTROL, Hands
from tests.ui.skilled import MATHS, MATHS_OF_TOWN
from wallet.app.settings import Settings
from wallet.ui.languages import ENGLISH, SPANISH, wear

TO = "Astilleros del Puerto"


@pytest.fixture
def small(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """A window at its first start, in Spanish, as large as a school laptop's screen."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder, Settings(theme="light", language=SPANISH))
    made.window.resize(1024, 600)
    made.settle()
    yield made
    made.close()
    wear(qapp, ENGLISH)


def in_sight(window: QWidget) -> str:
    """Every word that is not scrolled or covered away."""
    parts = [
        one for one in window.findChildren(QWidget) if one.isVisible() and not one.visibleRegion().isEmpty()
    ]
    return "\n".join(str(text()) for one in parts if callable(text := getattr(one, "text", None)))


def make_a_file(hands: Hands) -> None:
    hands.choose("Crear un archivo nuevo")
    assert hands.hears == "Nombre del archivo"
    hands.type("dana")
    hands.choose("Siguiente: contraseña")
    type_twice(hands, PASSPHRASE)
    hands.choose("Crear mi archivo")
    hands.choose("Más tarde")
    hands.choose("Saltar")
    hands.choose("Empezar")


@pytest.mark.qt_log_ignore("plugin does not support")  # menus of their own: the platform of tests has none
def test_a_newcomer_comes_from_nothing_to_a_share_in_the_history(small: Driver) -> None:
    hands = Hands(small)
    make_a_file(hands)
    assert small.vault_path.is_file()
    hands.choose("Mirar con credenciales de ejemplo")

    hands.choose("¿Por qué? Digital Fabrication: Laser Cutting, No válida")
    seen = in_sight(small.window)
    assert "Algo de esta credencial se cambió después de la firma. Pide una copia nueva al emisor." in seen
    assert "La firma no coincide, así que no se puede confiar en ella." in seen
    hands.choose("Guardar 18…")
    assert len(small.names()) == 18

    hands.choose("Elegir varias")
    hands.tab_to("Credenciales")
    hands.press(Qt.Key.Key_Home)
    for name in ("River Water Study", "Welding I"):
        hands.row_to(name)
        hands.press(Qt.Key.Key_Space)
    hands.choose("Compartirlas")

    assert hands.hears == "¿Para quién es?"
    hands.type(TO)
    hands.choose("Siguiente: qué verán")
    hands.tab_to("Mostrar Un número tuyo")
    assert not checked(hands), "what says who one is starts hidden"
    hands.tab_to("Mostrar Resultado 1")
    assert not checked(hands), "and how well one did, but for a registrar"
    for shown in (True, False):
        hands.press(Qt.Key.Key_Space)
        assert checked(hands) is shown
    small.settle(400)
    assert "Verán" in in_sight(small.window)
    hands.choose("Siguiente: cómo enviarlo")
    hands.arrow_to("Archivo…")
    out = small.folder / "dos.lershare.json"
    small.dialogs.save_as = out
    hands.choose("Crear archivo")
    assert "dos.lershare.json está listo." in in_sight(small.window)
    sent = out.read_text()
    assert "Welding I" in sent
    assert "NTC-2026-04417" not in sent
    assert "dana.rivera@student.example" not in sent
    hands.choose("Cerrar")

    hands.menu("v", "Envíos")
    hands.choose(f"Detalles de lo que compartiste con {TO}")
    record = shown_text(small.shell)
    assert f"Compartido con {TO}" in record
    seen, hidden = record.split("No ven", 1)
    assert "Welding I: Shielded Metal Arc" in seen
    assert "Welding I: Shielded Metal Arc: Resultado 1" in hidden
    assert "River Water Study: Identificador 1" in hidden
    print(f"keys pressed from the first start to the share in the history: {hands.pressed}")


@pytest.mark.qt_log_ignore("plugin does not support")
def test_what_is_pasted_is_found_again_marked_binned_and_taken_back(small: Driver) -> None:
    hands = Hands(small)
    make_a_file(hands)
    for name in ("peer-tutoring.json", "budgeting.json"):
        small.application.clipboard().setText(good(name).read_text())
        hands.press(Qt.Key.Key_V, CONTROL)
        hands.choose("Guardar 1 credencial")
    assert len(small.names()) == 2

    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type("tutoring")
    small.settle()
    assert small.names() == ["Peer Tutoring"]
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.hears == "Volver a todas las credenciales"
    hands.tab_to("Agregar a una colección")
    hands.type("Verano")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("Escribir una nota")
    hands.type("La señora Lee lo vio.")
    hands.choose("Guardar esta nota")
    assert "La señora Lee lo vio." in shown_text(small.shell)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.press(Qt.Key.Key_Escape)
    assert len(small.names()) == 2

    hands.tab_to("Mostrar: Todas")
    hands.press(Qt.Key.Key_Space)
    hands.take("Verano (1)")
    assert small.names() == ["Peer Tutoring"]
    hands.tab_to("Credenciales")
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Delete)
    assert small.names() == []
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert len(small.names()) == 2
    hands.tab_to("Credenciales")
    hands.row_to("Peer Tutoring")
    hands.press(Qt.Key.Key_Delete)
    hands.choose("Deshacer")
    assert len(small.names()) == 2


@pytest.mark.qt_log_ignore("plugin does not support")
def test_a_file_is_copied_locked_opened_again_and_opened_with_the_kit(small: Driver) -> None:
    hands = Hands(small)
    hands.choose("Crear un archivo nuevo")
    hands.type("dana")
    hands.choose("Siguiente: contraseña")
    type_twice(hands, PASSPHRASE)
    hands.choose("Crear mi archivo")
    hands.choose("Mostrar las palabras")
    words = small.window.first_run.kit_step.kit
    assert words is not None
    words_of_kit = list(words.words)
    for number in small.window.first_run.kit_step.asked:
        hands.tab_to(f"Palabra {number}")
        hands.type(words_of_kit[number - 1])
    hands.choose("Ya lo tengo")
    hands.choose("Saltar")
    hands.choose("Empezar")

    small.dialogs.files = [str(second := small.folder / "USB")]
    second.mkdir()
    hands.press(Qt.Key.Key_B, CONTROL)
    assert len(list(second.iterdir())) == 1
    hands.press(Qt.Key.Key_L, CONTROL)
    assert small.window.shell is None
    hands.type("otra cosa")
    hands.press(Qt.Key.Key_Return)
    assert small.window.shell is None
    hands.tab_to("Frase de contraseña")
    hands.type(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    assert small.window.shell is not None

    hands.press(Qt.Key.Key_L, CONTROL)
    hands.choose("¿Olvidaste tu frase de contraseña?")
    hands.tab_to("Las 24 palabras")
    hands.type(" ".join(words_of_kit))
    hands.choose("Siguiente: frase nueva")
    type_twice(hands, "vela puerto diecisiete quieto nogal", "Frase de contraseña nueva")
    hands.choose("Abrir mi archivo")
    hands.choose("Más tarde")
    assert small.window.shell is not None


@pytest.mark.qt_log_ignore("plugin does not support")
def test_skills_are_joined_opened_and_come_back_to_from_their_credential(small: Driver) -> None:
    hands = Hands(small)
    make_a_file(hands)
    for one in (skilled.badge(1, "Shop maths", MATHS), skilled.badge(2, "Town maths", MATHS_OF_TOWN)):
        small.application.clipboard().setText(json.dumps(one))
        hands.press(Qt.Key.Key_V, CONTROL)
        hands.choose("Guardar 1 credencial")
    hands.press(Qt.Key.Key_2, CONTROL)
    assert "Todavía no hay ninguna habilidad con prueba." in in_sight(small.window)
    assert "¿Son la misma?" in in_sight(small.window)
    hands.choose("Unirlas")
    assert "¿Son la misma?" not in in_sight(small.window)
    hands.tab_to("Todas las habilidades")
    hands.press(Qt.Key.Key_Home)
    hands.row_to("Mathematics", Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.hears == "Volver a todas las habilidades"
    assert "La nombran 2 credenciales sin verificar" in in_sight(small.window)
    hands.choose("Abrir Town maths")
    assert hands.hears == "Volver a todas las credenciales"
    hands.choose("Mathematics")
    assert hands.hears == "Volver a todas las habilidades"
    hands.choose("Separarlas")
    hands.press(Qt.Key.Key_Escape)
    assert "¿Son la misma?" in in_sight(small.window)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert "¿Son la misma?" not in in_sight(small.window), "taken back"


def type_twice(hands: Hands, passphrase: str, name: str = "Contraseña") -> None:
    for field in (name, "Escríbela otra vez"):
        hands.tab_to(field)
        hands.type(passphrase)


def checked(hands: Hands) -> bool:
    """Whether the box that has the keyboard is ticked."""
    box = hands.holds
    assert isinstance(box, QCheckBox)
    return box.isChecked()
