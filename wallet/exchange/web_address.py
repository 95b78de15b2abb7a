"""Which addresses on the web may be asked at all, and which computers may answer for them.

Lives here: reading an https address strictly, and telling public computers from those of a local network. Does not live
here: finding out which computer a name belongs to, or asking it (`http_client`).
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from wallet.errors import ExchangeError, Reason

MAX_CHARACTERS = 4096
_HTTPS_PORT = 443
_LAST_PORT = 65535
_MAX_HOST_CHARACTERS = 253
_ADDRESS = re.compile(
    r"https://(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?)(?::(?P<port>[0-9]{1,5}))?(?P<rest>[/?][^#]*)?(?:#.*)?",
    re.ASCII | re.DOTALL,
)
# What may stand in a path and a query as it is; everything else is percent-encoded (RFC 3986, section 2).
_KEPT = "/?:@!$&'()*+,;=-._~%[]"
_UNSAFE = re.compile(
    r"[\x00-\x20\x7f\\\ud800-\udfff]"
)  # the last are halves of a letter, as of bytes that are no text
# A last part that begins like a number makes the whole one in the eyes of many programs: 127.1, 0x7f000001, 2130706433.
_NUMBER = re.compile(r"(?:[0-9]+|0[xX][0-9A-Fa-f]*)")

_LOCAL_ENDS = frozenset(
    {"localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "onion"}
)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Refused whatever the tables of the standard library say, as these are no places in the public network, or lead out of
# it again: addresses that carry an IPv4 one inside would have to be judged by that one, and no issuer needs them.
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",  # this network, RFC 1122
            "10.0.0.0/8",  # private, RFC 1918
            "100.64.0.0/10",  # behind a provider's translation, RFC 6598; some clouds answer for machines here
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # metadata of a cloud, at a public number
            "169.254.0.0/16",  # link-local, with the metadata of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",  # protocol assignments, metadata of a cloud
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",  # measuring
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, with broadcast
            "::/8",  # unspecified, loopback, IPv4-compatible, IPv4-mapped
            "64:ff9b::/96",  # NAT64, RFC 6052
            "64:ff9b:1::/48",  # NAT64 of a local network, RFC 8215
            "100::/64",  # discarded
            "2001::/23",  # protocol assignments, with Teredo
            "2001:db8::/32",
            "2002::/16",  # 6to4
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",  # unique local, with the metadata of a cloud
            "fe80::/10",  # link-local
            "fec0::/10",  # site-local
            "ff00::/8",  # multicast
        ),
    )
)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An https address that may be asked.

    Attributes:
        host: in lower case, without a dot at its end; letters, digits, hyphens and dots only.
        target: path and query, beginning with "/".
    """

    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The address as text, without a fragment: a site never gets to see one."""
        port = "" if self.port == _HTTPS_PORT else f":{self.port}"
        return f"https://{self.host}{port}{self.target}"

    def beside(self, location: str) -> "WebAddress":
        """Where a redirect leads.

        Raises:
            ExchangeError: WEB_ADDRESS_REFUSED.
        """
        if _UNSAFE.search(location) or len(location) > MAX_CHARACTERS:
            raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "redirect")
        try:
            return read_web_address(urljoin(self.url, location))
        except ValueError as error:
            raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "redirect") from error


def read_web_address(text: str) -> WebAddress:
    """The parts of an https address with a host name.

    Numbers in place of a name are refused in all their spellings, and so is a user name before the host.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED.

    Source: RFC 3986, section 3.2; WHATWG URL, section "host parsing" (a host that ends in a number is one).
    """
    match = _ADDRESS.fullmatch(text) if len(text) <= MAX_CHARACTERS else None
    if match is None or _UNSAFE.search(text):
        raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "not an https address with a plain host")
    host = match["host"].lower().removesuffix(".")
    if len(host) > _MAX_HOST_CHARACTERS or _NUMBER.fullmatch(host.rpartition(".")[2]):
        raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "no host name")
    port = int(match["port"] or _HTTPS_PORT)
    if not 0 < port <= _LAST_PORT:
        raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "port")
    rest = quote(match["rest"] or "/", safe=_KEPT)
    return WebAddress(host, port, rest if rest.startswith("/") else f"/{rest}")


def is_public_name(host: str) -> bool:
    """Whether a name could be one of the public network; all that can be judged where a proxy resolves it.

    Source: RFC 6761 and RFC 6762 (localhost, local), RFC 8375 (home.arpa), and what local networks use beside them.
    """
    last = host.rpartition(".")[2]
    return "." in host and last not in _LOCAL_ENDS and not host.endswith(".home.arpa")


def is_public(address: Address) -> bool:
    """Whether this is a computer in the public network, rather than this one, its neighbours, or a way back to them.

    Source: RFC 6890 and the IANA special-purpose address registries.
    """
    return address.is_global and not any(address in network for network in _CLOSED)
