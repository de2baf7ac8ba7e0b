"""The places of 云溪市, read once from ``places.csv``."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from yihu.pack import Places

SOURCE = "虚构示例 / made up"


@cache
def places() -> Places:
    """All districts, streets and communities."""
    text = files(__package__).joinpath("places.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    return Places(
        districts=_names(rows, 6),
        streets=_names(rows, 9),
        communities=_names(rows, 12),
        source=SOURCE,
        english={int(row["code"]): row["en"] for row in rows if len(row["code"]) == 6},
    )


def _names(rows: list[dict[str, str]], digits: int) -> dict[int, str]:
    return {int(row["code"]): row["zh"] for row in rows if len(row["code"]) == digits}
