"""Where a site says what it is: addresses that are made from its identifier, and answers that have to repeat it.

Lives here: making the address and reading the document there. Does not live here: what stands in it
(`authorization_server`, `openid4vci.metadata`).
Source: RFC 8615; RFC 8414, section 3.1; OpenID4VCI 1.0, section 12.2.2.
"""

from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient, Question
from wallet.exchange.site_json import JSON, json_object
from wallet.exchange.web_address import read_web_address


def well_known(identifier: str, name: str) -> str:
    """The address of a document about an identifier: the name goes between host and path.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED.
    """
    address = read_web_address(identifier)
    site = address.url.removesuffix(address.target)
    return f"{site}/.well-known/{name}{address.target.rstrip('/')}"


def fetch_about(
    client: HttpClient, address: str, identifier: str, member: str, *, came_from: str = ""
) -> JsonObject:
    """The document at an address, when it is about this identifier.

    Args:
        member: of the document, that repeats the identifier letter by letter.
        came_from: the site that named this one, "" when none did.

    Raises:
        ExchangeError: as `HttpClient.ask`; SITE_WITHOUT_ANSWER, SITE_ANSWER_INVALID.
    """
    answer = client.ask(Question(address, (JSON,), came_from=came_from))
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    found = json_object(answer)
    if found.get(member) != identifier:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, member)
    return found
