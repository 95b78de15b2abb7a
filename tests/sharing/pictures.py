"""Pictures made for the tests of the QR reader: our own codes as people send them, and files made to hurt decoders."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from wallet.sharing.qr import make_qr, render_png

TEXT = "ler-wallet:#1." + "0123456789" * 40


def code_png(text: str = TEXT, scale: int = 4) -> bytes:
    return render_png(make_qr(text), scale)


def code(text: str = TEXT, scale: int = 4) -> Image.Image:
    return Image.open(io.BytesIO(code_png(text, scale)))


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def on_paper(picture: Image.Image, margin: int = 120) -> Image.Image:
    return ImageOps.expand(picture.convert("L"), margin, 235)


def transparent(picture: Image.Image) -> Image.Image:
    """The dark modules alone, on nothing."""
    drawn = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    drawn.paste((0, 0, 0, 255), mask=ImageOps.invert(picture.convert("L")))
    return drawn


def sixteen_bit(picture: Image.Image) -> bytes:
    """A 16-bit grey PNG whose white is 60000 and whose black is 9000, as some scanners write."""
    grey = picture.convert("L")
    rows = [
        b"\x00"
        + b"".join(
            struct.pack(">H", 60000 if value else 9000)
            for value in grey.crop((0, y, grey.width, y + 1)).tobytes()
        )
        for y in range(grey.height)
    ]
    return png(grey.width, grey.height, zlib.compress(b"".join(rows)), depth=16)


def scene(picture: Image.Image) -> Image.Image:
    """A table with things on it around the code."""
    wide = Image.new("RGB", (picture.width + 500, picture.height + 300), (150, 120, 90))
    draw = ImageDraw.Draw(wide)
    for step in range(0, wide.width, 37):
        draw.line((step, 0, wide.width - step, wide.height), fill=(90, 60 + step % 120, 40), width=3)
    wide.paste(picture.convert("RGB"), (260, 140))
    return wide


PHOTOS: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: saved(code().convert("RGB"), "JPEG", quality=60),
    "turned-7-degrees": lambda: saved(
        on_paper(code(scale=6)).rotate(7, Image.Resampling.BICUBIC, True, fillcolor=235)
    ),
    "turned-90-degrees": lambda: saved(code().rotate(90, expand=True)),
    "upside-down": lambda: saved(code().rotate(180)),
    "mirrored": lambda: saved(ImageOps.mirror(code())),
    "blurred": lambda: saved(on_paper(code(scale=8)).filter(ImageFilter.GaussianBlur(2.5))),
    "shrunk": lambda: saved(on_paper(code(scale=4)).resize((500, 500), Image.Resampling.BILINEAR)),
    "squashed": lambda: saved(on_paper(code(scale=6)).resize((900, 620), Image.Resampling.BICUBIC)),
    "dim": lambda: saved(on_paper(code()).point(lambda value: 60 + value * 0.25), "JPEG", quality=50),
    "light-on-dark": lambda: saved(ImageOps.invert(code().convert("L"))),
    "on-a-table": lambda: saved(scene(code(scale=5)).rotate(4, Image.Resampling.BICUBIC), "JPEG", quality=75),
    "transparent": lambda: saved(transparent(code())),
    "palette": lambda: saved(code().convert("RGB").quantize(8)),
    "one-bit": lambda: saved(code().convert("1")),
    "sixteen-bit": lambda: sixteen_bit(code()),
    "cmyk-jpeg": lambda: saved(code().convert("RGB").convert("CMYK"), "JPEG", quality=90),
}


def png(
    width: int, height: int, pixels: bytes, *, depth: int = 8, colour: int = 0, more: bytes = b""
) -> bytes:
    """A PNG with these compressed pixels, whatever the header says about them."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", header) + more + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
