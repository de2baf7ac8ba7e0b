"""Published figures of Beijing that the synthetic city is compared with: people, old people, social assistance.

An id is ``<what is counted>.<year>[.<district>]``; what is counted is defined in ``synth/measures.py``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from yihu.pack import Figure

_KEYS = {"id", "zh", "en", "value", "unit", "date", "source", "confidence"}
_CONFIDENCE = {"official", "reported", "derived", "recalled"}


class FigureError(Exception):
    """A figure is written wrongly; says which file and figure, and what is wrong."""


@cache
def figures() -> tuple[Figure, ...]:
    """All figures, in the order of the files. Raises :class:`FigureError`."""
    folder = files(__package__)
    found: dict[str, Figure] = {}
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for row in data["figures"]:
            figure = _figure(file.name, data["sources"], row)
            if figure.id in found:
                raise FigureError(f"{file.name}: {figure.id} stands twice; keep one of them")
            found[figure.id] = figure
    return tuple(found.values())


def _figure(file: str, sources: dict[str, Any], row: dict[str, Any]) -> Figure:
    name = f"{file}: {row.get('id', row)}"
    wrong = _KEYS ^ (set(row) - {"place"})
    if wrong:
        raise FigureError(f"{name}: {', '.join(sorted(wrong))} missing or not known")
    if row["confidence"] not in _CONFIDENCE or row["source"] not in sources:
        raise FigureError(f"{name}: confidence {row['confidence']} or source {row['source']} is not known")
    source = sources[row["source"]]
    return Figure(
        id=row["id"],
        zh=row["zh"],
        en=row["en"],
        value=float(row["value"]),
        unit=row["unit"],
        date=str(row["date"]),
        source=f"{source['zh']} / {source['en']}",
        confidence=row["confidence"],
        place=row.get("place"),
    )
