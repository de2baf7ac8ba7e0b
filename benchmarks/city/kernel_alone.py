"""The kernel alone, over columns that are in memory already: `python -m benchmarks.city.kernel_alone CITY`.

Every thread reads a row group (not counted) and then calls the machine code over it (counted), so memory stays flat.
"""

import argparse
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, Final

import numpy as np

from benchmarks.measure import cores
from yihu.engines.rules.kernel import Kernel
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.month import Month
from yihu.pack import find_pack
from yihu.records.runs.launch import open_for, plan_for
from yihu.records.runs.plan import full_columns
from yihu.records.snapshots import Snapshot

MONTH: Final = date(2024, 7, 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    print(json.dumps(measured(parser.parse_args().city, cores())))


def measured(city: Path, threads: int) -> dict[str, Any]:
    """Seconds: `compile_s`; `cpu_s` of the machine code in all threads; `wall_s`, what that is with all of them busy."""
    pack = find_pack()
    snapshot, plan = open_for(pack, city), plan_for(pack, [MONTH])
    start = perf_counter()
    kernel = Kernel(plan.passes[0], (*plan.wants, *plan.asked), full_columns(snapshot, plan.columns))
    compiled = perf_counter() - start
    busy = kernel_seconds(kernel, plan.month, snapshot, threads)
    columns = len(kernel.columns())
    return {"compile_s": compiled, "cpu_s": busy, "wall_s": busy / threads, "columns": columns, "threads": threads}


def kernel_seconds(kernel: Kernel, month: Month, snapshot: Snapshot, threads: int) -> float:
    """Seconds of processor that the machine code takes for all families of a snapshot."""
    names, law = kernel.columns(), kernel.law(month)

    def compute(group: int) -> float:
        table, few = snapshot.read_brief(group, names)
        batch = Batch(table, kernel.layout, few)
        outputs = kernel.empty(batch)
        cells = np.array([array.ctypes.data for each in outputs.arrays for array in each.values()], dtype=np.int64)
        begun = thread_time()
        kernel.call(batch, law, cells)
        return thread_time() - begun

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(compute, range(snapshot.groups)))


if __name__ == "__main__":
    main()
