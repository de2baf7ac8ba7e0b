"""What README.md tells people to type works as it stands there, and both languages tell the same."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
MAKE = [["make", "run"], ["make", "test"]]


def commands(page: str) -> list[list[str]]:
    """Every line of the shell blocks of a page, in order, as words."""
    blocks = re.findall(r"```sh\n(.*?)```", (TOP / page).read_text("utf-8"), re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words for words in lines if words]


def test_the_first_two_commands_are_run_and_test() -> None:
    assert commands("README.md")[:2] == MAKE


def test_both_languages_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.timeout(400)
def test_every_command_of_the_readme_works_in_the_order_given(tmp_path: Path) -> None:
    shutil.copytree(TOP / "examples", tmp_path / "examples")
    yihu = Path(sys.executable).with_name("yihu")
    environment = {**os.environ, "PYTHONWARNINGS": "error", "NO_COLOR": "1"}
    for program, *words in commands("README.md")[2:]:
        assert program == "yihu"
        done = subprocess.run([yihu, *words], cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"yihu {shlex.join(words)}\n{done.stdout}\n{done.stderr}"
