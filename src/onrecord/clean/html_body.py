"""Which words of a page are its article: trafilatura's choice, as paragraphs without places."""

import logging
from collections.abc import Callable
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

SHORT = 1000
"""Below so many characters a choice for precision is held against one for balance; measured, see decision 020."""

LOST = 3
"""The choice for balance is taken where it is so many times longer."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def article_paragraphs(source: str) -> list[str]:
    """The paragraphs of the article in the page, in trafilatura's order; empty where it finds none."""
    parse = _parser(source)
    exact = _extract(parse(), precise=True)
    if len(exact) >= SHORT:
        return exact.splitlines()
    balanced = _extract(parse(), precise=False)
    return (balanced if len(balanced) > LOST * len(exact) else exact).splitlines()


def _parser(source: str) -> Callable[[], HtmlElement | None]:
    """Parses the page anew at each call, since trafilatura changes the tree it is given."""
    data = source.replace("\0", "").encode("utf-8", "replace")

    def parse() -> HtmlElement | None:
        options: dict[str, Any] = {"collect_ids": False, "default_doctype": False, "encoding": "utf-8"}
        try:
            return document_fromstring(data, HTMLParser(**options, remove_comments=True, remove_pis=True))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None

    return parse


def _extract(tree: HtmlElement | None, *, precise: bool) -> str:
    import trafilatura

    if tree is None:
        return ""
    return trafilatura.extract(tree, include_comments=False, favor_precision=precise) or ""
