"""Pages of a made-up city for the tests: families, a run, a reform; and a reader of HTML that keeps what tests ask for."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from yihu.desks.reports import family_page, reform_page, run_page
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.given import case_from
from yihu.engines.rules.law import Confidence
from yihu.engines.rules.layout import arrow_schema, table_of
from yihu.engines.rules.month import Month
from yihu.engines.rules.reform import read_reform
from yihu.engines.rules.rule import rule
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.types import Money
from yihu.pack import Pack, find_pack
from yihu.records.runs.compare import Comparison, compare
from yihu.records.runs.launch import run
from yihu.records.runs.result import Result
from yihu.records.snapshots import SnapshotWriter
from yihu_sample.facts import Home
from yihu_sample.law import Law

JULY = date(2024, 7, 1)
EAST, WEST = 990101001001, 990102001001
VOID = ("meta", "input", "br")
_FOLDER = tempfile.TemporaryDirectory(prefix="reports-")

POOR: dict[str, Any] = {"savings": 100, "members": [{"birth": "1940-01-05", "wage": 0, "pension": 300, "care": "none"}]}
NEAR: dict[str, Any] = {"savings": 0, "members": [{"birth": "1990-01-05", "wage": 880, "pension": 0, "care": "none"}]}
UNSURE: dict[str, Any] = {"members": [{"birth": "1930-01-05", "wage": 0, "care": None}]}


@rule(cites="云民示〔2023〕1号 二", zh="一次性补助", en="paid once", unit="CNY")
def burial_money(home: Home, law: Law) -> Money:
    """Money that is paid once: twice the savings."""
    return home.savings + home.savings


def pack() -> Pack:
    """The made-up city."""
    return find_pack("sample")


def case(data: dict[str, Any], *, usual: bool = False) -> Entity:
    """A family of the made-up city."""
    return case_from(data, pack().root, pack().programmes, usual=usual)


def evaluated(data: dict[str, Any], *, usual: bool = False, book: Rulebook | None = None) -> Evaluation:
    """A family in July 2024."""
    return Evaluation(Month(book or pack().rulebook, JULY), case(data, usual=usual))


def family(data: dict[str, Any], **options: Any) -> str:
    """The page of a family."""
    return family_page(evaluated(data, **options))


def recalled_book() -> Rulebook:
    """The city's rulebook with every figure of the family standard only recalled."""
    law = pack().law()
    old = law.parameter("family_standard")
    made = replace(old, values=tuple(replace(v, confidence=Confidence.RECALLED) for v in old.values))
    return pack().rulebook.with_(replace(law, parameters=MappingProxyType({**law.parameters, made.name: made})))


def city(poor_east: int, poor_west: int) -> list[tuple[dict[str, Any], int]]:
    """Families with their community: poor ones that draw nothing, one that should not draw, one nobody can judge."""
    drawing = {**NEAR, "granted": {"family_allowance": 50}}
    missed = {**POOR, "granted": {"family_allowance": 0}}
    counts = (
        (missed, EAST, poor_east),
        (missed, WEST, poor_west),
        (drawing, EAST, 1),
        (UNSURE, WEST, 7),
        (NEAR, WEST, 9),
    )
    return [(data, place) for data, place, number in counts for _ in range(number)]


@cache
def result(poor_east: int = 20, poor_west: int = 30, months: int = 1, engine: str = "kernel") -> Result:
    """A run over such a city."""
    folder = Path(_FOLDER.name) / f"{poor_east}-{poor_west}-{months}-{engine}"
    snapshot = _snapshot(folder, poor_east, poor_west)
    return run(pack(), snapshot, [date(2024, 7 + n, 1) for n in range(months)], folder / "result", engine=engine)


@cache
def report(poor_east: int = 20, poor_west: int = 30, months: int = 1, *, suppress: bool = True) -> str:
    """The page of such a run."""
    return run_page(result(poor_east, poor_west, months), pack(), suppress=suppress)


@cache
def comparison(name: str = "提高标准") -> Comparison:
    """A reform that raises the standard of the family allowance."""
    text = f"zh: {name}\nen: Raise the standard\nparameters: {{family_standard: 1000}}\n"
    return compare(pack(), _snapshot(Path(_FOLDER.name) / "reform", 20, 30), JULY, read_reform("reform.yaml", text))


@cache
def reform(name: str = "提高标准") -> str:
    """The page of that reform."""
    return reform_page(comparison(name), pack())


def _snapshot(folder: Path, poor_east: int, poor_west: int) -> Path:
    families = city(poor_east, poor_west)
    root, programmes = pack().root, pack().programmes
    table = table_of([case(data) for data, _ in families], root, programmes)
    at = table.schema.get_field_index("community")
    table = table.set_column(at, table.schema.field(at), pa.array([place for _, place in families], pa.int64()))
    with SnapshotWriter(
        folder / "city", arrow_schema(root, programmes), {"pack": "sample", "origin": "import"}
    ) as writer:
        writer.write(table)
    return folder / "city"


# reading a page


@dataclass
class Element:
    """An element with its attributes, its ancestors' names, and the text directly or deeper inside it."""

    name: str
    attributes: dict[str, str | None]
    within: tuple[str, ...]
    lang: str
    text: str = ""


@dataclass
class Read(HTMLParser):
    """All elements of a page in order; raises AssertionError where tags do not close."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        given = dict(attrs)
        lang = given.get("lang") or (self._open[-1].lang if self._open else "")
        made = Element(tag, given, tuple(e.name for e in self._open), lang)
        self.elements.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element, which must be this one."""
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text belongs to every open element."""
        for element in self._open:
            element.text += data

    def all(self, name: str) -> list[Element]:
        """Elements of a name."""
        return [e for e in self.elements if e.name == name]


def read(page: str) -> Read:
    """A page, read and closed."""
    reader = Read()
    reader.feed(page)
    reader.close()
    assert not reader._open
    return reader


def said(page: str, lang: str = "zh") -> str:
    """The text of a page in one language, without what only the other sees, white space drawn together."""
    article = read(page).all("article")[lang == "en"]
    return re.sub(r"\s+", " ", article.text)
