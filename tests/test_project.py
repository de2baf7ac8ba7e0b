"""The project keeps its own rules: sizes, docstrings, reasons for dependencies, no addresses of machines, whole links."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LINES_OF_A_FILE, LINES_OF_A_FUNCTION, LINES_OF_A_DECISION = 400, 60, 40
LOCKED = ("uv.lock", "LICENSE")

# written in two parts, so that this file does not hold what it forbids
HOSTS = ["pypi" + ".org", "files.python" + "hosted", "npm" + "js.", "deb." + "debian", "mirrors" + "."]
PLACES = ["/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "/ho" + "me/", "/op" + "t/"]


def files(*endings: str) -> list[Path]:
    """Files of the project with these endings, whether committed yet or not; generated and ignored ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=TOP,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = sorted(TOP / name for name in listed.split("\0") if name)
    return [p for p in paths if p.is_file() and (not endings or p.suffix in endings)]


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every text file that people write."""
    for path in files():
        name = path.relative_to(TOP).as_posix()
        data = path.read_bytes()
        if name not in LOCKED and b"\0" not in data:
            yield name, data.decode("utf-8", "replace")


def found(pattern: str, *endings: str) -> list[str]:
    """``file:line`` of every line of our texts that matches."""
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts()
        if not endings or name.endswith(endings)
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in files(".py"):
        yield path.relative_to(TOP).as_posix(), ast.parse(path.read_text("utf-8"))


# code


def test_no_file_is_longer_than_it_can_be_read() -> None:
    long = {p.relative_to(TOP).as_posix(): len(p.read_text("utf-8").splitlines()) for p in files(".py")}
    assert {name: lines for name, lines in long.items() if lines > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{name}:{node.lineno}: {node.name}"
        for name, module in modules()
        for node in ast.walk(module)
        if isinstance(node, kinds) and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, module in modules() if module.body and not ast.get_docstring(module)] == []


def test_every_folder_of_code_says_what_it_owns() -> None:
    folders = {p.parent for p in files(".py") if "src" in p.relative_to(TOP).parts}
    silent = [f for f in folders if f.name != "src" and not _docstring(f / "__init__.py")]
    assert silent == []


def _docstring(file: Path) -> str | None:
    return ast.get_docstring(ast.parse(file.read_text("utf-8"))) if file.exists() else None


def test_what_is_ignored_is_ignored_by_name() -> None:
    assert found(r"#\s*type:\s*ignore(?!\[)", ".py") == []
    assert found(r"#\s*noqa(?!: [A-Z]+\d+)", ".py") == []


def test_nothing_is_left_to_do_in_a_comment() -> None:
    assert found(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b", ".py", ".yaml", ".md", ".toml") == []


def test_tests_neither_sleep_nor_pretend_nor_give_up() -> None:
    patterns = (
        r"time\.sl" + r"eep\(",
        r"unittest\.mo" + "ck|import mo" + "ck",
        r"\bxfa" + "il\\(",
        r"assert Tr" + r"ue\b",
    )
    mine = Path(__file__).name
    assert [
        line for p in patterns for line in found(p, ".py") if "test" in line.split(":")[0] and mine not in line
    ] == []


def test_only_tests_of_the_shared_folder_may_skip() -> None:
    lines = [line for line in found(r"pytest\.sk" + r"ip|mark\.sk" + "ip", ".py") if Path(__file__).name not in line]
    assert [line for line in lines if "shared" not in (TOP / line.split(":")[0]).read_text("utf-8")] == []


# what is committed


def test_nothing_names_a_registry() -> None:
    assert found("|".join(map(re.escape, HOSTS))) == []


def test_nothing_names_a_place_on_some_machine() -> None:
    assert found("|".join(rf"(?<![\w.}}-]){re.escape(place)}" for place in PLACES)) == []


def test_links_between_pages_lead_somewhere() -> None:
    lost = []
    for page in files(".md"):
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
            path = target.split("#")[0]
            if path and "://" not in target and not (page.parent / path).exists():
                lost.append(f"{page.relative_to(TOP)}: {target}")
    assert lost == []


def test_decisions_are_short_and_numbered_once() -> None:
    pages = sorted((TOP / "docs/decisions").glob("[0-9]*.md"))
    assert [p.name for p in pages if len(p.read_text("utf-8").splitlines()) > LINES_OF_A_DECISION] == []
    assert [p.name for p in pages if not p.read_text("utf-8").startswith(f"# {p.name[:4]} ")] == []
    assert len({p.name[:4] for p in pages}) == len(pages)


# dependencies


def dependencies(path: Path) -> Iterator[str]:
    """Every requirement that a pyproject.toml names."""
    data = tomllib.loads(path.read_text("utf-8"))
    project = data.get("project", {})
    groups = [project.get("dependencies", []), *project.get("optional-dependencies", {}).values()]
    for group in (*groups, *data.get("dependency-groups", {}).values()):
        yield from group


def test_every_dependency_has_its_reason() -> None:
    bare = [
        f"{path.relative_to(TOP)}: {each}"
        for path in files(".toml")
        for each in dependencies(path)
        if not re.search(rf'"{re.escape(each)}",?\s+# \S', path.read_text("utf-8"))
    ]
    assert bare == []


def test_what_pip_installs_is_what_was_locked() -> None:
    lock = tomllib.loads((TOP / "uv.lock").read_text("utf-8"))
    locked = {(package["name"], package.get("version")) for package in lock["package"]}
    for path in TOP.glob("requirements*.txt"):
        pins = re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE)
        assert pins, path.name
        assert set(pins) - locked == set(), path.name


def test_every_requirement_has_a_hash() -> None:
    for path in TOP.glob("requirements*.txt"):
        blocks = re.split(r"\n(?=[a-z])", path.read_text("utf-8"))
        assert [b.split()[0] for b in blocks if "==" in b and "--hash=sha256:" not in b] == [], path.name


def test_requirements_of_a_run_hold_every_dependency() -> None:
    wanted = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    text = (TOP / "requirements.txt").read_text("utf-8")
    names = [re.split(r"[<>=\[ ]", each)[0] for each in wanted]
    assert [name for name in names if f"\n{name}==" not in text] == []


def test_the_front_end_is_one_pinned_package_without_address() -> None:
    package = json.loads((TOP / "package.json").read_text("utf-8"))
    lock = json.loads((TOP / "package-lock.json").read_text("utf-8"))
    assert list(package["dependencies"]) == ["echarts"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["dependencies"]["echarts"])
    assert [name for name, each in lock["packages"].items() if "resolved" in each] == []
    assert [name for name, each in lock["packages"].items() if name and "integrity" not in each] == []
