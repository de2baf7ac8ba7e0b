"""The floors of the house hold, and the contracts that say so can break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the packages that lie below ``folder``."""
    roots = ":".join(str(folder / each) for each in ("src", "packs/beijing/src", "packs/sample/src"))
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": roots, "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )


def copy(to: Path) -> Path:
    """The code of the project elsewhere, to be spoilt."""
    shutil.copy(TOP / "pyproject.toml", to)
    for part in ("src", "packs/beijing/src", "packs/sample/src"):
        shutil.copytree(
            TOP / part, to / part, ignore=shutil.ignore_patterns("__pycache__", "static", "*.csv", "*.yaml")
        )
    return to


def test_every_contract_is_kept() -> None:
    found = lint(TOP)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "0 broken" in found.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("src/yihu/engines/__init__.py", "import yihu.records", "Floors"),
        ("src/yihu/records/__init__.py", "import yihu.desks", "Floors"),
        ("src/yihu/desks/__init__.py", "import yihu_beijing", "Nothing names a pack"),
        ("packs/sample/src/yihu_sample/law.py", "import yihu.records", "A pack speaks"),
        ("packs/sample/src/yihu_sample/law.py", "import yihu_beijing", "Packs do not know each other"),
        ("src/yihu/engines/__init__.py", "import pathlib", "Engines have no files"),
        ("src/yihu/engines/__init__.py", "import random", "Engines have no files"),
    ],
)
def test_an_import_against_the_floors_breaks_its_contract(file: str, line: str, contract: str, tmp_path: Path) -> None:
    spoilt = copy(tmp_path) / file
    spoilt.write_text(spoilt.read_text("utf-8") + f"\n{line}\n", "utf-8")
    found = lint(tmp_path)
    assert found.returncode == 1, found.stdout + found.stderr
    broken = [row for row in found.stdout.splitlines() if row.endswith("BROKEN")]
    assert [row for row in broken if row.startswith(contract)], found.stdout
