"""The brief of a country, which the menu of the page makes on paper and as slides when asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from components.export.brief import Brief
from components.export.country_file import country_file
from components.i18n import Language
from components.views.cards import offer_brief
from components.views.country import known
from components.views.country.choice import Choice


def offer(t: Language, choice: Choice) -> None:
    """Let the menu of the page make it instead of a brief of the cards alone."""
    offer_brief(lambda url: brief_of_country(t, choice, url))


def brief_of_country(t: Language, choice: Choice, url: str) -> Brief:
    """The brief of the country that is shown, with its peers as they were chosen."""
    site = url.split("?")[0].rpartition("/")[0]
    today = datetime.now(UTC).date().isoformat()
    return country_file(t, known.desk(), known.summary(choice), created=today, site=site, url=url)
