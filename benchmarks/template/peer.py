"""What the process of an engine is asked and what it answers."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Task:
    """A city to compute; `cells` asks for a Parquet file of every household's values (`law.CELLS`, without timing).

    `stream`: read while computing instead of loading first (for engines that can do both).
    """

    city: Path
    threads: int
    cells: Path | None
    stream: bool


@dataclass(frozen=True)
class Answer:
    """One run of an engine: seconds, and yearly totals in `law.UNIT` (floats from engines that compute in floats).

    `set_up_s` is what comes once before the rules can run on the data (reading, building, compiling; `parts` names
    its shares); engines that read while they compute have reading in `calculate_s`.
    """

    households: int
    totals: dict[str, int | float]
    set_up_s: float
    calculate_s: float
    parts: dict[str, float] = field(default_factory=dict)


class Clock:
    """Seconds spent in the `with` block, once it has ended."""

    seconds: float = 0.0


@contextmanager
def timed() -> Iterator[Clock]:
    """Measure the wall time of a block."""
    clock, start = Clock(), perf_counter()
    yield clock
    clock.seconds = perf_counter() - start


def task(description: str | None) -> Task:
    """The task given on the command line of an engine's process."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--city", type=Path, required=True, help="Parquet file of the layout the engine reads")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cells", type=Path, help="write every household's values to this Parquet file")
    parser.add_argument("--stream", action="store_true", help="read while computing")
    given = parser.parse_args()
    return Task(given.city, given.threads, given.cells, given.stream)


def say(answer: Answer) -> None:
    """Print the answer as the one line the runner reads."""
    print(json.dumps(asdict(answer)))
