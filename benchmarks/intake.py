"""How long an import takes and how much memory, by rows: ``python -m benchmarks.intake 1000000 [--kind csv|parquet|xlsx]``.

Every column of the pack is filled, families of three stand scattered over the file, every person has an identity number.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stdnum.cn import ric

from yihu.engines.rules.types import Kind
from yihu.pack import Pack, find_pack
from yihu.records.intake import Intake, import_families
from yihu.records.intake.fields import COMMUNITY, FAMILY, IDENTITY, NAME, Field, fields_of, main_sheet

FAMILY_SIZE = 3


def rows(pack: Pack, size: int, seed: int = 1) -> Iterator[list[str]]:
    """Header and ``size`` rows."""
    chance = random.Random(seed)
    fields = fields_of(pack, main_sheet(pack.root))
    communities = list(pack.places().communities)
    families = max(1, size // FAMILY_SIZE)
    yield [field.header for field in fields]
    for number in range(size):
        family, position = number % families, number // families
        yield [_cell(field, number, family, position, communities, chance) for field in fields]


def _cell(field: Field, number: int, family: int, position: int, communities: list[int], chance: random.Random) -> str:
    born = date(1950, 1, 1) + timedelta(days=number % 7300 if position == 0 else 16000 + number % 3650)
    special: dict[str, Any] = {
        FAMILY: f"H{family:08}", COMMUNITY: communities[family % len(communities)], NAME: f"某{number}",
        "birth": born, "sex": "male" if number % 2 else "female",
        "relation": ("self", "child", "grandchild", "other")[min(position, 3)],
    }  # fmt: skip
    if field.header == IDENTITY:
        start = f"{110101 + number // 500}{born:%Y%m%d}{number % 500 * 2 + number % 2:03}"  # each number once
        return start + ric.calc_check_digit(start + "0")
    if field.header in special:
        return str(special[field.header])
    if field.level == "case":
        return "" if field.type and field.type.kind is not Kind.YES_NO else "否"
    if field.type and field.type.choices:
        return str(next(iter(field.type.choices)).zh)
    if field.type and field.type.kind is Kind.YES_NO:
        return "否"
    if field.type and field.type.kind is Kind.DATE:
        return str(born)
    high = min(5000, field.fact.high if field.fact else 5000)
    return str(chance.randrange(int(high) + 1))


def write(path: Path, pack: Pack, size: int) -> None:
    """A file of ``size`` rows of the kind that the name of ``path`` says."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows(pack, size))
    elif path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        header, *cells = rows(pack, size)
        pq.write_table(pa.table(dict(zip(header, map(list, zip(*cells, strict=True)), strict=True))), path)
    else:
        import xlsxwriter

        with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False}) as book:
            sheet = book.add_worksheet("members")
            for number, row in enumerate(rows(pack, size)):
                sheet.write_row(number, 0, row)


def measure(source: Path, out: Path, pack: Pack) -> dict[str, Any]:
    """Import in this process: seconds of each stage and the most memory that was held, in MiB."""
    stages: dict[str, float] = {}
    start = time.perf_counter()

    def told(stage: str, _done: int, _total: int | None) -> None:
        stages[stage] = round(time.perf_counter() - start, 1)

    summary = import_families(Intake(source, out, date(2024, 7, 1)), pack, told)
    return {
        "rows": summary.rows, "families": summary.families, "left_out": summary.left_out, "errors": dict(summary.errors),
        "stages_done_s": stages, "total_s": round(time.perf_counter() - start, 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "input_mib": source.stat().st_size >> 20, "output_mib": sum(file.stat().st_size for file in out.iterdir()) >> 20,
    }  # fmt: skip


def main() -> None:
    """Write the file, import it in a process of its own, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("--kind", choices=("csv", "parquet", "xlsx"), default="csv")
    parser.add_argument("--pack")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    pack = find_pack(options.pack)
    if options.measure:
        print(json.dumps(measure(options.measure, options.measure.with_name("out"), pack)))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"families.{options.kind}"
        write(source, pack, options.size)
        subprocess.run(
            [sys.executable, "-m", "benchmarks.intake", "0", "--pack", pack.id, "--measure", str(source)], check=True
        )


if __name__ == "__main__":
    main()
