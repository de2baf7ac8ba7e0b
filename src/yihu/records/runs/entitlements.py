"""What a table of families is entitled to under the law of a month, as the columns of what is granted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel.columns import Batch
from yihu.records.runs.kernel import compute, grant
from yihu.records.runs.plan import plan_run
from yihu.records.runs.rows import granted_name
from yihu.records.snapshots.city import Entitled


def entitlements(book: Rulebook, on: date) -> Entitled:
    """The kernel of the month of ``on`` as a function of a table in snapshot layout; compiled once."""
    plan = plan_run(book, [on.replace(day=1)])
    (kernel,) = plan.kernels()
    names = [granted_name(want) for want in kernel.wants]

    def entitled(table: pa.Table) -> Mapping[str, pa.Array]:
        outputs, _ = compute(plan, [kernel], table, Batch(table, kernel.layout), False)
        found = grant(table, outputs)
        return {name: found.column(name) for name in names}

    return entitled
