"""A folder that appears under its name whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def part_of(out: Path) -> Path:
    """Where ``out`` is written before it is whole: beside it, on the same disk."""
    whole = out.resolve()
    return whole.with_name(f"{whole.name}.part")


def put_in_place(part: Path, out: Path) -> None:
    """Give a finished folder its name; what stood there before goes only when the new one stands. Raises OSError."""
    whole = out.resolve()
    former = whole.with_name(f"{whole.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    if whole.exists():
        os.replace(whole, former)
    os.replace(part, whole)
    shutil.rmtree(former, ignore_errors=True)


def unwritten(out: Path, problem: OSError) -> str:
    """What to say where ``out`` could not be written."""
    if problem.errno in FULL:
        return (
            f"{out}: 磁盘已满，没有留下写了一半的文件；腾出空间后再运行一次 / "
            "the disk is full; nothing half-written is left: free some room and run again"
        )
    return f"{out}: 不能写（{problem.strerror or problem}） / cannot be written; nothing half-written is left"
