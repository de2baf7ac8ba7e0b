"""The engines that can be compared, as data: to add one, write its process (`peer.py` says how) and a line here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Layout = Literal["sol", "slots"]
"""How a city lies in Parquet: parallel member lists, or fixed member slots."""
LAYOUTS: Final[tuple[Layout, ...]] = ("sol", "slots")
EDITION: Final = 1
"""Raise when the drawing of the city changes: cached files of an older drawing are not taken for the new one."""


def city_file(data: Path, persons: int, layout: Layout) -> Path:
    """Where the city of this size lies in the scratch folder."""
    return data / f"city-{EDITION}-{persons}.{layout}.parquet"


@dataclass(frozen=True)
class Engine:
    """One engine: the module that is its process and the layout that suits it.

    `exact` engines must agree to the last unit; the others compute in 32-bit floats and may differ by that much.
    `one` tells that `--one` times a single household; `stream` asks to read while computing.
    """

    name: str
    module: str
    layout: Layout
    exact: bool = True
    one: bool = False
    stream: bool = False


ENGINES: Final = {
    engine.name: engine
    for engine in (
        Engine("openfisca", "benchmarks.template.peer_openfisca", "sol", exact=False, one=True),
        Engine("duckdb", "benchmarks.template.peer_duckdb", "sol"),
        Engine("polars", "benchmarks.template.peer_polars", "slots"),
        Engine("yihu", "benchmarks.template.peer_yihu", "sol", one=True),
        Engine("yihu-stream", "benchmarks.template.peer_yihu", "sol", stream=True),
    )
}
MEASURE: Final = "openfisca"
"""The engine whose time and memory are the 1 of the ratios."""
