"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from yihu.engines.rules.month import read_month

Pack = Annotated[str | None, typer.Option("--pack", help="政策包 / which pack", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="输出给程序读 / machine-readable output")]
English = Annotated[bool, typer.Option("--en", help="英文 / in English")]
On = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM", help="按哪个月的政策 / the month whose law applies")]


def month_of(text: str | None, default: date | None = None) -> date:
    """First day of the month asked for; without text the default or this month."""
    if text is None:
        return (default or date.today()).replace(day=1)
    try:
        return read_month(text)
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--on") from None
