"""The columns that a sheet may have: the facts of the pack, found by name, Chinese or English label or alias."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yihu.engines.rules.naming import is_family
from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity, Fact, Nested
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Type
from yihu.pack import Pack
from yihu.records.intake.findings import IntakeError

FAMILY, COMMUNITY, NAME, IDENTITY = "family", "community", "name", "id_number"
BIRTH, SEX = "birth", "sex"
IGNORED = "ignore:"
_LIKENESS = 0.5  # of two characters one may be wrong


@dataclass(frozen=True)
class Field:
    """A column that a sheet may have.

    ``key`` is its column in the snapshot (``members.wage``, ``money_assets``) or one of the four key columns;
    ``header``, ``zh``, ``en`` and ``also`` are the headers that are accepted.
    """

    key: str
    level: str
    header: str
    zh: str
    en: str
    also: tuple[str, ...] = ()
    type: Type | None = None
    fact: Fact | None = None
    programme: Programme | None = None
    required: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """All headers that mean this column."""
        return (self.header, self.zh, self.en, *self.also)


_FAMILY = Field(FAMILY, CASE, FAMILY, "户编号", "family number", ("户号", "家庭编号"), required=True)
_PLACE = Field(COMMUNITY, CASE, COMMUNITY, "社区代码", "community code", ("社区编码", "村居代码"), required=True)
_IDENTITY = Field(IDENTITY, "", IDENTITY, "身份证号", "identity number", ("身份证号码", "公民身份号码"))


def sheets_of(root: type[Entity]) -> dict[str, Nested]:
    """The sheets of an import: one for each list, or one with a row a case where a root has no lists."""
    return dict(root.LISTS) or {CASE: Nested(CASE, root, *root.NAMES, most=1)}


def main_sheet(root: type[Entity]) -> str:
    """The sheet that also holds the facts of the case: that of the first list (of people, say), or of the cases themselves."""
    return next(iter(sheets_of(root)))


def fields_of(pack: Pack, name: str) -> tuple[Field, ...]:
    """All columns of the sheet ``name``; the main one also has key columns and the facts of the case."""
    root = pack.root
    if name == CASE:
        return (*_keys(root, root), *_facts(root, CASE, CASE, ""), *_granted(root, CASE, pack.programmes))
    nested = root.LISTS[name]
    items = tuple(_facts(nested.item, name, name, "")) + tuple(_granted(nested.item, name, pack.programmes))
    if name != main_sheet(root):
        return (_number(root), *items)
    above = nested.item.UP or root.__name__.lower()
    case = tuple(_facts(root, CASE, above, above + ".")) + tuple(_granted(root, CASE, pack.programmes))
    return (*_keys(root, nested.item), *items, *case)


def _keys(root: type[Entity], row: type[Entity]) -> tuple[Field, ...]:
    """Number, place and name; an identity number where a row is a person (of whom the birth is asked)."""
    person = BIRTH in row.FACTS
    name = Field(NAME, "", NAME, *(("姓名", "name") if person else ("名称", "name")))
    return (_number(root), _PLACE, name, *([_IDENTITY] if person else []))


def _number(root: type[Entity]) -> Field:
    """The number of the case, by which rows belong together."""
    if is_family(root):
        return _FAMILY
    zh, en = root.NAMES
    return Field(FAMILY, CASE, FAMILY, f"{zh}编号", f"{en} number", ("编号", "number"), required=True)


def _facts(entity: type[Entity], level: str, qualifier: str, prefix: str) -> Iterator[Field]:
    for fact in entity.FACTS.values():
        key = fact.name if level == CASE else f"{level}.{fact.name}"
        also = (*fact.aliases, fact.name, *(f"{qualifier}.{x}" for x in (fact.name, fact.zh, fact.en)))
        yield Field(key, level, prefix + fact.name, fact.zh, fact.en, also, fact.type, fact)


def _granted(entity: type[Entity], level: str, programmes: Iterable[Programme]) -> Iterator[Field]:
    for programme in programmes:
        if issubclass(entity, programme.of):
            header = f"granted.{programme.id}"
            key = header if level == CASE else f"{level}.{header}"
            labels = (f"正在享受:{programme.zh}", f"receives: {programme.en}")
            yield Field(key, level, header, *labels, type=granted_type(programme), programme=programme)


def plain_header(text: str) -> str:
    """A header as it is compared: width, case and spaces do not matter."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


class Headers:
    """Finds the column that a header means."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = fields
        self.known: dict[str, list[Field]] = {}
        self.spelt: dict[str, str] = {}
        for field in fields:
            for label in field.labels:
                plain = plain_header(label)
                self.spelt.setdefault(plain, label)
                if field not in self.known.setdefault(plain, []):
                    self.known[plain].append(field)

    def label(self, field: Field) -> str:
        """The Chinese header of a template: the label, or the unmistakable name where the label has two meanings."""
        return field.zh if self._meant(plain_header(field.zh)) == [field] else field.header

    def _meant(self, plain: str) -> list[Field]:
        found = self.known.get(plain, [])
        # A bare name belongs to a key column or to the row's own fact before it belongs to the case above.
        first = [f for f in found if plain_header(f.header) == plain]
        return first if len(first) == 1 else found

    def match(self, path: str, header: Sequence[str], ignore: Iterable[str] = ()) -> list[Field | None]:
        """The field of each header, None where it is to be ignored; raises :class:`IntakeError`."""
        skipped = {plain_header(x) for x in ignore}
        matched: list[Field | None] = []
        unknown: list[str] = []
        for position, text in enumerate(header, 1):
            plain = plain_header(text)
            if not plain:
                raise IntakeError("header_blank", path=path, found=position)
            if plain.startswith(IGNORED) or plain in skipped:
                matched.append(None)
                continue
            meant = self._meant(plain)
            if len(meant) > 1:
                raise IntakeError(
                    "header_ambiguous", path=path, column=text, options=", ".join(f.header for f in meant)
                )
            if not meant:
                unknown.append(self._near(text))
            matched.append(meant[0] if meant else None)
        if unknown:
            raise IntakeError("header_unknown", path=path, found="、".join(unknown))
        self._refuse_twice(path, header, matched)
        self._refuse_missing(path, matched)
        return matched

    def _near(self, text: str) -> str:
        near = difflib.get_close_matches(plain_header(text)[:100], self.known, 1, _LIKENESS)
        text = text if len(text) <= 40 else text[:39] + "…"
        return f"{text} → {self.spelt[near[0]]}?" if near else text

    def _refuse_twice(self, path: str, header: Sequence[str], matched: Sequence[Field | None]) -> None:
        seen: dict[Field, str] = {}
        for text, field in zip(header, matched, strict=True):
            if field in seen:
                raise IntakeError("header_twice", path=path, column=self.label(field), found=f"{seen[field]}, {text}")
            if field is not None:
                seen[field] = text

    def _refuse_missing(self, path: str, matched: Sequence[Field | None]) -> None:
        missing = [f for f in self.fields if f.required and f not in matched]
        if missing:
            raise IntakeError("missing_column", path=path, found="、".join(f"{f.zh} ({f.header})" for f in missing))
