"""What a credential issuer says of itself: its name, what it hands out, in which formats, and where to ask.

Source: OpenID4VCI 1.0, section 12.2 (credential issuer metadata) and appendix A (formats).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.site_json import optional_text, text_member
from wallet.exchange.web_address import read_web_address
from wallet.exchange.well_known import fetch_about, well_known

TEXT_FORMATS = frozenset({"jwt_vc_json", "jwt_vc_json-ld", "dc+sd-jwt", "vc+sd-jwt"})
OBJECT_FORMATS = frozenset({"ldp_vc"})
_MAX_NAME = 200
_MAX_CONFIGURATIONS = 2000
_MAX_DISPLAYS = 200

Names = Mapping[str, str]
"""What something is called, by language tag; "" for a name without one."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """One kind of credential that an issuer hands out. Every text in it is hostile.

    Attributes:
        format: as the issuer writes it; `is_supported` says whether this program reads it.
        names: what it is called for people.
        types: what it is called for programs.
        binding_methods: how the holder's key may be named; empty when it is bound to none.
        proof_types: by kind of proof of possession, the algorithms it may be signed with; empty when none is asked.
        needs_attestation: the key has to be vouched for by somebody, which nobody does for keys in a file.
    """

    id: str
    format: str
    scope: str | None = None
    names: Names = field(default_factory=dict)
    types: Sequence[str] = ()
    binding_methods: Sequence[str] = ()
    proof_types: Mapping[str, Sequence[str]] = field(default_factory=dict)
    needs_attestation: bool = False

    @property
    def is_supported(self) -> bool:
        """Whether credentials of this format can be kept."""
        return self.format in TEXT_FORMATS | OBJECT_FORMATS

    def name(self, language: str) -> str:
        """What to call it for people, in this language when the issuer speaks it."""
        return name_in(self.names, language) or (self.types[-1] if self.types else self.id)[:_MAX_NAME]


@dataclass(frozen=True, slots=True)
class CredentialIssuer:
    """An issuer, as it says.

    Attributes:
        issuer: its identifier.
        names: what it calls itself; nobody checked that.
        servers: identifiers of the authorization servers, its own when it names none.
        names_servers: whether it named them.
        needs_encryption: it talks only under a further encryption.
        batch_size: how many copies of a credential, each for a key of its own, it hands out at once.
    """

    issuer: str
    credential_endpoint: str
    configurations: Mapping[str, Configuration]
    names: Names = field(default_factory=dict)
    servers: Sequence[str] = ()
    names_servers: bool = False
    nonce_endpoint: str | None = None
    deferred_endpoint: str | None = None
    notification_endpoint: str | None = None
    needs_encryption: bool = False
    batch_size: int = 1

    @property
    def host(self) -> str:
        """Its website."""
        return read_web_address(self.issuer).host


def fetch_issuer(client: HttpClient, identifier: str, wanted: Sequence[str]) -> CredentialIssuer:
    """Asks an issuer what it is; of what it hands out, only the wanted kinds are read.

    Raises:
        ExchangeError: as `fetch_about`; OFFER_SEVERAL_HOSTS when it sends requests with the learner's access to another
            site; OFFER_INVALID when something is wanted that it does not hand out.

    Source: OpenID4VCI 1.0, sections 12.2.2 and 12.2.4.
    """
    found = fetch_about(
        client, well_known(identifier, "openid-credential-issuer"), identifier, "credential_issuer"
    )
    host = read_web_address(identifier).host
    servers = found.get("authorization_servers")
    return CredentialIssuer(
        identifier,
        _own_endpoint(text_member(found, "credential_endpoint"), host),
        _configurations(found.get("credential_configurations_supported"), wanted),
        _names(found.get("display")),
        _servers(servers, identifier),
        servers is not None,
        _optional_endpoint(found, "nonce_endpoint", host),
        _optional_endpoint(found, "deferred_credential_endpoint", host),
        _optional_endpoint(found, "notification_endpoint", host),
        any(
            isinstance(found.get(name), dict) and found[name].get("encryption_required") is True
            for name in ("credential_request_encryption", "credential_response_encryption")
        ),
        _batch_size(found.get("batch_credential_issuance")),
    )


def name_in(names: Names, language: str) -> str:
    """The name in a language, else one without a language, else in English, else the first; "" when there is none."""
    by_language = {tag.partition("-")[0].lower(): name for tag, name in reversed(list(names.items()))}
    for wanted in (language, "", "en"):
        if wanted in by_language:
            return by_language[wanted]
    return next(iter(names.values()), "")


def _own_endpoint(address: str, host: str) -> str:
    if read_web_address(address).host != host:
        raise ExchangeError(Reason.OFFER_SEVERAL_HOSTS, "endpoint")
    return address


def _optional_endpoint(found: JsonObject, name: str, host: str) -> str | None:
    address = optional_text(found, name)
    return None if address is None else _own_endpoint(address, host)


def _servers(found: Any, identifier: str) -> Sequence[str]:
    if found is None:
        return (identifier,)
    if not isinstance(found, list) or not found or not all(isinstance(one, str) for one in found):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "authorization_servers")
    return tuple(found)


def _batch_size(found: Any) -> int:
    """Source: OpenID4VCI 1.0, section 12.2.4 (`batch_credential_issuance`: `batch_size`, 2 or more)."""
    size = found.get("batch_size") if isinstance(found, dict) else None
    return max(1, size) if isinstance(size, int) and not isinstance(size, bool) else 1


def _configurations(found: Any, wanted: Sequence[str]) -> Mapping[str, Configuration]:
    if not isinstance(found, dict) or len(found) > _MAX_CONFIGURATIONS:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "credential_configurations_supported")
    if not all(isinstance(found.get(name), dict) for name in wanted):
        raise ExchangeError(Reason.OFFER_INVALID, "not among what the issuer hands out")
    return {name: _configuration(name, found[name]) for name in wanted}


def _configuration(name: str, found: JsonObject) -> Configuration:
    about = found.get("credential_metadata")
    displays = about.get("display") if isinstance(about, dict) else None
    proofs = found.get("proof_types_supported")
    listed = proofs if isinstance(proofs, dict) else {}
    kinds = {kind: one for kind, one in listed.items() if isinstance(one, dict)}
    return Configuration(
        name,
        text_member(found, "format"),
        optional_text(found, "scope"),
        # drafts before the final text had the names one level higher
        _names(displays if displays is not None else found.get("display")),
        _types(found),
        _texts(found.get("cryptographic_binding_methods_supported")),
        {kind: _texts(one.get("proof_signing_alg_values_supported")) for kind, one in kinds.items()},
        any(one.get("key_attestations_required") is not None for one in kinds.values()),
    )


def _types(found: JsonObject) -> Sequence[str]:
    """Source: OpenID4VCI 1.0, appendices A.1.1.2, A.1.2.2 and A.3.2."""
    definition = found.get("credential_definition")
    types = _texts(definition.get("type")) if isinstance(definition, dict) else ()
    vct = found.get("vct")
    return types or ((vct,) if isinstance(vct, str) and vct else ())


def _names(displays: Any) -> Names:
    """What is there to be read; the rest is not worth a refusal. The first name of a language counts."""
    names: dict[str, str] = {}
    for one in (displays if isinstance(displays, list) else [])[:_MAX_DISPLAYS]:
        name = one.get("name") if isinstance(one, dict) else None
        tag = one.get("locale", "") if isinstance(one, dict) else ""
        if isinstance(name, str) and name.strip() and isinstance(tag, str):
            names.setdefault(tag, name.strip()[:_MAX_NAME])
    return names


def _texts(found: Any) -> Sequence[str]:
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
