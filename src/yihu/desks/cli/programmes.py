"""``yihu programmes``: every programme with its law, amounts, figures and tests, in the terminal or as pages."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yihu.desks.cli.options import English, Json, On, Pack, month_of
from yihu.desks.cli.pages import write_page

if TYPE_CHECKING:
    from yihu.desks.reports.programme import Pages
    from yihu.desks.reports.programme_about import Subject
    from yihu.desks.reports.programme_markdown import Address
    from yihu.engines.rules.wording import Lang

MADE = (".md", ".svg")


def programmes(
    id: Annotated[
        str | None, typer.Argument(metavar="ID", help="项目编号 / which programme", show_default=False)
    ] = None,
    on: On = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="每个项目写一页 / write a page for each", show_default=False)
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="检查页面是否过时 / are these pages up to date?", show_default=False),
    ] = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """列出全部项目，或者显示一个项目 / List the programmes, or show one: who, how much, since when, by which law.

    --out 写出全部页面（Markdown 和图），--check 检查这些页面；两者默认按2024年7月的政策。退出码 1：没有找到，或页面过时。

    --out writes all pages (Markdown and charts), --check compares them; both tell the law of July 2024 unless --on says
    otherwise. Exit code 1: nothing of this name, or pages are stale.

    例 / example: yihu programmes dibao · yihu programmes --check docs/programmes
    """
    from yihu.desks.reports.programme import DEFAULT, Pages
    from yihu.pack import find_pack

    if out is not None or check is not None:
        pages = Pages(find_pack(pack), month_of(on, DEFAULT))
        if out is not None:
            _write(pages, out, en=en)
        if check is not None:
            _check(pages, check, en=en, as_json=as_json)
        return
    pages = Pages(find_pack(pack), month_of(on))
    if id is None:
        _list(pages, en=en, as_json=as_json)
    else:
        _show(pages, _found(pages, id, en=en), en=en, as_json=as_json)


# one programme, or all


def _found(pages: Pages, id: str, *, en: bool) -> Subject:
    """The programme or answer of this name or id; exit code 1 with the nearest where there is none."""
    import difflib

    known = {name: s for s in pages.subjects() for name in (s.id, s.name("zh"), s.name("en"))}
    if id in known:
        return known[id]
    near = difflib.get_close_matches(id, known, 3, 0.5)
    said = (f"no programme {id}", "did you mean") if en else (f"没有项目 {id}", "是不是")
    print(said[0] + (f"; {said[1]}: {', '.join(near)}" if near else ""), file=sys.stderr)
    raise typer.Exit(1)


def _show(pages: Pages, subject: Subject, *, en: bool, as_json: bool) -> None:
    if as_json:
        page = asdict(pages.page(subject))
        return _print({"pack": subject.pack.id, "month": f"{subject.month(pages.on):%Y-%m}", **page})
    from rich.console import Console

    from yihu.desks.cli.markdown import LINE, Shown
    from yihu.desks.reports.programme_markdown import Markdown

    view = pages.view(subject, "en" if en else "zh")
    Console().print(Shown("\n".join(Markdown(lambda _: "", line=LINE, bullet="•", pictures=False).view(view))))


def _list(pages: Pages, *, en: bool, as_json: bool) -> None:
    from yihu.desks.reports.programme_cases import count
    from yihu.desks.reports.programme_folder import kind, since

    tests = {subject: count(subject, pages.cases(subject)) for subject in pages.subjects()}
    if as_json:
        return _print([_brief(subject, number) for subject, number in tests.items()])
    from rich import box
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    heads = (
        ("id", "name", "given", "since", "law", "tests") if en else ("编号", "名称", "怎样给", "施行", "依据", "测试")
    )
    table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    table.columns[3].no_wrap = True
    table.columns[5].justify = "right"
    lang: Lang = "en" if en else "zh"
    for subject, number in tests.items():
        cells = (subject.id, subject.name(lang), kind(subject, lang), since(subject), subject.cites, f"{number}")
        table.add_row(*map(escape, cells))
    Console().print(table)


def _brief(subject: Subject, tests: int) -> dict[str, Any]:
    programme = subject.programme
    return {
        "id": subject.id,
        "pack": subject.pack.id,
        "zh": subject.name("zh"),
        "en": subject.name("en"),
        "every": programme.every if programme else None,
        "service": {"zh": programme.service[0], "en": programme.service[1]} if programme else None,
        "since": f"{programme.since}" if programme else None,
        "until": f"{programme.until}" if programme and programme.until else None,
        "cites": subject.cites,
        "tests": tests,
    }


def _print(data: Any) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1, default=str)
    print()


# pages


def _made(pages: Pages, directory: Path) -> dict[str, str]:
    from yihu.desks.reports.programme import DEFAULT
    from yihu.desks.reports.programme_folder import folder

    on = "" if pages.on == DEFAULT else f" --on {pages.on:%Y-%m}"
    command = f"yihu programmes --pack {pages.pack.id}{on} --out docs/programmes"
    return folder(pages, lambda inner: _links(pages, directory / inner), command)


def _links(pages: Pages, directory: Path) -> Address:
    """Addresses of other pages, of policy tests and decisions as links from a folder; none where there is no such file."""
    source = _source(directory, pages.pack.root.__module__.partition(".")[0])
    decisions = next((d for d in (up / "decisions" for up in directory.resolve().parents) if d.is_dir()), None)

    def link(address: str) -> str:
        kind, _, rest = address.partition(":")
        if kind == "programme":
            return f"{rest}.md"
        if kind == "tests" and source is not None:
            return _relative(source / rest, directory)
        if kind == "decision" and decisions is not None:
            return next((_relative(file, directory) for file in sorted(decisions.glob(f"{rest}-*.md"))), "")
        return ""

    return link


def _source(directory: Path, package: str) -> Path | None:
    """Where the source of a package lies in the project that holds the folder; independent of where it is installed."""
    for above in directory.resolve().parents:
        if (above / "pyproject.toml").is_file():
            for found in (above / "src" / package, *sorted(above.glob(f"*/*/src/{package}"))):
                if found.is_dir():
                    return found.parent
    return None


def _relative(file: Path, directory: Path) -> str:
    return Path(os.path.relpath(file, directory.resolve())).as_posix()


def _files(directory: Path) -> dict[str, str]:
    """What stands in a folder and below it."""
    found = sorted(path for path in directory.rglob("*") if path.suffix in MADE)
    return {path.relative_to(directory).as_posix(): path.read_text("utf-8") for path in found}


def _write(pages: Pages, directory: Path, *, en: bool) -> None:
    made = _made(pages, directory)
    for name, text in made.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        write_page(directory / name, text)
    count = len(pages.subjects())
    print(f"{count} pages in {directory}" if en else f"{directory}：{count} 页")
    for name in _files(directory).keys() - made.keys():
        print(f"no longer made, delete it: {name}" if en else f"不再生成，请删去：{name}", file=sys.stderr)


def _check(pages: Pages, directory: Path, *, en: bool, as_json: bool) -> None:
    from yihu.desks.reports.programme_folder import stale

    names = stale(_made(pages, directory), _files(directory))
    if as_json:
        _print({"stale": names})
    elif names:
        print("stale pages:" if en else "过时的页面：", *names, sep="\n", file=sys.stderr)
    else:
        print("all pages are up to date" if en else "全部页面都是新的")
    if names:
        raise typer.Exit(1)
