"""YAML read as it is written: numbers exactly, never as float, octal or minutes; dates as text; a key stands once."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

import yaml
from yaml.constructor import ConstructorError


def load(text: str) -> Any:
    """The data of a YAML text; raises ``yaml.YAMLError`` for everything that cannot be read."""
    try:
        return yaml.load(text, Loader=_Exact)  # noqa: S506 - a SafeLoader
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as problem:
        raise yaml.YAMLError(f"a value cannot be read ({problem or type(problem).__name__})") from None


class _Exact(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}  # type: ignore[misc]

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._checked: set[int] = set()

    def flatten_mapping(self, node: Any) -> None:
        """Take in what ``<<`` merges; before that, no key may stand twice."""
        if id(node) not in self._checked:
            self._checked.add(id(node))
            seen: set[str] = set()
            for key, _ in node.value:
                if str(key.value) in seen:
                    raise ConstructorError(
                        problem=f"the key {key.value} stands twice; keep one", problem_mark=key.start_mark
                    )
                seen.add(str(key.value))
        super().flatten_mapping(node)

    def decimal(self, node: Any) -> Decimal:
        """A number with a decimal point."""
        try:
            return Decimal(node.value)
        except InvalidOperation:
            raise ConstructorError(problem=f"{node.value} is not a number", problem_mark=node.start_mark) from None


_DIGITS = list("-+0123456789")
_Exact.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"^<<$"), ["<"])
_Exact.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_Exact.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:yes|Yes|no|No|true|True|false|False)$"), list("yYnNtTfF")
)
_Exact.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), _DIGITS)
_Exact.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]*$"), _DIGITS)
_Exact.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Exact.add_constructor("tag:yaml.org,2002:float", _Exact.decimal)
