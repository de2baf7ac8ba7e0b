"""Reads law files (YAML) strictly: every key, type, date and figure; an error names file, line, field and remedy.

The text is parsed to nodes and each scalar is taken as it is written, so 0.35 is the decimal 0.35 and never a float.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NoReturn, TypeVar

import yaml

from yihu.engines.rules.parameters import (
    AfterLast,
    Confidence,
    DatedValue,
    Document,
    LawFileError,
    Parameter,
    ParameterType,
    TextStatus,
    Value,
    Words,
    did_you_mean,
    nearest,
)

Nodes = dict[str, yaml.Node]
E = TypeVar("E", bound=Enum)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it: ten times faster
_FILE = {"documents", "parameters", "topic"}
_DOCUMENT = ({"zh", "en"}, {"number", "issued", "url", "text", "text_status", "not_a_programme"})
_PARAMETER = ({"zh", "en", "type", "unit", "after_last", "checked", "values"}, {"places", "choice"})
_VALUE = ({"from", "value", "confidence"}, {"document", "article", "note"})
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_UNIT = re.compile(r"|[A-Za-z]\w*([*/][A-Za-z]\w*)*")
_MOST_PLACES = 6
_MOST_DEPTH = 12


@dataclass(frozen=True)
class _At:
    """A node and where it stands; ``field`` is its path from the top of the file."""

    file: str
    field: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line in the file, from 1."""
        return int(self.node.start_mark.line) + 1

    def fail(self, problem: str, remedy: str) -> NoReturn:
        raise LawFileError(self.file, self.line, self.field, problem, remedy)

    def sub(self, key: str, node: yaml.Node) -> _At:
        return _At(self.file, f"{self.field}.{key}" if self.field else key, node)

    def mapping(self, required: Collection[str] = (), optional: Collection[str] | None = None) -> dict[str, _At]:
        """Children by key; ``optional`` None allows any key."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("a mapping (key: value) should stand here", "indent its keys below it")
        found: dict[str, _At] = {}
        for key_node, node in self.node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in found:
                self.sub(key, key_node).fail("the key stands twice", "keep one of them")
            if optional is not None and key not in required and key not in optional:
                self.sub(key, key_node).fail("unknown key", self._instead(key, node, [*required, *optional]))
            found[key] = self.sub(key, node)
        for key in sorted(set(required) - set(found)):
            self.fail(f"{key} is missing", f"add {key}:")
        return found

    def _instead(self, key: str, node: yaml.Node, known: list[str]) -> str:
        if isinstance(self.node, yaml.MappingNode) and self.node.flow_style and node.value == "":
            return "put the text before it in quotes: inside {…} a comma begins a new key"
        return did_you_mean(nearest(key, known)).removeprefix("; ") or f"use one of {', '.join(sorted(known))}"

    def items(self) -> list[_At]:
        if not isinstance(self.node, yaml.SequenceNode) or not self.node.value:
            self.fail("a list should stand here", "write its items with a dash: - {…}")
        return [_At(self.file, f"{self.field}[{i}]", node) for i, node in enumerate(self.node.value)]

    def text(self, *, empty: bool = False) -> str:
        """The scalar as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail("a single value should stand here", "write it after the colon")
        written = str(self.node.value).strip()
        if not written and not empty:
            self.fail("it is empty", "write a text, or leave the key out")
        return written

    def day(self) -> date:
        written = self.text()
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            return self._date(written)
        self.fail(f"{written!r} is not a day", "write YYYY-MM-DD")

    def start(self) -> date:
        """YYYY-MM-DD, or YYYY-MM for the first of the month."""
        written = self.text()
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", written):
            return self._date(written if len(written) == 10 else f"{written}-01")
        self.fail(f"{written!r} is ambiguous", "write the month as YYYY-MM or the day as YYYY-MM-DD")

    def _date(self, written: str) -> date:
        try:
            found = date.fromisoformat(written)
        except ValueError:
            self.fail(f"{written} does not exist in the calendar", "correct month or day")
        if not 1900 <= found.year < 2200:
            self.fail(f"the year {found.year} cannot be meant", "correct the year")
        return found

    def one_of(self, kind: type[E]) -> E:
        written, known = self.text(), [str(each.value) for each in kind]
        if written in known:
            return kind(written)  # a Choice finds its member by its first value
        close = did_you_mean(nearest(written, known)).removeprefix("; ")
        self.fail(f"{written!r} is not known", close or f"use one of {', '.join(known)}")

    def words(self) -> Words:
        parts = self.mapping({"zh", "en"}, ())
        return Words(parts["zh"].text(), parts["en"].text())


def read_law(sources: Iterable[tuple[str, str]]) -> tuple[dict[str, Parameter], dict[str, Document]]:
    """Parameters and documents of all ``sources`` (file name, YAML text). Raises :class:`LawFileError`."""
    tops = [_top(file, text) for file, text in sources]
    documents: dict[str, Document] = {}
    for _, keys in tops:
        for id_, at in keys["documents"].mapping().items() if "documents" in keys else ():
            if id_ in documents:
                at.fail(f"document {id_} stands in two files", "keep one of them")
            documents[id_] = _document(id_, at)
    parameters: dict[str, Parameter] = {}
    for file, keys in tops:
        topic = keys["topic"].words() if "topic" in keys else None
        for name, at in keys["parameters"].mapping().items() if "parameters" in keys else ():
            if name in parameters:
                at.fail(f"{name} is also in {parameters[name].file}", "keep one of them")
            parameters[name] = replace(_parameter(name, at, documents), topic=topic, file=file)
    return parameters, documents


def _top(file: str, text: str) -> tuple[str, dict[str, _At]]:
    try:
        _refuse_depth(file, text)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LawFileError(
            file, line, "YAML", error.problem or "not YAML", "correct indentation, colons and quotes"
        ) from None
    except yaml.YAMLError as error:
        raise LawFileError(file, 1, "YAML", str(error).splitlines()[0], "save the file as plain UTF-8 text") from None
    if node is None:
        raise LawFileError(file, 1, "file", "it is empty", "write documents: or parameters:")
    return file, _At(file, "", node).mapping((), _FILE)


def _refuse_depth(file: str, text: str) -> None:
    """Composing is recursive and overflows the C stack on endless brackets: count them first."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MOST_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise LawFileError(file, line, "YAML", "it is nested too deeply", "write it flat, as in docs/law.md")


def _document(id_: str, at: _At) -> Document:
    keys = at.mapping(*_DOCUMENT)
    if (url := keys.get("url")) and not re.match(r"https?://\S+$", url.text()):
        url.fail("not an address", "write it with http:// or https://")
    return Document(
        id=id_,
        number=keys["number"].text() if "number" in keys else "",
        zh=keys["zh"].text(),
        en=keys["en"].text(),
        issued=keys["issued"].day() if "issued" in keys else None,
        url=url.text() if url else "",
        text=keys["text"].text() if "text" in keys else "",
        text_status=keys["text_status"].one_of(TextStatus) if "text_status" in keys else None,
        not_a_programme=keys["not_a_programme"].words() if "not_a_programme" in keys else None,
        line=at.line,
    )


def _parameter(name: str, at: _At, documents: Mapping[str, Document]) -> Parameter:
    if not _NAME.fullmatch(name):
        at.fail(f"{name!r} cannot be a name in a rule", "use lower-case letters, digits and _")
    keys = at.mapping(*_PARAMETER)
    kind = keys["type"].one_of(ParameterType)
    if not _UNIT.fullmatch(unit := keys["unit"].text(empty=True)):
        keys["unit"].fail(f"{unit!r} is not a unit", "write it like CNY/month, year or '' for a pure number")
    if kind is ParameterType.MONEY and not unit:
        keys["unit"].fail("money needs a unit", "write it like CNY/month")
    places = _places(kind, keys.get("places"), at)
    after_last = keys["after_last"].one_of(AfterLast)
    values = tuple(_dated(item, kind, places, documents) for item in keys["values"].items())
    _in_order(values, keys["values"])
    if (after_last is AfterLast.ENDS) != (values[-1].value is None):
        keys["after_last"].fail(
            "it does not agree with the last value", "say ends if the last value is null, holds otherwise"
        )
    return Parameter(
        name=name,
        zh=keys["zh"].text(),
        en=keys["en"].text(),
        type=kind,
        unit=unit,
        places=places,
        values=values,
        after_last=after_last,
        checked=keys["checked"].day(),
        choice=keys["choice"].words() if "choice" in keys else None,
    )


def _places(kind: ParameterType, at: _At | None, parameter: _At) -> int:
    if kind not in (ParameterType.MONEY, ParameterType.NUMBER):
        if at and at.text() != "0":
            at.fail(f"a {kind.value} has no decimal places", "leave places out")
        return 0
    if at is None:
        parameter.fail("places is missing", "add places: the decimal places that its values may have")
    if not _WHOLE.fullmatch(at.text()) or not 0 <= int(at.text()) <= _MOST_PLACES:
        at.fail(f"{at.text()!r} is not a number of places", f"write 0 to {_MOST_PLACES}")
    return int(at.text())


def _dated(at: _At, kind: ParameterType, places: int, documents: Mapping[str, Document]) -> DatedValue:
    keys = at.mapping(*_VALUE)
    confidence = keys["confidence"].one_of(Confidence)
    document = _known(keys["document"], documents) if "document" in keys else None
    article = keys["article"].text() if "article" in keys else ""
    if confidence is not Confidence.RECALLED and document is None:
        at.fail(
            f"a value that is {confidence.value} needs its document",
            "add document:, or confidence: recalled with a note",
        )
    if confidence is Confidence.RECALLED and "note" not in keys:
        at.fail("a recalled value needs a note", "say in note: {zh, en} what is not sure")
    if confidence is Confidence.OFFICIAL and not (article and document and document.text_status is TextStatus.READ):
        at.fail("an official value needs the article of a text that was read", "add article:, or a lower confidence")
    return DatedValue(
        start=keys["from"].start(),
        value=_value(keys["value"], kind, places),
        confidence=confidence,
        document=document,
        article=article,
        note=keys["note"].words() if "note" in keys else None,
        line=at.line,
    )


def _known(at: _At, documents: Mapping[str, Document]) -> Document:
    id_ = at.text()
    if id_ not in documents:
        close = did_you_mean(nearest(id_, documents)).removeprefix("; ")
        at.fail(f"no document {id_}", close or "add it under documents:")
    return documents[id_]


def _value(at: _At, kind: ParameterType, places: int) -> Value | None:
    written = at.text(empty=True)
    if isinstance(at.node, yaml.ScalarNode) and at.node.style in ("'", '"'):
        at.fail(f"{written!r} is in quotes", "write the figure without quotes")
    if written == "null":
        return None
    if not written:
        at.fail("it is empty", "write the value, or null where the parameter ended")
    if kind is ParameterType.DATE:
        return at.day()
    if kind is ParameterType.YES_NO:
        if written not in ("yes", "no"):
            at.fail(f"{written!r} is not yes or no", "write yes or no")
        return written == "yes"
    if kind is ParameterType.COUNT:
        if not _WHOLE.fullmatch(written):
            at.fail(f"{written!r} is not a whole number", "write it in digits")
        return int(written)
    if not _DECIMAL.fullmatch(written):
        at.fail(f"{written!r} is not a decimal number", "write it in digits, as in 1450 or 0.35")
    if len(written.partition(".")[2]) > places:
        at.fail(f"{written} has more than {places} decimal places", "raise places, or round as the document does")
    return Decimal(written)


def _in_order(values: tuple[DatedValue, ...], at: _At) -> None:
    for item, before, after in zip(at.items()[1:], values, values[1:], strict=False):
        if after.start == before.start:
            item.fail(f"{after.start} stands twice", "keep one value for the day")
        if after.start < before.start:
            item.fail(f"{after.start} comes after {before.start}", "put the values in ascending order of date")
