"""The kernel alone, over columns that are in memory already: `python -m benchmarks.city.kernel_alone CITY`.

Row groups are loaded a window at a time (not counted), then computed by all cores (counted), so that memory stays flat.
"""

import argparse
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, Final

from benchmarks.measure import cores
from yihu.engines.rules.kernel.columns import Batch
from yihu.pack import find_pack
from yihu.records.runs.launch import open_for, plan_for
from yihu.records.runs.plan import full_columns

MONTH: Final = date(2024, 7, 1)
WINDOW: Final = 8
"""Row groups a core that are in memory at once."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    print(json.dumps(measured(parser.parse_args().city, cores())))


def measured(city: Path, threads: int) -> dict[str, Any]:
    """Seconds: `compile_s`; `cpu_s` of all threads together; `wall_s` with `threads` of them."""
    pack = find_pack()
    snapshot, plan = open_for(pack, city), plan_for(pack, [MONTH])
    start = perf_counter()
    kernel = plan.kernels(full_columns(snapshot, plan.columns))[0]
    compiled = perf_counter() - start
    names, busy, wall = kernel.columns(), 0.0, 0.0

    def compute(batch: Batch) -> float:
        begun = thread_time()
        kernel.run_batch(batch, plan.month)
        return thread_time() - begun

    with ThreadPoolExecutor(threads) as pool:
        for first in range(0, snapshot.groups, WINDOW * threads):
            groups = range(first, min(first + WINDOW * threads, snapshot.groups))
            batches = [Batch(snapshot.read(group, names), kernel.layout) for group in groups]
            start = perf_counter()
            busy += sum(pool.map(compute, batches))
            wall += perf_counter() - start
    return {"compile_s": compiled, "cpu_s": busy, "wall_s": wall, "columns": len(names), "threads": threads}


if __name__ == "__main__":
    main()
