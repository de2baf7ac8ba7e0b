"""Compare two tables of every household's values, column by column, in a process of its own."""

import argparse
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.template import law


def largest_difference(reference: Path, other: Path) -> dict[str, float]:
    """Largest absolute difference of any household in each of `law.CELLS`, in `law.UNIT`."""
    found = {}
    for column in law.CELLS:
        ours, theirs = (pq.read_table(path, columns=[column])[column] for path in (reference, other))
        if len(ours) != len(theirs):
            raise ValueError(f"{other} has {len(theirs)} households, {reference} has {len(ours)}")
        gap = pc.abs(pc.subtract(theirs.cast(pa.float64()), ours.cast(pa.float64())))
        found[column] = float(pc.max(gap, skip_nulls=False).as_py())
    return found


def main() -> None:
    """Print the largest difference of each column as JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("reference", type=Path)
    parser.add_argument("other", type=Path)
    given = parser.parse_args()
    print(json.dumps(largest_difference(given.reference, given.other)))


if __name__ == "__main__":
    main()
