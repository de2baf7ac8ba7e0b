"""``yihu synth``: a synthetic city, and its figures beside the published ones."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yihu.desks.cli.options import English, Json, Pack

if TYPE_CHECKING:
    from yihu.records.snapshots.check import Checked

DEFAULT_DAY = "2024-07-01"
DEFAULT_PEOPLE = 1_000_000


def synth(
    out: Annotated[
        Path | None, typer.Option("--out", help="写到哪里 / the snapshot to write", show_default=False)
    ] = None,
    people: Annotated[int, typer.Option(min=1, max=50_000_000, help="人口 / people")] = DEFAULT_PEOPLE,
    seed: Annotated[int, typer.Option(min=0, help="随机种子；同种子同文件 / same seed, same file")] = 1,
    on: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="哪一天的城市 / the day the city is of")] = DEFAULT_DAY,
    check: Annotated[
        Path | None,
        typer.Option(
            help="不合成，把已有快照与公布数对照 / compare a snapshot with the published figures", show_default=False
        ),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="线程数 / threads", show_default="all cores")] = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """合成一座城市，按公布数校准 / Make a synthetic city, calibrated to published figures.

    例 / example: yihu synth --people 200000 --out city · yihu synth --check city
    """
    if (out is None) == (check is None):
        raise typer.BadParameter("给 --out 写快照，或给 --check 对照 / give --out to write, or --check to compare")
    if check is not None:
        compare(check, pack, en=en, as_json=as_json)
    elif out is not None:
        make(out, people, seed, _day(on), pack, workers, en=en, as_json=as_json)


def make(
    out: Path, people: int, seed: int, on: date, pack: str | None, workers: int | None, *, en: bool, as_json: bool
) -> None:
    """Write the city and say what was written."""
    from yihu.desks.cli.run import progress
    from yihu.pack import find_pack
    from yihu.records.snapshots.city import synthesise

    found, started = find_pack(pack), time.perf_counter()
    with progress("making a city" if en else "合成城市", 100, quiet=as_json) as step:
        done = synthesise(
            found, people, seed, out, on=on, workers=workers, progress=lambda share: step(round(share * 100) - 1)
        )
    seconds = time.perf_counter() - started
    if as_json:
        wrote = {"snapshot": str(out), "pack": found.id, "people": done.people, "families": done.families}
        print(json.dumps({**wrote, "seed": seed, "on": on.isoformat(), "seconds": round(seconds, 2)}))
    elif en:
        print(f"{out}: {done.people:,} people in {done.families:,} families, {seconds:.1f} s")
    else:
        print(f"{out}：{done.people:,} 人，{done.families:,} 户，{seconds:.1f} 秒")


def compare(snapshot: Path, pack: str | None, *, en: bool, as_json: bool) -> None:
    """Print every figure; exit code 1 where one that the city aims at is out of its tolerance."""
    from yihu.pack import find_pack
    from yihu.records.snapshots import open_snapshot
    from yihu.records.snapshots.check import check
    from yihu.records.snapshots.city import recipe_of

    opened = open_snapshot(snapshot)
    found = find_pack(pack or str(opened.meta.get("pack") or "") or None)
    rows = check(opened, found.figures(), found.places(), recipe_of(found))
    if as_json:
        print(json.dumps([described(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        from yihu.desks.cli.synth_view import show

        show(rows, "en" if en else "zh")
    if any(row.holds is False for row in rows):
        raise typer.Exit(1)


def described(row: Checked) -> dict[str, object]:
    """One figure for a program."""
    figure = row.figure
    return {
        "id": figure.id,
        "zh": figure.zh,
        "en": figure.en,
        "place": figure.place,
        "date": figure.date,
        "unit": figure.unit,
        "published": figure.value,
        "synthetic": row.synthetic,
        "difference": row.difference,
        "tolerance": row.tolerance,
        "allowed": row.allowed,
        "holds": row.holds,
        "source": figure.source,
        "confidence": figure.confidence,
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        raise typer.BadParameter(f"{text}: 写成 / write YYYY-MM-DD", param_hint="--on") from None
