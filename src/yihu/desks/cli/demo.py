"""``yihu demo``: make a city, run the law over it, write the report, and say what to try next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yihu.desks.cli.options import English, Json, On, Pack, month_of


def demo(
    people: Annotated[int, typer.Option(min=1_000, help="人口 / people")] = 1_000_000,
    seed: Annotated[int, typer.Option(min=0, help="随机种子 / seed")] = 1,
    out: Annotated[Path, typer.Option(help="文件夹 / folder")] = Path("out/demo"),
    on: On = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """合成一座城市并测算一遍，写出报告 / Make a city, run the law over it, write the report.

    例 / example: yihu demo --people 200000
    """
    from datetime import date, datetime

    from yihu.desks.cli.run import finish, progress
    from yihu.pack import find_pack
    from yihu.records.runs.launch import open_for, run
    from yihu.records.snapshots.city import synthesise

    found = find_pack(pack)
    month = month_of(on, date(2024, 7, 1))
    city = out / "city"
    with progress("合成城市" if not en else "making a city", 100, quiet=as_json) as step:
        synthesise(found, people, seed, city, on=month, progress=lambda share: step(round(share * 100) - 1))
    with progress("全市测算" if not en else "running", open_for(found, city).groups, quiet=as_json) as step:
        result = run(found, city, [month], out / "result", when=datetime.now().astimezone(), progress=step)
    finish(found, result, None, en=en, as_json=as_json)
    if as_json:
        return
    tries = (
        ("看一户为什么漏掉", "why one family was missed", f"yihu explain {result.path} --trace"),
        (
            "用独立引擎复核",
            "check with the independent engine",
            f"yihu run {city} --on {month:%Y-%m} --engine duckdb --out {out}/check",
        ),
        (
            "试一项改革",
            "try a reform",
            f"yihu run {city} --on {month:%Y-%m} --reform examples/reforms/raise_dibao.yaml --out {out}/reform",
        ),
        ("算一个家庭", "assess one family", "yihu assess examples/family.yaml --on 2024-07 --html out/family.html"),
        ("查一项标准", "look up a standard", "yihu law 低保标准"),
    )
    print("接着试试：" if not en else "Try next:")
    for zh, english, command in tries:
        print(f"  {english if en else zh}: {command}")
