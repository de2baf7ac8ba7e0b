"""A page about one programme as data, in one language: for Markdown today, for a web page when there is one.

A ``Piece`` is a text with an address: empty, a page of a document (https:…), ``programme:ID`` for another page, or
``tests:PATH`` and ``tests:PATH#L12`` for the file of policy tests. What writes the page turns addresses into links.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yihu.desks.reports.programme_chart import Chart
from yihu.engines.rules.formula import Listed
from yihu.engines.rules.wording import Lang

Piece = tuple[str, str]
Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Basis:
    """Where a rule comes from: its citation, and the words of the cited article that it carries out."""

    cites: Pieces
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleView:
    """A rule or a condition: its name, how it is worked out (None: the name says all), its article, how it was read.

    ``meant``: the formula is that of this rule, of which the condition is the opposite.
    """

    says: str
    how: Listed | None
    basis: Basis
    note: str = ""
    meant: str = ""


@dataclass(frozen=True)
class AmountRow:
    """One case of an amount: ``figure`` is the sum where the law alone gives it."""

    when: str
    gives: str
    figure: str = ""


@dataclass(frozen=True)
class FigureRow:
    """A value of a figure of the law, in force since a day, with document and article; ``sure``: official, reported …"""

    name: str
    value: str
    since: str
    source: Pieces
    sure: str
    recalled: bool
    note: str = ""


@dataclass(frozen=True)
class SeriesView:
    """A sum of money through time, oldest value first."""

    name: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class EventRow:
    """What changed on a day, and by which documents."""

    day: str
    changes: tuple[str, ...]
    source: Pieces


@dataclass(frozen=True)
class CaseRow:
    """One policy test: its name (with the place where it stands), month, what it expects, and where that comes from."""

    name: Piece
    month: str
    expects: str
    source: str


@dataclass(frozen=True)
class CasesView:
    """The policy tests of a programme: how many there are, some of them, and the files in which they stand."""

    total: int
    rows: tuple[CaseRow, ...]
    files: Pieces


@dataclass(frozen=True)
class DocumentRow:
    """A document of the law; ``state`` says whether its text is in hand."""

    number: str
    title: Piece
    issued: str
    state: str


@dataclass(frozen=True)
class ProgrammeView:
    """The whole page in one language; ``finding``: an answer of a domain, which gives nothing;
    ``service``: what is given in place of money."""

    lang: Lang
    id: str
    title: str
    month: str
    about: tuple[tuple[str, Pieces], ...]
    finding: bool = False
    conditions: tuple[RuleView, ...] = ()
    relations: tuple[Pieces, ...] = ()
    condition_rules: tuple[RuleView, ...] = ()
    service: str = ""
    amount: str = ""
    amounts: tuple[AmountRow, ...] = ()
    amount_basis: Basis | None = None
    amount_note: str = ""
    amount_rules: tuple[RuleView, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    charts: tuple[Chart, ...] = ()
    series: tuple[SeriesView, ...] = ()
    events: tuple[EventRow, ...] = ()
    cases: CasesView = field(default_factory=lambda: CasesView(0, (), ()))
    readings: tuple[Pieces, ...] = ()
    documents: tuple[DocumentRow, ...] = ()


@dataclass(frozen=True)
class ProgrammePage:
    """The page in both languages; ``folder`` is that of its domain, empty for the city itself."""

    id: str
    folder: str
    zh: ProgrammeView
    en: ProgrammeView
