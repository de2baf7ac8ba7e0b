"""A sheet: a header and rows of plain text, in chunks, whatever kind of file it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from yihu.engines.rules.schema import Nested
from yihu.records.intake.fields import plain_header
from yihu.records.intake.findings import IntakeError

CHUNK = 8_192

Row = Sequence[str]
Rows = Iterator[Row]


class Sheet:
    """One sheet, read once from top to bottom: the first row that is not blank is its header.

    ``name`` is what reports call it; ``line`` the row of the header, counted from 1.
    """

    def __init__(self, name: str, rows: Rows) -> None:
        self.name, self._rows, self.line = name, rows, 0
        for row in rows:
            self.line += 1
            self.header = [cell.strip() for cell in row]
            while self.header and not self.header[-1]:
                self.header.pop()
            if self.header:
                return
        raise IntakeError("empty", path=name)

    def close(self) -> None:
        """Let go of the file, wherever reading stopped."""
        close = getattr(self._rows, "close", None)
        if close is not None:
            close()

    def chunks(self, skip: int = 0) -> Iterator[tuple[int, list[Row]]]:
        """The rest in lists of ``CHUNK`` rows, each with the line of its first; ``skip`` lists are left out."""
        for _ in islice(self._rows, skip * CHUNK):
            pass
        first = self.line + 1 + skip * CHUNK
        while chunk := list(islice(self._rows, CHUNK)):
            yield first, chunk
            first += len(chunk)


def meant_list(title: str, lists: Mapping[str, Nested]) -> str | None:
    """The list that a sheet called ``title`` holds: its name or label, or a part of the label that no other has."""
    plain = plain_header(title)
    for nested in lists.values():
        if plain in map(plain_header, (nested.name, nested.zh, nested.en)):
            return nested.name
    part = [n.name for n in lists.values() if len(plain) > 1 and plain in plain_header(n.zh)]
    return part[0] if len(part) == 1 else None
