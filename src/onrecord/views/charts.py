"""Pictures of figures and dates as plain SVG: what is uncertain looks uncertain, and no colour takes sides.

Charts are Vega-Lite 5 specifications (data, so that anyone can take them elsewhere), drawn offline by vl-convert.
Everything is drawn in the colour of the text around it, so that light, dark and print come by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

VEGA_LITE = "5.20"
INK = "currentColor"
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")
ROW = 22
BASE = "https://vega.github.io/vega-datasets/"  # vl-convert puts it before addresses within the page
TICKS, MONTHS = 6, 60
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"  # vl-convert brings the first and measures with it
Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Point:
    """One figure in a series: when it held (ISO days, both ends included), its value or bounds, who gave it, where.

    ``minimum`` or ``maximum`` None is an open bound. ``entry`` is the id that the mark leads to.
    """

    start: str
    end: str
    value: float | None
    minimum: float | None
    maximum: float | None
    giver: str
    outlet: str
    words: str
    entry: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a timeline: what it was, when (ISO days, both ends included), and how the report puts it."""

    start: str
    end: str
    label: str
    happening: str
    entry: str


@dataclass(frozen=True, slots=True)
class Stand:
    """One position in a picture: whose, of which kind, the day it was said (ISO), and the words for it."""

    side: str
    kind: str
    day: str
    words: str
    entry: str


def series(points: Sequence[Point], title: str, width: int = 640, height: int = 280) -> Spec:
    """Values of one quantity over time, one shape for each giver; a line up or down shows bounds, an arrow an open one.

    Nothing is joined by a line or averaged: every mark is one figure of one report.
    """
    givers = sorted({point.giver for point in points})
    top = max((v for p in points for v in (p.value, p.minimum, p.maximum) if v is not None), default=1.0)
    rows = [_point(point, top) for point in points]
    x = _dates({"field": "at"}, [day for p in points for day in (p.start, p.end)])
    y = {"field": "y", "type": "quantitative", "title": None, "scale": {"zero": True, "domainMax": top * 1.08}}
    tooltip = {"field": "words", "type": "nominal"}
    shape = {
        "field": "giver",
        "type": "nominal",
        "title": "given by",
        "scale": {"domain": givers, "range": [SHAPES[n % len(SHAPES)] for n in range(len(givers))]},
    }
    bounds = {"field": "low", "type": "quantitative"}
    layers: list[Spec] = [
        _layer(
            {"type": "rule", "strokeWidth": 1.2, "opacity": 0.7},
            {"x": x, "y": y | bounds, "y2": {"field": "high"}},
            "datum.low != datum.high",
        ),
        _layer(
            {"type": "rule", "strokeDash": [2, 3], "opacity": 0.6},
            {"x": x | {"field": "start"}, "x2": {"field": "end"}, "y": y},
            "datum.start != datum.end",
        ),
        _layer(
            {"type": "point", "shape": "arrow", "size": 60, "opacity": 0.8},
            {"x": x, "y": y | {"field": "high"}},
            "datum.up",
        ),
        _layer(
            {"type": "point", "size": 64, "filled": False, "strokeWidth": 1.6},
            {"x": x, "y": y, "shape": shape, "href": {"field": "href"}, "description": tooltip},
        ),
    ]
    return _spec(title, rows, layers, width, height)


def stacked(specs: Sequence[Spec]) -> Spec:
    """Several pictures one below the other, each under its title, with axes and shapes of its own."""
    shared = {key: specs[0][key] for key in ("$schema", "background", "config")}
    own = ("width", "height", "data", "layer")
    parts = [
        {"title": {"text": spec["description"], "anchor": "start", "color": INK}} | {key: spec[key] for key in own}
        for spec in specs
    ]
    apart = {"scale": {"x": "independent", "y": "independent", "shape": "independent"}}
    title = "; ".join(str(spec["description"]) for spec in specs)
    return shared | {"description": title, "vconcat": parts, "spacing": 36, "resolve": apart}


def timeline(events: Sequence[Event], title: str, width: int = 640) -> Spec:
    """Events in order, one line each: a known day is a dot, a range a bar with open ends, what is not certain hollow.

    Shape says how a report puts it: happened, planned, alleged, denied.
    """
    rows = [_event(event, number) for number, event in enumerate(events)]
    x = _dates({"field": "start"}, [day for e in events for day in (e.start, e.end)], orient="top")
    y = {"field": "row", "type": "ordinal", "axis": None}
    shape = {
        "field": "happening",
        "type": "nominal",
        "title": None,
        "scale": {
            "domain": ["happened", "planned", "alleged", "denied"],
            "range": ["circle", "triangle-right", "diamond", "cross"],
        },
    }
    known = {"condition": {"test": "datum.happening == 'happened'", "value": INK}, "value": "transparent"}
    layers = [
        _layer(
            {"type": "bar", "height": 8, "fillOpacity": 0.12, "stroke": INK, "strokeDash": [3, 2]},
            {"x": x, "x2": {"field": "end"}, "y": y},
            "datum.start != datum.end",
        ),
        _layer(
            {"type": "point", "size": 70, "strokeWidth": 1.5},
            {"x": x, "y": y, "shape": shape, "fill": known, "href": {"field": "href"}},
            "datum.start == datum.end",
        ),
        _layer(
            {"type": "text", "align": "left", "limit": width},
            {"x": {"value": width + 8}, "y": y, "text": {"field": "label"}, "href": {"field": "href"}},
        ),
    ]
    return _spec(title, rows, layers, width, {"step": ROW})


def stands(points: Sequence[Stand], title: str, width: int = 640) -> Spec:
    """Positions over time, a row for each side in the order of the alphabet, a shape for each kind."""
    kinds = ["demand", "offer", "accept", "refuse", "red-line", "threat"]
    shapes = ["triangle-up", "triangle-right", "circle", "cross", "square", "diamond"]
    rows = [
        {
            "side": p.side,
            "kind": p.kind,
            "start": p.day,
            "href": f"#{p.entry}",
            "words": f"{p.side}, {p.day}: {p.words}",
        }
        for p in points
    ]
    shape = {"field": "kind", "type": "nominal", "title": None, "scale": {"domain": kinds, "range": shapes}}
    x = _dates({"field": "start"}, [point.day for point in points])
    sides = sorted({point.side for point in points}, key=str.casefold)
    y = {
        "field": "side",
        "type": "nominal",
        "title": None,
        "sort": sides,
        "axis": {"labelLimit": 200, "tickBand": "extent", "grid": True},
    }
    apart = {"field": "kind", "type": "nominal", "scale": {"domain": kinds, "paddingOuter": 0.6}}
    words = {"field": "words", "type": "nominal"}
    marks = {"type": "point", "size": 80, "filled": False, "strokeWidth": 1.5}
    layer = _layer(
        marks, {"x": x, "y": y, "yOffset": apart, "shape": shape, "href": {"field": "href"}, "description": words}
    )
    return _spec(title, rows, [layer], width, {"step": 3 * ROW, "for": "position"})


def svg(spec: Spec) -> str:
    """The picture of a specification as one SVG element, the same for the same specification."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return drawn.replace(f'href="{BASE}#', 'href="#')


def _dates(field: Spec, known: Sequence[str], **axis: object) -> Spec:
    """A day axis in UTC, never finer than a day, with a little room on either side."""
    days = (max(map(date.fromisoformat, known)) - min(map(date.fromisoformat, known))).days if known else 0
    ticks = {"interval": "day", "step": max(1, days // TICKS)} if days <= MONTHS else TICKS
    look = {"format": "%-d %b %Y", "labelOverlap": True, "tickCount": ticks} | axis
    return field | {"type": "temporal", "title": None, "axis": look, "scale": {"type": "utc", "padding": 12}}


def _layer(mark: Spec, encoding: Spec, only: str = "") -> Spec:
    kept = {"transform": [{"filter": only}]} if only else {}
    return kept | {"mark": {"color": INK} | mark, "encoding": encoding}


def _point(point: Point, top: float) -> Spec:
    low = point.minimum if point.minimum is not None else point.value
    high = point.maximum if point.maximum is not None else point.value
    up = point.maximum is None and point.minimum is not None
    return {
        "start": point.start,
        "end": point.end,
        "at": point.start,
        "y": point.value if point.value is not None else low if low is not None else high,
        "low": low if low is not None else high,
        "high": top * 1.05 if up else high,
        "up": up,
        "giver": point.giver,
        "words": f"{point.giver}, in {point.outlet}: {point.words}",
        "href": f"#{point.entry}",
    }


def _event(event: Event, row: int) -> Spec:
    return {
        "row": row,
        "start": event.start,
        "end": event.end,
        "label": event.label,
        "happening": event.happening,
        "href": f"#{event.entry}",
    }


def _spec(title: str, rows: Sequence[Spec], layers: Sequence[Spec], width: int, height: object) -> Spec:
    plain = {
        "labelColor": INK,
        "titleColor": INK,
        "domainColor": INK,
        "tickColor": INK,
        "gridColor": INK,
        "gridOpacity": 0.12,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": title,
        "background": None,
        "width": width,
        "height": height,
        "data": {"values": list(rows)},
        "layer": list(layers),
        "config": {
            "view": {"stroke": None},
            "axis": plain,
            "legend": {
                "labelColor": INK,
                "titleColor": INK,
                "symbolStrokeColor": INK,
                "orient": "bottom",
                "labelLimit": 260,
                "columns": 4,
            },
            "text": {"color": INK},
            "font": FONT,
        },
    }
