"""The rules as one SQL query: the independent second opinion of a run, and the way into a warehouse.

The query is built as a sqlglot tree and printed for DuckDB. It reads families as a snapshot lays them out (one row a
family, parallel lists of members), numbers the rows, unnests each list once, and goes back and forth between families
and items as :mod:`sqlplan` says. Nothing here reads a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import duckdb
import pyarrow as pa
from sqlglot import exp

from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.sqlplan import Column, Moment, Plan
from yihu.engines.rules.sqlterms import Term, Terms, big, cases, column, named
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind

ROW, ITEM = "_row", "_item"
SOURCE = "snapshot"
DEEPEST = 20  # stages nested in one another; parsers and printers have a limit of depth
NOBODY = {"sum": exp.Literal.number(0), "any": exp.false(), "all": exp.true(), "kept": exp.false()}
PHYSICAL = {Kind.YES_NO: "BOOLEAN", Kind.NUMBER: "BIGINT", Kind.DATE: "DATE", Kind.CHOICE: "TINYINT"}


def query(
    book: Rulebook, month: date, rules: Sequence[AnyRule], source: str = SOURCE, keep: Sequence[str] = ()
) -> exp.Select:
    """Query over the relation ``source`` that gives the columns ``keep`` and one column a rule, in the source's order.

    Rules of a list give lists parallel to its items. Numbers are BIGINT scaled by the places of the rule, choices
    TINYINT codes; NULL is unknown. Raises ParameterGap where a rule needs a parameter without a value in that month.
    """
    return _Query(Plan(book, month, rules), source, keep).whole()


def reads(book: Rulebook, month: date, rules: Sequence[AnyRule]) -> list[str]:
    """Columns of the snapshot that :func:`query` reads for ``rules``."""
    plan = Plan(book, month, rules)
    return [c.place.node.value for c in _facts(plan, CASE)] + [n for name in plan.lists() for n in _lists(plan, name)]


def outcomes(book: Rulebook) -> list[AnyRule]:
    """The rules that say who is entitled to what: ``<id>.entitled``, and ``<id>.amount`` of programmes that pay."""
    found = [(o.entitled, o.amount) for o in book.outcomes.values()]
    return [rule for pair in found for rule in pair if rule is not None]


def answers(book: Rulebook) -> list[AnyRule]:
    """All that a run answers: the outcomes of programmes, then rules asked for their own sake and those shown beside."""
    return [*outcomes(book), *book.asked, *book.beside]


def sql_text(book: Rulebook, month: date, dialect: str = "duckdb", source: str = SOURCE) -> str:
    """The query of all answers as text. Other dialects are printed as well as sqlglot can; only DuckDB is tested."""
    return printed(query(book, month, answers(book), source, ["family"]), dialect, pretty=True)


def printed(made: exp.Select, dialect: str = "duckdb", pretty: bool = False) -> str:
    """Text of a query."""
    return str(made.sql(dialect, pretty=pretty, comments=pretty))


def evaluate_table(book: Rulebook, month: date, table: pa.Table, rules: Sequence[AnyRule]) -> pa.Table:
    """Values of ``rules`` for the families of ``table`` (snapshot layout), computed by DuckDB in memory."""
    with duckdb.connect(config={"threads": 1}) as database:
        return run_query(database, printed(query(book, month, rules)), table, [rule.name for rule in rules])


def run_query(database: duckdb.DuckDBPyConnection, text: str, table: pa.Table, names: Sequence[str]) -> pa.Table:
    """Run a printed query with ``table`` as its source; the result has the columns ``names``."""
    database.register(SOURCE, table)
    try:
        return database.sql(text).to_arrow_table().rename_columns(list(names))
    finally:
        database.unregister(SOURCE)


def _facts(plan: Plan, level: str) -> list[Column]:
    return [c for c in plan.columns if c.place.level == level and c.place.node.op == "fact"]


def _is_number(found: Column) -> bool:
    return found.place.node.type.kind is Kind.NUMBER


def _lists(plan: Plan, name: str) -> list[str]:
    """List columns to unnest: the facts used, or any one that tells how many items there are."""
    used = [c.name for c in _facts(plan, name)]
    if used:
        return used
    item = plan.book.root.LISTS[name].item
    granted = [f"granted.{p.id}" for p in plan.book.programmes if issubclass(item, p.of)]
    return [f"{name}.{fact}" for fact in [*item.FACTS, *granted][:1]]


class _Relation:
    """A subquery in the making: the columns that it has, and how long each is still needed."""

    def __init__(self, select: exp.Select, fixed: Sequence[str], columns: Iterable[tuple[Column, Moment]]) -> None:
        self.select, self.fixed, self.until = select, tuple(fixed), dict(columns)

    def stage(self, new: Sequence[Column], terms: Terms, at: Moment) -> None:
        """Compute ``new`` from what is there, and carry on what is needed after ``at``."""
        self.until = {c: until for c, until in self.until.items() if until > at}
        kept: list[Term] = [column(name) for name in (*self.fixed, *(c.name for c in self.until))]
        made = [_column(terms.plan, terms.formula(c.place), c) for c in new]
        self.select = _select([*kept, *made], _sub(self.select, "_s"))
        self.until.update((c, c.until) for c in new)


class _Query:
    def __init__(self, plan: Plan, source: str, keep: Sequence[str]) -> None:
        self.plan, self.source, self.keep = plan, source, tuple(keep)
        self.terms = Terms(plan)
        self.lists = plan.lists()
        self.shown = {place.level for place in plan.wanted}
        self.parts: list[tuple[str, exp.Select]] = []
        self.latest: dict[str, tuple[str, _Relation]] = {}
        self.used: Counter[str] = Counter()

    def whole(self) -> exp.Select:
        """All phases in order, then the result."""
        self.families(0)
        for phase in range(1, max(self.plan.last, 1 if self.lists else 0) + 1):
            for name in self.lists:
                if phase == 1 or self.new(name, phase) or (name, phase) in self.plan.joined:
                    self.items(name, phase)
            if self.new(CASE, phase):
                self.families(phase)
        made = self.result()
        for name, select in self.parts:
            made.with_(
                exp.TableAlias(this=_quoted(name)), as_=select, materialized=self.used[name] > 1 or None, copy=False
            )
        return made

    def new(self, level: str, phase: int) -> list[Column]:
        """Columns computed for ``level`` in ``phase``."""
        return [c for c in self.plan.columns if c.place.level == level and c.phase == phase]

    def finish(self, level: str, phase: int, relation: _Relation) -> None:
        """Add the stages of a phase and name the relation."""
        new = self.new(level, phase)
        name = f"{level}_{phase}"
        for stage in range(1, max((c.stage for c in new), default=0) + 1):
            if stage % DEEPEST == 0:
                self.parts.append((f"{name}_{stage}", relation.select))
                relation.select = _select([exp.Star()], _table(f"{name}_{stage}"))
            relation.stage([c for c in new if c.stage == stage], self.terms, (phase, stage))
        self.parts.append((name, relation.select))
        self.latest[level] = name, relation

    def source_of(self, level: str) -> exp.Table:
        """The latest relation of a level."""
        name, _ = self.latest[level]
        self.used[name] += 1
        return _table(name)

    def carried(self, level: str, after: Moment) -> list[tuple[Column, Moment]]:
        """Columns of the latest relation that are needed after a moment."""
        return [(c, c.until) for c in self.latest[level][1].until if c.until > after and c.place.level == level]

    # families

    def families(self, phase: int) -> None:
        """Families with their facts (phase 0), or with the aggregates of their items."""
        if phase == 0:
            self.finish(CASE, 0, self.base())
            return
        kept = self.carried(CASE, (phase, 0))
        made = [c for c in self.new(CASE, phase) if c.part]
        aggregates = {name: [c for c in made if c.place.node.value == name] for name in self.lists}
        terms: list[Term] = [column(name, "_f") for name in (ROW, *self.keep, *(c.name for c, _ in kept))]
        terms += [_or_nobody(c) for columns in aggregates.values() for c in columns]
        select = _select(terms, _aliased(self.source_of(CASE), "_f"))
        for name, columns in aggregates.items():
            if columns:
                found = [named(self.terms.aggregate(c), c.name) for c in columns]
                grouped = _select([column(ROW), *found], self.source_of(name)).group_by(column(ROW), copy=False)
                _join(select, grouped, name, "LEFT")
        self.finish(CASE, phase, _Relation(select, (ROW, *self.keep), [*kept, *((c, c.until) for c in made)]))

    def base(self) -> _Relation:
        """The source with numbered rows, counts widened to BIGINT, and the lists that will be unnested."""
        facts = _facts(self.plan, CASE)
        numbered = exp.Window(this=exp.RowNumber())
        terms: list[Term] = [named(numbered, ROW), *(column(name) for name in self.keep)]
        lists = [name for level in self.lists for name in _lists(self.plan, level)]
        numbers = {c.name for level in self.lists for c in _facts(self.plan, level) if _is_number(c)}
        for name in lists:
            wide = exp.cast(column(name), "BIGINT[]") if name in numbers else column(name)
            terms.append(named(wide, name))
        for c in facts:
            read = column(c.place.node.value)
            terms.append(named(big(read) if _is_number(c) else read, c.name))
        made = _select(terms, _table(self.source))
        return _Relation(made, (ROW, *self.keep, *lists), [(c, c.until) for c in facts])

    # items

    def items(self, name: str, phase: int) -> None:
        """Items of a list with the family columns that they need: unnested in phase 1, joined again later."""
        needed = self.plan.joined.get((name, phase), {})
        fixed = (ROW, ITEM) if name in self.shown else (ROW,)
        family: list[Term] = [column(c.name, "_f") for c in needed]
        if phase == 1:
            select, kept = self.unnested(name, fixed, family)
        else:
            kept = self.carried(name, (phase, 0))
            own = [column(each, "_i") for each in (*fixed, *(c.name for c, _ in kept))]
            select = _select([*own, *family], _aliased(self.source_of(name), "_i"))
            if needed:
                _join(select, self.source_of(CASE), "_f", "", "_i")
        self.finish(name, phase, _Relation(select, fixed, [*kept, *needed.items()]))

    def unnested(
        self, name: str, fixed: tuple[str, ...], family: list[Term]
    ) -> tuple[exp.Select, list[tuple[Column, Moment]]]:
        """One row an item from the parallel lists of a family."""
        lists = _lists(self.plan, name)
        facts = _facts(self.plan, name)
        terms: list[Term] = [column(ROW, "_f"), *family]
        if ITEM in fixed:
            positions = _call("RANGE", exp.ArraySize(this=column(lists[0], "_f")))
            terms.append(named(exp.Explode(this=positions), ITEM))
        terms += [named(exp.Explode(this=column(each, "_f")), each) for each in lists]
        return _select(terms, _aliased(self.source_of(CASE), "_f")), [(c, c.until) for c in facts]

    # result

    def result(self) -> exp.Select:
        """One row a family in the order of the source; lists in the order of their items."""
        terms: list[Term] = [column(name, "_f") for name in self.keep]
        shown: dict[str, list[Column]] = {}
        for place in self.plan.wanted:
            found = self.plan.column(place)
            assert found is not None
            type_ = PHYSICAL[place.node.type.kind]
            value: Term = column(found.name, "_f" if place.level == CASE else place.level)
            if place.level != CASE:
                shown.setdefault(place.level, []).append(found)
                type_, value = f"{type_}[]", exp.Coalesce(this=value, expressions=[exp.Array(expressions=[])])
            terms.append(named(exp.cast(value, type_), place.node.value.name))
        made = _select(terms, _aliased(self.source_of(CASE), "_f"))
        for name, columns in shown.items():
            _join(made, self.gathered(name, list(dict.fromkeys(columns))), name, "LEFT")
        return made.order_by(column(ROW, "_f"), copy=False)

    def gathered(self, name: str, columns: list[Column]) -> exp.Select:
        """Values of the items of each family as lists, put in the order of the items.

        All lists of a group are filled in one order, so the grades of the positions sort them all; LIST(… ORDER BY …)
        would sort each list of each family by itself, at four times the price.
        """
        lists = [named(_call("LIST", column(c)), c) for c in (ITEM, *(c.name for c in columns))]
        inner = _select([column(ROW), *lists], self.source_of(name)).group_by(column(ROW), copy=False)
        made = [_call("LIST_SELECT", column(c.name), _call("LIST_GRADE_UP", column(ITEM))) for c in columns]
        return _select([column(ROW), *map(named, made, (c.name for c in columns))], _sub(inner, "_l"))


def _or_nobody(part: Column) -> Term:
    """An aggregate after the LEFT JOIN: what holds of a family with an empty list."""
    over = part.place.node.value
    value = column(part.name, over)
    if part.part not in NOBODY:
        return value
    nobody = exp.Is(this=column(ROW, over), expression=exp.null())
    return named(cases([(nobody, NOBODY[part.part].copy())], value), part.name)


def _column(plan: Plan, term: Term, made: Column) -> Term:
    """A column with its name; a rule with its Chinese name and what it cites."""
    found = named(term, made.name)
    if made.place.node.op == "rule":
        rule = plan.book.current(made.place.node.value)
        found.add_comments([" · ".join(text for text in (rule.zh, rule.cites) if text)])
    return found


def _quoted(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)


def _table(name: str) -> exp.Table:
    return exp.Table(this=_quoted(name))


def _select(terms: Sequence[Term], source: Term) -> exp.Select:
    return exp.Select(expressions=list(terms)).from_(source, copy=False)


def _sub(select: exp.Select, name: str) -> exp.Subquery:
    return exp.Subquery(this=select, alias=exp.TableAlias(this=_quoted(name)))


def _aliased(table: exp.Table, name: str) -> exp.Table:
    table.set("alias", exp.TableAlias(this=_quoted(name)))
    return table


def _call(function: str, *terms: Term) -> Term:
    return exp.Anonymous(this=function, expressions=list(terms))


def _join(select: exp.Select, other: exp.Select | exp.Table, name: str, side: str, to: str = "_f") -> None:
    """Join by row of the family."""
    joined = _sub(other, name) if isinstance(other, exp.Select) else _aliased(other, name)
    on = exp.EQ(this=column(ROW, name), expression=column(ROW, to))
    select.append("joins", exp.Join(this=joined, side=side or None, on=on))
