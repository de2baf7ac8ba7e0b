"""What an answer rests on, in words: the steps of its trace, the figures of the law with their sources, the documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yihu.desks.reports.texts import Texts
from yihu.engines.rules.citations import cited, linked
from yihu.engines.rules.explain import Answer, Leaf, Result, Step, Traced, subject_label, walk_steps
from yihu.engines.rules.law import Confidence, Document
from yihu.engines.rules.wording import Lang, Wording, day, value


@dataclass(frozen=True)
class LeafView:
    """A fact (whose) or a figure of the law (document, article, date, confidence) with its value."""

    says: str
    value: str
    who: str = ""
    source: str = ""
    sure: str = ""
    recalled: bool = False


@dataclass(frozen=True)
class StepView:
    """A rule with its value, article, note, what it used, and the rules below; ``above``: already shown.

    ``cites`` is in pieces of text, each with the page of the document that it names; ``words`` stand in the cited article.
    """

    says: str
    value: str
    who: str
    cites: tuple[tuple[str, str], ...]
    note: str
    above: bool
    words: tuple[str, ...] = ()
    leaves: tuple[LeafView, ...] = ()
    steps: tuple[StepView, ...] = ()


@dataclass(frozen=True)
class LawRow:
    """One figure of the law."""

    name: str
    value: str
    since: str
    source: str
    sure: str
    recalled: bool
    choice: str


@dataclass(frozen=True)
class DocumentRow:
    """One document of the law."""

    title: str
    issued: str
    url: str


def step_views(answer: Answer | Result, words: Wording, texts: Texts) -> tuple[StepView, ...]:
    """The trace of an answer; a step that several rules use is spelled out once."""
    if isinstance(answer, Answer) and not answer.conditions:
        return ()
    seen: set[int] = set()
    return tuple(_step(step, words, texts, seen) for step in answer.trace)


def _step(step: Step, words: Wording, texts: Texts, seen: set[int]) -> StepView:
    lang = texts.lang
    rule = step.rule
    label = rule.zh if lang == "zh" else rule.en
    above = id(step) in seen
    seen.add(id(step))
    shown = value(step.value, rule.type, lang)
    who = subject_label(step.frame, lang)
    note = rule.note[lang == "en"]
    cites = linked(rule.cites, words.book.law.pages)
    if above:
        return StepView(label, shown, who, cites, "", True)
    leaves = tuple(_leaf(leaf, words, lang) for leaf in step.leaves)
    below = tuple(_step(s, words, texts, seen) for s in step.steps)
    return StepView(label, shown, who, cites, note, False, rule.words, leaves, below)


def _leaf(leaf: Leaf, words: Wording, lang: Lang) -> LeafView:
    shown = value(leaf.value, leaf.node.type, lang)
    if leaf.dated is None:
        return LeafView(words.say(leaf.node), shown, who=subject_label(leaf.frame, lang))
    row = _law_row(leaf, words, lang)
    source = " ".join(part for part in (row.source, row.since) if part)
    return LeafView(row.name, row.value, source=source, sure=row.sure, recalled=row.recalled)


def law_rows(answers: Iterable[Traced], lang: Lang) -> list[LawRow]:
    """The figures of the law that these answers use, each once."""
    found: dict[str, LawRow] = {}
    for answer in answers:
        words = Wording(answer.evaluation.month.book, lang)
        for leaf in answer.leaves():
            if leaf.dated is not None and leaf.node.value not in found:
                found[leaf.node.value] = _law_row(leaf, words, lang)
    return list(found.values())


def _law_row(leaf: Leaf, words: Wording, lang: Lang) -> LawRow:
    dated = leaf.dated
    assert dated is not None
    parameter = words.book.law.parameter(leaf.node.value)
    document = (dated.document.number or dated.document.title(lang)) if dated.document else ""
    source = f"{document} {dated.article}".strip()
    sure = dated.confidence.zh if lang == "zh" else dated.confidence.en
    choice = parameter.choice.say(lang) if parameter.choice else ""
    recalled = dated.confidence is Confidence.RECALLED
    shown = value(leaf.value, leaf.node.type, lang)
    return LawRow(words.say(leaf.node), shown, day(dated.start, lang), source, sure, recalled, choice)


def documents(answers: Iterable[Traced], lang: Lang) -> list[DocumentRow]:
    """The documents that rules and figures rest on, each once, newest last."""
    found: dict[str, Document] = {}
    for answer in answers:
        known = answer.evaluation.month.book.law.documents.values()
        for cites in {step.rule.cites for step in walk_steps(answer.trace)}:
            found.update((document.id, document) for document in cited(cites, known))
        for leaf in answer.leaves():
            if leaf.dated is not None and leaf.dated.document is not None:
                found[leaf.dated.document.id] = leaf.dated.document
    ordered = sorted(found.values(), key=lambda d: (d.issued is None, d.issued, d.id))
    return [DocumentRow(d.title(lang), day(d.issued, lang) if d.issued else "", d.url) for d in ordered]
