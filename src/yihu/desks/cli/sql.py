"""``yihu sql``: the rules of a month as SQL, for a warehouse or for reading."""

from __future__ import annotations

from typing import Annotated

import typer

from yihu.desks.cli.options import On, Pack, month_of


def sql(
    on: On = None,
    dialect: Annotated[str, typer.Option(help="SQL 方言；只保证 duckdb / dialect; only duckdb is promised")] = "duckdb",
    pack: Pack = None,
) -> None:
    """把一个月的规则写成 SQL / The rules of a month as one SQL query over a snapshot.

    例 / example: yihu sql --on 2024-07 > rules.sql
    """
    from sqlglot.dialects import DIALECTS

    from yihu.engines.rules.month import Month
    from yihu.engines.rules.sql import sql_text
    from yihu.pack import find_pack

    known = sorted(name.lower() for name in DIALECTS)
    if dialect not in known:
        raise typer.BadParameter(f"{dialect}: 有 / there are {', '.join(known)}", param_hint="--dialect")
    book, month = find_pack(pack).rulebook, month_of(on)
    Month(book, month)  # says which parameters the month lacks
    print(sql_text(book, month, dialect=dialect))
