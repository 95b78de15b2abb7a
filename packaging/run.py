"""Sets the LER wallet up on this machine and opens it. Needs Python 3.11 or newer, and nothing else.

    python3 packaging/run.py                opens the wallet; without a display: walks the main job on samples
    python3 packaging/run.py test           runs every check and test this machine can run
    python3 packaging/run.py setup          only prepares
    python3 packaging/run.py demo           walks the main job on samples, with a display too
    python3 packaging/run.py assure         the long runs (mutants, kills, leak scans, ...) at their full length
    python3 packaging/run.py bench          the verifier against its peers (needs npm); also: bench vault, bench window
    python3 packaging/run.py words          brings the window's translations up to date, says what is missing
    python3 packaging/run.py screens [DIR]  writes pictures of every screen, in every theme, size and language
    python3 packaging/run.py gallery        opens a page with every control in every state
    python3 packaging/run.py cli ARGS...    the wallet's command line, for example: cli verify badge.png

This file is written so that an old Python can still read it and say what is missing; the work is in `house/`.
"""

# Old Pythons read this file, so it keeps to what they know.
# ruff: noqa: ANN201, RUF005, PTH100, PTH120

import os
import sys

NEEDED = (3, 11)


def main():  # type: () -> int
    """Checks the Python version, then hands over to `house.start`."""
    if sys.version_info < NEEDED:
        found = ".".join(str(part) for part in sys.version_info[:3])
        message = "The wallet needs Python %d.%d or newer; this is Python %s (%s).\n"
        sys.stderr.write(message % (NEEDED + (found, sys.executable)))
        return 1
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from house import start  # noqa: PLC0415 - newer syntax; only after the version is known

    return start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
