"""Files that a command writes for people: whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_page(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a file under its name only when all of it is written; raises OSError."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            file.write(text)
        part.replace(path)
    except OSError as problem:
        problem.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)
