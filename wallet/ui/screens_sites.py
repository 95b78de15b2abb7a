"""The part of the walk for pictures (`screens`) at badge sites and web lists: what they ask, without any website."""

from datetime import UTC, datetime

from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.pages.web_list_part import EXAMPLE
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.screen_steps import WalkSteps
from wallet.ui.site_ports import KeptSite, ReadSoFar, SignInPage
from wallet.ui.widgets.boxes import scroll_to

_HOST = "badges.northfield.example"
_SINCE = datetime(2026, 9, 14, 12, tzinfo=UTC)


def walk_sites(walk: WalkSteps) -> None:
    """From the address to the badges that come; then the address of a list of issuers."""
    shell = walk.shell()
    sheet = shell.adding.open_badge_site()
    walk.settle()
    sheet.kept.show_sites([KeptSite("badges.countycareers.example", "County Careers", _SINCE, None)])
    sheet.address.setText(_HOST)
    walk.shot("site")
    sheet.hear(SiteQuestion(_HOST, of_one=False, came_from="northfield.example"))
    walk.settle()
    walk.shot("site-question")
    assert sheet.question is not None
    sheet.question.answered.emit(SiteAnswer(True))
    address = f"https://{_HOST}/authorize"
    sheet.hear(
        SignInPage(
            _HOST,
            "Northfield Badges",
            _HOST,
            address,
            f"https://{_HOST}/terms-of-service",
            f"https://{_HOST}/privacy-policy",
        )
    )
    walk.settle()
    walk.shot("site-sign-in")
    sheet.hear(ReadSoFar(12, 30))
    walk.shot("site-reading")
    shell.show_place(SETTINGS)
    web = shell.settings.trusted.web
    web.begin()
    web.address.setText(EXAMPLE)
    walk.settle()
    scroll_to(web)
    walk.shot("settings-web-list")
    web.address.clear()
    web.hide()
    shell.show_place(CREDENTIALS)
    walk.settle()
