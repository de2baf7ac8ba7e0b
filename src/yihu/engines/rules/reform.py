"""A reform: parameters changed or rules replaced, over the law as it is.

zh: 低保标准提高到1540元
en: Raise the minimum living standard to 1,540
parameters:
  dibao_standard: 1540                       # in the month that is run
  elder_age: {value: 65, from: 2025-01, until: 2026-01}
rules: reform_rules.py                       # optional: a file with @rule functions; same name = replaced, another
                                             # name = a helper that they call
reading: 0102-full-standard-on-top           # optional: a reading of the law that lost, kept by the pack
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from yihu.engines.rules import exact
from yihu.engines.rules.book import AnyRule, Rulebook, parameter_type
from yihu.engines.rules.given import GivenError, parse
from yihu.engines.rules.law import Change, Parameter
from yihu.engines.rules.month import read_month

KEYS = {"zh", "en", "parameters", "rules", "reading"}
DATED = ("value", "from", "until")


class ReformError(Exception):
    """A reform that cannot be read or applied: file, key, what to write."""


@dataclass(frozen=True)
class Reform:
    """Names, changed parameters as written, the file of replaced rules and the reading it takes (None: none)."""

    file: str
    zh: str
    en: str
    parameters: Mapping[str, Any]
    rules: str | None
    reading: str | None = None


@dataclass(frozen=True)
class Reading:
    """The other reading of an unclear text, kept so that its effect can be counted: rules replaced, parameters changed.

    ``id`` begins with the number of the decision that chose against it (``0102-full-standard-on-top``).
    """

    id: str
    zh: str
    en: str
    replaced: Mapping[AnyRule, AnyRule] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)


def read_reform(file: str, text: str) -> Reform:
    """The reform written in a YAML text; raises :class:`ReformError`."""
    try:
        data = exact.load(text)
    except yaml.YAMLError as problem:
        raise ReformError(f"{file}: not YAML: {problem}") from None
    if not isinstance(data, dict):
        raise ReformError(f"{file}: expected the keys {', '.join(sorted(KEYS))}")
    for key in data.keys() - KEYS:
        near = difflib.get_close_matches(str(key), KEYS, 1)
        raise ReformError(f"{file}: unknown key {key}" + (f"; did you mean {near[0]}?" if near else ""))
    parameters = data.get("parameters") or {}
    rules, reading = data.get("rules"), data.get("reading")
    if not isinstance(parameters, dict) or not (parameters or rules or reading):
        raise ReformError(f"{file}: give parameters: (name: value) or rules: (a Python file), or both")
    if not isinstance(rules, str | None):
        raise ReformError(f"{file}: rules: name one Python file, found {rules}")
    if not isinstance(reading, str | None):
        raise ReformError(f"{file}: reading: name one reading, found {reading}; yihu readings lists them")
    name = str(data.get("zh") or data.get("en") or file)
    named = {str(key): value for key, value in parameters.items()}
    return Reform(file, name, str(data.get("en") or name), named, rules, reading)


def reading_named(readings: Iterable[Reading], name: str) -> Reading:
    """The reading called ``name``, or whose number it is (``0102``); raises :class:`ReformError` with the nearest."""
    known = {each.id: each for each in readings}
    found = [each for id, each in known.items() if name in (id, id.partition("-")[0])]
    if len(found) == 1:
        return found[0]
    if found:
        raise ReformError(f"{name} is several readings: {', '.join(each.id for each in found)}")
    near = difflib.get_close_matches(name, known, 1)
    raise ReformError(f"no reading {name}" + (f"; did you mean {near[0]}?" if near else "; yihu readings lists them"))


def as_reform(reading: Reading) -> Reform:
    """The reform that takes a reading, and nothing else."""
    return Reform(reading.id, reading.zh, reading.en, {}, None, reading.id)


def apply(
    reform: Reform, book: Rulebook, month: date, rules: Iterable[AnyRule] = (), readings: Iterable[Reading] = ()
) -> Rulebook:
    """The rulebook under the reform; a bare value holds from ``month`` on. ``readings`` are those it may name.

    Raises :class:`ReformError`.
    """
    taken = None if reform.reading is None else reading_named(readings, reform.reading)
    parameters = {**(taken.parameters if taken else {}), **reform.parameters}
    changes = [_change(reform, book, month, name, written) for name, written in parameters.items()]
    written = {rule: _replaced(reform, book, rule) for rule in rules}
    replaced = {**(taken.replaced if taken else {}), **{old: new for new, old in written.items() if old is not None}}
    made = book.with_(book.law.with_changes(changes) if changes else book.law, replaced)
    _all_used(reform, book, made, [rule for rule, old in written.items() if old is None])
    return made


def _change(reform: Reform, book: Rulebook, month: date, name: str, written: Any) -> Change:
    if not isinstance(written, dict):
        written = {"value": written}
    for key in written.keys() - set(DATED):
        near = difflib.get_close_matches(str(key), DATED, 1)
        hint = f"; did you mean {near[0]}?" if near else f"; write {', '.join(DATED)}"
        raise ReformError(f"{reform.file}: {name}: unknown key {key}{hint}")
    parameter = _parameter(reform, book, name)
    try:
        value = parse(parameter_type(parameter), written.get("value"), name)
        start = read_month(str(written["from"])) if "from" in written else month
        end = read_month(str(written["until"])) if "until" in written else None
    except (GivenError, ValueError) as problem:
        raise ReformError(f"{reform.file}: {name}: {problem}") from None
    if value is None:
        raise ReformError(f"{reform.file}: {name}: value: is missing")
    return Change(parameter.name, value, start, end)


def _parameter(reform: Reform, book: Rulebook, name: str) -> Parameter:
    """The parameter of this name, or of this Chinese or English label."""
    every = book.law.parameters
    if name in every:
        return every[name]
    found = [p for p in every.values() if name in (p.zh, p.en)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ReformError(f"{reform.file}: {name} names several parameters; write {' or '.join(p.name for p in found)}")
    near = difflib.get_close_matches(name, [label for p in every.values() for label in (p.name, p.zh, p.en)], 1)
    hint = f"; did you mean {near[0]}?" if near else "; yihu law lists them"
    raise ReformError(f"{reform.file}: no parameter {name}{hint}")


def _replaced(reform: Reform, book: Rulebook, rule: AnyRule) -> AnyRule | None:
    """The rule that ``rule`` replaces: of the same name, about the same entity; None for a helper."""
    for known in book.trees:
        if known.name == rule.name and known.entity is rule.entity and known.source is not None:
            if known.type != rule.type:
                raise ReformError(
                    f"{reform.file}: {rule.name} gives a {rule.type}, the rule it replaces a {known.type}"
                )
            return known
    return None


def _all_used(reform: Reform, book: Rulebook, made: Rulebook, helpers: Iterable[AnyRule]) -> None:
    """A helper that nothing calls was meant to replace a rule, and its name is wrong."""
    names = [r.name for r in book.trees if r.source is not None]
    for rule in helpers:
        if rule not in made.trees:
            near = difflib.get_close_matches(rule.name, names, 1)
            hint = (
                f"; did you mean {near[0]}?" if near else "; a rule of another name must be called by one that replaces"
            )
            raise ReformError(f"{reform.file}: there is no rule {rule.name} to replace{hint}")
