"""How hard a passphrase is to guess: a bar, and the same in words."""

from PySide6.QtWidgets import QProgressBar, QWidget

from wallet.app.passphrase import STRONG_BITS, Strength, estimate_bits, strength_for
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_FULL_BITS = STRONG_BITS * 1.25


class StrengthMeter(QWidget):
    """Follows what is typed. Nothing of it is kept."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How hard it is to guess"))
        self._icon = IconLabel(look, "info", "text3", 18)
        self.word = PlainLabel(
            self.tr("Longer is better. Several words that do not belong together work well."), "secondary"
        )
        layout = column(look, 6)
        layout.addWidget(self.bar)
        line = row(look, 8)
        line.addWidget(self._icon)
        line.addWidget(self.word, 1)
        layout.addLayout(line)
        self.setLayout(layout)

    def judge(self, passphrase: str) -> Strength:
        """Shows the estimate for this passphrase and returns it."""
        bits = estimate_bits(passphrase)
        strength = strength_for(bits)
        share = round(100 * min(1.0, bits / _FULL_BITS))
        self.bar.setValue(share)
        icon, token, words = self._words(strength, empty=not passphrase)
        self._icon.set_icon(icon, token)
        self.word.setText(words)
        self.bar.setAccessibleDescription(words)
        return strength

    def _words(self, strength: Strength, *, empty: bool) -> tuple[str, str, str]:
        if empty:
            hint = self.tr("Longer is better. Several words that do not belong together work well.")
            return "info", "text3", hint
        if strength is Strength.WEAK:
            return "triangle-alert", "warn", self.tr("Weak. It is easy to guess. Add more words or letters.")
        if strength is Strength.FAIR:
            return "circle-check", "ok", self.tr("Fair. It is hard to guess. One more word makes it strong.")
        return "circle-check", "ok", self.tr("Strong. Guessing it would take many years.")
