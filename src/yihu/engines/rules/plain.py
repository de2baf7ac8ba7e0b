"""What was found for one case as plain JSON data (format version 1), for programs."""

from __future__ import annotations

from typing import Any

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, Condition, Leaf, Result, Status, Step, answers, results
from yihu.engines.rules.types import Choice
from yihu.engines.rules.wording import Lang, Wording, value

FORMAT = 1
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """All answers for a case as plain JSON data, both languages: programmes, then rules asked for their own sake."""
    words = {lang: Wording(evaluation.month.book, lang) for lang in LANGUAGES}
    return {
        "format": FORMAT,
        "month": f"{evaluation.month.first_day:%Y-%m}",
        "answers": [_answer_data(a, words) for a in answers(evaluation)],
        "results": [_result_data(r) for r in results(evaluation)],
    }


def _result_data(found: Result) -> dict[str, Any]:
    rule = found.rule
    return {
        "rule": rule.name,
        "zh": rule.zh,
        "en": rule.en,
        "cites": rule.cites,
        "words": list(rule.words),
        "subject": {"level": found.frame.level, "position": found.frame.position},
        "value": _json(found.value),
        "said": {lang: value(found.value, rule.type, lang) for lang in LANGUAGES},
        "unit": str(rule.type.unit),
        "unverified": [leaf.node.value for leaf in found.recalled()],
        "trace": [_step_data(s) for s in found.trace],
    }


def _answer_data(found: Answer, words: dict[Lang, Wording]) -> dict[str, Any]:
    near = found.near_miss
    return {
        "programme": found.programme.id,
        "zh": found.programme.zh,
        "en": found.programme.en,
        "cites": found.programme.cites,
        "subject": {"level": found.frame.level, "position": found.frame.position},
        "status": found.status.value,
        "amount": None if found.amount is None else str(found.amount),
        "unit": str(found.programme.amount.type.unit) if found.programme.amount else None,
        "every": found.programme.every,
        "conditions": [_condition_data(c, words) for c in found.conditions],
        "near_miss": None if near is None else _condition_data(near, words),
        "unverified": [leaf.node.value for leaf in found.recalled()] if found.status is not Status.NOT_IN_FORCE else [],
        "assumed": found.assumed,
        "trace": [_step_data(s) for s in found.trace] if found.status is not Status.NOT_IN_FORCE else [],
    }


def _condition_data(found: Condition, words: dict[Lang, Wording]) -> dict[str, Any]:
    rule = found.node.value if found.node.op == "rule" else None
    data: dict[str, Any] = {"holds": found.holds, **{lang: w.say(found.node) for lang, w in words.items()}}
    data["cites"] = rule.cites if rule is not None else None
    data["words"] = list(rule.words) if rule is not None else []
    if found.gap is not None and found.gap_type is not None:
        data["gap"] = {
            "value": str(found.gap),
            "zh": value(found.gap, found.gap_type, "zh"),
            "en": value(found.gap, found.gap_type, "en"),
        }
    return data


def _step_data(found: Step, seen: set[tuple[int, int]] | None = None) -> dict[str, Any]:
    seen = set() if seen is None else seen
    key = (id(found.rule), id(found.frame))
    data: dict[str, Any] = {
        "rule": found.rule.name,
        "zh": found.rule.zh,
        "en": found.rule.en,
        "cites": found.rule.cites,
        "words": list(found.rule.words),
        "subject": {"level": found.frame.level, "position": found.frame.position},
        "value": _json(found.value),
        "note": None if not any(found.rule.note) else {"zh": found.rule.note[0], "en": found.rule.note[1]},
    }
    if key in seen:
        return {**data, "above": True}
    seen.add(key)
    data["leaves"] = [_leaf_data(leaf) for leaf in found.leaves]
    data["steps"] = [_step_data(s, seen) for s in found.steps]
    return data


def _leaf_data(leaf: Leaf) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": "parameter" if leaf.dated else "fact",
        "name": leaf.node.value,
        "subject": {"level": leaf.frame.level, "position": leaf.frame.position},
        "value": _json(leaf.value),
    }
    if leaf.dated is not None:
        document = leaf.dated.document
        data |= {
            "from": leaf.dated.start.isoformat(),
            "confidence": leaf.dated.confidence.value,
            "document": document.number if document else None,
            "article": leaf.dated.article,
        }
    return data


def _json(found: Any) -> Any:
    if isinstance(found, Choice):
        return found.value
    return found if found is None or isinstance(found, (bool, int)) else str(found)
