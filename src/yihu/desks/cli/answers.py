"""Answers for one family in the terminal: what it is entitled to, what nearly fits, what cannot be told, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from yihu.desks.cli.traces import trace_tree
from yihu.desks.reports.cause import CauseView, cause_view, covered, within_reach
from yihu.desks.reports.figures import exact
from yihu.desks.reports.texts import TEXTS, Texts
from yihu.engines.rules import ranges
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, Result, Status, results, subject_label
from yihu.engines.rules.explain import answers as settle
from yihu.engines.rules.questions import Possible, Question, missing, needed, questions, settled
from yihu.engines.rules.steady import steady
from yihu.engines.rules.why import Cause, why
from yihu.engines.rules.wording import Lang, Wording, value

HEADS = {"zh": ("结论", "项目", "金额", "理由与依据"), "en": ("answer", "programme", "amount", "why")}
ASKED = {"zh": ("问题", "结果", "依据"), "en": ("question", "result", "law")}
WORDS = {
    Status.ENTITLED: ("可享受", "entitled", "bold green"),
    Status.NOT_ENTITLED: ("不符合", "not entitled", "dim"),
    Status.CANNOT_TELL: ("还不能判断", "cannot tell", "yellow"),
    Status.NOT_IN_FORCE: ("当月未施行", "not in force", "dim"),
}
NEAR = ("只差一条", "one short", "cyan")
MOST_FACTS, MOST_QUESTIONS = 3, 8


def show(
    evaluation: Evaluation,
    answers: Sequence[Answer],
    lang: Lang,
    *,
    trace: bool = False,
    every: bool = False,
    keep: Callable[[Answer], bool] = lambda answer: False,
    hint: bool = True,
) -> None:
    """Print what is asked for its own sake, the answers, the monthly total, what is missing, and with ``trace`` how each
    was worked out.

    Amounts are those that hold once all that is found is granted (:mod:`steady`); a line says so where today's is another.
    What clearly does not apply is only counted, unless ``every`` or ``keep`` asks for it. ``hint`` names the options that
    help where facts are missing.
    """
    console = Console()
    shown = _Shown(evaluation, lang)
    found = results(evaluation)
    if found:
        console.print(shown.results(found))
    sure = [shown.sure(answer) for answer in answers]
    listed = [a for a in sure if every or keep(a) or shown.matters(a)]
    if answers:
        _programmes(console, shown, sure, listed)
    shown.missing(console, hint=hint)
    if trace:
        traced: list[Answer | Result] = [*found, *listed]
        for each in traced:
            console.print(trace_tree(each, shown.words, lang))


def _programmes(console: Console, shown: _Shown, sure: list[Answer], listed: list[Answer]) -> None:
    """The table of programmes, what it leaves out, and the total."""
    console.print(shown.table(listed))
    rest = sum(a.status is not Status.NOT_IN_FORCE for a in sure) - len(listed)
    if rest > 0:
        console.print(
            shown.two(f"另有 {rest} 项明确不符合，用 --all 逐项列出", f"{rest} more do not apply; --all lists them")
        )
    idle = list(dict.fromkeys(shown.named(a) for a in sure if a.status is Status.NOT_IN_FORCE))
    if idle:
        console.print(shown.two("当月没有施行：", "Not in force that month: ") + shown.join(idle))
    console.print(shown.total(sure))


@dataclass(frozen=True)
class _Row:
    """One answer in words."""

    said: tuple[str, str, str]
    why: str


def _key(answer: Answer) -> tuple[str, str, int]:
    return answer.programme.id, answer.frame.level, answer.frame.position


class _Shown:
    """Puts the answers of one evaluation into words of one language."""

    def __init__(self, evaluation: Evaluation, lang: Lang) -> None:
        self.evaluation, self.lang = evaluation, lang
        self.words = Wording(evaluation.month.book, lang)
        self.texts = Texts(TEXTS, lang, evaluation.month.book.root)
        self.possible = Possible(evaluation)
        self.later = {_key(a): a for a in settle(steady(evaluation))}

    def two(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def join(self, names: Sequence[str]) -> str:
        return self.two("、", ", ").join(names)

    def named(self, answer: Answer) -> str:
        return self.two(answer.programme.zh, answer.programme.en)

    def sure(self, answer: Answer) -> Answer:
        """The answer as it stands, comes once the others are granted, or cannot be changed by any missing fact."""
        if self.follows(answer):
            return self.later[_key(answer)]
        if answer.status is not Status.CANNOT_TELL:
            return answer
        found = settled(self.possible, answer.programme, answer.frame)
        if found is None:
            return answer
        amount = self.evaluation.month.book.outcomes[answer.programme].amount
        if not found or amount is None:
            return replace(answer, status=Status.ENTITLED if found else Status.NOT_ENTITLED)
        fen = self.possible.rule(amount, answer.frame)[0]
        return replace(answer, status=Status.ENTITLED, amount=ranges.unscaled(fen, amount.type))

    def follows(self, answer: Answer) -> bool:
        """True for what is given only once the others are granted."""
        return answer.status is Status.NOT_ENTITLED and self.later[_key(answer)].status is Status.ENTITLED

    def matters(self, answer: Answer) -> bool:
        """Entitled, open, given otherwise, or short of one condition that is within reach."""
        if answer.status in (Status.ENTITLED, Status.CANNOT_TELL):
            return True
        causes = self.causes(answer)
        return bool(causes) and (all(map(covered, causes)) or self.near(answer, causes))

    def causes(self, answer: Answer) -> list[Cause]:
        """Why each failing condition fails."""
        return [why(self.evaluation, c.node, answer.frame) for c in answer.failing]

    def near(self, answer: Answer, causes: list[Cause]) -> bool:
        return answer.near_miss is not None and within_reach(causes[0]) and not covered(causes[0])

    def title(self) -> str:
        month = self.evaluation.month.first_day
        return self.two(f"{month.year}年{month.month}月的政策", f"Law of {month:%Y-%m}")

    def results(self, found: Sequence[Result]) -> Table:
        """What is asked for its own sake: the value, or what is missing for it, and the law."""
        table = Table(*ASKED[self.lang], title=self.title(), box=box.SIMPLE_HEAD, pad_edge=False)
        table.columns[-1].overflow = "fold"
        for each in found:
            label = escape(self.two(each.rule.zh, each.rule.en))
            if each.frame is not self.evaluation.case:
                label += f"\n[dim]{escape(subject_label(each.frame, self.lang))}[/]"
            if each.value is None:
                said = self.two(*WORDS[Status.CANNOT_TELL][:2])
                why = self.lacking(missing(self.possible, each.rule, each.frame))
                table.add_row(label, f"[yellow]{said}[/]", why)
                continue
            marks = self.two(" [red]待核实[/]", " [red]unverified[/]") if each.recalled() else ""
            note = each.rule.note[self.lang == "en"]
            law = escape(each.rule.cites) + marks + (f"\n[dim]{escape(note)}[/]" if note else "")
            table.add_row(label, f"[bold green]{escape(value(each.value, each.rule.type, self.lang))}[/]", law)
        return table

    def table(self, answers: Sequence[Answer]) -> Table:
        """What is entitled first, then what nearly fits, then what cannot be told; what is the same for several people once."""
        table = Table(title=self.title(), box=box.SIMPLE_HEAD, pad_edge=False)
        for head in HEADS[self.lang]:
            amount = head in ("金额", "amount")
            table.add_column(head, justify="right" if amount else "left", overflow="fold", no_wrap=amount)
        order = [Status.ENTITLED, Status.NOT_ENTITLED, Status.CANNOT_TELL, Status.NOT_IN_FORCE]
        rows: dict[tuple[str, str, _Row], list[str]] = {}
        for answer in sorted(answers, key=lambda a: order.index(a.status)):
            key = (self.named(answer), self.amount(answer), self.row(answer))
            rows.setdefault(key, []).append(subject_label(answer.frame, self.lang))
        for (label, paid, row), who in rows.items():
            said = f"[{row.said[2]}]{self.two(*row.said[:2])}[/]"
            table.add_row(said, f"{escape(label)}\n[dim]{escape(self.join(who))}[/]", paid, row.why)
        return table

    def amount(self, answer: Answer) -> str:
        """What is paid in the end."""
        paid = self.in_the_end(answer)
        if paid is None or answer.programme.amount is None:
            return ""
        if answer.programme.every == "once":
            return self.two(f"一次性 {paid:,} 元", f"{paid:,} yuan once")
        return value(paid, answer.programme.amount.type, self.lang)

    def in_the_end(self, answer: Answer) -> Decimal | None:
        later = self.later[_key(answer)]
        return answer.amount if later.status is Status.CANNOT_TELL else later.amount

    def after(self, answer: Answer) -> str:
        """What to say where other grants change the answer."""
        later = self.later[_key(answer)]
        if answer is later:
            return self.texts("after_new")
        if later.status is Status.NOT_ENTITLED:
            return self.texts("after_none", now=exact(answer.amount or Decimal(0)))
        if later.amount is not None and later.amount != answer.amount:
            return self.texts("after_other", now=exact(answer.amount or Decimal(0)))
        return ""

    def row(self, answer: Answer) -> _Row:
        said = WORDS[answer.status]
        if answer.status is Status.ENTITLED:
            marks = self.two(" [red]待核实[/]", " [red]unverified[/]") if answer.recalled() or answer.assumed else ""
            more = [each for each in (self.two(*answer.programme.service), self.after(answer)) if each]
            below = "".join(f"\n[dim]{escape(each)}[/]" for each in more)
            return _Row(said, escape(answer.programme.cites) + marks + below)
        if answer.status is Status.CANNOT_TELL:
            return _Row(said, self.open(answer))
        causes = self.causes(answer)
        if causes and all(map(covered, causes)):
            return _Row(said, escape("；".join(self.words.unmet(c.node) for c in answer.failing)))
        near = bool(causes) and self.near(answer, causes)
        views = [cause_view(c, self.words, self.texts, near=near) for c in causes]
        return _Row(NEAR if near else said, escape(self.two("；", "; ").join(map(self.reason, views))))

    def reason(self, view: CauseView) -> str:
        """A failing condition with its figures and what below it fails, on one line."""
        figures = [part for part in (view.mine, view.line, view.gap) if part]
        text = view.says + (self.two(f"（{'，'.join(figures)}）", f" ({', '.join(figures)})") if figures else "")
        below = self.two("；", "; ").join(map(self.reason, view.causes))
        if not below:
            return text
        any_of = self.texts("any_of") + self.two("", " ") if view.any_of else ""
        return text + (self.two("：", ": ") if text else "") + any_of + below

    def open(self, answer: Answer) -> str:
        """The facts that are missing."""
        return self.lacking(needed(self.possible, answer.programme, answer.frame))

    def lacking(self, questions: Sequence[Question]) -> str:
        names = list(dict.fromkeys(map(self.fact, questions)))
        more = self.two(f" 等 {len(names)} 项", f" … {len(names)} in all") if len(names) > MOST_FACTS else ""
        return self.two("还缺：", "needs: ") + escape(self.join(names[:MOST_FACTS])) + more

    def fact(self, question: Question) -> str:
        book = self.evaluation.month.book
        declared = book.declared(question.frame.level, question.fact)
        if declared is not None:
            return self.two(declared.zh, declared.en)
        programme = book.programme(question.fact.removeprefix("granted."))
        return self.texts("is_drawn", programme=self.two(programme.zh, programme.en))

    def total(self, answers: Sequence[Answer]) -> str:
        paid = [a for a in answers if a.status is Status.ENTITLED]
        monthly, year, once = (self.sum(paid, every) for every in ("month", "year", "once"))
        also = self.two(f"，每年 {year:,.2f} 元", f", {year:,.2f} yuan a year") if year else ""
        also += self.two(f"，一次性 {once:,.2f} 元", f", {once:,.2f} yuan once") if once else ""
        return f"[bold]{self.two(f'每月合计 {monthly:,.2f} 元', f'{monthly:,.2f} yuan a month')}[/]{also}"

    def sum(self, paid: Sequence[Answer], every: str) -> Decimal:
        """What is paid in the end, of the programmes that pay so often."""
        return sum((self.in_the_end(a) or Decimal(0) for a in paid if a.programme.every == every), Decimal(0))

    def missing(self, console: Console, *, hint: bool) -> None:
        """The facts worth asking for, the one that most answers wait for first."""
        found = questions(self.evaluation)
        if not found:
            return
        how = self.two(
            "（--ask 逐个询问，--usual 按通常情况推定）", " (--ask asks one by one, --usual presumes the usual)"
        )
        console.print(self.two("还需要知道", "Still needed") + (how if hint else "") + self.two("：", ":"))
        for each in found[:MOST_QUESTIONS]:
            who = subject_label(each.frame, self.lang)
            console.print(f"  · {escape(self.texts('of_whom', who=who, what=self.fact(each)))}")
        if len(found) > MOST_QUESTIONS:
            console.print(f"  … {self.texts('open_more', n=len(found) - MOST_QUESTIONS)}")
