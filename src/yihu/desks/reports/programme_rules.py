"""Who gets a programme and how much, as rows: conditions, what it excludes, the amount case by case, and the rules below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from yihu.desks.reports.programme_about import About
from yihu.desks.reports.programme_view import AmountRow, Basis, Pieces, RuleView
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.rule import OneOf, Programme
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Kind
from yihu.engines.rules.wording import Wording, value

SHORT = 80
"""A condition of no more characters is said in one sentence."""

# who


def conditions(about: About) -> tuple[RuleView, ...]:
    """The conditions in the order of the law, each with its rule; those that the month itself settles are left out."""
    programme = about.subject.programme
    if programme is None:
        return ()
    found = (about.words.resolve(node) for node in about.book.conditions(programme))
    return tuple(_condition(about, programme, node) for node in found if node.op != "const" or not node.value)


def _condition(about: About, programme: Programme, node: Node) -> RuleView:
    rule = about.called(node)
    if rule is not None:
        turned = about.label(rule) if node.op == "not" else ""
        return replace(about.rule_view(rule), says=about.words.say(node), meant=turned)
    eligible = about.book.current(programme.eligible)
    basis = Basis(about.cites(eligible.cites), eligible.words)
    listed, said = about.words.listed(node), about.words.say(node)
    if listed.kind == "one" or (listed.kind != "cases" and len(said) <= SHORT):
        return RuleView(said, None, basis)
    return RuleView(about.texts(f"programme_{listed.kind}"), listed, basis)


def condition_rules(about: About) -> tuple[RuleView, ...]:
    """The rules that the conditions ask below those that are conditions themselves."""
    programme = about.subject.programme
    if programme is None:
        return ()
    return tuple(about.rule_view(rule) for rule in _below(about, [programme.eligible], _shown(about, programme)))


def _shown(about: About, programme: Programme) -> set[AnyRule]:
    """What the table of conditions has already spelled out."""
    asked = (about.called(about.words.resolve(node)) for node in about.book.conditions(programme))
    own = {about.book.current(rule) for rule in about.subject.rules}
    return {*own, *(rule for rule in asked if rule is not None)}


def _below(about: About, roots: Iterable[AnyRule], shown: set[AnyRule]) -> Iterator[AnyRule]:
    """Rules below the roots that say something new; the same words with the same article stand once."""
    said = set()
    for rule in about.words.used(roots):
        key = about.label(rule), rule.cites, about.how(rule)
        if rule not in shown and not about.plain(rule) and key not in said:
            said.add(key)
            yield rule


def relations(about: About) -> tuple[Pieces, ...]:
    """What bars this programme, what it bars, and what it is chosen against."""
    programme = about.subject.programme
    if programme is None:
        return ()
    found: list[Pieces] = []
    if programme.barred_by:
        found.append(about.around("programme_barred_by", about.programmes(programme.barred_by)))
    bars = tuple(each for each in about.book.programmes if programme in each.barred_by)
    if bars:
        found.append(about.around("programme_bars", about.programmes(bars)))
    groups = [group for group in about.book.groups if programme in group.programmes]
    return (*found, *(_group(about, programme, group) for group in groups))


def _group(about: About, programme: Programme, group: OneOf) -> Pieces:
    others = tuple(each for each in group.programmes if each is not programme)
    mine = group.programmes.index(programme)
    key = group.pick if group.pick != "first" else "after" if mine else "before"
    cites = about.around("programme_brackets", about.cites(group.cites))
    return *about.around(f"programme_group_{key}", about.programmes(others)), *cites


# how much


def _amount(about: About) -> AnyRule | None:
    """The rule of the amount (of an answer: the answer), behind rules that only pass it on."""
    programme = about.subject.programme
    rule = programme.amount if programme else about.subject.rules[0]
    if rule is None:
        return None
    rule = about.book.current(rule)
    while (found := about.words.resolve(about.month.tree(rule))).op == "rule" and not about.words.programme_of(
        found.value
    ):
        rule = about.book.current(found.value)
    return rule


def amount_name(about: About) -> str:
    """Name of the amount; empty where nothing is paid."""
    rule = _amount(about)
    return about.label(rule) if rule else ""


def amount_basis(about: About) -> Basis | None:
    """Article of the amount."""
    rule = _amount(about)
    return Basis(about.cites(rule.cites), rule.words) if rule else None


def amount_note(about: About) -> str:
    """How the clause of the amount was read; of an answer its page says so at the top."""
    rule = _amount(about)
    return about.note(rule) if rule and about.subject.programme else ""


def amounts(about: About) -> tuple[AmountRow, ...]:
    """The amount case by case, to be read from above."""
    rule = _amount(about)
    if rule is None:
        return ()
    rows = about.words.rows(about.month.tree(rule))
    alone = len(rows) == 1
    return tuple(AmountRow("" if alone else about.words.when(row), *_sum(about, row.gives)) for row in rows)


def _sum(about: About, node: Node) -> tuple[str, str]:
    """How a sum is worked out, and the sum itself where the law alone gives it."""
    found = about.words.settled(node)
    if node.type.kind is not Kind.NUMBER or found is None:
        return about.words.say(node), ""
    shown = value(Decimal(found), node.type, about.lang)
    if node.op in ("param", "rule"):
        return Wording(about.book, about.lang).say(node), shown
    return "" if node.op == "const" else about.words.say(node), shown


def amount_rules(about: About) -> tuple[RuleView, ...]:
    """The rules below the amount that the conditions have not spelled out."""
    rule, programme = _amount(about), about.subject.programme
    if rule is None:
        return ()
    shown = {rule}
    if programme is not None:
        shown |= {about.book.current(programme.amount or rule), *_shown(about, programme)}
        shown |= set(about.words.used([programme.eligible]))
    return tuple(about.rule_view(each) for each in _below(about, [rule], shown))
