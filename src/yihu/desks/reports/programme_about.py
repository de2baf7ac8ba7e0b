"""What a page is about: a programme, or an answer of a domain that is no programme; its month, and how it is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yihu.desks.reports.page import texts_in
from yihu.desks.reports.programme_view import Basis, Pieces, RuleView
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.citations import linked
from yihu.engines.rules.formula import Listed, MonthWording
from yihu.engines.rules.month import Month
from yihu.engines.rules.naming import is_family, one
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, Node, walk
from yihu.engines.rules.wording import Lang, day
from yihu.pack import Pack

LONG_AGO = date(1900, 1, 1)
"""A programme in force since before this names no first day."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A programme with its pack (a city, or one of its domains), or a rule that is an answer of its own."""

    pack: Pack
    programme: Programme | None
    answer: AnyRule | None = None

    @property
    def id(self) -> str:
        """Identifier of the programme, or name of the answer."""
        return self.programme.id if self.programme else self.rules[0].name

    @property
    def folder(self) -> str:
        """Name of the domain; empty for the city itself."""
        return self.pack.id.partition(":")[2]

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules that the page spells out: conditions, then amount; or the answer."""
        if self.programme is None:
            assert self.answer is not None
            return (self.answer,)
        return tuple(rule for rule in (self.programme.eligible, self.programme.amount) if rule is not None)

    @property
    def cites(self) -> str:
        """What it rests on."""
        return self.programme.cites if self.programme else self.rules[0].cites

    def name(self, lang: Lang) -> str:
        """Its name in a language."""
        named = self.programme or self.rules[0]
        return named.zh if lang == "zh" else named.en

    def month(self, wanted: date) -> date:
        """The first day of the wanted month, or of the nearest month in which the programme is in force."""
        first = wanted.replace(day=1)
        if self.programme is None or self.programme.in_force(first):
            return first
        if first < self.programme.since:
            return _next(self.programme.since) if self.programme.since.day > 1 else self.programme.since
        assert self.programme.until is not None
        return _before(self.programme.until)


def subjects(pack: Pack) -> Iterator[Subject]:
    """Every programme and every answer of a pack and its domains, in their order."""
    for each in (pack, *pack.domains):
        yield from (Subject(each, programme) for programme in each.programmes)
        yield from (Subject(each, None, rule) for rule in each.answers)


def _next(found: date) -> date:
    """First day of the following month."""
    return date(found.year + found.month // 12, found.month % 12 + 1, 1)


def _before(found: date) -> date:
    """First day of the last month that begins before a day."""
    if found.day > 1:
        return found.replace(day=1)
    return date(found.year - (found.month == 1), (found.month - 2) % 12 + 1, 1)


@dataclass(frozen=True)
class About:
    """A subject in one month and one language, with the words for it."""

    subject: Subject
    words: MonthWording

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.words.lang

    @property
    def month(self) -> Month:
        """Month whose law is told."""
        return self.words.month

    @property
    def book(self) -> Rulebook:
        """Rules of the pack."""
        return self.words.book

    @cached_property
    def texts(self) -> Texts:
        """What a page says."""
        return texts_in(self.lang, self.book.root)

    @cached_property
    def rules(self) -> tuple[AnyRule, ...]:
        """All rules that this month needs for the subject."""
        return self.words.used(self.subject.rules)

    @cached_property
    def every_rule(self) -> tuple[AnyRule, ...]:
        """All rules that any month could need for the subject."""
        found: dict[AnyRule, None] = {}
        waiting = [self.book.current(rule) for rule in self.subject.rules][::-1]
        while waiting:
            rule = waiting.pop()
            if rule not in found and not self.words.programme_of(rule):
                found[rule] = None
                called = [self.book.current(n.value) for n in walk(self.book.trees[rule]) if n.op == "rule"]
                waiting += reversed(called)
        return tuple(found)

    def label(self, thing: AnyRule | Programme) -> str:
        """Name of a rule or programme."""
        return thing.zh if self.lang == "zh" else thing.en

    def day(self, found: date) -> str:
        """A date in words."""
        return day(found, self.lang)

    def cites(self, cites: str) -> Pieces:
        """A citation with the pages of its documents."""
        return linked(cites, self.book.law.pages)

    def programmes(self, found: tuple[Programme, ...]) -> Pieces:
        """Names of programmes, each with its page."""
        mark = self.texts("programme_comma")
        pieces: list[tuple[str, str]] = []
        for programme in found:
            pieces += [(mark, "")] if pieces else []
            pieces.append((self.label(programme), f"programme:{programme.id}"))
        return tuple(pieces)

    def around(self, key: str, found: Pieces, **values: object) -> Pieces:
        """A text with pieces where it says ``{pieces}``."""
        before, after = self.texts(key, pieces="\0", **values).split("\0")
        return tuple(piece for piece in ((before, ""), *found, (after, "")) if piece[0])

    def whom(self) -> str:
        """For whom it is: the case, or each item of one of its lists."""
        level = self.book.level(self.subject.rules[0])
        if level == CASE:
            family = self.texts("programme_family")
            return family if is_family(self.book.root) else one(self.book.root, self.lang)
        nested = self.book.root.LISTS[level]
        return self.texts("programme_each", name=nested.zh if self.lang == "zh" else nested.en)

    def rule_view(self, rule: AnyRule) -> RuleView:
        """A rule with its formula and article."""
        return RuleView(self.label(rule), self.how(rule), Basis(self.cites(rule.cites), rule.words), self.note(rule))

    def note(self, rule: AnyRule) -> str:
        """How the clause was read."""
        return rule.note[self.lang == "en"]

    def how(self, rule: AnyRule) -> Listed | None:
        """The formula of a rule; None where it only repeats the name."""
        found = self.words.listed(self.month.tree(rule))
        return None if found.kind == "one" and found.parts[0][1] == self.label(rule) else found

    def plain(self, rule: AnyRule) -> bool:
        """True where the rule only passes on a fact or rule of its own name."""
        return self.how(rule) is None

    def called(self, node: Node) -> AnyRule | None:
        """The rule of the pack that a condition asks, as it is or turned round."""
        inner = self.words.resolve(node.args[0] if node.op == "not" else node)
        if inner.op != "rule" or self.words.programme_of(inner.value):
            return None
        return self.book.current(inner.value)
