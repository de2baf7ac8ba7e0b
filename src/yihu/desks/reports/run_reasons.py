"""Why people cannot be judged or no longer qualify: reason codes of a result, counted and put into words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.desks.reports.texts import Texts
from yihu.engines.rules.month import Month
from yihu.engines.rules.reasons import UNKNOWN_REASON, reason_node
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.wording import Wording
from yihu.records.runs.result import Result
from yihu.records.runs.rows import WORDS

ROWS = 1 << 18


@dataclass(frozen=True)
class Reason:
    """How often a programme had a finding for a reason code."""

    programme: int
    code: int
    count: int


def count_reasons(result: Result) -> dict[str, list[Reason]]:
    """Reasons by finding (``cannot_tell``, ``ended``), the most frequent first. Memory does not grow with the result."""
    keys = ["programme", "finding", "reason"]
    found: Counter[tuple[int, int, int]] = Counter()
    for batch in pq.ParquetFile(result.rows).iter_batches(ROWS, columns=keys):
        counted = pa.Table.from_batches([batch]).group_by(keys).aggregate([([], "count_all")])
        for row in counted.to_pylist():
            found[row["programme"], row["finding"], row["reason"]] += row["count_all"]
    ordered = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return {
        word: [
            Reason(programme, code, count) for (programme, finding, code), count in ordered if WORDS[finding] == word
        ]
        for word in ("cannot_tell", "ended")
    }


def reason_words(month: Month, programme: Programme, code: int, finding: str, texts: Texts) -> str:
    """A reason code as people read it."""
    if finding == "cannot_tell" and code < UNKNOWN_REASON:
        return texts("reason_drawn" if code else "reason_amount")
    node = reason_node(month, programme, code)
    if node is None:
        return texts("reason_none")
    words = Wording(month.book, texts.lang)
    return texts("reason_unknown", condition=words.say(node)) if code >= UNKNOWN_REASON else words.unmet(node)
