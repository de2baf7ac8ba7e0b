"""Does a pack say what its law says? Citations, locators and figures, held against the official texts where they are in hand.

Two questions. :func:`uncited` needs no texts: does every citation name a known document and a readable place? :func:`check`
takes the texts by file name: does the cited place exist, do the words of a rule stand in it, does each figure stand in the
text? Figures that are not official are held against the notes (what was collected about them). Pure: no files, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yihu.engines.rules.articles import Outline, find, near, outline, squeezed, unmarked, where
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.citations import Citation, CitationError, citations
from yihu.engines.rules.locators import LocError, read_locs, show_loc
from yihu.engines.rules.parameters import Confidence, DatedValue, Document, Parameter
from yihu.engines.rules.rule import Rule
from yihu.engines.rules.tree import walk
from yihu.engines.rules.written import Written, days, numbers, said
from yihu.pack import Pack

UNWRITTEN = (0, 1)
"""Figures that a text need not write where a note says so: nothing is asked, the whole is given."""


@dataclass(frozen=True)
class Problem:
    """Something that is wrong: where it stands, and what."""

    where: str
    what: str


@dataclass
class Row:
    """What was held against one document: rules that cite it, places found, words found, figures found."""

    document: Document
    rules: int = 0
    words: int = 0
    figures: int = 0
    places: set[str] = field(default_factory=set)


@dataclass
class LawReport:
    """What was checked. ``elsewhere``: official figures that stand in the text but not in the cited article."""

    pack: Pack
    rows: dict[str, Row] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    elsewhere: list[Problem] = field(default_factory=list)
    rules: int = 0
    rules_not_in_hand: int = 0
    words_not_in_hand: int = 0
    noted: int = 0
    derived: int = 0
    values: int = 0
    files: int = 0
    not_programmes: int = 0


# without the texts


def uncited(pack: Pack) -> list[Problem]:
    """Citations of rules, programmes, choices and readings that name no known document or no readable place.

    Of this pack alone: its domains are packs, too.
    """
    return [Problem(at, str(c)) for _, at, c in _all_cited((pack,)) if isinstance(c, CitationError)]


def _all_cited(parts: Iterable[Pack]) -> Iterator[tuple[AnyRule | None, str, tuple[Citation, ...] | CitationError]]:
    """Rule (None: a programme or a choice), where it stands, and what it cites, each rule once."""
    seen: set[int] = set()
    for part in parts:
        documents = tuple(part.rulebook.law.documents.values())
        for programme in part.programmes:
            yield None, f"programme {programme.id}", _read(programme.cites, documents)
        for group in part.groups:
            yield None, f"choice of {' and '.join(p.id for p in group.programmes)}", _read(group.cites, documents)
        for rule in _rules(part):
            if id(rule) not in seen:
                seen.add(id(rule))
                yield rule, f"{rule.where} {rule.name}", _read(rule.cites, documents)


def _rules(pack: Pack) -> Iterator[AnyRule]:
    """Rules that the programmes reach, and all that stand beside the rules of a reading."""
    yield from (rule for rule in pack.rulebook.trees if rule.source is not None)
    for reading in pack.readings:
        for rule in reading.replaced.values():
            assert rule.function is not None
            yield from (each for each in rule.function.__globals__.values() if isinstance(each, Rule) and each.source)


def _read(cites: str, documents: Iterable[Document]) -> tuple[Citation, ...] | CitationError:
    try:
        return citations(cites, documents)
    except CitationError as problem:
        return problem


# with the texts


def check(pack: Pack, texts: Mapping[str, str], notes: str) -> LawReport:
    """Rules, programmes and dated values of a pack and its domains against ``texts`` (file name → text) and ``notes``."""
    return _Check(pack, texts, notes).report


class _Check:
    """One run; outlines and the figures of each article are made once."""

    def __init__(self, pack: Pack, texts: Mapping[str, str], notes: str) -> None:
        self.report = LawReport(pack, files=len(texts))
        self.texts = texts
        self.outlines: dict[str, Outline] = {}
        self.figures: dict[tuple[str, int, int], tuple[set[Written], set[date]]] = {}
        self.notes = numbers(notes), days(notes)
        self.used: set[str] = set()
        parts = (pack, *pack.domains)
        trees = {rule: tree for part in parts for rule, tree in part.rulebook.trees.items()}
        for rule, at, cited in _all_cited(parts):
            self._citation(rule, at, cited, reached=rule is None or rule in trees)
        read = {node.value for tree in trees.values() for node in walk(tree) if node.op == "param"}
        for parameter in {id(p): p for part in parts for p in part.law().parameters.values()}.values():
            for value in parameter.values:
                self._value(parameter, value)
                if parameter.name in read and value.document is not None:
                    self.used.add(value.document.text)
        self._sources({id(d): d for part in parts for d in part.law().documents.values()}.values())

    def _problem(self, at: str, what: str) -> None:
        self.report.problems.append(Problem(at, what))

    def _outline(self, document: Document) -> Outline | None:
        if document.text not in self.texts:
            return None
        if document.text not in self.outlines:
            self.outlines[document.text] = outline(self.texts[document.text])
        return self.outlines[document.text]

    def _row(self, document: Document) -> Row:
        return self.report.rows.setdefault(document.id, Row(document))

    # rules and programmes

    def _citation(
        self, rule: AnyRule | None, at: str, cited: tuple[Citation, ...] | CitationError, *, reached: bool
    ) -> None:
        """One citation, of a rule or of a programme (None); ``reached``: a programme rests on it."""
        if isinstance(cited, CitationError):
            self._problem(at, str(cited))
            return
        if reached:
            self.used.update(citation.document.text for citation in cited)
        if rule is None:
            self._spans(at, cited)
        else:
            self._rule(rule, at, cited)

    def _rule(self, rule: AnyRule, at: str, cited: tuple[Citation, ...]) -> None:
        if not cited:
            return
        self.report.rules += 1
        spans = self._spans(at, cited)
        in_hand = {c.document.id for c in cited if self._outline(c.document) is not None}
        for id_ in in_hand:
            self.report.rows[id_].rules += 1
        if not in_hand:
            self.report.rules_not_in_hand += 1
            self.report.words_not_in_hand += len(rule.words)
            return
        if not rule.words:
            self._problem(at, "says no words of the article that it carries out; give words='…' as they stand there")
        for words in rule.words:
            self._words(words, at, cited, spans)

    def _spans(self, at: str, cited: tuple[Citation, ...]) -> list[tuple[Document, str]]:
        """The texts of the cited places, each with its document; a place that does not exist is a problem."""
        found = []
        for citation in cited:
            text = self._outline(citation.document)
            if text is None:
                continue
            span = find(text, citation.loc)
            if span is None:
                there = near(text, citation.loc)
                self._problem(at, f"{citation} is not in {citation.document.text}; there is {there}")
                continue
            self._row(citation.document).places.add(show_loc(citation.loc))
            found.append((citation.document, text.text[slice(*span)]))
        return found

    def _words(self, words: str, at: str, cited: tuple[Citation, ...], spans: list[tuple[Document, str]]) -> None:
        wanted = squeezed(words)
        for document, text in spans:
            if wanted in squeezed(text):
                self._row(document).words += 1
                return
        outlines = [(c.document, self._outline(c.document)) for c in cited]
        if any(each is None for _, each in outlines):
            self.report.words_not_in_hand += 1
            return
        elsewhere = {(d.number or d.zh): where(each, words) for d, each in outlines if each is not None}
        hints = [f"{name} {show_loc(loc)}" for name, loc in elsewhere.items() if loc is not None]
        hint = f"they stand in {'; '.join(hints)}" if hints else "write them exactly as they stand in the article"
        self._problem(at, f"the words “{words}” do not stand in the cited article; {hint}")

    # dated values

    def _value(self, parameter: Parameter, dated: DatedValue) -> None:
        self.report.values += 1
        at = f"{parameter.file}:{dated.line} {parameter.name}"
        document = dated.document
        text = self._outline(document) if document is not None else None
        places = self._places(at, dated) if text is not None else []
        figure = None if isinstance(dated.value, bool) else dated.value
        if figure is None:
            return
        if text is not None and document is not None:
            row = self._row(document)
            whole = (0, len(text.text))
            if any(self._stands(figure, parameter.unit, document, span) for span in places):
                row.figures += 1
                return
            if dated.note is not None and figure in UNWRITTEN:
                self.report.derived += 1
                return
            if self._stands(figure, parameter.unit, document, whole):
                row.figures += 1
                if dated.article:
                    self.report.elsewhere.append(
                        Problem(at, f"{figure} stands in the text, but not in {dated.article}")
                    )
                return
            if dated.confidence is Confidence.OFFICIAL:
                self._problem(at, f"{figure} does not stand in {document.text}")
                return
        self._noted(at, parameter, dated)

    def _noted(self, at: str, parameter: Parameter, dated: DatedValue) -> None:
        """A figure whose text is not in hand, or that is not official, stands in the notes or says itself where it is from."""
        assert dated.value is not None
        if _among(dated.value, parameter.unit, *self.notes):
            self.report.noted += 1
        elif dated.note is not None:
            self.report.derived += 1
        else:
            self._problem(
                at, f"{dated.value} ({dated.confidence.value}) stands in no text in hand; say in note: where it is from"
            )

    def _places(self, at: str, dated: DatedValue) -> list[tuple[int, int]]:
        """The spans of the article of a value whose text is in hand."""
        document = dated.document
        assert document is not None
        text = self._outline(document)
        assert text is not None
        try:
            locs = read_locs(dated.article) if dated.article else ()
        except LocError as problem:
            self._problem(at, str(problem))
            return []
        found = []
        for loc in locs:
            span = find(text, loc)
            if span is None:
                self._problem(at, f"{show_loc(loc)} is not in {document.text}; there is {near(text, loc)}")
            else:
                self._row(document).places.add(show_loc(loc))
                found.append(span)
        return found

    def _stands(self, figure: Any, unit: str, document: Document, span: tuple[int, int]) -> bool:
        key = document.text, *span
        if key not in self.figures:
            text = unmarked(self.outlines[document.text], span)
            self.figures[key] = numbers(text), days(text)
        return _among(figure, unit, *self.figures[key])

    # sources

    def _sources(self, documents: Iterable[Document]) -> None:
        """Each text is used by a programme (its rules, the figures that these read), or is marked as granting nothing."""
        named: dict[str, list[Document]] = {}
        for document in documents:
            named.setdefault(document.text, []).append(document)
        for file in sorted(self.texts):
            if file not in named:
                self._problem(file, "no document of the pack is this text; add it under documents: with text:")
            elif any(d.not_a_programme for d in named[file]):
                self.report.not_programmes += 1
            elif file not in self.used:
                self._problem(
                    file, "no programme rests on it; write the programme, or not_a_programme: with the reason"
                )


def _among(figure: Any, unit: str, figures: set[Written], found: set[date]) -> bool:
    return figure in found if isinstance(figure, date) else said(figure, unit, figures)
