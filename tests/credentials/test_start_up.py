"""Reading credentials costs no start-up time for what most of them do not need."""

import subprocess
import sys

from tests.shared_data import PROJECT


def test_xml_is_not_loaded_before_a_drawing_is_read() -> None:
    listing = "sorted(m for m in sys.modules if m.startswith(('xml', 'defusedxml')))"
    code = f"import sys, wallet.credentials.detect; print({listing})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
