"""Run one process and measure it from outside: wall time, CPU time, peak memory.

The runner must stay small: the peak of a child counts the memory of the runner at the moment of the start.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Final

TICKS: Final = os.sysconf("SC_CLK_TCK")
RSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024


class ProcessFailedError(RuntimeError):
    """A measured process ended with an error; the message holds the end of what it said."""


@dataclass(frozen=True)
class Measured:
    """A process that ended well: seconds, bytes, and the JSON line it printed (None where it prints none).

    `others_cores` is how many of the allowed cores other processes kept busy meanwhile (None where unknown):
    with more than about 0.15 the times are those of a busy machine.
    """

    wall_s: float
    cpu_s: float
    peak_bytes: int
    others_cores: float | None
    said: Any

    def figures(self) -> dict[str, float | None]:
        """What was measured from outside, as data."""
        figures = asdict(self)
        del figures["said"]
        return figures


def run(module: str, arguments: Sequence[str], threads: int, *, plain: bool = True) -> Measured:
    """Run a module, which prints JSON, to its end; raise ProcessFailedError if it fails.

    `plain`: as an ordinary installation has it (`benchmarks.plain`).
    """
    start = ["benchmarks.plain", module] if plain else [module]
    return run_command([sys.executable, "-m", *start, *arguments], {"POLARS_MAX_THREADS": str(threads)})


def yihu(arguments: Sequence[str], *, speaks: bool = True) -> Measured:
    """Run the `yihu` command in a process of its own; `speaks` asks it for JSON."""
    asked = [*arguments, *(["--json"] if speaks else [])]
    return run_command([sys.executable, "-m", "benchmarks.plain", "yihu", *asked], speaks=speaks)


def run_command(command: Sequence[str], more: Mapping[str, str] | None = None, *, speaks: bool = True) -> Measured:
    """Run a command to its end; `more` is added to its environment, `speaks` says that it prints JSON.

    Compiled Python files are kept, as an installation keeps them, even where this machine is set not to.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | dict(more or {})
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        busy, start = _busy_seconds(), perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            raise ProcessFailedError(f"{' '.join(command[1:])} ended with {process.returncode}: …{err.read()[-2000:]}")
        cpu = usage.ru_utime + usage.ru_stime
        others = None if busy is None else max(0.0, ((_busy_seconds() or busy) - busy - cpu) / wall)
        said = json.loads(out.read()) if speaks else None
        return Measured(wall, cpu, usage.ru_maxrss * RSS_UNIT, others, said)


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pin(cpus: Sequence[int]) -> None:
    """Keep this process and those it starts on these cores (Linux only)."""
    if not hasattr(os, "sched_setaffinity"):
        raise ProcessFailedError("--cpus needs Linux; leave it out to use all cores")
    os.sched_setaffinity(0, cpus)


def _busy_seconds() -> float | None:
    """CPU seconds spent so far by everyone on the cores this process may use."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return None
    allowed = {f"cpu{core}" for core in os.sched_getaffinity(0)}
    rows = (line.split() for line in stat.read_text().splitlines())
    return sum(sum(map(int, row[1:4])) + sum(map(int, row[6:8])) for row in rows if row[0] in allowed) / TICKS
