"""Which story is told, at which slide and how, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import loaders, state, story_draft
from components.i18n import Language
from components.views import labels
from components.views.stories.packed import KEY, unpack
from data.catalog.story import View
from data.catalog.story_loading import Broken, load_stories, own_story

OWN = "own"
LOOKS = ("light", "dark")
YES = "1"


@dataclass(frozen=True)
class Telling:
    """A story as it is told: its slides settled for the country, and where and how it stands.

    slide counts from 1; asks: a country has to be chosen first; mode: list, present or notes.
    """

    story: str
    title: str
    slides: tuple[View | Broken, ...]
    slide: int
    mode: str
    look: str
    country: str
    takes_country: bool
    qr: bool
    packed: str

    @property
    def asks(self) -> bool:
        """Whether a country has to be chosen before there is anything to tell."""
        return self.takes_country and not self.country

    @property
    def now(self) -> View | Broken:
        """The slide on the screen."""
        return self.slides[self.slide - 1]

    @property
    def next(self) -> View | Broken | None:
        """The slide after it."""
        return self.slides[self.slide] if self.slide < len(self.slides) else None


def read(t: Language) -> Telling | None:
    """The story of the URL; None where it names none. Raises CatalogError for a story that is none."""
    stories = load_stories()
    name = state.one("story", ("", *stories, OWN), "")
    packed = state.words(KEY, limit=10_000)
    country = state.one("country", ("", *loaders.catalog().ref_areas), "")
    look = state.one("look", LOOKS, labels.theme())
    if packed:
        name = OWN
    if not name:
        return None
    if name == OWN:
        content = unpack(packed) if packed else story_draft.content()
        if not content["views"]:
            return None
        own = own_story(content, KEY)
        title, views, takes = own.title or t("stories.own.untitled"), own.views, False
    else:
        story = stories[name]
        title, takes = story.title.said(t.code, country_name(t, country)), story.asks_for_country
        region = loaders.region_of().get(country, "")
        views = tuple(view.settled(country, region) if country else view for view in story.views)
    slides = [str(number + 1) for number in range(len(views))]
    modes = {"present": state.one("present", ("", YES), ""), "notes": state.one("notes", ("", YES), "")}
    return Telling(
        story=name,
        title=title,
        slides=views,
        slide=int(state.one("slide", slides, "1")),
        mode="notes" if modes["notes"] else "present" if modes["present"] else "list",
        look=look,
        country=country,
        takes_country=takes,
        qr=state.one("qr", ("", YES), "") == YES,
        packed=packed,
    )


def country_name(t: Language, country: str) -> str:
    """The name of the chosen country; a word that stands for it where none is chosen."""
    return loaders.country_names(t.code).get(country) or t("stories.country")


def title_of(t: Language, slide: View | Broken, country: str) -> str:
    """The title of a slide."""
    if isinstance(slide, Broken):
        return slide.title or t("stories.fault.untitled")
    return slide.title.said(t.code, country_name(t, country)) or t(f"frame.pages.{slide.page}")
