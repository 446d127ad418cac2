"""Every text exists in every language, once, with the same placeholders, and is used."""

from __future__ import annotations

import re
import string

import pytest
import yaml

from tests.architecture.project import ROOT
from tests.architecture.texts import LANGUAGES, asked_for, texts

# Words that Spanish or Portuguese share with English; everything else has to be translated.
SAME_WORD = re.compile(
    r"(csv|xlsx|pptx|png|svg|url|iso|hhi|un|fealac|msme|b2c|c2c|total|global|regional|digital|general|top|web"
    r"|error|original|visual|principal|social|local|base|domain|no|en|es|pt|similarweb|iprice|crux|tranco|alexa"
    r"|cloudflare|radar|ranking|marketplaces?|e-?commerce|online|apache|parquet|sqlite|dispersal|a|e|o|de|me|sim"
    r"|whotracksme|who|trackers?|explorer|link|links|banda|rank|status|home|log|median|zero|mes|english|español|português)"
)
# Keys whose text is the same in another language for a reason of its own.
SAME_TEXT: dict[str, str] = {
    "frame.own_name": "each language is named in itself",
    "charts.gap_zero": "the word for zero is the same in Portuguese",
    "determinants.methods.spearman": "a coefficient is called after a person",
    "determinants.methods.pearson": "a coefficient is called after a person",
    "regulation.tracker_item": "the name of an area of law and that of an organisation",
    "regulation.letters.partially_in_force": "a sign",
    "regulation.letters.none": "the first letter of the same word",
    "regulation.letters.not_party": "the first letter of the same word",
    "charts.item": "the same word in Portuguese",
    "stories.about_slides": "the same word in Portuguese",
}


def placeholders(text: str) -> list[str]:
    """The names in braces of a text, sorted."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice_in_a_language(language):
    class Strict(yaml.SafeLoader):
        pass

    def mapping(loader, node):
        names = [loader.construct_object(key) for key, _ in node.value]
        double = {str(name) for name in names if names.count(name) > 1}
        assert not double, f"config/texts/{language}.yml:{node.start_mark.line + 1}: written twice: {double}"
        return dict(loader.construct_pairs(node, deep=True))

    Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    yaml.load((ROOT / "config" / "texts" / f"{language}.yml").read_text(encoding="utf-8"), Loader=Strict)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_has_exactly_the_keys_of_english(language):
    missing = sorted(texts("en").keys() - texts(language).keys())
    extra = sorted(texts(language).keys() - texts("en").keys())
    assert not missing, f"config/texts/{language}.yml lacks: {missing}"
    assert not extra, f"config/texts/{language}.yml has, English has not: {extra}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language):
    empty = [key for key, value in texts(language).items() if not value.strip()]
    assert not empty, f"config/texts/{language}.yml: empty: {empty}"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_text_has_the_placeholders_of_english(language):
    other = texts(language)
    different = {
        key: (placeholders(value), placeholders(other[key]))
        for key, value in texts("en").items()
        if key in other and set(placeholders(value)) != set(placeholders(other[key]))
    }
    assert not different, f"config/texts/{language}.yml: placeholders (English, {language}): {different}"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_text_was_left_in_english(language):
    left = []
    for key, value in texts("en").items():
        if key in SAME_TEXT or texts(language).get(key) != value:
            continue
        words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"\{[^}]*\}|https?://\S+", "", value))
        foreign = [word for word in words if not SAME_WORD.fullmatch(word.lower())]
        # A name of one or two capitalised words may be the same everywhere; a sentence may not.
        if foreign and not (key.startswith("codes.") and len(words) <= 3):
            left.append(f"{key}: {value}")
    assert not left, f"config/texts/{language}.yml: still English: {left}"


def test_every_key_the_code_asks_for_exists():
    asked, known = asked_for(), texts("en")
    groups = {key[:at] for key in known for at, sign in enumerate(key) if sign == "."}
    unknown = {key: at for key, at in asked.arguments.items() if key not in known and key not in groups}
    bare = {
        begin: at for begin, at in asked.prefixes.items() if not any(key.startswith(begin) for key in known)
    }
    assert not unknown, f"no such text: {unknown}"
    assert not bare, f"no text begins with: {bare}"


def test_every_text_is_asked_for():
    asked = asked_for()
    begins = tuple(asked.prefixes) + tuple(f"{key}." for key in asked.keys)
    idle = [key for key in texts("en") if key not in asked.keys and not key.startswith(begins)]
    assert not idle, f"no code asks for these texts: {idle}"
