"""The page on the rule language is true: its examples are read, its refusals are refused with the words given."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from yihu.engines.rules import Programme, Rule
from yihu.engines.rules.book import Rulebook, RulebookError
from yihu.engines.rules.syntax import RuleError

PAGE = Path(__file__).parent.parent / "docs/rules.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
WORLD, *REST = BLOCKS
EXAMPLES = [block for block in REST if not block.startswith("# refused: ")]
REFUSED = [block for block in REST if block.startswith("# refused: ")]

LAW = """
documents:
  example: {number: 示例〔2024〕1号, zh: 示例, en: example, text_status: read}
parameters:
"""
PARAMETER = """\
  {name}:
    {{zh: {name}, en: {name}, type: {type}, unit: '{unit}', {places}after_last: holds, checked: 2026-01-01,
     values: [{{from: 2005-01, value: {value}, document: example, article: 一, confidence: official}}]}}
"""
VALUES = [
    ("standard", "money", "CNY/month", "places: 2, ", "1000"),
    ("share", "number", "", "places: 2, ", "0.35"),
    ("months", "count", "month", "", "12"),
    ("old", "count", "year", "", "60"),
    ("open", "yes_no", "", "", "yes"),
]


def law() -> str:
    parts = (
        PARAMETER.format(name=name, type=kind, unit=unit, places=places, value=value)
        for name, kind, unit, places, value in VALUES
    )
    return LAW + "".join(parts)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Rulebook]:
    """Import a text as a module, since rules are read from a file, and make a rulebook of its rules."""

    def read(text: str) -> Rulebook:
        file = tmp_path / "page.py"
        file.write_text(text, "utf-8")
        spec = importlib.util.spec_from_file_location("page", file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, "page", module)
        spec.loader.exec_module(module)
        return rulebook(vars(module))

    return read


def rulebook(names: Mapping[str, Any]) -> Rulebook:
    rules = [v for v in names.values() if isinstance(v, Rule)]
    programmes = [v for v in names.values() if isinstance(v, Programme)]
    return Rulebook(names["Home"], names["Law"].read([("law.yaml", law())]), programmes, rules=rules)


def test_every_example_is_taken(page: Callable[[str], Rulebook]) -> None:
    book = page("\n\n".join([WORLD, *EXAMPLES]))
    names = re.findall(r"^def (\w+)", "\n".join(EXAMPLES), re.MULTILINE)
    assert {rule.name for rule in book.trees} >= set(names)


@pytest.mark.parametrize("block", REFUSED, ids=lambda block: block.splitlines()[0].removeprefix("# refused: "))
def test_what_the_page_calls_refused_is_refused_in_these_words(block: str, page: Callable[[str], Rulebook]) -> None:
    words = block.splitlines()[0].removeprefix("# refused: ")
    income = EXAMPLES[0]
    with pytest.raises((RuleError, RulebookError), match=re.escape(words)):
        page("\n\n".join([WORLD, income, block]))
