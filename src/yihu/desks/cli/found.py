"""What a run found for one family, in words and as data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rich import box
from rich.markup import escape
from rich.table import Table

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import subject_label
from yihu.engines.rules.wording import Lang, Wording
from yihu.records.runs.lookup import Finding

WORDS = {
    "right": ("正确", "right", "green"),
    "missed": ("漏掉", "missed", "bold red"),
    "changed": ("金额变化", "changed", "yellow"),
    "ended": ("不再符合", "ended", "red"),
    "cannot_tell": ("不能判断", "cannot tell", "yellow"),
    "follows": ("落实后还可得", "would follow", "cyan"),
}
HEADS = {
    "zh": ("发现", "项目", "应发 元", "在发 元", "原因"),
    "en": ("found", "programme", "due yuan", "paid yuan", "because"),
}


def table(evaluation: Evaluation, found: list[Finding], lang: Lang) -> Table:
    """What was found, one row a programme and person."""
    made = Table(*HEADS[lang], box=box.SIMPLE_HEAD, pad_edge=False)
    for column in made.columns[2:4]:
        column.justify = "right"
        column.no_wrap = True
    for each in found:
        zh, en, style = WORDS[each.word]
        label = each.programme.zh if lang == "zh" else each.programme.en
        money = [f"{_yuan(fen):,.2f}" if each.programme.amount else "—" for fen in (each.amount, each.paid)]
        who = f"{escape(label)}\n[dim]{escape(_who(evaluation, each, lang))}[/]"
        made.add_row(f"[{style}]{zh if lang == 'zh' else en}[/]", who, *money, escape(_because(evaluation, each, lang)))
    return made


def as_data(evaluation: Evaluation, found: list[Finding]) -> list[dict[str, Any]]:
    """The same as plain JSON data; money in yuan as exact text, ``member`` null for the family itself."""
    return [
        {
            "programme": each.programme.id,
            "zh": each.programme.zh,
            "en": each.programme.en,
            "member": each.position,
            "finding": each.word,
            "amount": str(_yuan(each.amount)) if each.programme.amount else None,
            "paid": str(_yuan(each.paid)) if each.programme.amount else None,
            "months": each.months,
            "unknown_months": each.unknown,
            "because": None
            if each.reason is None
            else {"zh": _because(evaluation, each, "zh"), "en": _because(evaluation, each, "en")},
        }
        for each in found
    ]


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def _who(evaluation: Evaluation, found: Finding, lang: Lang) -> str:
    if found.position is None:
        return subject_label(evaluation.case, lang)
    level = evaluation.month.book.level(found.programme.eligible)
    return subject_label(evaluation.frames(level)[found.position], lang)


def _because(evaluation: Evaluation, found: Finding, lang: Lang) -> str:
    """The condition that decided; nothing where all hold."""
    if found.reason is None:
        return ""
    words = Wording(evaluation.month.book, lang)
    if found.word == "ended":
        return words.unmet(found.reason)
    return ("要看：" if lang == "zh" else "depends on: ") + words.say(found.reason)
