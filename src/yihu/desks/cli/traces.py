"""How an answer was worked out, as a tree in the terminal: rules, articles, facts, figures of the law."""

from __future__ import annotations

from rich.markup import escape
from rich.tree import Tree

from yihu.engines.rules.citations import linked
from yihu.engines.rules.explain import Answer, Leaf, Result, Step, subject_label
from yihu.engines.rules.wording import Lang, Wording, day, value


def trace_tree(answer: Answer | Result, words: Wording, lang: Lang) -> Tree:
    """The trace of an answer; a step that several rules use is spelled out once."""
    asked = answer.programme if isinstance(answer, Answer) else answer.rule
    label = asked.zh if lang == "zh" else asked.en
    root = Tree(f"[bold]{escape(label)}[/] · {escape(subject_label(answer.frame, lang))}")
    seen: set[int] = set()
    for step in answer.trace if not isinstance(answer, Answer) or answer.conditions else ():
        _branch(root, step, words, lang, seen)
    return root


def _branch(parent: Tree, step: Step, words: Wording, lang: Lang, seen: set[int]) -> None:
    label = step.rule.zh if lang == "zh" else step.rule.en
    found = value(step.value, step.rule.type, lang)
    above = id(step) in seen
    source = f"{_cited(step, words, lang, quoted=not above)} · {escape(subject_label(step.frame, lang))}"
    line = f"{escape(label)} = [bold]{escape(found)}[/] [dim]{source}[/]"
    if above:
        parent.add(line + (" [dim]（见上）[/]" if lang == "zh" else " [dim](above)[/]"))
        return
    seen.add(id(step))
    branch = parent.add(line)
    for leaf in step.leaves:
        branch.add(_leaf(leaf, words, lang))
    for below in step.steps:
        _branch(branch, below, words, lang, seen)


def _cited(step: Step, words: Wording, lang: Lang, *, quoted: bool) -> str:
    """What a rule cites, each document a link where it has a page, and (``quoted``) the words that the rule carries out."""
    pieces = linked(step.rule.cites, words.book.law.pages)
    said = "".join(f"[link={url}]{escape(text)}[/link]" if url else escape(text) for text, url in pieces)
    located = (" ".join if lang == "en" else "".join)(f"“{each}”" for each in step.rule.words if quoted)
    return f"{said} {escape(located)}".rstrip()


def _leaf(leaf: Leaf, words: Wording, lang: Lang) -> str:
    said = escape(f"{words.say(leaf.node)} = {value(leaf.value, leaf.node.type, lang)}")
    if leaf.dated is None:
        return f"[green]{said}[/] [dim]{escape(subject_label(leaf.frame, lang))}[/]"
    dated = leaf.dated
    document = (dated.document.number or dated.document.title(lang)) if dated.document else ""
    sure = dated.confidence.zh if lang == "zh" else dated.confidence.en
    source = " ".join(part for part in (document, dated.article, day(dated.start, lang)) if part)
    return f"[blue]{said}[/] [dim]{escape(source)} · {sure}[/]"
