"""What is to be measured: sizes, repetitions, the scratch folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PARTS: Final = ("template", "family", "questions", "growth", "city", "imports", "spark")
FULL_SIZES: Final = (10_000, 100_000, 1_000_000, 10_000_000, 22_000_000)
FULL_PEOPLE: Final = (200_000, 2_000_000, 22_000_000)
FULL_ROWS: Final = (100_000, 1_000_000)
QUICK_SIZES: Final = (10_000, 100_000)
QUICK_PEOPLE: Final = (50_000, 200_000)
QUICK_ROWS: Final = (3_000, 30_000)
FULL_ASKED, QUICK_ASKED = 100, 10


@dataclass(frozen=True)
class Settings:
    """`sizes` of the country template, `people` of the synthetic cities, `rows` of the tables; `say` is told what is under way.

    `check_up_to`: largest city that is also run through DuckDB; `spark_people`: the city that Spark runs,
    `growth_people`: the one that growing numbers of programmes run; `asked`: families that are interviewed.
    """

    data: Path
    threads: int
    sizes: Sequence[int] = FULL_SIZES
    people: Sequence[int] = FULL_PEOPLE
    rows: Sequence[int] = FULL_ROWS
    repeat: int = 3
    check_up_to: int = 2_000_000
    spark_people: int = 2_000_000
    growth_people: int = 2_000_000
    asked: int = FULL_ASKED
    say: Callable[[str], None] = field(default=lambda text: None)
