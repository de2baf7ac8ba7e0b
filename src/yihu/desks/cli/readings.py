"""``yihu readings``: where the law allows two readings, the one not taken, and what it would change in a city."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yihu.desks.cli.options import English, Json, On, Pack, month_of

if TYPE_CHECKING:
    from yihu.engines.rules.reform import Reading
    from yihu.pack import Pack as PackType
    from yihu.records.runs.effects import Effect

EVERY = {"month": (" 元/月", "/month"), "year": (" 元/年", "/year"), "day": (" 元/天", "/day")}
ONCE = (" 元/次", " once")
LONGEST = 40


def readings(
    snapshot: Annotated[
        Path | None,
        typer.Argument(help="快照；给出则逐一测算影响 / snapshot: count what each would change", show_default=False),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="READING", help="只看这一种（编号或全名），可多次给出 / only these, by number or whole id"
        ),
    ] = None,
    on: On = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """条文有两种读法时，没有采用的那一种 / Where the law can be read in two ways: the reading that was not taken.

    给出快照时，逐一与采用的读法对比：多少户的结果不同、增加、减少，相差多少钱。理由见 docs/decisions 中同一编号。
    每一种都可以单独运行：yihu run 快照 --reform 0102

    With a snapshot each is compared with the reading taken: families with another answer, with more, with less, and the
    money. The reasons stand in docs/decisions under the same number. Each can be run by itself.

    例 / example: yihu readings city --on 2024-07
    """
    found = _pack_of(snapshot, pack)
    kept = _kept(found, only)
    counted: Mapping[str, Effect] = {}
    if snapshot is not None:
        counted = _counted(found, snapshot, on, [reading for part, reading in kept if part is found], quiet=as_json)
    if as_json:
        rows = [
            {
                "id": r.id,
                "pack": part.id,
                "zh": r.zh,
                "en": r.en,
                **(counted[r.id].as_data() if r.id in counted else {}),
            }
            for part, r in kept
        ]
        json.dump({"pack": found.id, "readings": rows}, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    _show(kept, counted, asked=snapshot is not None, en=en)


def _pack_of(snapshot: Path | None, pack: str | None) -> PackType:
    """The pack asked for, or that for which the snapshot was made."""
    from yihu.pack import find_pack
    from yihu.records.snapshots import open_snapshot

    made_for = open_snapshot(snapshot).meta.get("pack") if snapshot is not None and pack is None else None
    return find_pack(pack or (str(made_for) if made_for else None))


def _kept(pack: PackType, only: list[str] | None) -> list[tuple[PackType, Reading]]:
    """The readings of a pack and its domains, or those of these numbers and ids; raises ReformError for an unknown one."""
    from yihu.engines.rules.reform import reading_named

    every = [(part, reading) for part in (pack, *pack.domains) for reading in _in_order(part)]
    if not only:
        return every
    for name in only:
        if not any(reading.id.startswith(f"{name}-") for _, reading in every):
            reading_named((reading for _, reading in every), name)
    return [
        (part, each) for part, each in every if any(each.id == name or each.id.startswith(f"{name}-") for name in only)
    ]


def _in_order(pack: PackType) -> list[Reading]:
    """The readings of a pack in the order of the decisions."""
    return sorted(pack.readings, key=lambda reading: reading.id)


def _counted(
    pack: PackType, snapshot: Path, on: str | None, readings: list[Reading], *, quiet: bool
) -> Mapping[str, Effect]:
    from yihu.desks.cli.run import month_in, progress
    from yihu.records.runs.effects import effects
    from yihu.records.runs.launch import open_for

    opened = open_for(pack, snapshot)
    month = month_of(on, month_in(opened.meta.get("on")))
    with progress("逐一对比 / comparing", len(readings) + opened.groups, quiet=quiet) as step:
        return {each.reading.id: each for each in effects(pack, snapshot, month, readings, progress=step)}


def _show(kept: list[tuple[PackType, Reading]], counted: Mapping[str, Effect], *, asked: bool, en: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    heads = ("all", "+", "−", "money") if en else ("户", "增", "减", "相差")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("the reading not taken" if en else "没有采用的读法", overflow="fold", min_width=LONGEST)
    for head in heads if asked else ():
        table.add_column(head, justify="right", no_wrap=True)
    if asked:
        told = (
            "all: families with another answer; +, −: those of them that only gain, only lose (a recognition counts)"
            if en
            else ("户：结果不同的家庭；增、减：其中只增加、只减少的；领取资格也算")
        )
        table.caption, table.caption_justify = told, "left"
    part = None
    for owner, reading in kept:
        if owner is not part and part is not None:
            table.add_section()
            table.add_row(f"[bold]{owner.en if en else owner.zh}[/]", *([""] * len(heads) if asked else []))
        part = owner
        table.add_row(f"{reading.en if en else reading.zh}\n[dim]{reading.id}[/]", *_cells(counted, reading, asked, en))
    console = Console()
    console.print(table)
    if not kept:
        console.print("no reading is kept" if en else "没有保留的另一读法")


def _cells(counted: Mapping[str, Effect], reading: Reading, asked: bool, en: bool) -> Iterator[str]:
    """The counts of a reading; a dash where it is about something else than the snapshot."""
    if not asked:
        return
    effect = counted.get(reading.id)
    if effect is None:
        yield from ("—",) * 4
        return
    yield from (f"{count:,}" for count in (effect.families, effect.more, effect.less))
    yield (
        "\n".join(
            f"{Decimal(fen).scaleb(-2):+,.0f}{EVERY.get(every, ONCE)[en]}" for every, fen in effect.money.items() if fen
        )
        or "—"
    )
