"""The ``yihu`` command as a shell starts it: warnings are errors, files may be limited in size, answers come on stdin."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

START = "from yihu.desks.cli import main; main()"
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); " + START


def command(*arguments: object, largest: int | None = None) -> list[str]:
    """The words that start it; ``largest``: bytes that no file may exceed, as if the disk were full."""
    code = START if largest is None else LIMITED.format(largest)
    return [sys.executable, "-W", "error", "-c", code, *map(str, arguments)]


def yihu(
    *arguments: object, stdin: str = "", largest: int | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run it to its end; a traceback is never what it says."""
    options: dict[str, Any] = {"capture_output": True, "text": True, "encoding": "utf-8", "check": False}
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command(*arguments, largest=largest), input=stdin, cwd=cwd, env=environment, **options)
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    assert "Exception ignored" not in done.stderr, done.stderr
    return done
