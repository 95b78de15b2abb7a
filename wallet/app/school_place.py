"""Where a school's settings lie on this kind of computer, and whether there are any.

Lives here: the place alone, which every run asks for, so this loads next to nothing. Does not live here: reading the
file (`school_policy`). Nothing of the environment can lead elsewhere.
"""

import os
import sys

_NAME = "policy.toml"

if sys.platform == "win32":
    import winreg

    def _folder() -> str:
        """The folder for all users, as the system itself has it noted."""
        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            return os.path.join(str(winreg.QueryValueEx(opened, "Common AppData")[0]), "ler-wallet")  # noqa: PTH118

elif sys.platform == "darwin":

    def _folder() -> str:
        return "/Library/Application Support/ler-wallet"

else:

    def _folder() -> str:
        return "/etc/ler-wallet"


def policy_place() -> str:
    """The path of the file, which may not be there."""
    return os.path.join(_folder(), _NAME)  # noqa: PTH118 - pathlib is slow to load


def is_set() -> bool:
    """Whether a school has set anything here; what cannot be looked at counts as something."""
    return os.path.lexists(policy_place())
