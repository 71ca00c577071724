"""The rows that other programs read, as models that the published description of the JSON API is made from."""

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import BaseModel, create_model


@cache
def model_of(row: type) -> type[BaseModel]:
    """The model of a row; every field of a row is always there."""
    fields: dict[str, Any] = {name: (_typed(hint), ...) for name, hint in get_type_hints(row).items()}
    return create_model(row.__name__, __doc__=row.__doc__, **fields)


@cache
def list_of(row: type) -> type[BaseModel]:
    """The model of one page of a list."""
    return create_model(
        f"{row.__name__}s",
        __doc__="One page of a list: how many rows there are in all, from which on these are, and counts to narrow by.",
        total=(int, ...),
        limit=(int, ...),
        offset=(int, ...),
        facets=(dict[str, dict[str, int]], ...),
        rows=(list[model_of(row)], ...),  # type: ignore[arg-type, misc]
    )


@cache
def ready_list() -> type[BaseModel]:
    """The model of what is worked out over all reports; ``rows`` are as the command of that name prints them."""
    return create_model(
        "Rows",
        __doc__="What is worked out over all reports; while it is being worked out, `ready` is false.",
        ready=(bool, ...),
        total=(int, ...),
        offset=(int, ...),
        rows=(list[dict[str, Any]], ...),
    )


def _typed(hint: Any) -> Any:
    """The type with models in the place of rows."""
    if is_typeddict(hint):
        return model_of(hint)
    arguments = tuple(_typed(argument) for argument in get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return Union[arguments]  # noqa: UP007 (made at run time)
    if get_origin(hint) in (list, dict, tuple):
        return get_origin(hint)[arguments]
    return dict if get_origin(hint) is Mapping else hint
