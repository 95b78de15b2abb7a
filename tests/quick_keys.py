"""Services whose new keys are the quickest to derive, whatever machine runs the tests."""

from dataclasses import replace

from wallet.app.container import Services
from wallet.app.kdf_choice import PROFILES


def with_quick_keys(services: Services) -> Services:
    """The same services without measuring this machine; `tests/app/test_kdf_choice.py` tests what is measured."""
    return replace(services, kdf_profile=lambda: PROFILES[1])
