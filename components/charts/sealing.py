"""Turns a drawing function into a cached builder of finished Vega-Lite specs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Any, ParamSpec, cast

import altair as alt

from components.charts.vega_config import vega_config

P = ParamSpec("P")
Spec = dict[str, Any]


def chart_builder(*label_keys: str) -> Callable[[Callable[P, alt.TopLevelMixin]], Callable[P, Spec]]:
    """Make `draw(*, language, theme, labels, ...) -> chart` a builder that returns one spec per arguments.

    `label_keys` are the texts of section `charts` the chart writes; only they are taken from `labels`,
    so the whole section may be passed. The spec is shared between callers and must not be changed.
    Raises KeyError naming the label that is missing.
    """

    def decorate(draw: Callable[P, alt.TopLevelMixin]) -> Callable[P, Spec]:
        @lru_cache(maxsize=512)
        def made(language: str, theme: str, labels: tuple[tuple[str, str], ...], options: Any) -> Spec:
            arguments = {"language": language, "theme": theme, "labels": dict(labels), **dict(options)}
            chart = cast(Callable[..., alt.TopLevelMixin], draw)(**arguments)
            return seal(chart, language=language, theme=theme)

        @wraps(draw)
        def build(*_: P.args, **given: P.kwargs) -> Spec:
            options = dict(given)
            labels = cast(Mapping[str, str], options.pop("labels"))
            language, theme = str(options.pop("language")), str(options.pop("theme"))
            missing = [key for key in label_keys if key not in labels]
            if missing:
                raise KeyError(f"{draw.__name__}: labels: expected charts.{missing[0]}, got none")
            chosen = tuple((key, labels[key]) for key in label_keys)
            return made(language, theme, chosen, tuple(sorted(options.items())))

        return build

    return decorate


def seal(chart: alt.TopLevelMixin, *, language: str, theme: str) -> Spec:
    """The spec of `chart` with our config, filling its container, and without any inline data."""
    spec = cast(Spec, _without_placeholder(chart.to_dict()))
    spec.pop("datasets", None)
    spec["config"] = vega_config(language, theme)
    spec.setdefault("autosize", {"type": "fit", "contains": "padding"})
    spec["width"] = "container"
    return spec


def _without_placeholder(node: Any) -> Any:
    """Drop the empty data set Altair puts where a chart has no data: the frame is sent apart."""
    if isinstance(node, dict):
        return {
            key: _without_placeholder(child)
            for key, child in node.items()
            if not (key == "data" and child == {"name": "empty"})
        }
    if isinstance(node, list):
        return [_without_placeholder(child) for child in node]
    return node
