"""From the bytes of a file to a list of known issuers; the content says which format it is.

Lives here: telling the formats apart. Does not live here: the formats, or opening files (`wallet.app.trust`).
"""

from typing import Any

from wallet.codecs import strict_json
from wallet.errors import CodecError
from wallet.verification.trust_lists import dcc_registry, openid_federation, signed_list
from wallet.verification.trust_lists.fields import refused
from wallet.verification.trust_lists.trust_list import TrustList


def read_trust_list(data: bytes, title: str) -> TrustList:
    """The list in these bytes; its dates are not judged here, an ended list says so in the report.

    Args:
        title: what to call a list that carries no name of its own.

    Raises:
        VerificationError: TRUST_LIST_INVALID, with the rule that is broken.
    """
    try:
        document: Any = strict_json.loads(data)
    except CodecError as error:
        raise refused(str(error.reason)) from error
    if isinstance(document, list):
        return openid_federation.read_chain(document)
    if isinstance(document, dict) and signed_list.is_signed_list(document):
        return signed_list.read_signed_list(document)
    if isinstance(document, dict) and dcc_registry.is_registry(document):
        return dcc_registry.read_registry(document, title)
    raise refused("not a list of issuers")
