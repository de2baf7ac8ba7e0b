"""Whether two results say the same of everybody: `python -m benchmarks.city.equal RESULT RESULT`, row group by row group."""

import argparse
import json
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yihu.records.runs.result import ROWS, SUMMARY

COLUMNS: Final = ["family", "member", "programme", "finding", "amount", "paid"]


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    given = parser.parse_args()
    print(json.dumps(compared(given.first, given.second)))


def compared(first: Path, second: Path) -> dict[str, Any]:
    """Rows of the first, rows that differ, and whether the sums by programme and district are the same."""
    one, two = (pq.ParquetFile(path / ROWS) for path in (first, second))
    differ = abs(one.metadata.num_rows - two.metadata.num_rows)
    if not differ:
        for a, b in zip(one.iter_batches(columns=COLUMNS), two.iter_batches(columns=COLUMNS), strict=True):
            differ += _differing(a, b)
    summaries = [json.loads((path / SUMMARY).read_text("utf-8")) for path in (first, second)]
    sums = [[(p["id"], p["districts"]) for p in summary["programmes"]] for summary in summaries]
    return {"rows": one.metadata.num_rows, "differ": differ, "same_sums": sums[0] == sums[1]}


def _differing(one: pa.RecordBatch, two: pa.RecordBatch) -> int:
    if len(one) != len(two):
        return max(len(one), len(two))
    wrong = pc.not_equal(one.column(0), two.column(0))
    for number in range(1, len(COLUMNS)):
        wrong = pc.or_(wrong, pc.not_equal(one.column(number), two.column(number)))
    return int(pc.sum(wrong).as_py() or 0)


if __name__ == "__main__":
    main()
