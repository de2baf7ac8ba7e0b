"""On what it was measured: processor, cores used, memory, Python and versions."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from benchmarks.measure import cores
from benchmarks.tables import Grid

PACKAGES: Final = (
    "yihu", "numpy", "pyarrow", "llvmlite", "duckdb", "sqlglot", "polars", "openfisca-core", "openfisca-country-template",
    "pyspark",
)  # fmt: skip


def facts() -> dict[str, Any]:
    """All of it, as data."""
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "processor": _line_of("/proc/cpuinfo", r"model name\s*:\s*(.*)") or platform.processor() or platform.machine(),
        "cores_used": cores(),
        "cores_there": os.cpu_count(),
        "memory_gib": round(int(_line_of("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) / 2**20, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {name: found for name in PACKAGES if (found := _version(name))},
    }


def grid(found: dict[str, Any]) -> Grid:
    """As a table."""
    packages = ", ".join(f"{name} {number}" for name, number in found["versions"].items())
    used = f"{found['cores_used']} of {found['cores_there']}"
    rows = [
        ("day, commit", f"{found['day']}, {found['commit'] or 'not known'}"),
        ("processor", found["processor"]),
        ("cores used", used),
        ("memory", f"{found['memory_gib']} GiB"),
        ("system", f"{found['system']}, Python {found['python']}"),
        ("packages", packages),
    ]
    return Grid("Machine", ("", ""), rows, names=2)


def _line_of(path: str, pattern: str) -> str | None:
    found = re.search(pattern, Path(path).read_text("utf-8")) if Path(path).exists() else None
    return found[1] if found else None


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _commit() -> str | None:
    try:
        command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
