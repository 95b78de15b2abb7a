"""A credential as an entry of a public profile: the address that fills in LinkedIn's form, and the same as text.

Lives here: both, as text. Does not live here: opening anything. The address holds what it says, so whoever opens it
tells LinkedIn; what is about the learner is not in it. The parameters are those of LinkedIn's "Add to Profile".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import Credential
from wallet.errors import AppError, CodecError, Reason
from wallet.sharing.link import is_link_base

BASE = "https://www.linkedin.com/profile/add"
SKILLS = "Skills: {names}"
_MAX_LETTERS = 255
_MAX_SKILLS = 20


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """What goes onto a profile: `link` is ASCII, `text` is lines of hostile text."""

    link: str
    text: str


def profile_entry(credential: Credential, page: str | None = None, skills: str = SKILLS) -> ProfileEntry:
    """The entry for one credential.

    Args:
        page: where others can check it, an https address the learner has put it at.
        skills: how the text names the skills, with a blank for them, in the learner's language.

    Raises:
        AppError: USAGE when `page` is no https address.
    """
    if page is not None and not (page.startswith("https://") and is_link_base(page.partition("#")[0])):
        raise AppError(Reason.USAGE, "the page is not an https address")
    name, issuer = _one_line(credential.title), _one_line(credential.issuer.name or "")
    fields = [("startTask", "CERTIFICATION_NAME"), ("name", name), ("organizationName", issuer)]
    fields += _dates(credential.valid_from, "issue")
    fields += _dates(credential.valid_until, "expiration")
    fields += [("certUrl", page or "")]
    link = f"{BASE}?{urlencode([field for field in fields if field[1]], quote_via=quote)}"
    return ProfileEntry(link, "\n".join(_lines(credential, (name, issuer), page, skills)))


def fields_in(link: str) -> Sequence[tuple[str, str]]:
    """What an address of this kind tells whoever opens it: every parameter by its name, in its order."""
    return tuple(parse_qsl(urlsplit(link).query, keep_blank_values=True))


def _lines(
    credential: Credential, names: tuple[str, str], page: str | None, skills_line: str
) -> Iterator[str]:
    name, issuer = names
    yield name
    dates = [(text or "").partition("T")[0] for text in (credential.valid_from, credential.valid_until)]
    when = " - ".join(date for date in dates if date)
    yield ", ".join(part for part in (issuer, when) if part)
    achievements = [subject.achievement for subject in credential.subjects if subject.achievement]
    skills = [alignment.target_name for each in achievements for alignment in each.alignments]
    skills += [tag for each in achievements for tag in each.tags]
    known = list(dict.fromkeys(_one_line(skill) for skill in skills if skill))[:_MAX_SKILLS]
    if known:
        yield skills_line.format(names=", ".join(known))
    if page is not None:
        yield page


def _dates(text: str | None, name: str) -> list[tuple[str, str]]:
    """Year and month, as the form asks for them; nothing for a date that cannot be read."""
    try:
        day = parse_datetime(text or "")
    except CodecError:
        return []
    return [(f"{name}Year", str(day.year)), (f"{name}Month", str(day.month))]


def _one_line(text: str) -> str:
    """Without line ends and half characters, which no form takes."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(kept.split())[:_MAX_LETTERS]
