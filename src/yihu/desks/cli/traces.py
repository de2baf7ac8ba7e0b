"""How an answer was worked out, as a tree in the terminal: rules, articles, facts, figures of the law."""

from __future__ import annotations

from rich.markup import escape
from rich.tree import Tree

from yihu.engines.rules.explain import Answer, Leaf, Step, subject_label
from yihu.engines.rules.wording import Lang, Wording, day, value


def trace_tree(answer: Answer, words: Wording, lang: Lang) -> Tree:
    """The trace of an answer; a step that several rules use is spelled out once."""
    label = answer.programme.zh if lang == "zh" else answer.programme.en
    root = Tree(f"[bold]{escape(label)}[/] · {escape(subject_label(answer.frame, lang))}")
    seen: set[int] = set()
    for step in answer.trace if answer.conditions else ():
        _branch(root, step, words, lang, seen)
    return root


def _branch(parent: Tree, step: Step, words: Wording, lang: Lang, seen: set[int]) -> None:
    label = step.rule.zh if lang == "zh" else step.rule.en
    found = value(step.value, step.rule.type, lang)
    source = f"{step.rule.cites} · {subject_label(step.frame, lang)}"
    line = f"{escape(label)} = [bold]{escape(found)}[/] [dim]{escape(source)}[/]"
    if id(step) in seen:
        parent.add(line + (" [dim]（见上）[/]" if lang == "zh" else " [dim](above)[/]"))
        return
    seen.add(id(step))
    branch = parent.add(line)
    for leaf in step.leaves:
        branch.add(_leaf(leaf, words, lang))
    for below in step.steps:
        _branch(branch, below, words, lang, seen)


def _leaf(leaf: Leaf, words: Wording, lang: Lang) -> str:
    said = escape(f"{words.say(leaf.node)} = {value(leaf.value, leaf.node.type, lang)}")
    if leaf.dated is None:
        return f"[green]{said}[/] [dim]{escape(subject_label(leaf.frame, lang))}[/]"
    dated = leaf.dated
    document = (dated.document.number or dated.document.title(lang)) if dated.document else ""
    sure = dated.confidence.zh if lang == "zh" else dated.confidence.en
    source = " ".join(part for part in (document, dated.article, day(dated.start, lang)) if part)
    return f"[blue]{said}[/] [dim]{escape(source)} · {sure}[/]"
