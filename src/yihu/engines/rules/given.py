"""A family written as plain data (YAML, JSON) becomes a case; every mistake names its path and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import MOST_MONEY, Entity, Fact
from yihu.engines.rules.types import Choice, Kind, Type

MOST_DIGITS = 25
UNKNOWN_WORDS = ("", "unknown", "不详", "未知", "?", "？")
YES_WORDS = ("yes", "true", "是", "有", "1", "y")
NO_WORDS = ("no", "false", "否", "无", "没有", "0", "n")


class GivenError(Exception):
    """A value that cannot be taken: where it stands (``members[1].wage``) and why."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path, self.message = path, message


def case_from(
    data: Mapping[str, Any], root: type[Entity], programmes: Iterable[Programme] = (), *, usual: bool = False
) -> Entity:
    """The case that ``data`` describes, keyed by fact names (or Chinese or English labels).

    A fact left out or ``null`` is unknown; with ``usual`` it takes the declared usual value where there is one.
    Raises :class:`GivenError`.
    """
    return _entity(data, root, tuple(programmes), usual, "")


def _entity(data: Any, entity: type[Entity], programmes: tuple[Programme, ...], usual: bool, path: str) -> Entity:
    if not isinstance(data, Mapping):
        raise GivenError(path, f"expected the facts of a {entity.__name__}, found {data!r}")
    names = _names(entity)
    values: dict[str, Any] = {f.name: f.usual for f in entity.FACTS.values() if usual}
    granted: dict[str, Any] = {
        p.id: (0 if p.amount else False) for p in programmes if usual and issubclass(entity, p.of)
    }
    seen: dict[str, str] = {}
    for key, value in data.items():
        name = names.get(str(key))
        at = f"{path}.{key}" if path else str(key)
        if name is not None and seen.setdefault(name, at) != at:
            raise GivenError(at, f"it is given twice, also as {seen[name]}; keep one")
        if name is None:
            near = difflib.get_close_matches(str(key), names, 1, cutoff=0.5)  # two characters, one wrong
            raise GivenError(at, f"{entity.__name__} has no such fact" + (f"; did you mean {near[0]}?" if near else ""))
        if name in entity.LISTS:
            if not isinstance(value, (list, tuple)):
                raise GivenError(at, "expected a list")
            item = entity.LISTS[name].item
            if len(value) > entity.LISTS[name].most:
                raise GivenError(at, f"at most {entity.LISTS[name].most} are taken, found {len(value)}")
            values[name] = [_entity(v, item, programmes, usual, f"{at}[{i}]") for i, v in enumerate(value)]
        elif name == "granted":
            granted.update(_granted(value, entity, programmes, at))
        else:
            values[name] = fact_value(entity.FACTS[name], value, at)
    return entity({k: v for k, v in values.items() if v is not None}, granted=granted)


def _names(entity: type[Entity]) -> dict[str, str]:
    names = {"granted": "granted", "正在享受": "granted"}
    for label, name in ((x, f.name) for f in entity.FACTS.values() for x in (*f.aliases, f.en, f.zh, f.name)):
        names[label] = name
    for nested in entity.LISTS.values():
        names.update({nested.zh: nested.name, nested.en: nested.name, nested.name: nested.name})
    return names


def _granted(value: Any, entity: type[Entity], programmes: tuple[Programme, ...], path: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise GivenError(path, "expected programme: amount")
    known = {label: p for p in programmes if issubclass(entity, p.of) for label in (p.en, p.zh, p.id)}
    found: dict[str, Any] = {}
    for key, amount in value.items():
        programme = known.get(str(key))
        if programme is None:
            near = difflib.get_close_matches(str(key), known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise GivenError(f"{path}.{key}", f"no programme of a {entity.__name__} has this name{hint}")
        read = parse(granted_type(programme), amount, f"{path}.{key}")
        if programme.amount is not None and read is not None and not 0 <= read <= MOST_MONEY:
            raise GivenError(f"{path}.{key}", f"{read} is outside 0 … {MOST_MONEY}")
        found[programme.id] = read
    return found


def fact_value(fact: Fact, value: Any, path: str = "") -> Any:
    """Typed value of a fact, None for unknown; raises :class:`GivenError` where it is not one or out of range."""
    read = parse(fact.type, value, path or fact.name)
    if read is not None and fact.type.kind in (Kind.NUMBER, Kind.DATE) and not fact.low <= read <= fact.high:
        raise GivenError(path or fact.name, f"{read} is outside {fact.low} … {fact.high}")
    return read


def parse(type_: Type, value: Any, path: str) -> Any:
    """Read a plain value as ``type_``; None for unknown."""
    if value is None or (isinstance(value, str) and value.strip().lower() in UNKNOWN_WORDS):
        return None
    match type_.kind:
        case Kind.YES_NO:
            return _yes_no(value, path)
        case Kind.NUMBER:
            return _number(type_, value, path)
        case Kind.DATE:
            return _date(value, path)
        case Kind.CHOICE:
            return _choice(type_, value, path)


def _yes_no(value: Any, path: str) -> bool:
    text = str(value).strip().lower()
    if text in YES_WORDS or text in NO_WORDS:
        return text in YES_WORDS
    raise GivenError(path, f"expected yes or no (是/否), found {value!r}")


def _number(type_: Type, value: Any, path: str) -> Decimal | int:
    text = str(value).strip().replace(",", "").replace("，", "")
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if isinstance(value, bool) or not found.is_finite():
        raise GivenError(path, f"expected a number, found {value!r}")
    if (
        len(found.as_tuple().digits) > MOST_DIGITS or abs(found.adjusted()) > MOST_DIGITS
    ):  # 1e999999999 would fill the memory
        raise GivenError(path, f"a number has at most {MOST_DIGITS} digits, found {text[:MOST_DIGITS]}…")
    exponent = found.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > type_.places:
        raise GivenError(path, f"{text} has more than {type_.places} decimal places")
    return found if type_.places else int(found)


def _date(value: Any, path: str) -> date:
    if isinstance(value, date):
        return value if type(value) is date else value.date()  # type: ignore[attr-defined]
    text = str(value).strip().replace("/", "-").replace(".", "-").replace("年", "-").replace("月", "-").rstrip("日")
    parts = [text[:4], text[4:6], text[6:]] if text.isdigit() and len(text) == 8 else text.split("-")
    try:
        year, month, day = (int(p) for p in parts)
        if len(parts[0]) != 4:
            raise ValueError
        return date(year, month, day)
    except ValueError:
        raise GivenError(path, f"expected a date like 1950-03-08, found {value!r}") from None


def _choice(type_: Type, value: Any, path: str) -> Choice:
    assert type_.choices is not None
    if isinstance(value, type_.choices):
        return value
    text = str(value).strip()
    for member in type_.choices:
        if text in (member.value, member.zh, member.en, member.name):
            return member
    options = ", ".join(f"{m.value}（{m.zh}）" for m in type_.choices)
    raise GivenError(path, f"{value!r} is not one of: {options}")
