"""``yihu assess --ask``: one question at a time, only those whose answer can still change something."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.console import Console
from rich.prompt import Prompt

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import subject_label
from yihu.engines.rules.given import GivenError, fact_value, parse
from yihu.engines.rules.questions import Question, fact_type, questions
from yihu.engines.rules.schema import MOST_MONEY, Entity
from yihu.engines.rules.types import Kind, Type
from yihu.engines.rules.wording import Lang

Skipped = set[tuple[str, int, str]]


def interview(evaluation: Evaluation, lang: Lang, today: date) -> Evaluation:
    """The evaluation with the answers given; an empty answer skips a question and leaves the fact unknown.

    At the end of the input the rest stays unknown.
    """
    console = Console(stderr=True)
    skipped: Skipped = set()
    asked = 0
    while True:
        question = _next(evaluation, skipped)
        if question is None:
            said = f"共问了 {asked} 个问题。" if lang == "zh" else f"{asked} questions were asked."
            console.print(said)
            return evaluation
        asked += 1
        try:
            value = _ask(console, evaluation, question, lang)
        except EOFError:  # answers were piped and are at their end: the rest stays unknown
            console.print()
            return evaluation
        if value is None:
            skipped.add((question.frame.level, question.frame.position, question.fact))
            continue
        _put(question.frame.entity, question.fact, value)
        evaluation = Evaluation(evaluation.month, evaluation.case.entity)


def _next(evaluation: Evaluation, skipped: Skipped) -> Question | None:
    for question in questions(evaluation):
        if (question.frame.level, question.frame.position, question.fact) not in skipped:
            return question
    return None


def _put(entity: Entity, fact: str, value: Any) -> None:
    if fact.startswith("granted."):
        entity.granted[fact.removeprefix("granted.")] = value
    else:
        setattr(entity, fact, value)


def _ask(console: Console, evaluation: Evaluation, question: Question, lang: Lang) -> Any:
    declared = evaluation.month.book.declared(question.frame.level, question.fact)
    type_ = fact_type(evaluation, question)
    who = subject_label(question.frame, lang)
    if declared is None:
        programme = evaluation.month.book.programme(question.fact.removeprefix("granted."))
        text = f"现在享受的{programme.zh}？" if lang == "zh" else f"{programme.en} drawn now?"
        help_ = ""
    else:
        text, help_ = declared.ask[lang == "en"], declared.help[lang == "en"]
    _options(console, type_, lang)
    if help_:
        console.print(f"[dim]{help_}[/]")
    while True:
        answer = Prompt.ask(f"[bold]{who}[/] {text}", console=console, default="", show_default=False)
        try:
            return fact_value(declared, answer) if declared is not None else _drawn(type_, answer, question.fact)
        except GivenError as problem:
            console.print(f"[red]{problem.message}[/]")


def _drawn(type_: Type, answer: str, fact: str) -> Any:
    """What is drawn today: yes or no, or a sum that is not negative; raises :class:`GivenError`."""
    found = parse(type_, answer, fact)
    if type_.kind is Kind.NUMBER and found is not None and not 0 <= found <= MOST_MONEY:
        raise GivenError(fact, f"{found} is outside 0 … {MOST_MONEY}")
    return found


def _options(console: Console, type_: Type, lang: Lang) -> None:
    if type_.kind is Kind.CHOICE and type_.choices is not None:
        console.print("[dim]" + " / ".join(m.zh if lang == "zh" else m.en for m in type_.choices) + "[/]")
    elif type_.kind is Kind.YES_NO:
        console.print("[dim]是 / 否[/]" if lang == "zh" else "[dim]yes / no[/]")
