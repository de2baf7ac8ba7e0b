"""The figures behind a programme: their values in the month, sums of money through time, and what changed when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from yihu.desks.reports.programme_about import LONG_AGO, About
from yihu.desks.reports.programme_chart import Chart, Line, Step, shared
from yihu.desks.reports.programme_view import DocumentRow, EventRow, FigureRow, Pieces, SeriesView
from yihu.engines.rules.book import parameter_type
from yihu.engines.rules.citations import cited
from yihu.engines.rules.formula import figure
from yihu.engines.rules.parameters import Confidence, DatedValue, Document, Parameter, ParameterType
from yihu.engines.rules.tree import walk
from yihu.engines.rules.wording import unit_words


def _used(about: About) -> list[Parameter]:
    """Parameters that matter this month, in the order in which the rules ask for them."""
    names = [n.value for rule in about.rules for n in about.words.below(rule) if n.op == "param"]
    return [about.book.law.parameter(name) for name in dict.fromkeys(names)]


def _ever_used(about: About) -> list[Parameter]:
    """Parameters that mattered in any month."""
    trees = (about.book.trees[rule] for rule in about.every_rule)
    names = [node.value for tree in trees for node in walk(tree) if node.op == "param"]
    return [about.book.law.parameter(name) for name in dict.fromkeys(names)]


def _name(about: About, parameter: Parameter) -> str:
    return parameter.zh if about.lang == "zh" else parameter.en


def figures(about: About) -> tuple[FigureRow, ...]:
    """Every figure that the rules of the month use, with its value on that day and its source."""
    day = about.month.first_day
    return tuple(_row(about, each, each.at(day), _name(about, each)) for each in _used(about))


def _row(about: About, parameter: Parameter, dated: DatedValue, name: str) -> FigureRow:
    notes = [each.say(about.lang) for each in (dated.note, parameter.choice) if each is not None]
    return FigureRow(
        name=name,
        value=figure(parameter, dated.value, about.lang),
        since=f"{dated.start}",
        source=_source(dated, about.lang),
        sure=dated.confidence.zh if about.lang == "zh" else dated.confidence.en,
        recalled=dated.confidence is Confidence.RECALLED,
        note=about.texts("list_mark").join(notes),
    )


def _source(dated: DatedValue, lang: str) -> Pieces:
    document = dated.document
    if document is None:
        return ()
    name = document.number or document.title(lang), document.url
    return (name, (f" {dated.article}", "")) if dated.article else (name,)


# through time


def _changed(about: About) -> list[Parameter]:
    """Sums of money that have had more than one value."""
    money = [each for each in _ever_used(about) if each.type is ParameterType.MONEY]
    return [each for each in money if len({v.value for v in each.values if v.value is not None}) > 1]


def series(about: About) -> tuple[SeriesView, ...]:
    """The whole dated series of each sum of money that changed."""
    return tuple(
        SeriesView(_name(about, each), tuple(_row(about, each, value, "") for value in each.values))
        for each in _changed(about)
    )


def charts(about: About) -> tuple[Chart, ...]:
    """These series as charts, together where unit and size allow; they are the same in both languages."""
    groups = shared(_line(each) for each in _changed(about))
    subject = about.subject
    end = max([about.month.first_day, *(line.steps[-1].start for group in groups for line in group)])
    made = []
    for number, group in enumerate(groups, 1):
        title = group[0].name if len(group) == 1 else (subject.name("zh"), subject.name("en"))
        made.append(Chart(f"{subject.id}.{number}.svg", title, group, end))
    return tuple(made)


def _line(parameter: Parameter) -> Line:
    unit = parameter_type(parameter).unit
    steps = [
        Step(v.start, None if v.value is None else Decimal(str(v.value)), v.confidence is not Confidence.RECALLED)
        for v in parameter.values
    ]
    return Line((parameter.zh, parameter.en), (unit_words(unit, "zh"), unit_words(unit, "en")), tuple(steps))


# what changed when


def events(about: About) -> tuple[EventRow, ...]:
    """The programme's own days, and each day on which a figure or rule of it changed, oldest first."""
    programme = about.subject.programme
    said: dict[date, list[tuple[str, Pieces]]] = {}
    if programme is not None:
        own = ("since", programme.since), ("text_since", programme.text_since), ("until", programme.until)
        for key, day in own:
            if day is not None and day > LONG_AGO:
                said.setdefault(day, []).append((about.texts(f"programme_event_{key}"), ()))
    since = programme.since if programme else LONG_AGO
    for parameter in _ever_used(about):
        for day, text, source in _changes(about, parameter, since):
            said.setdefault(day, []).append((text, source))
    return tuple(_event(day, said[day]) for day in sorted(said))


def _changes(about: About, parameter: Parameter, since: date) -> Iterator[tuple[date, str, Pieces]]:
    name = _name(about, parameter)
    for before, now in pairwise(parameter.values):
        if now.start <= since or before.value == now.value:
            continue
        if parameter.type is ParameterType.YES_NO and now.value is not None:
            text = about.texts("programme_event_holds" if now.value else "programme_event_ends", name=name)
        else:
            old, new = (figure(parameter, each.value, about.lang) for each in (before, now))
            text = f"{name} {old} → {new}"
        yield now.start, text, _source(now, about.lang)[:1]


def _event(day: date, said: list[tuple[str, Pieces]]) -> EventRow:
    documents = dict.fromkeys(piece for _, source in said for piece in source)
    return EventRow(f"{day}", tuple(text for text, _ in said), tuple(documents))


# documents


def documents(about: About) -> tuple[DocumentRow, ...]:
    """The documents that programme, rules and figures of the month rest on, oldest first."""
    known = about.book.law.documents.values()
    found: dict[str, Document] = {}
    for cites in (about.subject.cites, *(rule.cites for rule in about.rules)):
        found.update((document.id, document) for document in cited(cites, known))
    for parameter in _used(about):
        document = parameter.at(about.month.first_day).document
        if document is not None:
            found[document.id] = document
    ordered = sorted(found.values(), key=lambda d: (d.issued is None, d.issued or LONG_AGO, d.id))
    return tuple(_document(about, each) for each in ordered)


def _document(about: About, document: Document) -> DocumentRow:
    title = document.zh if about.lang == "zh" else document.en
    state = about.texts(f"programme_text_{document.text_status}") if document.text_status else "—"
    return DocumentRow(document.number or "—", (title, document.url), f"{document.issued or '—'}", state)
