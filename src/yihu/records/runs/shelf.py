"""Machine code kept on disk: a kernel that was compiled before on this kind of processor is not compiled again.

Files are named by the digest of all that the code depends on and begin with the digest of their content, so one is right or
not used. The folder (``~/.cache/yihu/kernels``) may be deleted at any time. ``YIHU_CACHE`` names another; empty, it keeps none.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST = 50
"""Kernels that are kept; the oldest go first."""
DIGEST = 32


@dataclass(frozen=True)
class Shelf:
    """A folder of machine code."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The code kept under a name; None where there is none, or it is not as it was written."""
        try:
            whole = (self.folder / name).read_bytes()
        except OSError:
            return None
        code = whole[DIGEST:]
        return code if hashlib.sha256(code).digest() == whole[:DIGEST] else None

    def write(self, name: str, code: bytes) -> None:
        """Keep code, whole or not at all."""
        fresh = self.folder / f".{name}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_bytes(hashlib.sha256(code).digest() + code)
            os.replace(fresh, self.folder / name)
            oldest = sorted(self.folder.iterdir(), key=lambda each: each.stat().st_mtime_ns)
            for each in oldest[:-MOST]:
                each.unlink(missing_ok=True)
        except OSError:
            with suppress(OSError):
                fresh.unlink()


def shelf() -> Shelf | None:
    """Where code is kept for this user; None where none is."""
    named = os.environ.get("YIHU_CACHE")
    if named is not None:
        return Shelf(Path(named) / "kernels") if named else None
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # nobody's home is known
        return None
    return Shelf(home / "yihu" / "kernels")
