"""Signed badges that name skills, for tests of the window: of lists with identifiers, by words alone, hostile ones."""

from pathlib import Path
from typing import Any

from tests import identities, issuing
from tests.identities import Json
from tests.ui.driver import Driver, button
from tests.ui.learner_records import written

SCHOOL = identities.did_key("issuer")
KNOW = "I know this issuer"


def skill(name: str, url: str = "", framework: str = "", code: str = "") -> Json:
    """One alignment; what is "" is left out."""
    stated = {"targetName": name, "targetUrl": url, "targetFramework": framework, "targetCode": code}
    return {"type": ["Alignment"], **{member: text for member, text in stated.items() if text}}


MATHS = skill("Mathematics", "https://www.onetonline.org/find/descriptor/result/2.A.1.e", "O*NET", "2.A.1.e")
MATHS_OF_TOWN = skill("Mathematics", "https://town.example/skills/9", "Town skills")
BUDGETING = skill("Budgeting", "https://town.example/skills/4", "Town skills")


def badge(number: int, name: str, *skills: Json, **changes: Any) -> Json:
    """A signed badge that names these skills; `changes` go into its achievement, `result` into its subject."""
    results = changes.pop("result", None)
    made = {
        "id": f"urn:uuid:b{number}",
        "name": name,
        "alignment": list(skills) or None,
        "tag": None,
        "resultDescription": None,
    }
    subject = issuing.without_none(
        {
            "id": issuing.LEARNER,
            "type": ["AchievementSubject"],
            "achievement": issuing.achievement(**(made | changes)),
            "result": results,
        }
    )
    document = issuing.credential(SCHOOL, id=f"urn:uuid:c{number}", name=name, credentialSubject=subject)
    return issuing.secure(document, SCHOOL)


def keep(driver: Driver, *badges: Json) -> None:
    """Adds them to the open file."""
    paths: list[Path] = [written(driver.folder, f"{one['id'][9:]}.json", one) for one in badges]
    driver.keep(*paths)
    driver.window.message_bar.clear()


def know_the_school(driver: Driver, words: str) -> None:
    """The learner says they know the issuer of the badge with these words in its name: what it signed is verified."""
    driver.choose(words)
    button(driver.shell.credentials.detail, KNOW).click()
    driver.settle()
    driver.window.message_bar.clear()
