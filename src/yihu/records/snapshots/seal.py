"""The digests of a snapshot's files, written last: what was cut, changed or mixed up since is found before it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

SEAL = "digests.json"
SHORT = "usual.arrow"
"""What repeats the Parquet files in short (see ``usual``)."""


def write_seal(folder: Path, *, made_together: bool = False) -> None:
    """Write the SHA-256 of every data file of a folder, as ``sha256sum`` prints it. Raises OSError.

    Unless all files were ``made_together``, what repeats them in short goes: it would tell of the former ones.
    """
    if not made_together:
        (folder / SHORT).unlink(missing_ok=True)
    text = json.dumps({file.name: digest(file) for file in _files(folder)}, indent=1)
    (folder / SEAL).write_text(text, "utf-8")


def read_seal(folder: Path) -> dict[str, str] | None:
    """Digests by file name; None where there are none that can be read."""
    try:
        found = json.loads((folder / SEAL).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return {str(name): str(each) for name, each in found.items()} if isinstance(found, dict) else None


def first_broken(folder: Path, digests: Mapping[str, str]) -> str | None:
    """The first file that is missing, not one of them, or not as it was written; None where all are. Raises OSError."""
    names = {file.name for file in _files(folder)}
    wrong = sorted(names ^ digests.keys())
    if wrong:
        return wrong[0]
    with ThreadPoolExecutor(len(names) or 1) as pool:
        found = dict(zip(sorted(names), pool.map(digest, (folder / name for name in sorted(names))), strict=True))
    return next((name for name in found if found[name] != digests[name]), None)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix in (".parquet", ".arrow"))


def digest(file: Path) -> str:
    """SHA-256 of a file; computed once as long as its size and time stay the same."""
    state = file.stat()
    return _digest(file.resolve(), state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=64)
def _digest(file: Path, size: int, changed: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
