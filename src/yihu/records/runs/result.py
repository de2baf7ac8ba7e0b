"""A result: a folder with the rows found, the summary, and where the snapshot lies. It appears whole or not at all."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.law import Confidence
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import walk
from yihu.pack import Pack
from yihu.records.runs.asked import AskedTally, asked_schema
from yihu.records.runs.kernel import Clock
from yihu.records.runs.plan import Plan
from yihu.records.runs.rows import WORDS, Found, Tally, row_schema
from yihu.records.snapshots import Snapshot
from yihu.records.snapshots.folders import part_of, put_in_place, unwritten
from yihu.records.snapshots.layout import closed
from yihu.records.snapshots.seal import digest

ROWS, ASKED, SUMMARY = "findings.parquet", "answers.parquet", "summary.json"
VERSION = 2
RISING = ("family", "member")
COUNTED = (*RISING, "programme", "finding", "reason", "months", "unknown")


class ResultError(Exception):
    """A result that cannot be written or read: which folder, what is wrong, what to do."""


@dataclass(frozen=True)
class Result:
    """A finished run: its folder and its summary."""

    path: Path
    summary: Mapping[str, Any]

    @property
    def rows(self) -> Path:
        """Parquet file of the rows found."""
        return self.path / ROWS


def ready_for(out: Path) -> None:
    """Refuse a folder that a result may not replace; raises :class:`ResultError`."""
    whole = out.resolve()
    if not whole.exists() or (whole / SUMMARY).exists():
        return
    if whole.is_dir() and whole.name and not any(whole.iterdir()):
        return
    raise ResultError(f"{out} exists and is not a result; choose another --out")


def write_result(
    out: Path,
    pack: Pack,
    plan: Plan,
    snapshot: Snapshot,
    found: Iterable[Found],
    *,
    clock: Clock,
    meta: Mapping[str, Any],
    beside: Mapping[str, str] = MappingProxyType({}),
    progress: Callable[[int], None] = lambda group: None,
) -> Result:
    """Write the stream of a run into the folder ``out``; on any error nothing is left under that name.

    ``meta`` goes into the summary, ``beside`` are texts to keep with it by file name. Raises :class:`ResultError`.
    """
    ready_for(out)
    part = part_of(out)
    shutil.rmtree(part, ignore_errors=True)
    started = time.perf_counter()
    try:
        part.mkdir(parents=True)
        tally, asked = _write_rows(part, plan, snapshot, found, clock, progress)
        summary = {**summarise(pack, plan, snapshot, tally), **meta, "findings": digest(part / ROWS)}
        if plan.asked:
            summary |= {"asked": _asked(plan, asked), "answers": digest(part / ASKED)}
        summary["seconds"] = _seconds(clock, started)
        for name, text in {**beside, SUMMARY: json.dumps(summary, ensure_ascii=False, indent=1)}.items():
            (part / name).write_text(text, "utf-8")
        put_in_place(part, out)
    except OSError as problem:
        raise ResultError(unwritten(out, problem)) from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Result(out, summary)


def _seconds(clock: Clock, started: float) -> dict[str, float]:
    stages = {stage: round(spent, 3) for stage, spent in vars(clock).items() if isinstance(spent, float)}
    return {**stages, "wall": round(time.perf_counter() - started, 3)}


def _asked(plan: Plan, tally: AskedTally) -> list[dict[str, Any]]:
    """What was found of the rules asked for their own sake, with the figures behind each that are only recalled."""
    data = zip(tally.as_data(), plan.asked, strict=True)
    return [{**each, "unverified": _unverified(plan, (want.rule,))} for each, want in data]


def _write_rows(
    folder: Path,
    plan: Plan,
    snapshot: Snapshot,
    found: Iterable[Found],
    clock: Clock,
    progress: Callable[[int], None],
) -> tuple[Tally, AskedTally]:
    tally, asked = Tally(len(plan.wants)), AskedTally.of(plan.asked, plan.book)
    names = [w.programme.id for w in plan.wants if w.programme is not None]
    described = {"programmes": json.dumps(names), "findings": json.dumps(WORDS)}
    schema = row_schema(snapshot.family_type).with_metadata(described)
    writers = {ROWS: _writer(folder / ROWS, schema)}
    if plan.asked:
        writers[ASKED] = _writer(folder / ASKED, asked_schema(plan.asked, snapshot.family_type))
    try:
        for number, each in enumerate(found):
            started = time.perf_counter()
            writers[ROWS].write_table(each.rows.replace_schema_metadata(schema.metadata))
            tally.add(each.tally)
            if each.asked is not None:
                writers[ASKED].write_table(each.asked)
                asked.add(each.asked)
            clock.writing += time.perf_counter() - started
            progress(number)
    finally:
        for writer in writers.values():
            closed(writer)
    return tally, asked


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """A writer that spends little: keys that rise are written as steps, codes as they are (a third less time, and smaller)."""
    counted = [f.name for f in schema if f.name in COUNTED and pa.types.is_integer(f.type)]
    rest = [f.name for f in schema if f.name not in counted]
    steps = {name: "DELTA_BINARY_PACKED" if name in RISING else "PLAIN" for name in counted}
    return pq.ParquetWriter(
        path, schema, compression="zstd", compression_level=1, use_dictionary=rest, column_encoding=steps
    )


def summarise(pack: Pack, plan: Plan, snapshot: Snapshot, tally: Tally) -> dict[str, Any]:
    """Counts and money (fen) by programme and district."""
    programmes = []
    for number, want in enumerate(plan.wants):
        programme = want.programme
        assert programme is not None
        districts = {str(code): _cell(cell[number]) for code, cell in sorted(tally.cells.items())}
        programmes.append({
            "id": programme.id, "zh": programme.zh, "en": programme.en, "level": want.level,
            "every": programme.every, "pays": programme.amount is not None, "total": _sum(districts), "districts": districts,
            "unverified": unverified(plan, programme.id),
            "assumed": programme.text_since is not None and plan.month.first_day < programme.text_since,
        })  # fmt: skip
    return {
        "version": VERSION,
        "pack": pack.id,
        "snapshot": str(snapshot.path.resolve()),
        "months": [f"{m.first_day:%Y-%m}" for m in plan.months],
        "families": sum(tally.families.values()),
        "people": sum(tally.people.values()),
        "districts": {
            str(c): {"families": tally.families[c], "people": tally.people[c]} for c in sorted(tally.families)
        },
        "programmes": programmes,
    }


def _cell(cell: Any) -> dict[str, dict[str, int]]:
    return {
        word: {"count": int(cell[i, 0]), "amount": int(cell[i, 1]), "paid": int(cell[i, 2])}
        for i, word in enumerate(WORDS)
        if i and cell[i, 0]
    }


def _sum(districts: Mapping[str, Mapping[str, Mapping[str, int]]]) -> dict[str, dict[str, int]]:
    total: dict[str, dict[str, int]] = {}
    for found in districts.values():
        for word, values in found.items():
            into = total.setdefault(word, {"count": 0, "amount": 0, "paid": 0})
            for key, value in values.items():
                into[key] += value
    return total


def unverified(plan: Plan, programme: str) -> list[str]:
    """Parameters behind a programme whose value in one of the months is only recalled (待核实)."""
    outcome = plan.book.outcomes[plan.book.programme(programme)]
    return _unverified(plan, (outcome.entitled, outcome.amount))


def _unverified(plan: Plan, rules: Iterable[AnyRule | None]) -> list[str]:
    wanted = [plan.book.current(rule) for rule in rules if rule is not None]
    return list(dict.fromkeys(name for month in plan.months for name in _recalled(month, wanted)))


def _recalled(month: Month, rules: Iterable[AnyRule]) -> Iterator[str]:
    book, stack = month.book, list(rules)
    seen = set(stack)
    while stack:
        for node in walk(month.tree(stack.pop())):
            if node.op == "param" and node.value in month.live:
                if book.law.value_on(node.value, month.first_day).confidence is Confidence.RECALLED:
                    yield node.value
            elif node.op == "rule" and (rule := book.current(node.value)) not in seen:
                seen.add(rule)
                stack.append(rule)


def open_result(path: Path) -> Result:
    """Open a result folder; raises :class:`ResultError` where it is not whole."""
    try:
        summary = json.loads((path / SUMMARY).read_text("utf-8"))
    except FileNotFoundError:
        raise ResultError(f"{path}: no result here; make one with yihu run SNAPSHOT --out {path}") from None
    except NotADirectoryError:
        raise ResultError(f"{path}: not a result; name the folder that yihu run wrote with --out") from None
    except (OSError, ValueError) as problem:
        raise ResultError(f"{path / SUMMARY}: {problem}; run again") from None
    version = summary.get("version") if isinstance(summary, dict) else None
    if version != VERSION:
        raise ResultError(f"{path}: result version {version}, this is {VERSION}; run again")
    if not (path / ROWS).exists() or digest(path / ROWS) != summary["findings"]:
        raise ResultError(f"{path / ROWS} is missing or damaged; run again")
    if "answers" in summary and (not (path / ASKED).exists() or digest(path / ASKED) != summary["answers"]):
        raise ResultError(f"{path / ASKED} is missing or damaged; run again")
    return Result(path, summary)
