"""XLSX: the sheets of a workbook, found by the names of the pack's lists."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineWorkbook, PasswordError

from yihu.engines.rules.schema import Nested
from yihu.records.intake.cells import plain
from yihu.records.intake.findings import IntakeError
from yihu.records.intake.sheets import Rows, Sheet, meant_list

_MOST_UNPACKED = 2 << 30
_OLE = b"\xd0\xcf\x11\xe0"


def open_workbook(path: Path, lists: Mapping[str, Nested], main: str, sheet: str | None) -> dict[str, Sheet]:
    """The sheet of each list; that of ``main`` is ``sheet``, or the one named after it, or the only one."""
    _refuse_unsafe(path)
    with _typed(path), CalamineWorkbook.from_path(str(path)) as book:
        titles = list(book.sheet_names)
    found: dict[str, str] = {}
    for title in titles:
        name = meant_list(title, lists)
        if name is not None:
            found.setdefault(name, title)
    if sheet is not None:
        if sheet not in titles:
            raise IntakeError("no_sheet", path=path.name, sheet=sheet, options="、".join(titles))
        found = {name: title for name, title in found.items() if title != sheet} | {main: sheet}
    if main not in found:
        rest = [title for title in titles if title not in found.values()]
        if len(rest) != 1:
            raise IntakeError("which_sheet", path=path.name, options="、".join(titles))
        found[main] = rest[0]
    return {name: each for name, title in found.items() if (each := _sheet(path, title, name == main)) is not None}


def _sheet(path: Path, title: str, needed: bool) -> Sheet | None:
    """The sheet; None for an empty one that is not needed."""
    try:
        return Sheet(f"{path.name}[{title}]", _rows(path, title))
    except IntakeError as error:
        if needed or error.code != "empty":
            raise
        return None


def _rows(path: Path, title: str) -> Rows:
    with _typed(path), CalamineWorkbook.from_path(str(path)) as book:
        for row in book.get_sheet_by_name(title).iter_rows():
            yield [plain(cell) for cell in row]


def _refuse_unsafe(path: Path) -> None:
    """Refuse what is no workbook, is locked, or unpacks to more than can be held in memory (the reader holds whole sheets)."""
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise IntakeError("encrypted", path=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise IntakeError("unreadable", path=path.name, problem=problem) from None
    if size > _MOST_UNPACKED:
        raise IntakeError("too_large", path=path.name)


@contextmanager
def _typed(path: Path) -> Iterator[None]:
    """Turn whatever the XLSX reader raises, panics included, into an :class:`IntakeError`."""
    try:
        yield
    except (IntakeError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except PasswordError:
        raise IntakeError("encrypted", path=path.name) from None
    except BaseException as problem:  # a panic of the reader is no Exception
        raise IntakeError("unreadable", path=path.name, problem=str(problem)[:200]) from None
