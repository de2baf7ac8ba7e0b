"""Answers for one family in the terminal."""

from __future__ import annotations

from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.tree import Tree

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, Condition, Leaf, Status, Step, subject_label
from yihu.engines.rules.questions import Possible, questions, settled
from yihu.engines.rules.wording import Lang, Wording, value

WORDS = {
    "zh": {"entitled": "可享受", "not_entitled": "不符合", "cannot_tell": "还不能判断", "not_in_force": "当月未施行"},
    "en": {
        "entitled": "entitled",
        "not_entitled": "not entitled",
        "cannot_tell": "cannot tell",
        "not_in_force": "not in force",
    },
}
STYLE = {"entitled": "bold green", "not_entitled": "dim", "cannot_tell": "yellow", "not_in_force": "dim"}


def show(
    evaluation: Evaluation, answers: list[Answer], lang: Lang, *, trace: bool = False, console: Console | None = None
) -> None:
    """Print a table of all programmes that say something, the monthly total, what is missing, and if asked the traces."""
    console = console or Console()
    words = Wording(evaluation.month.book, lang)
    possible = Possible(evaluation)
    table = Table(title=_title(evaluation, lang), show_lines=False, pad_edge=False)
    for head in (
        ("项目", "对象", "结论", "金额", "理由与依据")
        if lang == "zh"
        else ("programme", "who", "answer", "amount", "why")
    ):
        table.add_column(head, justify="right" if head in ("金额", "amount") else "left", overflow="fold")
    for found in answers:
        if found.status is Status.NOT_IN_FORCE:
            continue
        said = _status(found, possible)
        label = found.programme.zh if lang == "zh" else found.programme.en
        text = f"[{STYLE[said]}]{WORDS[lang][said]}[/]"
        table.add_row(label, subject_label(found.frame, lang), text, _amount(found, lang), _why(found, words, lang))
    console.print(table)
    console.print(_total(answers, lang))
    _missing(evaluation, lang, console)
    if trace:
        for found in answers:
            if found.status in (Status.ENTITLED, Status.CANNOT_TELL):
                console.print(_tree(found, words, lang))


def _status(found: Answer, possible: Possible) -> str:
    if found.status is Status.CANNOT_TELL and settled(possible, found.programme, found.frame) is False:
        return "not_entitled"
    return found.status.value


def _title(evaluation: Evaluation, lang: Lang) -> str:
    pack_month = evaluation.month.first_day
    return f"{pack_month:%Y年%m月}的政策" if lang == "zh" else f"Law of {pack_month:%Y-%m}"


def _amount(found: Answer, lang: Lang) -> str:
    if found.amount is None or found.programme.amount is None:
        return ""
    return value(found.amount, found.programme.amount.type, lang)


def _why(found: Answer, words: Wording, lang: Lang) -> str:
    marks = ""
    if found.status is Status.ENTITLED:
        if found.recalled() or found.assumed:
            marks = " [red]待核实[/]" if lang == "zh" else " [red]unverified[/]"
        return found.programme.cites + marks
    if found.status is Status.CANNOT_TELL:
        open_ = [words.say(c.node) for c in found.conditions if c.holds is None]
        return ("要看：" if lang == "zh" else "depends on: ") + "；".join(open_[:2])
    if not found.failing:
        return ""
    first = found.failing[0]
    text = ("没有满足：" if lang == "zh" else "fails: ") + words.say(first.node)
    return text + _gap(first, lang) + (_near(lang) if found.near_miss else "")


def _gap(found: Condition, lang: Lang) -> str:
    if found.gap is None or found.gap_type is None:
        return ""
    amount = value(found.gap, found.gap_type, lang)
    return f"（相差{amount}）" if lang == "zh" else f" (by {amount})"


def _near(lang: Lang) -> str:
    return " [cyan]只差这一条[/]" if lang == "zh" else " [cyan]only this[/]"


def _total(answers: list[Answer], lang: Lang) -> str:
    monthly = sum((a.amount for a in answers if a.amount and not a.programme.one_off), Decimal(0))
    once = sum((a.amount for a in answers if a.amount and a.programme.one_off), Decimal(0))
    if lang == "zh":
        return f"[bold]每月合计 {monthly:,.2f} 元[/]" + (f"，一次性 {once:,.2f} 元" if once else "")
    return f"[bold]{monthly:,.2f} yuan a month[/]" + (f", {once:,.2f} yuan once" if once else "")


def _missing(evaluation: Evaluation, lang: Lang, console: Console) -> None:
    open_ = questions(evaluation)
    if not open_:
        return
    console.print("还需要知道：" if lang == "zh" else "Still needed:")
    for each in open_[:8]:
        declared = evaluation.month.book.declared(each.frame.level, each.fact)
        label = each.fact if declared is None else (declared.zh if lang == "zh" else declared.en)
        who = subject_label(each.frame, lang)
        console.print(f"  · {who}：{label}" if lang == "zh" else f"  · {who}: {label}")
    if len(open_) > 8:
        console.print(f"  … {len(open_) - 8}")


def _tree(found: Answer, words: Wording, lang: Lang) -> Tree:
    label = found.programme.zh if lang == "zh" else found.programme.en
    root = Tree(f"[bold]{label}[/] · {subject_label(found.frame, lang)}")
    seen: set[int] = set()
    for step in found.trace:
        _branch(root, step, words, lang, seen)
    return root


def _branch(parent: Tree, step: Step, words: Wording, lang: Lang, seen: set[int]) -> None:
    label = step.rule.zh if lang == "zh" else step.rule.en
    line = f"{label} = [bold]{value(step.value, step.rule.type, lang)}[/] [dim]{step.rule.cites} · {subject_label(step.frame, lang)}[/]"
    if id(step) in seen:
        parent.add(line + (" [dim]（见上）[/]" if lang == "zh" else " [dim](above)[/]"))
        return
    seen.add(id(step))
    branch = parent.add(line)
    for leaf in step.leaves:
        branch.add(_leaf(leaf, words, lang))
    for below in step.steps:
        _branch(branch, below, words, lang, seen)


def _leaf(leaf: Leaf, words: Wording, lang: Lang) -> str:
    said = f"{words.say(leaf.node)} = {value(leaf.value, leaf.node.type, lang)}"
    if leaf.dated is None:
        return f"[green]{said}[/] [dim]{subject_label(leaf.frame, lang)}[/]"
    document = leaf.dated.document.number if leaf.dated.document else ""
    confidence = leaf.dated.confidence.zh if lang == "zh" else leaf.dated.confidence.en
    return f"[blue]{said}[/] [dim]{document} {leaf.dated.article} {leaf.dated.start} · {confidence}[/]"
