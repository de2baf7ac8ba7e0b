"""The tutorial for a new city is true: every file of it is written and every command run, in the order of the page.

It is followed in an environment of its own, in which the new pack is installed as the page says, without a network.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
import venv
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
PAGE = TOP / "docs/new-city.md"
BLOCK = re.compile(
    r"(?:^`(?P<file>[^`\n]+)`, (?P<how>the whole file|at the end|changed|as it is):\n\n)?"
    r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A fenced block of the page: a file and what to do with it, or commands, or what the commands before it print."""

    line: int
    kind: str
    text: str
    file: str | None
    how: str | None


def blocks() -> Iterator[Block]:
    page = PAGE.read_text("utf-8")
    for found in BLOCK.finditer(page):
        line = page.count("\n", 0, found.start()) + 1
        yield Block(line, found["kind"], found["text"], found["file"], found["how"])


@dataclass
class Newcomer:
    """Somebody who does what the page says: where they are, what they have typed, and what was printed last."""

    folder: Path
    environment: Mapping[str, str]
    said: str = ""
    done: list[str] = field(default_factory=list)

    def follow(self, block: Block) -> None:
        """One block of the page."""
        if block.file is not None:
            self.write(block)
        elif block.kind == "sh":
            self.said = "".join(self.type(line) for line in block.text.splitlines() if line)
        else:
            self.compare(block)

    def write(self, block: Block) -> None:
        """Write, append to or change a file, or find in it what the page shows."""
        assert block.file is not None
        file = self.folder / block.file
        text = file.read_text("utf-8") if block.how != "the whole file" else ""
        hunks = [block.text] if block.how != "changed" else re.split(r"^@@\n", block.text, flags=re.MULTILINE)
        for hunk in hunks if block.how in ("changed", "as it is") else ():
            old, new = (_side(hunk, mark) if block.how == "changed" else hunk for mark in "-+")
            assert text.count(old) == 1, f"line {block.line}: {text.count(old)} places in {block.file} read\n{old}"
            text = text.replace(old, new)
        if block.how in ("the whole file", "at the end"):
            text += block.text
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def type(self, line: str) -> str:
        """Run one command; what it prints."""
        command, _, remark = line.partition("  # ")
        wanted = re.search(r"exit code (\d)", remark)
        self.done.append(command.strip())
        if command.startswith("cd "):
            self.folder /= command[3:].strip()
            return ""
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8"
        )
        said = done.stdout + done.stderr
        assert done.returncode == (int(wanted[1]) if wanted else 0), f"{line}\n{said}"
        assert "Traceback" not in said, f"{line}\n{said}"
        return said

    def compare(self, block: Block) -> None:
        """Every line that the page shows was printed; … stands for more, and white space does not count."""
        said = " ".join(self.said.split())
        for line in filter(None, (" ".join(each.split()) for each in block.text.splitlines())):
            pattern = ".*?".join(re.escape(part.strip()) for part in line.split("…"))
            assert re.search(pattern, said), f"line {block.line}: {line}\nwas not printed, but\n{self.said}"


def _side(diff: str, mark: str) -> str:
    """The lines of a diff as they were (``-``) or will be (``+``)."""
    return "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in ("", " ", mark))


def environment(folder: Path) -> dict[str, str]:
    """An environment in ``folder`` that sees what is installed here, in which warnings of ``yihu`` are errors."""
    venv.EnvBuilder(symlinks=True).create(folder)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    here = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    lines = "".join(f"import site; site.addsitedir({each!r})\n" for each in here)
    (packages / "here.pth").write_text(lines, "utf-8")
    python = folder / "bin/python"
    for name, words in {"yihu": '-W error -c "from yihu.desks.cli import main; main()"', "pip": "-m pip"}.items():
        (folder / "bin" / name).write_text(f'#!/bin/sh\nexec "{python}" {words} "$@"\n', "utf-8")
        (folder / "bin" / name).chmod(0o755)
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    shown = {"NO_COLOR": "1", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **offline, **shown, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Somebody who has followed the page to its end."""
    folder = tmp_path_factory.mktemp("city")
    made = Newcomer(folder, environment(folder / "environment"))
    for block in blocks():
        made.follow(block)
    return made


def test_every_block_is_a_file_commands_or_what_they_print() -> None:
    every = list(blocks())
    assert len(every) == PAGE.read_text("utf-8").count("\n```") / 2
    assert {block.kind for block in every if block.file is None} == {"sh", "text"}
    assert {block.kind for block in every if block.how == "changed"} == {"diff"}


@pytest.mark.timeout(400)
def test_the_page_can_be_followed_to_its_end(newcomer: Newcomer) -> None:
    typed = [line for block in blocks() if block.kind == "sh" for line in block.text.splitlines()]
    assert len(newcomer.done) == len(typed) > 30


@pytest.mark.timeout(400)
def test_what_is_published_holds_every_file_of_the_pack(newcomer: Newcomer) -> None:
    [wheel] = (newcomer.folder / "dist").glob("*.whl")
    source = newcomer.folder / "src"
    written = {f.relative_to(source).as_posix() for f in source.rglob("*") if f.is_file() and f.suffix != ".pyc"}
    with zipfile.ZipFile(wheel) as archive:
        assert written - set(archive.namelist()) == set()
        [points] = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert archive.read(points).decode() == "[yihu.packs]\nqinghe = yihu_qinghe:pack\n"


@pytest.mark.timeout(400)
def test_nothing_of_the_example_stays_but_what_is_said_to_be_invented(newcomer: Newcomer) -> None:
    files = [f for f in newcomer.folder.joinpath("src").rglob("*") if f.is_file() and f.suffix != ".pyc"]
    named = re.compile("sample:|yihu_sample|云溪|云民示|Yunxi")
    assert [f.name for f in files if named.search(f.read_text("utf-8"))] == []


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_the_pages_for_engineers_lead_here(page: str) -> None:
    assert "(docs/new-city.md)" in (TOP / page).read_text("utf-8")
