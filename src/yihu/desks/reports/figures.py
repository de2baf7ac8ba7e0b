"""Numbers as they are read: thousands separators, yuan, and no small counts of a district."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yihu.engines.rules.wording import MONTHS_EN, Lang

SMALL = 5
WAN, YI = 10_000, 100_000_000
HIDDEN = None


def count(number: int) -> str:
    """``12,345``."""
    return f"{number:,}"


def yuan(fen: int) -> str:
    """Whole yuan of fen, rounded half up: ``12,345``."""
    return f"{(Decimal(fen) / 100).quantize(Decimal(1), ROUND_HALF_UP):,}"


def exact(amount: Decimal) -> str:
    """Yuan, with fen where there are any: ``1,450`` or ``1,450.50``."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def large(fen: int, lang: Lang) -> str:
    """Money for a headline: ``1,234.5 万元``, ``12.35 million yuan``; below ten thousand yuan in full."""
    whole = Decimal(fen) / 100
    steps = (
        ((YI, "亿元"), (WAN, "万元"))
        if lang == "zh"
        else ((1_000_000_000, "billion yuan"), (1_000_000, "million yuan"))
    )
    for size, word in steps:
        if abs(whole) >= size:
            scaled = whole / size
            return f"{scaled:,.{1 if abs(scaled) >= 100 else 2}f} {word}"
    return f"{yuan(fen)} {'元' if lang == 'zh' else 'yuan'}"


def signed(text: str, number: int) -> str:
    """A figure with its sign (a real minus)."""
    return f"+{text}" if number > 0 else text.replace("-", "−")


def share(part: int, whole: int) -> str:
    """Per cent with one decimal; a dash where there is no whole."""
    return f"{100 * part / whole:.1f}%" if whole else "—"


def per_10_000(part: int, whole: int) -> float:
    """How many in ten thousand, to one decimal."""
    return round(10_000 * part / whole, 1) if whole else 0.0


def month_words(month: date, lang: Lang) -> str:
    """``2024年7月``, ``July 2024``."""
    return f"{month.year}年{month.month}月" if lang == "zh" else f"{MONTHS_EN[month.month - 1]} {month.year}"


def hidden(counts: Sequence[int]) -> list[bool]:
    """Which counts of a column are not shown: 1 to 4, and if that is one alone the next smallest with it.

    One hidden count beside a shown sum could be worked out; with a second one it cannot.
    """
    out = [0 < each < SMALL for each in counts]
    if sum(out) == 1:
        others = [(each, at) for at, each in enumerate(counts) if each >= SMALL]
        if others:
            out[min(others)[1]] = True
    return out
