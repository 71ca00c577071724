"""What a page says about its article in ways that readers do not see: meta tags, JSON-LD, links, times."""

import json
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain
from typing import Any

from onrecord.clean.html_page import Page
from onrecord.model.report import Given

META: Mapping[str, str] = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "og:site_name": "outlet",
    "article:publisher_name": "outlet",
    "dc.publisher": "outlet",
    "application-name": "outlet",
    "author": "byline",
    "article:author": "byline",
    "article:author_name": "byline",
    "parsely-author": "byline",
    "sailthru.author": "byline",
    "dc.creator": "byline",
    "byl": "byline",
    "agency": "agency",
    "news_agency": "agency",
    "article:agency": "agency",
    "article:published_time": "published",
    "og:article:published_time": "published",
    "og:published_time": "published",
    "article:published": "published",
    "datepublished": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publication_date": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "last-modified": "modified",
    "dcterms.modified": "modified",
    "og:url": "url",
}
"""The names of meta tags (``name``, ``property`` or ``itemprop``) and the field that each of them gives."""

LINKED: Mapping[str, str] = {
    "headline": "title",
    "author": "byline",
    "creator": "byline",
    "publisher": "outlet",
    "provider": "agency",
    "sourceOrganization": "agency",
    "datePublished": "published",
    "dateModified": "modified",
    "url": "url",
}
"""The properties of a JSON-LD article and the field that each of them gives."""

_ARTICLES = ("Article", "Posting", "Report", "Liveblog", "Review")
_PAGES = ("WebPage", "ItemPage")


def page_metadata(page: Page, headline: str | None) -> tuple[Given, ...]:
    """Every value that the page states, of each field the most trustworthy first; the visible headline before all."""
    first = [("title", headline)] if headline else []
    values = chain(first, _linked(page), _tags(page), _times(page), _document(page))
    named = ((name, " ".join(unescape(value).split())) for name, value in values)
    return tuple(dict.fromkeys(Given(name, value, "page") for name, value in named if _is_good(name, value)))


def stated_title(page: Page) -> str | None:
    """The title that the page states outside what readers see."""
    return next((given.value for given in page_metadata(page, None) if given.name == "title"), None)


def _is_good(name: str, value: str) -> bool:
    address = value.startswith(("http://", "https://"))
    return bool(value) and (address if name == "url" else not (address and name in ("byline", "outlet", "agency")))


def _document(page: Page) -> Iterator[tuple[str, str]]:
    """The canonical address, the language and the ``title`` element."""
    for at, element in enumerate(page.elements):
        if element.tag.name == "link" and page.attributes(at).get("rel", "").lower() == "canonical":
            yield "url", page.attributes(at).get("href", "")
        elif element.tag.name == "html":
            yield "language", page.attributes(at).get("lang", "")
    for _, raw in page.raw:
        if raw.name == "title":
            yield "title", page.source[raw.start : raw.end]
            return


def _tags(page: Page) -> list[tuple[str, str]]:
    """The values of meta tags and of ``itemprop`` dates, in the order of ``META``."""
    found: list[tuple[int, str, str]] = []
    order = {name: rank for rank, name in enumerate(META)}
    for at, element in enumerate(page.elements):
        if element.tag.name != "meta":
            continue
        attributes = page.attributes(at)
        for key in ("property", "name", "itemprop"):
            name = attributes.get(key, "").lower()
            if name in META:
                found.append((order[name], META[name], attributes.get("content", "")))
                break
    return [(name, value) for _, name, value in sorted(found, key=lambda item: item[0])]


def _times(page: Page) -> Iterator[tuple[str, str]]:
    """The machine-readable value of each ``time`` element that says what it is, else of the first one."""
    times = [page.attributes(at) for at, element in enumerate(page.elements) if element.tag.name == "time"]
    stated = [time for time in times if "pubdate" in time or time.get("itemprop", "").lower() in META]
    for time in stated or times[:1]:
        yield META.get(time.get("itemprop", "").lower(), "published"), time.get("datetime", "")


def _linked(page: Page) -> Iterator[tuple[str, str]]:
    """The values of JSON-LD: of articles, and of the page where no article is described."""
    blocks = [page.source[raw.start : raw.end] for at, raw in page.raw if _is_linked_data(page, at)]
    nodes = [node for block in blocks for node in _nodes(block)]
    for kinds in (_ARTICLES, _PAGES):
        described = [node for node in nodes if any(kind.endswith(kinds) for kind in _kinds(node))]
        if described:
            for key, name in LINKED.items():
                yield from ((name, value) for value in _names(described[0].get(key)))
            return


def _is_linked_data(page: Page, element: int) -> bool:
    return "ld+json" in page.attributes(element).get("type", "") if element >= 0 else False


def _nodes(block: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, those of lists and ``@graph`` among them."""
    try:
        waiting: list[Any] = [json.loads(block, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _kinds(node: Mapping[str, Any]) -> Iterable[str]:
    kinds = node.get("@type", ())
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: Any) -> Iterator[str]:
    """The text of a property: a string, the name of a thing, or each of several, joined by commas."""
    values = value if isinstance(value, list) else [value]
    names = [v.get("name") or v.get("@id") if isinstance(v, dict) else v for v in values]
    joined = ", ".join(dict.fromkeys(name for name in names if isinstance(name, str)))
    if joined:
        yield joined
