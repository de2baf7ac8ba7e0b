"""``yihu questions``: how many questions the interview asks, against asking everything, over families of a snapshot."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yihu.desks.cli.options import English, Json, On, month_of

if TYPE_CHECKING:
    from yihu.engines.rules.interviews import Asked
    from yihu.engines.rules.month import Month
    from yihu.engines.rules.schema import Entity
    from yihu.pack import Pack

ALL = "all"


def questions(
    snapshot: Annotated[Path, typer.Argument(help="快照 / snapshot made by synth or import", show_default=False)],
    families: Annotated[int, typer.Option(min=1, help="抽取多少户 / families drawn")] = 100,
    seed: Annotated[int, typer.Option(help="随机种子 / seed of the draw")] = 1,
    on: On = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """问答要问几个问题，与逐项全问相比 / How many questions the interview asks, against asking everything.

    从快照中抽取若干户，当作什么都不知道，逐个询问，直到没有情况能再改变结果。

    Families are drawn from the snapshot and asked as if nothing were known, until nothing can change an answer.

    例 / example: yihu questions city --families 200
    """
    from yihu.desks.cli.run import progress
    from yihu.engines.rules.month import Month
    from yihu.pack import find_pack
    from yihu.records.snapshots import open_snapshot

    pack = find_pack(str(open_snapshot(snapshot).meta.get("pack") or "") or None)
    month = Month(pack.rulebook, month_of(on, date.today()))
    found: dict[str, Asked] = {}
    with progress("逐户询问 / asking", families, quiet=as_json) as step:
        for number, truth in enumerate(drawn(pack, snapshot, families, seed)):
            count(found, month, truth)
            step(number)
    if as_json:
        data = {name: {**vars(a), "mean": a.mean, "mean_everything": a.mean_everything} for name, a in found.items()}
        json.dump(
            {"pack": pack.id, "month": f"{month.first_day:%Y-%m}", "programmes": data},
            sys.stdout,
            ensure_ascii=False,
            indent=1,
        )
        print()
    else:
        _show(month, found, en=en)


def count(found: dict[str, Asked], month: Month, truth: Entity) -> None:
    """Add one family: each programme in force by itself, and all together."""
    from yihu.engines.rules.interviews import Asked, everything, interview

    for programme in month.programmes:
        asked = len(interview(month, truth, (programme,)))
        found.setdefault(programme.id, Asked()).add(asked, everything(month, truth, (programme,)))
    found.setdefault(ALL, Asked()).add(len(interview(month, truth)), everything(month, truth))


def drawn(pack: Pack, path: Path, families: int, seed: int) -> Iterator[Entity]:
    """Families drawn from a snapshot, from as many row groups as it has."""
    from yihu.engines.rules.layout import arrow_schema, case_of
    from yihu.records.snapshots import open_snapshot

    schema = arrow_schema(pack.root, pack.programmes)
    snapshot = open_snapshot(path, schema)
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    shares = [draw.randrange(snapshot.groups) for _ in range(families)]
    for group in sorted(set(shares)):
        table = snapshot.read(group, schema.names)
        for _ in range(shares.count(group)):
            yield case_of(table, draw.randrange(table.num_rows), pack.root, pack.programmes)


def _show(month: Month, found: dict[str, Asked], *, en: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    heads = (
        ("programme", "questions", "most", "everything", "share")
        if en
        else ("项目", "平均问", "最多问", "全问", "占比")
    )
    table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    names = {p.id: p.en if en else p.zh for p in month.programmes} | {ALL: "all together" if en else "全部项目一起"}
    for id, asked in found.items():
        share = asked.questions / asked.everything if asked.everything else 0
        row = (names[id], f"{asked.mean:.1f}", str(asked.most), f"{asked.mean_everything:.1f}", f"{share:.0%}")
        table.add_row(*row, style="bold" if id == ALL else None)
    Console().print(table)
    size = found[ALL].families if ALL in found else 0
    print(f"{size} families" if en else f"{size} 户，{month.first_day:%Y-%m} 的政策")
