"""One family through all programmes: explained, as data, what to ask next, and through the kernel.

`python -m benchmarks.family CITY` is the process; it prints milliseconds as JSON. The families are spread over the
first row group of a synthetic city. Each is evaluated afresh: nothing of an earlier evaluation is used again.
"""

import argparse
import json
import statistics
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from benchmarks import measure
from benchmarks.tables import Grid, mib, seconds

MONTH: Final = date(2024, 7, 1)
FAMILIES, WARM, ROUNDS = 300, 50, 3
SHELL_RUNS: Final = 7
EXAMPLE: Final = Path(__file__).parent.parent / "examples" / "family.yaml"


def report(city: Path, threads: int) -> dict[str, Any]:
    """Measure in a process of its own, and `yihu assess` as a whole process from the shell."""
    arguments = ["assess", str(EXAMPLE), "--on", f"{MONTH:%Y-%m}"]
    measure.yihu(arguments, speaks=False)  # the first one may compile Python files
    shell = [measure.yihu(arguments, speaks=False).figures() for _ in range(SHELL_RUNS)]
    middle = sorted(shell, key=lambda one: one["wall_s"] or 0)[SHELL_RUNS // 2]
    return {**measure.run("benchmarks.family", [str(city)], threads).said, "assess": middle}


def grid(found: dict[str, Any]) -> Grid:
    """As a table: milliseconds."""
    labels = {
        "explained": "explained: answers of all programmes with their traces",
        "data": "the same as plain JSON data, both languages",
        "questions": "what to ask next",
        "kernel": "through the kernel, columns prepared",
        "kernel_with_columns": "through the kernel, columns from an Arrow table",
    }
    rows = [(label, f"{found[key]['p50']:.3f}", f"{found[key]['p95']:.3f}") for key, label in labels.items()]
    shell = found["assess"]
    rows.append(("`yihu assess` from the shell, whole process", f"{shell['wall_s'] * 1e3:.0f}", "-"))
    notes = [
        f"{found['families']} families of 1 to {found['largest']} people, {found['programmes']} programmes, "
        f"{found['rules']} rules, warm; pack read in {seconds(found['read_s'])} s, "
        f"kernel compiled in {seconds(found['compile_s'])} s ({seconds(found['kept_s'])} s where its code was kept). "
        f"From the shell: median of {SHELL_RUNS}, "
        f"{seconds(shell['cpu_s'])} s of processor, {mib(shell['peak_bytes'])} MiB."
    ]
    return Grid("One family, all programmes", ("", "p50 ms", "p95 ms"), rows, notes)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    print(json.dumps(measured(parser.parse_args().city)))


def measured(city: Path) -> dict[str, Any]:
    """Milliseconds of each way."""
    import numpy as np

    from yihu.engines.rules.call import Evaluation
    from yihu.engines.rules.explain import answers
    from yihu.engines.rules.kernel import Kernel
    from yihu.engines.rules.kernel.columns import Batch
    from yihu.engines.rules.layout import case_of, table_of
    from yihu.engines.rules.plain import as_data
    from yihu.engines.rules.questions import questions
    from yihu.pack import find_pack
    from yihu.records.runs.launch import open_for, plan_for
    from yihu.records.runs.shelf import shelf

    start = perf_counter()
    pack = find_pack()
    plan = plan_for(pack, [MONTH])
    read = perf_counter() - start
    wants = (*plan.wants, *plan.asked)
    kernel = Kernel(plan.passes[0], wants)
    compiled = perf_counter() - start - read
    plan.kernels()  # keeps the machine code, if nobody has before
    begun = perf_counter()
    Kernel(plan.passes[0], wants, shelf=shelf())
    kept = perf_counter() - begun
    table = open_for(pack, city).read(0, [c.name for c in open_for(pack, city).schema])
    every = max(1, table.num_rows // FAMILIES)
    cases = [case_of(table, i, pack.root, pack.programmes) for i in range(0, every * FAMILIES, every)]
    month, people = plan.month, plan.people
    one = table_of(cases[:1], pack.root, pack.programmes)
    batch, law = Batch(one, kernel.layout), kernel.law(month)
    outputs = kernel.empty(batch)
    cells = np.array([a.ctypes.data for each in outputs.arrays for a in each.values()], dtype=np.int64)
    return {
        "families": len(cases),
        "largest": max(len(getattr(case, people)) for case in cases) if people else 1,
        "programmes": len(month.programmes),
        "rules": sum(rule.source is not None for rule in month.trees),
        "read_s": read,
        "compile_s": compiled,
        "kept_s": kept,
        "explained": _spread(lambda case: [each.trace for each in answers(Evaluation(month, case))], cases),
        "data": _spread(lambda case: as_data(Evaluation(month, case)), cases),
        "questions": _spread(lambda case: questions(Evaluation(month, case)), cases),
        "kernel": _spread(lambda _: kernel.call(batch, law, cells), cases),
        "kernel_with_columns": _spread(lambda _: kernel.run(one, month), cases),
    }


def _spread(work: Callable[[Any], object], cases: list[Any]) -> dict[str, float]:
    """Middle and 95th of a hundred, in milliseconds, after `WARM` that are not counted."""
    found = []
    for case in [*cases[:WARM], *cases * ROUNDS]:
        start = perf_counter()
        work(case)
        found.append(perf_counter() - start)
    cut = statistics.quantiles(found[WARM:], n=100)
    return {"p50": cut[49] * 1e3, "p95": cut[94] * 1e3}


if __name__ == "__main__":
    main()
