"""Synthetic cities in the scratch folder, made once with `yihu synth` and measured while they are made."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from benchmarks import measure

TOP: Final = Path(__file__).parents[2]
DAY: Final = "2024-07-01"
SEED: Final = "1"
SHAPED_BY: Final = (
    "packs/beijing/src", "src/yihu/engines/synth", "src/yihu/engines/rules/layout.py", "src/yihu/records/snapshots",
)  # fmt: skip
"""What decides how a city looks: a city made by an older state of these is made again."""


def folder(data: Path, people: int) -> Path:
    """Where the city of this size lies."""
    return data / f"beijing-{people}"


def made(data: Path, people: int, threads: int) -> dict[str, Any]:
    """What making the city cost; `earlier` tells that it was there already and these are the figures of that time."""
    city, stamp = folder(data, people), _stamp()
    notes = city.with_suffix(".json")
    if city.exists() and notes.exists():
        known: dict[str, Any] = json.loads(notes.read_text("utf-8"))
        if known["stamp"] == stamp:
            return known | {"earlier": True}
    data.mkdir(parents=True, exist_ok=True)
    asked = ["--people", str(people), "--seed", SEED, "--on", DAY, "--workers", str(threads)]
    done = measure.yihu(["synth", "--out", str(city), *asked])
    size = sum(file.stat().st_size for file in city.iterdir())
    said = {name: done.said[name] for name in ("people", "families")}
    known = {"stamp": stamp, **said, "bytes": size, **done.figures(), "earlier": False}
    notes.write_text(json.dumps(known), "utf-8")
    return known


def _stamp() -> str:
    digest = hashlib.sha256()
    for name in SHAPED_BY:
        top = TOP / name
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.suffix in (".py", ".yaml", ".csv", ".json"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
