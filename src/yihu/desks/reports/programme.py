"""The page of a programme: what, who, how much, since when, by which law, worked out how, tested how. No clock, no files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from yihu.desks.reports.figures import month_words
from yihu.desks.reports.page import LANGS
from yihu.desks.reports.programme_about import LONG_AGO, About, Subject, subjects
from yihu.desks.reports.programme_cases import Case, cases_view, read
from yihu.desks.reports.programme_law import charts, documents, events, figures, series
from yihu.desks.reports.programme_rules import (
    amount_basis,
    amount_name,
    amount_note,
    amount_rules,
    amounts,
    condition_rules,
    conditions,
    relations,
)
from yihu.desks.reports.programme_view import Pieces, ProgrammePage, ProgrammeView
from yihu.engines.rules.formula import MonthWording
from yihu.engines.rules.month import Month
from yihu.engines.rules.reform import Reading
from yihu.engines.rules.tree import walk
from yihu.engines.rules.wording import Lang, unit_words
from yihu.pack import Pack

DEFAULT = date(2024, 7, 1)
"""The month that committed pages tell."""


@dataclass
class Pages:
    """Makes the pages of a pack and its domains for a month; raises PolicyError or LawError."""

    pack: Pack
    on: date = DEFAULT
    _words: dict[tuple[str, date, Lang], MonthWording] = field(default_factory=dict)
    _cases: dict[str, tuple[Case, ...]] = field(default_factory=dict)

    def subjects(self) -> tuple[Subject, ...]:
        """Everything that has a page."""
        return tuple(subjects(self.pack))

    def __iter__(self) -> Iterator[ProgrammePage]:
        return map(self.page, self.subjects())

    def page(self, subject: Subject) -> ProgrammePage:
        """One page in both languages."""
        zh, en = (self.view(subject, lang) for lang in LANGS)
        return ProgrammePage(subject.id, subject.folder, zh, en)

    def view(self, subject: Subject, lang: Lang) -> ProgrammeView:
        """One page in one language."""
        return _view(About(subject, self._wording(subject, lang)), self.cases(subject))

    def cases(self, subject: Subject) -> tuple[Case, ...]:
        """The policy tests of the pack that a subject belongs to, read once."""
        pack = subject.pack
        if pack.id not in self._cases:
            self._cases[pack.id] = read(pack)
        return self._cases[pack.id]

    def _wording(self, subject: Subject, lang: Lang) -> MonthWording:
        pack, month = subject.pack, subject.month(self.on)
        key = pack.id, month, lang
        if key not in self._words:
            other = next((w for (id, on, _), w in self._words.items() if (id, on) == (pack.id, month)), None)
            self._words[key] = MonthWording(other.month if other else Month(pack.rulebook, month), lang)
        return self._words[key]


def _view(about: About, cases: Sequence[Case]) -> ProgrammeView:
    return ProgrammeView(
        lang=about.lang,
        id=about.subject.id,
        title=about.subject.name(about.lang),
        month=month_words(about.month.first_day, about.lang),
        about=tuple(_about(about)),
        finding=about.subject.programme is None,
        conditions=conditions(about),
        relations=relations(about),
        condition_rules=condition_rules(about),
        service="" if about.subject.answer or often(about) else gives(about),
        amount=amount_name(about),
        amounts=amounts(about),
        amount_basis=amount_basis(about),
        amount_note=amount_note(about),
        amount_rules=amount_rules(about),
        figures=figures(about),
        charts=charts(about),
        series=series(about),
        events=events(about),
        cases=cases_view(about, cases),
        readings=tuple(_readings(about)),
        documents=documents(about),
    )


# what it is


def _about(about: About) -> Iterator[tuple[str, Pieces]]:
    texts, subject = about.texts, about.subject
    pack = subject.pack
    yield texts("programme_id"), ((subject.id, ""),)
    yield texts("programme_field"), ((pack.zh if about.lang == "zh" else pack.en, ""),)
    yield texts("programme_gives"), ((gives(about), ""),)
    if how_often := often(about):
        yield texts("programme_often"), ((how_often, ""),)
    yield texts("programme_for"), ((about.whom(), ""),)
    yield from _in_force(about)
    yield texts("programme_cites"), about.cites(subject.cites)
    note = subject.programme.note if subject.programme else subject.rules[0].note
    if note[about.lang == "en"]:
        yield texts("programme_note"), ((note[about.lang == "en"], ""),)


def _in_force(about: About) -> Iterator[tuple[str, Pieces]]:
    texts, programme = about.texts, about.subject.programme
    if programme is None:
        return
    if programme.since > LONG_AGO:
        days = {"day": about.day(programme.since)}
        if programme.until is not None:
            days["until"] = about.day(programme.until)
        key = "programme_from_until" if programme.until else "programme_from"
        yield texts("programme_since"), ((texts(key, **days), ""),)
    if programme.text_since is not None:
        yield texts("programme_text_since"), ((texts("programme_text_from", day=about.day(programme.text_since)), ""),)


def gives(about: About) -> str:
    """What is given: a service or right, money, a recognition; or that this is a finding."""
    programme = about.subject.programme
    if programme is None:
        return about.texts("programme_answer")
    service = programme.service[about.lang == "en"]
    return service or about.texts("programme_money" if programme.amount else "programme_recognition")


def often(about: About) -> str:
    """How often money is paid; empty where none is."""
    programme = about.subject.programme
    if programme is None or programme.amount is None:
        return ""
    if programme.every in ("month", "year", "day", "once"):
        return about.texts(f"programme_every_{programme.every}")
    return about.texts("programme_every_other", unit=unit_words(programme.amount.type.unit, about.lang))


# readings that lost


def _readings(about: About) -> Iterator[Pieces]:
    """The readings that would change something here."""
    used = {n.value for rule in about.every_rule for n in walk(about.book.trees[rule]) if n.op == "param"}
    for reading in about.subject.pack.readings:
        if _touches(reading, about, used):
            says = reading.zh if about.lang == "zh" else reading.en
            number = reading.id.partition("-")[0]
            yield about.around("programme_reading", ((number, f"decision:{number}"),), says=says)


def _touches(reading: Reading, about: About, used: set[str]) -> bool:
    return bool(reading.parameters.keys() & used) or any(rule in about.every_rule for rule in reading.replaced)


__all__ = ["DEFAULT", "Pages", "gives", "often"]
