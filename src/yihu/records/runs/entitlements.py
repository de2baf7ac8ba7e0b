"""What a table of families is entitled to under the law of a month, as the columns of what is granted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pyarrow as pa

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel.columns import Batch
from yihu.records.runs.kernel import compute, due
from yihu.records.runs.plan import plan_run


def entitlements(book: Rulebook, on: date) -> Callable[[pa.Table], Mapping[str, pa.Array]]:
    """The law of the month of ``on`` as a function of a table in snapshot layout: for each column of what is granted, what
    each is entitled to (null: cannot tell). Compiled once; may be called from several threads."""
    plan = plan_run(book, [on.replace(day=1)])
    (kernel,) = plan.kernels()

    def entitled(table: pa.Table) -> Mapping[str, pa.Array]:
        outputs, _ = compute(plan, [kernel], table, Batch(table, kernel.layout), False)
        return due(table, outputs)

    return entitled
