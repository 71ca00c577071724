"""The names under which files give a report's fields, and the one name that onrecord uses for each."""

import re

ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "article_body"),
    "title": ("title", "headline", "article_title", "heading"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "site_name", "newspaper", "media_name"),
    "published": (
        "published",
        "date",
        "publish_date",
        "published_at",
        "published_date",
        "publication_date",
        "pub_date",
        "pubdate",
        "date_published",
        "date_publish",
        "datetime",
    ),
    "url": ("url", "link", "address", "web_url", "source_url", "canonical_link"),
    "byline": ("byline", "author", "authors", "creator", "by"),
    "agency": ("agency", "wire", "news_agency"),
    "modified": ("modified", "updated", "date_modified", "updated_at", "modified_at", "date_modify"),
    "language": ("language", "lang"),
}
"""The field names that are read as each of ``METADATA_FIELDS``, best first; case, spaces and hyphens do not count."""

_CANONICAL = {alias: name for name, aliases in ALIASES.items() for alias in aliases}


def canonical(name: str) -> str:
    """The field of ``METADATA_FIELDS`` that ``name`` is an alias of, or ``name`` as it came."""
    return _CANONICAL.get(folded(name), name)


def folded(name: str) -> str:
    """The name in small letters, words joined by underscores (``publishedAt`` is ``published_at``)."""
    return re.sub(r"[\s-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())).casefold()


def rank(name: str, wanted: str) -> int:
    """How good an alias of ``wanted`` the name is, best 0; as many as there are aliases where it is none."""
    aliases = ALIASES[wanted]
    return aliases.index(folded(name)) if folded(name) in aliases else len(aliases)
