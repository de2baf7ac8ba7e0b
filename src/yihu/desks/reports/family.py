"""The page for one family (or another case): what it is entitled to, what nearly fits, what cannot be told, and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from yihu.desks.reports.cause import CauseView, cause_view, covered, within_reach
from yihu.desks.reports.evidence import DocumentRow, LawRow, StepView, documents, law_rows, step_views
from yihu.desks.reports.figures import exact, month_words
from yihu.desks.reports.given_facts import Given, given_facts
from yihu.desks.reports.page import LANGS, render, styles, texts_in
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.citations import linked
from yihu.engines.rules.explain import Answer, Result, Status, results, subject_label
from yihu.engines.rules.explain import answers as settle
from yihu.engines.rules.naming import is_family
from yihu.engines.rules.questions import Possible, Question, missing, needed, questions, settled
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.steady import steady
from yihu.engines.rules.why import Cause, why
from yihu.engines.rules.wording import Lang, Wording, value

MOST_NEEDED, MOST_NAMES = 8, 3


@dataclass(frozen=True)
class Entry:
    """One programme for one subject, in one language; what does not apply is empty."""

    programme: str
    who: tuple[str, ...]
    cites: tuple[tuple[str, str], ...]
    amount: str = ""
    unit: str = ""
    drawn: str = ""
    after: str = ""
    note: str = ""
    remark: str = ""
    marks: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    causes: tuple[CauseView, ...] = ()
    needed: tuple[str, ...] = ()
    covered: str = ""
    trace: tuple[StepView, ...] = ()


@dataclass(frozen=True)
class FamilyView:
    """All that the template shows, in one language; ``asked`` are the rules asked for their own sake."""

    lang: Lang
    family: bool
    programmes: bool
    asked: list[Entry]
    month: str
    monthly: str
    year: str
    once: str
    entitled: list[Entry]
    near: list[Entry]
    first: tuple[str, ...]
    open: list[Entry]
    covered: list[Entry]
    rest: dict[str, list[Entry]]
    idle: list[str]
    given: Given
    law: list[LawRow]
    documents: list[DocumentRow]


@dataclass(frozen=True)
class _Sorted:
    """The answers by what is said of them; the same for both languages."""

    entitled: list[Answer]
    near: list[Answer]
    open: list[Answer]
    covered: list[Answer]
    rest: list[Answer]
    idle: list[Answer]
    causes: dict[int, list[Cause]]
    after: dict[int, Answer]
    follows: list[Answer]


def family_page(evaluation: Evaluation, written: Entity | None = None) -> str:
    """The page of one family, or of whatever the case is.

    Sums are those that hold once all that is found is granted (:mod:`steady`); where an amount differs from what the rules
    say today, the card says so. ``written``: the family before usual values were presumed; what only the evaluation has is
    then shown as presumed.
    """
    found, root = _sort(evaluation), evaluation.month.book.root
    views = [_view(evaluation, found, written, lang) for lang in LANGS]
    title = " · ".join(texts_in(lang, root)("family_title") for lang in LANGS)
    return render("family.html.j2", styles("family.css"), root=root, title=title, views=views)


def _sort(evaluation: Evaluation) -> _Sorted:
    answers, possible = settle(evaluation), Possible(evaluation)
    found = _Sorted([], [], [], [], [], [], {}, {}, [])
    for answer, later in zip(answers, settle(steady(evaluation)), strict=True):
        found.after[id(answer)] = later
        if answer.status is Status.NOT_ENTITLED and later.status is Status.ENTITLED:
            found.follows.append(later)
            continue
        causes = [why(evaluation, c.node, answer.frame) for c in answer.failing]
        found.causes[id(answer)] = causes
        if answer.status is Status.NOT_IN_FORCE:
            found.idle.append(answer)
        elif answer.status is Status.ENTITLED:
            found.entitled.append(answer)
        elif answer.status is Status.CANNOT_TELL and settled(possible, answer.programme, answer.frame) is None:
            found.open.append(answer)
        elif causes and all(covered(c) for c in causes):
            found.covered.append(answer)
        elif answer.near_miss is not None and within_reach(causes[0]):
            found.near.append(answer)
        else:
            found.rest.append(answer)
    return found


def _view(evaluation: Evaluation, found: _Sorted, written: Entity | None, lang: Lang) -> FamilyView:
    maker, asked = _Maker(evaluation, found, lang), results(evaluation)
    shown = [*asked, *found.entitled, *found.follows, *found.near, *found.open]
    rest: dict[str, list[Entry]] = {}
    for answer in found.rest:
        rest.setdefault(_label(answer, lang), []).append(maker.unmet(answer))
    rest = {programme: _together(entries) for programme, entries in rest.items()}
    in_the_end = [*(found.after[id(a)] for a in found.entitled), *found.follows]
    monthly, year, once = (_sum(in_the_end, every) for every in ("month", "year", "once"))
    return FamilyView(
        lang=lang,
        family=is_family(evaluation.month.book.root),
        programmes=bool(evaluation.month.book.programmes),
        asked=[maker.asked(each) for each in asked],
        month=month_words(evaluation.month.first_day, lang),
        monthly=monthly,
        year=year,
        once=once,
        entitled=[*(maker.entitled(a) for a in found.entitled), *(maker.follows(a) for a in found.follows)],
        near=_together(maker.near(a) for a in found.near),
        first=maker.first() if found.open or any(each.value is None for each in asked) else (),
        open=[maker.open(a) for a in found.open],
        covered=_together(maker.covered(a) for a in found.covered),
        rest=rest,
        idle=list(dict.fromkeys(_label(a, lang) for a in found.idle)),
        given=given_facts(evaluation, written, maker.texts),
        law=law_rows(shown, lang),
        documents=documents(shown, lang),
    )


def _sum(answers: Iterable[Answer], every: str) -> str:
    """What is paid in all, of the programmes that pay so often; empty where nothing is."""
    total = sum((a.amount for a in answers if a.amount and a.programme.every == every), Decimal(0))
    return exact(total) if total else ""


def _together(entries: Iterable[Entry]) -> list[Entry]:
    """Entries of one programme that say the same of several people become one."""
    found: dict[object, Entry] = {}
    for entry in entries:
        key = (entry.programme, entry.causes, entry.covered, entry.marks)
        if key in found:
            first = found[key]
            entry = replace(first, who=(*first.who, *entry.who), trace=(*first.trace, *entry.trace))
        found[key] = entry
    return list(found.values())


def _label(answer: Answer, lang: Lang) -> str:
    return answer.programme.zh if lang == "zh" else answer.programme.en


class _Maker:
    """Makes the entries of a page in one language."""

    def __init__(self, evaluation: Evaluation, found: _Sorted, lang: Lang) -> None:
        self.evaluation, self.found, self.lang = evaluation, found, lang
        self.words = Wording(evaluation.month.book, lang)
        self.texts: Texts = texts_in(lang, evaluation.month.book.root)
        self.possible = Possible(evaluation)

    def asked(self, result: Result) -> Entry:
        """A rule asked for its own sake: its value, or what is missing for it."""
        rule = result.rule
        shown = value(result.value, rule.type, self.lang)
        if result.value is None:
            names = self._missing(missing(self.possible, rule, result.frame))
            shown = self.texts("asked_open", names=("、" if self.lang == "zh" else ", ").join(names[:MOST_NAMES]))
        return Entry(
            programme=rule.zh if self.lang == "zh" else rule.en,
            who=(self._who(result.frame),),
            cites=linked(rule.cites, self.words.book.law.pages),
            unit=shown,
            note=rule.note[self.lang == "en"],
            marks=tuple(self._verify(result)),
            trace=step_views(result, self.words, self.texts),
        )

    def entitled(self, answer: Answer) -> Entry:
        """Amount in the end, what is drawn today, and how it was worked out."""
        later = self.found.after[id(answer)]
        if later.amount is not None and answer.amount is not None and later.amount != answer.amount:
            said = self.texts("after_other", now=exact(answer.amount))
            return replace(self._entitled(later), after=said, drawn=self._drawn(answer))
        if later.status is Status.NOT_ENTITLED:
            return replace(
                self._entitled(answer),
                amount="",
                unit="",
                after=self.texts("after_none", now=exact(answer.amount or Decimal(0))),
            )
        return self._entitled(answer)

    def follows(self, later: Answer) -> Entry:
        """What comes once the others are granted."""
        return replace(self._entitled(later), after=self.texts("after_new"), drawn="")

    def _entitled(self, answer: Answer) -> Entry:
        programme = answer.programme
        paid = answer.amount is not None and programme.amount is not None
        unit = self.texts(f"paid_{programme.every}") if paid else self._gives(programme)
        return self._entry(
            answer,
            amount=exact(answer.amount) if answer.amount is not None and paid else "",
            unit=unit,
            drawn=self._drawn(answer),
            note="" if programme.monthly else programme.note[self.lang == "en"],
            remark=programme.note[self.lang == "en"] if programme.monthly else "",
            holds=tuple(self.words.say(c.node) for c in answer.conditions if c.holds),
        )

    def _gives(self, programme: Programme) -> str:
        """What a programme without money gives."""
        return programme.service[self.lang == "en"] or self.texts("recognised")

    def near(self, answer: Answer) -> Entry:
        """The one condition that fails, and by how much."""
        return self._entry(answer, causes=self._causes(answer, near=True))

    def unmet(self, answer: Answer) -> Entry:
        """All conditions that fail."""
        return self._entry(answer, causes=self._causes(answer, near=False))

    def open(self, answer: Answer) -> Entry:
        """The facts that are missing."""
        missing = needed(self.possible, answer.programme, answer.frame)
        return self._entry(answer, needed=self._missing(missing))

    def first(self) -> tuple[str, ...]:
        """The missing facts that most answers wait for."""
        return self._missing(questions(self.evaluation)[:MOST_NEEDED])

    def _missing(self, wanted: Iterable[Question]) -> tuple[str, ...]:
        return tuple(self.texts("of_whom", who=self._who(q.frame), what=self._fact(q.frame, q.fact)) for q in wanted)

    def covered(self, answer: Answer) -> Entry:
        """The programmes that are given instead."""
        return self._entry(answer, covered=" ".join(self._instead(answer, c) for c in self.found.causes[id(answer)]))

    def _instead(self, answer: Answer, cause: Cause) -> str:
        assert cause.programme is not None
        other = cause.programme
        key = "covered_by"
        if other not in answer.programme.barred_by:
            pairs = (g for g in self.evaluation.month.book.groups if {other, answer.programme} <= set(g.programmes))
            picks = {g.pick for g in pairs}
            key = "beaten_choice" if "claimant" in picks else "covered_by" if "first" in picks else "beaten_by"
        return self.texts(key, programme=other.zh if self.lang == "zh" else other.en)

    def _causes(self, answer: Answer, *, near: bool) -> tuple[CauseView, ...]:
        return tuple(cause_view(c, self.words, self.texts, near=near) for c in self.found.causes[id(answer)])

    def _entry(self, answer: Answer, **more: object) -> Entry:
        return Entry(
            programme=_label(answer, self.lang),
            who=(self._who(answer.frame),),
            cites=linked(answer.programme.cites, self.words.book.law.pages),
            marks=tuple(self._marks(answer)),
            trace=step_views(answer, self.words, self.texts),
            **more,  # type: ignore[arg-type]
        )

    def _verify(self, answer: Answer | Result) -> Iterator[str]:
        names = list(dict.fromkeys(self.words.say(leaf.node) for leaf in answer.recalled()))
        if names:
            said = ("、" if self.lang == "zh" else ", ").join(names[:MOST_NAMES])
            if len(names) > MOST_NAMES:
                said = self.texts("and_others", names=said, n=len(names))
            yield self.texts("verify_values", names=said)

    def _marks(self, answer: Answer) -> Sequence[str]:
        marks = [*self._verify(answer)]
        if answer.assumed and answer.programme.text_since is not None:
            marks.append(self.texts("verify_assumed", since=month_words(answer.programme.text_since, self.lang)))
        return marks

    def _drawn(self, answer: Answer) -> str:
        drawn = answer.frame.facts.get(f"granted.{answer.programme.id}")
        if not drawn or answer.programme.amount is None:
            return ""
        if drawn == answer.amount:
            return self.texts("drawn_same")
        return self.texts("drawn", sum=exact(Decimal(drawn)))

    def _who(self, frame: Frame) -> str:
        return self.texts("whole_family") if frame is frame.case else subject_label(frame, self.lang)

    def _fact(self, frame: Frame, name: str) -> str:
        declared = self.evaluation.month.book.declared(frame.level, name)
        if declared is not None:
            return declared.zh if self.lang == "zh" else declared.en
        programme = self.evaluation.month.book.programme(name.removeprefix("granted."))
        return self.texts("is_drawn", programme=programme.zh if self.lang == "zh" else programme.en)
