"""Errors in words: what people can mend is one line on stderr; anything else keeps its traceback."""

from __future__ import annotations

import errno
import sys

from yihu.desks.cli import INTERRUPTED, UNUSABLE, USED_WRONGLY


def explained(error: BaseException) -> int | None:
    """Print an error that is meant for people and give the exit code; None for one that is a fault of the program."""
    import typer

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort | KeyboardInterrupt):
        print("已中断，没有留下写了一半的文件 / interrupted; nothing half-written is left", file=sys.stderr)
        return INTERRUPTED
    show = getattr(error, "show", None)  # click's exceptions, whether typer brings its own click or not
    if show is not None:
        show()
        return USED_WRONGLY
    if isinstance(error, OSError):
        return _say(_disk(error))
    if type(error).__module__.split(".")[0].startswith("yihu"):
        return _say(str(error))
    return None


def _disk(error: OSError) -> str:
    name = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        says = "磁盘已满，没有留下写了一半的文件 / the disk is full; nothing half-written is left"
        return f"{name}{says}: free some room and run again"
    return f"{name}{error.strerror or error}"


def _say(message: str) -> int:
    print(f"错误 / error: {message}", file=sys.stderr)
    return UNUSABLE
