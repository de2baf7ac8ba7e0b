"""Why people cannot be judged or no longer qualify: reason codes of a result, counted and put into words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow.parquet as pq

from yihu.desks.reports.texts import Texts
from yihu.engines.rules.month import Month
from yihu.engines.rules.reasons import UNKNOWN_REASON, reason_node
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.wording import Wording
from yihu.records.runs.result import Result
from yihu.records.runs.rows import WORDS

CODES = 256


@dataclass(frozen=True)
class Reason:
    """How often a programme had a finding for a reason code."""

    programme: int
    code: int
    count: int


def count_reasons(result: Result) -> dict[str, list[Reason]]:
    """Reasons by finding (``cannot_tell``, ``ended``), the most frequent first. Memory does not grow with the result."""
    file = pq.ParquetFile(result.rows)
    programmes = len(result.summary["programmes"])
    found = np.zeros(programmes * len(WORDS) * CODES, np.int64)
    for batch in file.iter_batches(1 << 18, columns=["programme", "finding", "reason"]):
        programme, finding, reason = (batch.column(i).to_numpy().astype(np.int64) for i in range(3))
        found += np.bincount((programme * len(WORDS) + finding) * CODES + reason, minlength=len(found))
    cube = found.reshape(programmes, len(WORDS), CODES)
    return {word: _ordered(cube[:, WORDS.index(word), :]) for word in ("cannot_tell", "ended")}


def _ordered(counts: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> list[Reason]:
    found = [Reason(int(p), int(c), int(counts[p, c])) for p, c in zip(*np.nonzero(counts), strict=True)]
    return sorted(found, key=lambda r: (-r.count, r.programme, r.code))


def reason_words(month: Month, programme: Programme, code: int, finding: str, texts: Texts) -> str:
    """A reason code as people read it."""
    if finding == "cannot_tell" and code < UNKNOWN_REASON:
        return texts("reason_drawn" if code else "reason_amount")
    node = reason_node(month, programme, code)
    if node is None:
        return texts("reason_none")
    words = Wording(month.book, texts.lang)
    return texts("reason_unknown", condition=words.say(node)) if code >= UNKNOWN_REASON else words.unmet(node)
