"""A file of families becomes a checked snapshot: read in chunks, brought together by family, checked, written whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from yihu.engines.rules.layout import columns
from yihu.engines.rules.parameters import Words
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind
from yihu.pack import Pack
from yihu.records.intake.cells import physical
from yihu.records.intake.check import check_families
from yihu.records.intake.families import Families
from yihu.records.intake.fields import FAMILY, IDENTITY, fields_of, main_sheet, sheets_of
from yihu.records.intake.files import mark, open_sheets
from yihu.records.intake.findings import IntakeError
from yihu.records.intake.order import Order
from yihu.records.intake.report import findings_table, write_report
from yihu.records.intake.rows import PERSON, RowReader
from yihu.records.intake.sheets import Sheet
from yihu.records.intake.staging import Staging
from yihu.records.snapshots.layout import FAMILIES, ROW_GROUP, SnapshotError, SnapshotWriter

Progress = Callable[[str, int, int | None], None]

_VERSION = 1
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_FULL_TEXTS = ("no space left", "file too large", "disk full", "quota exceeded")


@dataclass(frozen=True)
class Intake:
    """What is to be imported: file, output, the day on which it must be true, and how strictly.

    ``more`` are files of further lists by list name; ``sheet`` names the main sheet (of people) in a workbook; ``presume``
    fills facts whose column is absent with their usual value; ``strict`` writes nothing where anything is wrong.
    """

    source: Path
    out: Path
    on: date
    more: Mapping[str, Path] = field(default_factory=dict)
    sheet: str | None = None
    ignore: tuple[str, ...] = ()
    presume: bool = False
    strict: bool = False
    report: Path | None = None

    @property
    def report_path(self) -> Path:
        """Where the report goes; beside the output unless stated."""
        return self.report or self.out.with_name(self.out.name + ".report.csv")


@dataclass(frozen=True)
class Summary:
    """What an import did: families (or other cases) and people (items of the first list) written, families left out,
    findings by code, what was presumed.

    ``without`` are lists for which there was no sheet: every family is taken to have none.
    """

    written: bool
    families: int
    people: int
    left_out: int
    rows: int
    errors: Mapping[str, int]
    report: Path
    presumed: tuple[str, ...]
    without: tuple[str, ...]
    resumed: bool
    notes: tuple[Words, ...]


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    """Tell nobody."""


class _NotWritten(Exception):
    """Leaves the writer so that nothing appears."""


def import_families(intake: Intake, pack: Pack, progress: Progress = _silent, *, memory: str = "256MB") -> Summary:
    """Import as ``intake`` says. Raises :class:`IntakeError` where the files cannot be taken or nothing can be written.

    Rows that are wrong are in the report; their families are left out whole. The same input gives the same bytes.
    ``memory`` limits the sorting. ``progress`` is told stage (``read``, ``order``, ``write``), done and total.
    """
    _refuse_same_file(intake)
    marks = {path: mark(path) for path in (intake.source, *intake.more.values())}
    with contextlib.ExitStack() as opened:
        sheets = _sheets(intake, pack)
        for sheet in sheets.values():
            opened.callback(sheet.close)
        return _imported(intake, pack, sheets, marks, progress, memory)


def _imported(
    intake: Intake, pack: Pack, sheets: Mapping[str, Sheet], marks: Mapping[Path, str], progress: Progress, memory: str
) -> Summary:
    """Stage every sheet, then gather the families."""
    key = blake2b(marks[intake.source].encode(), digest_size=32, person=b"yihu identity").digest()
    readers = {name: RowReader(pack, name, sheet, intake.on, key, intake.ignore) for name, sheet in sheets.items()}
    with _typed(intake.out, None):
        staging = Staging(intake.out.with_name(intake.out.name + ".staging"), _manifest(intake, pack, readers, marks))
    with _typed(intake.out, staging):
        rows = sum(_stage(staging, name, sheets[name], reader, progress) for name, reader in readers.items())
        if not staging.rows(main_sheet(pack.root)):
            raise IntakeError("header_only", path=readers[main_sheet(pack.root)].sheet)
        summary = _gather(intake, pack, staging, readers, rows, progress, memory)
        staging.remove()
    return summary


def _refuse_same_file(intake: Intake) -> None:
    paths = [intake.source, intake.out, intake.report_path, *intake.more.values()]
    resolved = [path.resolve() for path in paths]
    for path, real in zip(paths, resolved, strict=True):
        if resolved.count(real) > 1:
            raise IntakeError("same_file", path=path)
    if intake.out.exists() and not (intake.out / f"{FAMILIES}.parquet").exists():
        raise IntakeError("no_snapshot", path=intake.out)


def _sheets(intake: Intake, pack: Pack) -> dict[str, Sheet]:
    """The main sheet first, then those of the other lists that were given."""
    lists, main = sheets_of(pack.root), main_sheet(pack.root)
    found = open_sheets(intake.source, lists, main, intake.sheet)
    for name, path in intake.more.items():
        if name not in lists or name == main:
            raise IntakeError("no_list", found=name, options=", ".join(each for each in lists if each != main) or "-")
        if name in found:
            raise IntakeError("list_twice", found=name)
        found[name] = open_sheets(path, {name: lists[name]}, name, None)[name]
    return {name: found[name] for name in (main, *lists) if name in found}


def _manifest(
    intake: Intake, pack: Pack, readers: Mapping[str, RowReader], marks: Mapping[Path, str]
) -> dict[str, Any]:
    """What staged work depends on. The mark of the input is hidden, for it is the key of the identity marks."""
    known = hashlib.sha256()
    for name in readers:
        for each in fields_of(pack, name):
            choices = [m.value for m in each.type.choices] if each.type and each.type.choices else []
            bounds = (each.fact.low, each.fact.high) if each.fact else ()
            known.update(repr((each.key, each.labels, str(each.type), choices, bounds)).encode())
    known.update(repr(sorted(pack.places().communities)).encode())
    return {
        "version": _VERSION,
        "input": [blake2b(each.encode(), person=b"yihu manifest").hexdigest() for each in marks.values()],
        "sheets": {name: reader.sheet for name, reader in readers.items()},
        "pack": [pack.id, known.hexdigest()],
        "on": intake.on.isoformat(),
        "ignore": list(intake.ignore),
    }


def _stage(staging: Staging, name: str, sheet: Sheet, reader: RowReader, progress: Progress) -> int:
    """Read the chunks that are not done yet; rows in all."""
    done = staging.done(name)
    progress("read", staging.rows(name), None)
    for number, (first, rows) in enumerate(sheet.chunks(done), done):
        table, found = reader.read(first, rows)
        staging.keep(name, number, table, findings_table(found))
        progress("read", first + len(rows) - 1 - sheet.line, None)
    return staging.rows(name)


def _gather(
    intake: Intake,
    pack: Pack,
    staging: Staging,
    readers: Mapping[str, RowReader],
    rows: int,
    progress: Progress,
    memory: str,
) -> Summary:
    """Sort by family, check whole families, write those without an error."""
    progress("order", 0, None)
    names = {name: reader.sheet for name, reader in readers.items()}
    headers = {name: reader.headers[FAMILY] for name, reader in readers.items()}
    main = readers[main_sheet(pack.root)]
    usual = _usual(pack, readers) if intake.presume else {}
    families = Families(pack, readers, usual)
    without = tuple(name for name in pack.root.LISTS if name not in readers)
    meta = {"pack": pack.id, "origin": "import", "presumed": sorted(usual), "without": list(without)}
    with Order(staging, names, {name: reader.schema for name, reader in readers.items()}, memory) as order:
        order.build(headers | {PERSON: main.headers.get(IDENTITY, "")})
        total = order.size()
        people, written, kept = 0, True, 0
        try:
            with SnapshotWriter(intake.out, families.schema, meta) as writer:
                people = _write(order, families, writer, total, progress)
                kept = writer.families
                errors = order.counts()
                write_report(intake.report_path, order.findings())
                if not kept or (intake.strict and errors):
                    raise _NotWritten
        except _NotWritten:
            people, written, kept = 0, False, 0
    return Summary(
        written, kept, people, total - kept, rows, errors, intake.report_path, tuple(sorted(usual)), without,
        staging.resumed, tuple(staging.notes),
    )  # fmt: skip


def _write(order: Order, families: Families, writer: SnapshotWriter, total: int, progress: Progress) -> int:
    """Write the families without an error; people in them."""
    people = done = 0
    waiting = families.schema.empty_table()
    for tables in order.groups():
        group = families.group(tables)
        table = families.table(group)
        check_families(families, group, table)
        order.add(group.found)
        waiting = pa.concat_tables([waiting, table.filter(pa.array(~group.bad))])
        while waiting.num_rows >= ROW_GROUP:
            writer.write(waiting.slice(0, ROW_GROUP))
            waiting = waiting.slice(ROW_GROUP)
        if families.main != CASE:
            people += int((~group.bad[group.parts[families.main].owner]).sum())
        done += table.num_rows
        progress("write", done, total)
    if waiting.num_rows:
        writer.write(waiting)
    return people


def _usual(pack: Pack, readers: Mapping[str, RowReader]) -> dict[str, Any]:
    """Usual values, as stored, of facts that have no column in a sheet that is there; untold grants are none."""
    found: dict[str, Any] = {}
    for column in columns(pack.root, pack.programmes):
        reader = readers.get(main_sheet(pack.root) if column.level == CASE else column.level)
        if reader is None or column.name in reader.stored:
            continue
        entity = pack.root if column.level == CASE else pack.root.LISTS[column.level].item
        fact = entity.FACTS.get(column.fact)
        usual = fact.usual if fact else (False if column.type.kind is Kind.YES_NO else 0)
        if usual is not None:
            found[column.name] = physical(column.type, usual)
    return found


@contextmanager
def _typed(out: Path, staging: Staging | None) -> Iterator[None]:
    """Turn what goes wrong with files into :class:`IntakeError`; staged work that cannot be taken up is removed."""
    try:
        yield
    except IntakeError:
        if staging is not None:
            staging.remove()
        raise
    except (OSError, SnapshotError, duckdb.Error, pa.ArrowException) as problem:
        cause = problem.__cause__ if isinstance(problem, SnapshotError) else problem
        full = isinstance(cause, OSError) and cause.errno in _FULL
        if full or any(text in str(problem).lower() for text in _FULL_TEXTS):
            raise IntakeError("disk_full", path=out, problem=_short(problem)) from problem
        if staging is not None and isinstance(problem, (pa.ArrowException, duckdb.Error)):
            staging.remove()
            raise IntakeError("staging_damaged", path=staging.folder, problem=_short(problem)) from problem
        raise IntakeError("write", path=out, problem=_short(problem)) from problem


def _short(problem: BaseException) -> str:
    return str(problem).strip().splitlines()[0][:200] if str(problem).strip() else type(problem).__name__
