"""How the window looks in each walk of `screens`: theme, size, text size, language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """How the window looks in one walk.

    Attributes:
        name: what the pictures' names begin with.
        theme: of the settings.
        size: of the window, in logical pixels.
        text_size: in per cent.
        language: of the settings.
    """

    name: str
    theme: str = "light"
    size: tuple[int, int] = (1366, 768)
    text_size: int = 100
    language: str = "en"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("light"),
        Variant("dark", theme="dark"),
        Variant("contrast", theme="high-contrast"),
        Variant("contrast-dark", theme="high-contrast-dark"),
        Variant("spanish-125", text_size=125, language="es"),
        Variant("text-200", text_size=200),
        Variant("small", size=(1024, 600)),
        Variant("small-spanish", size=(1024, 600), language="es"),
    )
}
"""What a page is looked at in, by name."""
