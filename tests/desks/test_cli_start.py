"""A command starts without what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "family.yaml"
FOR_A_CITY = ("numpy", "pyarrow", "duckdb", "llvmlite", "sqlglot", "jinja2", "stdnum")


def test_one_family_does_not_wait_for_the_engines_of_a_city() -> None:
    program = (
        f"import sys, contextlib; sys.argv = ['yihu', 'assess', {str(EXAMPLE)!r}]\n"
        "from yihu.desks.cli import main\n"
        "with contextlib.suppress(SystemExit): main()\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert "低保" in done.stdout or "最低生活保障" in done.stdout
    assert set(done.stderr.split()) & set(FOR_A_CITY) == set()
