"""``yihu new-pack``: a pack for another city, written from the pack that is marked as a template."""

from __future__ import annotations

import keyword
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from yihu.pack import Pack

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "yihu-{dashed}"
version = "0.1.0"
description = "The law, programmes and places of {en} for Yihu."
readme = "README.md"
requires-python = ">=3.11"
dependencies = [
  "yihu", # the rule language and what a pack offers
]

[project.entry-points."yihu.packs"]
{name} = "yihu_{name}:pack"

[tool.hatch.build.targets.wheel]
packages = ["src/yihu_{name}"]
"""

README = """\
# yihu-{dashed}

{zh}（{en}）的政策包 / the pack of {en} for Yihu.

It begins as a copy of a made-up example, so that everything works from the first minute. Replace it step by step
(docs/new-city.md of Yihu does so once from beginning to end); all of it is in `src/yihu_{name}`:

1. `places.csv`: districts, streets and communities with their division codes;
2. `texts/sources/*.txt`: your official texts;
3. `law/*.yaml` and `law.py`: every figure with its document, article and confidence (docs/law.md);
4. `facts.py`: what your programmes need to know of a family;
5. `programmes/*.py`: the rules, one file a document, in its order (docs/rules.md);
6. `programmes/*.policy.yaml`: families with what the law gives them, the boundary of every condition;
7. `readings.py`, `models.py`, `domains/`: readings not taken, typical families, law about something other than a family.
   What you do not need, delete, and its line in `__init__.py`.

    pip install --editable .
    yihu check-pack {name} --branches
    yihu law --check --pack {name} --texts src/yihu_{name}/texts
"""

TEST = '''\
"""The pack is whole: its rules read, its law covers the month, its policy tests hold, and it says what its texts say."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from yihu.law_check import check
from yihu.pack import Pack, find_pack
from yihu.pack_check import examine

MONTH = date(2024, 7, 1)
CITY = find_pack("{name}")
PARTS = (CITY, *CITY.domains)


@pytest.mark.parametrize("pack", PARTS, ids=[p.id for p in PARTS])
def test_the_pack_has_no_problems(pack: Pack) -> None:
    assert examine(pack, MONTH).problems == ()


@pytest.mark.parametrize("pack", PARTS, ids=[p.id for p in PARTS])
def test_every_branch_of_the_rules_is_seen_by_a_policy_test(pack: Pack) -> None:
    found = examine(pack, MONTH, branches=True).coverage
    assert found is not None
    assert [(each.where, *each.says) for each in found.missing] == []


def test_rules_and_figures_stand_in_the_texts() -> None:
    folder = files("yihu_{name}") / "texts" / "sources"
    texts = {{file.name: file.read_text("utf-8") for file in folder.iterdir()}}
    assert check(CITY, texts, "").problems == []
'''


def new_pack(
    name: Annotated[str, typer.Argument(help="英文小写名 / lower-case name: yunxi", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="写到哪里 / where to write it", show_default="./yihu-NAME")
    ] = None,
    zh: Annotated[str | None, typer.Option(help="城市的中文名 / the city in Chinese", show_default="NAME")] = None,
    en: Annotated[str | None, typer.Option(help="城市的英文名 / the city in English", show_default="NAME")] = None,
) -> None:
    """为新城市写一个政策包，写好即可通过检查 / Write a pack for a new city that passes its own tests from the start.

    例 / example: yihu new-pack yunxi --zh 云溪市 --en Yunxi
    """
    folder = out or Path(f"yihu-{name.replace('_', '-')}")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise typer.BadParameter(f"{name} cannot name a pack; use lower-case letters, digits and _", param_hint="NAME")
    template = _template()
    if template is None:
        print("没有安装模板包 / the template is not installed: pip install yihu-sample", file=sys.stderr)
        raise typer.Exit(1)
    if folder.exists():
        print(f"{folder} 已经存在，请换一个文件夹 / it exists already; choose another folder: --out", file=sys.stderr)
        raise typer.Exit(1)
    write(template, folder, name, zh or en or name, en or name.replace("_", " ").title())
    print(f"已写好 / written: {folder}")
    print(f"下一步 / next: pip install --editable {folder} && yihu check-pack {name} --branches")


def _template() -> Pack | None:
    from yihu.pack import packs

    return next((p for p in packs() if p.template), None)


def write(template: Pack, folder: Path, name: str, zh: str, en: str) -> None:
    """Write the pack ``name`` into ``folder``, which must not exist; a failure leaves nothing behind."""
    words = {"name": name, "dashed": name.replace("_", "-"), "zh": zh, "en": en}
    half = folder.with_name(folder.name + ".half")
    try:
        for path, text in _written(template, words):
            target = half / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _written(template: Pack, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every file of the new pack: path and text."""
    name = words["name"]
    yield "pyproject.toml", PROJECT.format_map(words)
    yield "README.md", README.format_map(words)
    yield f"tests/test_{name}.py", TEST.format_map(words)
    package = template.root.__module__.split(".")[0]
    for path, file in _files(files(package)):
        yield f"src/yihu_{name}/{path}", _renamed(file.read_text(encoding="utf-8"), template, package, words)


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda f: f.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _files(each, f"{path}{each.name}/")
        elif each.is_file():
            yield f"{path}{each.name}", each


def _renamed(text: str, template: Pack, package: str, words: Mapping[str, str]) -> str:
    """The template's text with the new names; whole lines where it says that it is a template."""
    text = text.replace(package, f"yihu_{words['name']}").replace(f'id="{template.id}"', f'id="{words["name"]}"')
    text = re.sub(rf"\b{template.id}(?=:\w)", words["name"], text)  # its domains
    text = text.replace("    template=True,\n", "")
    for old, new in ((template.zh, words["zh"]), (template.en, words["en"])):
        text = text.replace(old, new)
        text = text.replace(re.split(r"[（(]", old)[0].strip(), new)
    return text
