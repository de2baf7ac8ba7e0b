"""How many questions the interview asks, against asking everything: each programme by itself, and all together.

`python -m benchmarks.interviews CITY --families N` is the process (what `yihu questions CITY` counts, and the time it takes).
"""

import argparse
import json
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from benchmarks import measure
from benchmarks.tables import Grid

MONTH: Final = date(2024, 7, 1)
SEED: Final = 1


def report(city: Path, families: int, threads: int) -> dict[str, Any]:
    """Measure in a process of its own."""
    found: dict[str, Any] = measure.run("benchmarks.interviews", [str(city), "--families", str(families)], threads).said
    return found


def grid(found: dict[str, Any]) -> Grid:
    """As a table, all programmes together first."""
    rows = [_row(**found["together"]), *(_row(**each) for each in found["programmes"])]
    notes = [
        f"{found['families']} families of the synthetic city, of whom nothing is known at first; every fact of every member "
        f"that the rules of July 2024 read is what asking everything asks. Median {found['answer_ms']:.1f} ms from an answer "
        "to the next question, all programmes together."
    ]
    return Grid("Questions of the interview, mean a family", ("", "asked", "most", "everything", "share"), rows, notes)


def _row(en: str, mean: float, most: int, everything: float) -> tuple[str, ...]:
    share = f"{mean / everything:.0%}" if everything else "-"
    return en, f"{mean:.1f}", str(most), f"{everything:.1f}", share


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    parser.add_argument("--families", type=int, default=100)
    given = parser.parse_args()
    print(json.dumps(measured(given.city, given.families)))


def measured(city: Path, families: int) -> dict[str, Any]:
    """Mean and greatest number of questions, and what asking everything takes."""
    from statistics import median

    from yihu.desks.cli.questions import ALL, count, drawn
    from yihu.engines.rules.interviews import Asked, interview
    from yihu.engines.rules.month import Month
    from yihu.pack import find_pack

    pack = find_pack()
    month = Month(pack.rulebook, MONTH)
    found: dict[str, Asked] = {}
    spent = []
    for truth in drawn(pack, city, families, SEED):
        count(found, month, truth)
        start = perf_counter()
        asked = interview(month, truth)
        spent.append((perf_counter() - start) / (len(asked) + 1))
    names = {p.id: p.en for p in month.programmes} | {ALL: "all together"}
    rows = {
        id: {"en": names[id], "mean": each.mean, "most": each.most, "everything": each.mean_everything}
        for id, each in found.items()
    }
    return {
        "families": families,
        "answer_ms": median(spent) * 1e3,
        "together": rows.pop(ALL),
        "programmes": list(rows.values()),
    }


if __name__ == "__main__":
    main()
