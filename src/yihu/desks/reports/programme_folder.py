"""All pages of a pack as files by name: a page for each programme, its charts, and README.md that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from yihu.desks.reports.page import LANGS, texts_in
from yihu.desks.reports.programme import Pages
from yihu.desks.reports.programme_about import LONG_AGO, Subject
from yihu.desks.reports.programme_cases import count
from yihu.desks.reports.programme_chart import chart_files
from yihu.desks.reports.programme_markdown import Address, Markdown, capital, escaped, referenced, table
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.wording import Lang
from yihu.pack import Pack

Links = Callable[[str], Address]
"""The addresses of the pages of a folder (empty: the top one)."""
INDEX = "README.md"


def folder(pages: Pages, links: Links, command: str) -> dict[str, str]:
    """Every file by its name below the folder; ``command`` is what makes them again."""
    made = {INDEX: index(pages, command)}
    for page in pages:
        at = f"{page.folder}/" if page.folder else ""
        back = f"../{INDEX}" if page.folder else INDEX
        made[f"{at}{page.id}.md"] = Markdown(links(page.folder)).page(page, back)
        made |= {f"{at}{name}": text for name, text in chart_files(page.zh.charts).items()}
    return made


def index(pages: Pages, command: str) -> str:
    """The list of all programmes, a table for each field, Chinese first."""
    zh, en = ("\n".join(_index(pages, lang, command)) for lang in LANGS)
    first, rest = zh.split("\n", 1)
    return referenced(f'{first}\n\n[English](#english)\n{rest}\n\n---\n\n<a id="english"></a>\n\n{en}\n')


def _index(pages: Pages, lang: Lang, command: str) -> Iterator[str]:
    texts, subjects = texts_in(lang), pages.subjects()
    programmes = sum(subject.programme is not None for subject in subjects)
    tests = sum(len(pages.cases(next(iter(each)))) for _, each in groupby(subjects, key=lambda s: s.pack.id))
    numbers = {"n": programmes, "answers": len(subjects) - programmes, "tests": tests}
    yield f"# {escaped(capital(texts('programme_index_title', pack=_name(pages.pack, lang))))}"
    yield from ("", escaped(texts("programme_index_lead", **numbers)), "")
    yield from (texts("programme_index_made"), "", "```sh", command, "```")
    heads = [texts(f"programme_index_{key}") for key in ("name", "gives", "since")]
    heads += [texts("programme_cites"), texts("programme_index_tests")]
    for _, group in groupby(subjects, key=lambda subject: subject.pack.id):
        found = tuple(group)
        yield from ("", f"## {escaped(_name(found[0].pack, lang))}", "")
        yield from table(heads, [_row(pages, subject, lang) for subject in found])
    yield from _not_programmes(pages.pack, texts)


def _name(pack: Pack, lang: Lang) -> str:
    return pack.zh if lang == "zh" else pack.en


def _row(pages: Pages, subject: Subject, lang: Lang) -> tuple[str, ...]:
    at = f"{subject.folder}/" if subject.folder else ""
    name = f"[{escaped(subject.name(lang))}]({at}{subject.id}.md)"
    tests = count(subject, pages.cases(subject))
    return name, kind(subject, lang), since(subject), escaped(subject.cites), f"{tests}"


def kind(subject: Subject, lang: Lang) -> str:
    """How it is given, in a word: money each month, a service, a recognition, a finding."""
    texts, programme = texts_in(lang), subject.programme
    if programme is None:
        return texts("programme_kind_answer")
    if programme.amount is None:
        return texts("programme_kind_service" if programme.service[0] else "programme_kind_recognition")
    known = programme.every in ("month", "year", "day", "once")
    return texts(f"programme_every_{programme.every}") if known else texts("programme_money")


def since(subject: Subject) -> str:
    """First day in force, and the day before which it ended; a dash where none is named."""
    programme = subject.programme
    if programme is None or programme.since <= LONG_AGO:
        return "—"
    return f"{programme.since}" + (f" – {programme.until}" if programme.until else "")


def _not_programmes(pack: Pack, texts: Texts) -> Iterator[str]:
    """Documents of the law that give nothing, with the reason."""
    found = [d for d in pack.rulebook.law.documents.values() if d.not_a_programme is not None]
    if not found:
        return
    yield from ("", f"## {texts('programme_index_not')}", "", texts("programme_index_not_lead"), "")
    rows = []
    for each in sorted(found, key=lambda d: (d.issued is None, d.issued or LONG_AGO, d.id)):
        assert each.not_a_programme is not None
        title = escaped(each.zh if texts.lang == "zh" else each.en)
        linked = f"[{title}]({each.url})" if each.url else title
        rows.append((escaped(each.number or "—"), linked, escaped(each.not_a_programme.say(texts.lang))))
    yield from table([texts("programme_number"), texts("programme_title"), texts("programme_why")], rows)


def stale(made: dict[str, str], there: dict[str, str]) -> list[str]:
    """Names of files that are missing or differ, then of files that are there and are no longer made."""
    return [*(name for name in made if there.get(name) != made[name]), *(name for name in there if name not in made)]
