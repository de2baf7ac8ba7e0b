"""The same kernel under Spark in local mode: `python -m benchmarks.spark CITY OUT` prints its figures.

The first pass starts the workers, which read the rules and compile; the second is what more executors would repeat.
"""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

from benchmarks import measure
from benchmarks.city.snapshots import folder, made
from benchmarks.settings import Settings

MONTH: Final = date(2024, 7, 1)


def report(given: Settings) -> dict[str, Any]:
    """Measured in a process of its own; `missing` says why where it could not be."""
    given.say(f"{given.spark_people:,} people: Spark, local mode")
    people = made(given.data, given.spark_people, given.threads)
    city, out = folder(given.data, given.spark_people), given.data / f"result-{given.spark_people}-spark"
    try:
        said = measure.run("benchmarks.spark", [str(city), str(out)], given.threads, plain=False).said
    except measure.ProcessFailedError as problem:
        return {"people": people["people"], "missing": str(problem).strip().splitlines()[-1]}
    alone = out.with_name(f"{out.name}-kernel")
    month = ["--on", f"{MONTH:%Y-%m}", "--no-then", "--threads", str(given.threads)]
    measure.yihu(["run", str(city), "--out", str(alone), *month])
    equal = measure.run("benchmarks.city.equal", [str(alone), str(out)], given.threads).said
    return {"people": people["people"], "bytes": people["bytes"], **said, "equal": equal}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    print(json.dumps(measured(given.city, given.out, measure.cores())))


def measured(city: Path, out: Path, cores: int) -> dict[str, Any]:
    """Seconds of starting, of a first and a second pass, and of the driver's own work in the second."""
    from pyspark.sql import SparkSession

    from yihu.pack import find_pack
    from yihu.records.runs.launch import run

    os.environ["PYSPARK_PYTHON"] = sys.executable
    start = perf_counter()
    builder = SparkSession.builder.master(f"local[{cores}]").appName("yihu bench")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    started, passes = perf_counter() - start, []
    pack = find_pack()
    for _ in range(2):
        start, own = perf_counter(), process_time()
        run(pack, city, [MONTH], out, engine="spark", then=False)
        passes.append((perf_counter() - start, process_time() - own))
    session.stop()
    (first, _), (second, driver) = passes
    return {"cores": cores, "start_s": started, "first_s": first, "second_s": second, "driver_s": driver}


if __name__ == "__main__":
    main()
