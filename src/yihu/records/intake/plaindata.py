"""YAML or JSON as plain data with the line of every value; what could be read in two ways is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from yihu.engines.rules.parameters import Words

_MOST_BYTES = 1_000_000
_NOTHING = ("", "~", "null", "Null", "NULL")


class DataError(Exception):
    """Text that is not YAML or JSON of one mapping: why, and on which line."""

    def __init__(self, zh: str, en: str, line: int | None = None) -> None:
        super().__init__(en)
        self.says, self.line = Words(zh, en), line


@dataclass(frozen=True)
class Data:
    """A mapping of plain values, and the line of each by its path (``members[1].wage``) where lines are known."""

    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int | None:
        """Line of ``path`` or of what holds it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None


def read_data(path: Path) -> Data:
    """Read a file; ``.json`` is JSON, everything else YAML. Raises :class:`DataError` or OSError."""
    raw = path.read_bytes()
    if len(raw) > _MOST_BYTES:
        raise DataError("文件过大，只应有一户（一个单位）", "too large for one case")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        raise DataError("不是UTF-8文本，请另存为UTF-8", "not UTF-8 text; save it as UTF-8", line) from None
    try:
        data = _json(text) if path.suffix.lower() == ".json" else _yaml(text)
    except RecursionError:
        raise DataError("嵌套过深", "nested too deeply") from None
    return data


def _json(text: str) -> Data:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise DataError(f"“{name}”出现多次", f"{name} is given more than once")
        return dict(pairs)

    def refused(text: str) -> Any:
        raise DataError(f"{text} 不是数字", f"{text} is not a number")

    try:
        values = json.loads(
            text, object_pairs_hook=once, parse_float=Decimal, parse_int=Decimal, parse_constant=refused
        )
    except json.JSONDecodeError as problem:
        raise DataError("不是JSON", f"not JSON: {problem.msg}", problem.lineno) from None
    if not isinstance(values, dict):
        raise DataError("应为各项情况（名称: 内容）", "expected facts (name: value)", 1)
    return Data(values)


def _yaml(text: str) -> Data:
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark is not None else None
                raise DataError("不接受YAML别名，请写出内容", "aliases are not taken; write the values out", line)
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise DataError(
            "不是YAML", f"not YAML: {problem.problem}", mark.line + 1 if mark is not None else None
        ) from None
    except yaml.YAMLError as problem:
        raise DataError("不是YAML", f"not YAML: {problem}".splitlines()[0]) from None
    if not isinstance(node, yaml.MappingNode):
        raise DataError("应为各项情况（名称: 内容）", "expected facts (name: value)", 1)
    lines: dict[str, int] = {}
    return Data(_plain(node, "", lines), lines)


def _plain(node: yaml.Node, path: str, lines: dict[str, int]) -> Any:
    """Every scalar stays the text that was typed (``on`` is no truth value, 0012 no number); null is None."""
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, f"{path}[{i}]", lines) for i, each in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise DataError("项名应为文字", "a name must be plain text", line)
            if key.value in found:
                raise DataError(f"“{key.value}”出现多次", f"{key.value} is given more than once", line)
            at = f"{path}.{key.value}" if path else key.value
            lines[at] = line
            found[key.value] = _plain(value, at, lines)
        return found
    assert isinstance(node, yaml.ScalarNode)
    return None if node.style is None and node.value in _NOTHING else node.value
