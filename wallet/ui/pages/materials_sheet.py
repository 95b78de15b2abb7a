"""The page with handouts and guides: a list, and one of them to read, save as a PDF or print.

Works with and without an open file. Lives here: the two pages and what is pressed. Does not live here: the texts
(`wallet.app.materials`), what a page looks like in the window (`widgets.material_view`) or on a printer
(`material_print`).
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from wallet.app.materials import POSTER, SECURITY, Material
from wallet.errors import WalletError
from wallet.ui.material_jobs import Wanted, made, saved_practice, saved_text
from wallet.ui.material_print import print_material
from wallet.ui.messages import error_message
from wallet.ui.pages.materials_list import MaterialsList
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.material_view import MaterialView


class MaterialsSheet(Sheet):
    """Handouts and guides."""

    def __init__(self, tools: Tools, wallet: OpenWallet | None = None, parent: QWidget | None = None) -> None:
        """`wallet` is the open file: its place is named in the security facts, its page address on the poster."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._address = ""
        self._asked = 0
        look = tools.look
        self.list = MaterialsList(look)
        self.view = MaterialView(look)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.view)
        self.body.addWidget(self.stack, 1)
        self.save = Button(look, self.tr("Save as PDF…"), "save")
        self.print = Button(look, self.tr("Print…"), "file-text")
        self.to_list = Button(look, self.tr("Back to the list"), "arrow-left", "primary")
        self.done = Button(look, self.tr("Back"), "arrow-left", "primary")
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.print)
        self.foot.addStretch(1)
        self.foot.addWidget(self.to_list)
        self.foot.addWidget(self.done)
        self.list.chosen.connect(self.open)
        self.list.practise.connect(self._save_practice)
        self.view.address_given.connect(self._place_code)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.to_list.clicked.connect(self._back)
        self.done.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)
        self._show_list()
        if wallet is not None:
            tools.tasks.run_on_vault(partial(_address, wallet), self, Callbacks(done=self._know_address))

    def first_field(self) -> QWidget:
        """Where the keyboard goes: the first text of the list."""
        return self.list.buttons[0]

    def open(self, name: str, language: str) -> None:
        """One text, made now on a worker."""
        self.view.wait(self.tr("Making this page…"))
        self.stack.setCurrentWidget(self.view)
        self._show_buttons(reading=True)
        self.save.setEnabled(False)
        self.print.setEnabled(False)
        self.to_list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked += 1
        page_url = self._address if name == POSTER else ""
        file = self._wallet.path if self._wallet is not None and name == SECURITY else None
        work = partial(made, Wanted(name, language, page_url, file), self._tools.now())
        callbacks = Callbacks(done=partial(self._show, self._asked), error=self._refused)
        self._tools.tasks.run(work, self, callbacks)

    def _show(self, asked: int, material: Material) -> None:
        if asked != self._asked:
            return  # another one was asked for meanwhile
        self.set_title(material.title)
        self.intro.setText(material.about)
        self.view.show_material(material, self._address)
        self.save.setEnabled(True)
        self.print.setEnabled(True)
        self.view.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.view.wait(f"{message.happened} {message.means} {message.do}")
        self.announce(message.happened)

    def _place_code(self, address: str) -> None:
        self._address = address
        material = self.view.material
        if material is not None:
            self.open(material.name, material.language)

    def _know_address(self, address: str) -> None:
        self._address = address

    def _save(self) -> None:
        material = self.view.material
        if material is None:
            return
        name = f"{material.name}-{material.language}.pdf"
        out = self._tools.dialogs.save_file(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if out is not None:
            out = out if out.suffix.lower() == ".pdf" else out.with_name(out.name + ".pdf")
            work = partial(saved_text, material, out, self._tools.now())
            self._tools.tasks.run(work, self, Callbacks(done=self._saved))

    def _save_practice(self, language: str, changed: bool) -> None:
        name = self.tr("practice-changed") if changed else self.tr("practice-genuine")
        kinds = self.tr("Web page (*.html)") + ";;" + self.tr("File for the command line (*.json)")
        title = self.tr("Save a sample to practise with")
        out = self._tools.dialogs.save_file(self, title, f"{name}.html", kinds)
        if out is not None:
            out = out if out.suffix.lower() in (".html", ".json") else out.with_name(out.name + ".html")
            work = partial(saved_practice, out, language, self._tools.now(), changed)
            self._tools.tasks.run(work, self, Callbacks(done=self._practice_saved))

    def _saved(self, name: str) -> None:
        self._tools.messages.tell(self.tr("Saved as {name}.").format(name=name), "ok")

    def _practice_saved(self, name: str) -> None:
        words = self.tr("Every name in it is invented. Nothing of yours is in it.")
        self._tools.messages.tell(self.tr("Saved as {name}.").format(name=name), "ok", words)

    def _print(self) -> None:
        if self.view.material is not None and print_material(self, self.view.material):
            self._tools.messages.tell(self.tr("Sent to the printer. Look that the page came out well."), "ok")

    def _back(self) -> None:
        before = self.list.pressed
        self._show_list()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._asked += 1
        self.set_title(self.tr("Handouts and guides"))
        self.intro.setText(
            self.tr(
                "To read, save or print, in English and Spanish. Each is one page. Nothing is loaded from the web."
            )
        )
        self.stack.setCurrentWidget(self.list)
        self._show_buttons(reading=False)

    def _show_buttons(self, *, reading: bool) -> None:
        for button in (self.save, self.print, self.to_list):
            button.setVisible(reading)
        self.done.setVisible(not reading)


def _address(wallet: OpenWallet, job: Job) -> str:
    del job
    return wallet.page_address()
