"""One family written by hand: YAML or JSON becomes a case, with the day and the community it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yihu.engines.rules.given import GivenError, case_from
from yihu.engines.rules.parameters import Words
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.pack import Pack
from yihu.records.intake.communities import community
from yihu.records.intake.faults import faults, place
from yihu.records.intake.findings import Refused, shown
from yihu.records.intake.plaindata import Data, DataError, read_data
from yihu.records.intake.wordings import ROWS

ON, COMMUNITY = "on", "community"
_LABELS = {"on": ON, "日期": ON, "community": COMMUNITY, "社区代码": COMMUNITY}


class FamilyError(Exception):
    """A family file that cannot be taken: file, line (where known), field, and what to do, in two languages."""

    def __init__(self, path: Path, line: int | None, field: str, says: Words, remedy: Words) -> None:
        self.path, self.line, self.field, self.says, self.remedy = path, line, field, says, remedy
        where = ":".join(str(part) for part in (path, line, f" {field}" if field else None) if part)
        self.where = where
        super().__init__(f"{where}: {says.zh}；{remedy.zh} / {says.en}; {remedy.en}")


@dataclass(frozen=True)
class Family:
    """A family file: the case, and the day and community if it names them."""

    case: Entity
    on: date | None = None
    community: int | None = None


def read_family(path: Path, pack: Pack, usual: bool = False) -> Family:
    """The case that a YAML or JSON file describes, with its keys ``on`` (a day or month) and ``community``.

    With ``usual`` silent facts take their usual value. Raises :class:`FamilyError`.
    """
    try:
        data = read_data(path)
    except DataError as error:
        raise FamilyError(path, error.line, "", error.says, _LOOK) from None
    except OSError as error:
        says = Words(f"不能读取（{error.strerror}）", f"cannot be read ({error.strerror})")
        raise FamilyError(path, None, "", says, Words("核对文件名", "check the name")) from None
    head = {_LABELS[key]: (key, value) for key, value in data.values.items() if key in _LABELS and value is not None}
    facts = {key: value for key, value in data.values.items() if key not in _LABELS}
    try:
        case = case_from(facts, pack.root, pack.programmes, usual=usual)
    except GivenError as error:
        raise _not_given(path, data, error) from None
    _ask_checks(path, pack, case, data)
    return Family(
        case, _day(path, data, *head.get(ON, ("", None))), _place(path, data, pack, *head.get(COMMUNITY, ("", None)))
    )


_LOOK = Words("对照 examples 里的例子检查", "compare it with those in examples")


def _not_given(path: Path, data: Data, error: GivenError) -> FamilyError:
    says = Words(f"不能接受：{error.message}", error.message)
    remedy = Words("改正该项；不清楚则删去（视为未知）", "correct it, or leave it out where it is not known")
    return FamilyError(path, data.line(error.path), error.path, says, remedy)


def _ask_checks(path: Path, pack: Pack, case: Entity, data: Data) -> None:
    for _, fault in faults(pack, case):
        level, position = place(case, fault.at)
        fact = type(fault.at).FACTS[fault.fact]
        labels = (fact.name, fact.zh, fact.en, *fact.aliases)
        if level == CASE:
            written = list(labels)
        else:
            nested = pack.root.LISTS[level]
            items = [f"{x}[{position}]" for x in (nested.name, nested.zh, nested.en)]
            written = [*(f"{item}.{label}" for item in items for label in labels), *items]
        field = next((path for path in written if path in data.lines), written[0])
        raise FamilyError(path, data.line(field), field, Words(*fault.says), Words(*fault.remedy))


def _day(path: Path, data: Data, key: str, value: Any) -> date | None:
    if value is None:
        return None
    try:
        return day(str(value))
    except ValueError:
        says = Words(f"“{shown(str(value))}”不是月份或日期", f"{shown(str(value))} is not a month or day")
        remedy = Words("写成 2024-07 或 2024-07-01", "write 2024-07 or 2024-07-01")
        raise FamilyError(path, data.line(key), key, says, remedy) from None


def day(text: str) -> date:
    """The day that ``YYYY-MM`` (its first) or ``YYYY-MM-DD`` means; raises ValueError."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text):
        raise ValueError(text)
    return date.fromisoformat(text if len(text) == 10 else f"{text}-01")


def _place(path: Path, data: Data, pack: Pack, key: str, value: Any) -> int | None:
    if value is None:
        return None
    try:
        return community(str(value), pack.places())
    except Refused as refused:
        says, remedy = ROWS[refused.code]
        fields = {"value": shown(str(value)), **refused.fields}
        said = Words(says.zh.format(**fields), says.en.format(**fields))
        raise FamilyError(path, data.line(key), key, said, remedy) from None
