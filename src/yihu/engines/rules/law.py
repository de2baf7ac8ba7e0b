"""The dated law: a pack names its parameters in a class, and reads their dated values from the texts of its law files.

    class Law(ParameterSet):
        dibao_standard: Money

    book = Law.read([("dibao.yaml", text)])
    book.on(date(2024, 7, 1)).dibao_standard      # Decimal("1450")

A value that is not known is a :class:`ParameterGap`, never a default. Nothing here opens a file or knows today's date.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Self, get_type_hints

from yihu.engines.rules.citations import pages
from yihu.engines.rules.lawfile import read_law
from yihu.engines.rules.parameters import (
    AfterLast,
    Confidence,
    DatedValue,
    Document,
    LawError,
    LawFileError,
    Parameter,
    ParameterGap,
    ParameterType,
    TextStatus,
    UnknownParameter,
    Value,
    Words,
    did_you_mean,
    nearest,
)

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    L = TypeVar("L", bound="ParameterSet", default=Any)
else:
    from typing import TypeVar

    L = TypeVar("L")

_PYTHON: dict[ParameterType, type] = {
    ParameterType.MONEY: Decimal,
    ParameterType.NUMBER: Decimal,
    ParameterType.COUNT: int,
    ParameterType.DATE: date,
    ParameterType.YES_NO: bool,
}


class LawMismatch(LawError):
    """The class of a pack and its law files do not name the same parameters with the same types."""


class _Dated:
    """Reads one parameter on the day of the set and keeps it in the instance."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, law: ParameterSet | None, _: type[ParameterSet]) -> Any:
        if law is None:
            return self
        found = vars(law)[self.name] = law._book.value_on(self.name, law._day).value
        return found


class ParameterSet:
    """The law on one day. A pack's subclass only annotates: ``name: Money | Number | int | bool | date``; it may inherit
    from several such classes (one for each field of law)."""

    def __init_subclass__(cls) -> None:
        for name in vars(cls).get("__annotations__", {}):
            if not name.startswith("_"):
                setattr(cls, name, _Dated(name))

    def __init__(self, book: LawBook[Any], day: date) -> None:
        vars(self).update(_book=book, _day=day)

    if TYPE_CHECKING:
        _book: LawBook[Any]
        _day: date
    else:

        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"{name} cannot be set: change the law with LawBook.with_changes")

    @property
    def first_day(self) -> date:
        """First day of the month evaluated."""
        return self._day.replace(day=1)

    @property
    def last_day(self) -> date:
        """Last day of the month evaluated."""
        return self._day.replace(day=calendar.monthrange(self._day.year, self._day.month)[1])

    @classmethod
    def read(cls, sources: Iterable[tuple[str, str]]) -> LawBook[Self]:
        """The law book of ``sources``, pairs of file name and YAML text.

        Raises :class:`LawFileError` for a fault in a file, :class:`LawMismatch` where class and files disagree.
        """
        parameters, documents = read_law(sources)
        _agree(cls, parameters)
        return LawBook(cls, MappingProxyType(parameters), MappingProxyType(documents))


@dataclass(frozen=True)
class Change:
    """A change of the law in a reform: ``value`` from ``start`` until before ``end`` (None: for good)."""

    name: str
    value: Value | None
    start: date
    end: date | None = None
    note: Words | None = None


@dataclass(frozen=True)
class LawBook(Generic[L]):
    """Every dated parameter and document of a pack."""

    law: type[L]
    parameters: Mapping[str, Parameter]
    documents: Mapping[str, Document]

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Official pages by the number and the title of their documents."""
        return pages(self.documents.values())

    def parameter(self, name: str) -> Parameter:
        """The parameter ``name``; raises :class:`UnknownParameter` with the nearest names."""
        try:
            return self.parameters[name]
        except KeyError:
            raise UnknownParameter(name, self.parameters) from None

    def value_on(self, name: str, day: date) -> DatedValue:
        """The dated value of ``name`` in force on ``day``; raises :class:`ParameterGap` where there is none."""
        return self.parameter(name).at(day)

    def on(self, day: date) -> L:
        """The law on ``day``. Gaps are raised by the parameter that is read, not here."""
        return self.law(self, day)

    def with_changes(self, changes: Iterable[Change]) -> LawBook[L]:
        """A law book where each change holds in its time; dated values within that time give way.

        After ``end`` the former law holds again. Raises :class:`UnknownParameter`, or :class:`LawError` for a value
        of the wrong type, with too many decimal places, or an empty time.
        """
        changed = dict(self.parameters)
        for change in changes:
            former = changed[self.parameter(change.name).name]
            changed[former.name] = _changed(former, change)
        return replace(self, parameters=MappingProxyType(changed))


def _changed(parameter: Parameter, change: Change) -> Parameter:
    note = change.note or Words("改革方案", "reform")
    put = DatedValue(change.start, _fitting(parameter, change), Confidence.DERIVED, note=note)
    values = [each for each in parameter.values if each.start < change.start] + [put]
    if change.end is not None:
        former = [each for each in parameter.values if each.start <= change.end][-1:]
        values += [replace(each, start=change.end) for each in former] or [replace(put, start=change.end, value=None)]
        values += [each for each in parameter.values if each.start > change.end]
    after_last = AfterLast.ENDS if values[-1].value is None else AfterLast.HOLDS
    return replace(parameter, values=tuple(values), after_last=after_last)


def _fitting(parameter: Parameter, change: Change) -> Value | None:
    """The value of the change as the parameter takes it, or :class:`LawError`."""
    value, expected = change.value, _PYTHON[parameter.type]
    if change.end is not None and change.end <= change.start:
        raise LawError(
            f"{change.name}: the change ends on {change.end}, not after {change.start}; correct start or end"
        )
    if value is None:
        return None
    if type(value) is int and expected is Decimal:
        value = Decimal(value)
    if type(value) is not expected:
        raise LawError(f"{change.name} is a {parameter.type.value}: give a {expected.__name__}, not {value!r}")
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or -exponent > parameter.places:
            raise LawError(f"{change.name} takes {parameter.places} decimal places and not {value}; round it")
    return value


def _agree(law: type[ParameterSet], parameters: Mapping[str, Parameter]) -> None:
    """Class and files name the same parameters with the same types, or :class:`LawMismatch`."""
    hints = {name: hint for name, hint in get_type_hints(law).items() if not name.startswith("_")}
    written = {name: str(text) for base in law.__mro__ for name, text in vars(base).get("__annotations__", {}).items()}
    for name in hints.keys() - parameters.keys():
        close = did_you_mean(nearest(name, parameters.keys() - hints.keys()))
        raise LawMismatch(f"{law.__name__}.{name} stands in no law file{close or '; add it under parameters:'}")
    for name in parameters.keys() - hints.keys():
        close = did_you_mean(nearest(name, hints.keys() - parameters.keys()))
        raise LawMismatch(
            f"{parameters[name].file}: {name} is not in {law.__name__}{close or '; add it there with its type'}"
        )
    for name, hint in hints.items():
        parameter = parameters[name]
        said, is_ = written[name].rpartition(".")[2], parameter.type.value
        if hint is not _PYTHON[parameter.type] or (said in ("Money", "Number") and said.lower() != is_):
            raise LawMismatch(
                f"{law.__name__}.{name} is {said}, but {parameter.file} says type: {is_}; make them agree"
            )


__all__ = [
    "AfterLast",
    "Change",
    "Confidence",
    "DatedValue",
    "Document",
    "LawBook",
    "LawError",
    "LawFileError",
    "LawMismatch",
    "Parameter",
    "ParameterGap",
    "ParameterSet",
    "ParameterType",
    "TextStatus",
    "UnknownParameter",
    "Value",
    "Words",
]
