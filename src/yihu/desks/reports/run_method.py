"""How a run was made, and which figures of the law it uses that nobody has checked yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yihu.desks.reports.texts import Texts
from yihu.engines.rules.book import parameter_type
from yihu.engines.rules.layout import Column, columns
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.wording import day, value
from yihu.pack import Pack
from yihu.records.runs.result import Result


@dataclass(frozen=True)
class Unverified:
    """A figure that is only recalled: name, value, since when, where from, and who uses it."""

    name: str
    value: str
    since: str
    source: str
    used_by: str


@dataclass(frozen=True)
class Method:
    """Label and text of each line, and the command that explains one family."""

    lines: Sequence[tuple[str, str]]
    command: str


def unverified(month: Month, summary: Mapping[str, Any], texts: Texts) -> list[Unverified]:
    """The recalled figures that the programmes of a run and what it is asked use, each once."""
    users: dict[str, list[str]] = {}
    for programme in (*summary["programmes"], *summary.get("asked", ())):
        for name in programme["unverified"]:
            users.setdefault(name, []).append(programme[texts.lang])
    return [_unverified(month, name, used, texts) for name, used in users.items()]


def _unverified(month: Month, name: str, used: list[str], texts: Texts) -> Unverified:
    """The figure of the first month, or the first there is: a programme may begin within the run."""
    parameter = month.book.law.parameter(name)
    dated = parameter.at(max(month.first_day, parameter.values[0].start))
    source = f"{dated.document.number} {dated.article}".strip() if dated.document else ""
    label = parameter.zh if texts.lang == "zh" else parameter.en
    shown = value(dated.value, parameter_type(parameter), texts.lang)
    return Unverified(
        label, shown, day(dated.start, texts.lang), source, ("、" if texts.lang == "zh" else ", ").join(used)
    )


def method(result: Result, pack: Pack, period: str, texts: Texts) -> Method:
    """Month, engine, snapshot and its origin, time, places."""
    summary = result.summary
    origin: Mapping[str, Any] = summary.get("origin", {})
    lines = [
        (texts("method_month"), period),
        (texts("method_programmes"), str(len(summary["programmes"]))),
        (texts("method_engine"), texts(f"engine_{summary['engine']}")),
        (texts("method_snapshot"), Path(summary["snapshot"]).name),
        (texts("method_origin"), _origin(origin, texts)),
    ]
    if origin.get("on"):
        lines.append((texts("method_as_of"), day(date.fromisoformat(str(origin["on"])[:10]), texts.lang)))
    if origin.get("presumed"):
        lines.append((texts("method_presumed"), _columns(pack, origin["presumed"], texts)))
    lines.append((texts("method_seconds"), texts("seconds", n=f"{summary['seconds']['wall']:,.1f}")))
    if texts.lang == "zh":
        lines.append((texts("method_places"), pack.places().source))
    return Method(lines, f"yihu explain {result.path.name} {texts('case_key')}")


def _origin(origin: Mapping[str, Any], texts: Texts) -> str:
    if origin.get("origin") == "synthetic":
        return texts("origin_synthetic", seed=origin.get("seed", "—"))
    return texts("origin_import" if origin.get("origin") == "import" else "origin_other")


def _columns(pack: Pack, names: Sequence[str], texts: Texts) -> str:
    known = {c.name: c for c in columns(pack.root, pack.programmes)}
    labels = [_label(pack, known[name], texts) for name in names if name in known]
    return ("、" if texts.lang == "zh" else ", ").join(dict.fromkeys(labels))


def _label(pack: Pack, column: Column, texts: Texts) -> str:
    entity = pack.root if column.level == CASE else pack.root.LISTS[column.level].item
    declared = entity.FACTS.get(column.fact)
    if declared is not None:
        return declared.zh if texts.lang == "zh" else declared.en
    programme = next(p for p in pack.programmes if f"granted.{p.id}" == column.fact)
    return texts("facts_drawn", programme=programme.zh if texts.lang == "zh" else programme.en)
