"""The helper process of `verify` for many inputs: reads a path, answers with its result. `verify_many` starts it.

It runs as a script of an isolated interpreter; its arguments are where that finds modules.
"""

import sys
from collections.abc import Callable


def answer_to(greeting: bytes) -> Callable[[bytes], bytes]:
    """What answers requests: the judge of one run, loaded once."""
    import os  # noqa: PLC0415 - after the folders are known, like everything here

    from wallet.app.inputs import InputPlace  # noqa: PLC0415
    from wallet.cli.judge import Job, Judge  # noqa: PLC0415

    judge = Judge(Job.from_bytes(greeting))
    return lambda request: judge.judge(InputPlace(os.fsdecode(request))).to_bytes()


def main(import_folders: list[str]) -> None:
    """Serves until the process that started this one closes its end."""
    sys.path[:] = import_folders
    from wallet.app.worker_pipe import serve  # noqa: PLC0415

    serve(answer_to)


if __name__ == "__main__":
    main(sys.argv[1:])
