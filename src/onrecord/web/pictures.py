"""Pictures drawn from specifications: cleaned of what a policy forbids, and kept, for drawing takes long."""

import json
import re
from functools import lru_cache

from starlette.responses import Response

from onrecord.views.charts import svg

STYLED = re.compile(r'\sstyle="[^"]*"')
LINKED = re.compile(r'href="#([0-9a-f]+)"')


@lru_cache(maxsize=64)
def drawn(specification: str) -> str:
    """The picture of a specification (JSON); its marks lead to the pages of the entries behind them."""
    return cleaned(svg(json.loads(specification)))


def cleaned(drawing: str) -> str:
    """A drawing without inline style, whose marks lead to the pages of the entries behind them."""
    return LINKED.sub(r'href="/entries/\1"', STYLED.sub("", drawing))


def picture(specification: str) -> Response:
    """The picture as an answer of its own."""
    return Response(drawn(specification).encode("utf-8", "replace"), media_type="image/svg+xml")
