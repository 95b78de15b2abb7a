"""The figure: QR codes that are drawn and not read back by zxing-cpp, over random shares."""

import pytest

from tests.assurance import rounds
from tests.sharing.random_codes import draw_codes
from wallet.sharing.qr_reader import read_codes


@pytest.mark.long
def test_every_code_of_a_share_is_read_back_from_its_file() -> None:
    count, versions, unread = rounds(12, 300), set[int](), []
    for number, code in enumerate(draw_codes(count)):
        versions.add(code.matrix.version)
        if list(read_codes(code.picture)) != [code.matrix.link]:
            unread.append((number, code.suffix))
    print(
        f"{count} QR codes of random shares, versions {min(versions)} to {max(versions)}, PNG and SVG: "
        f"not read back by zxing-cpp {len(unread)}"
    )
    assert unread == []
