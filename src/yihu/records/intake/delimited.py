"""CSV: UTF-8 with or without a mark, or GBK/GB18030; bytes that are no text stay visible as surrogates."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

from yihu.records.intake.findings import IntakeError
from yihu.records.intake.sheets import Rows, Sheet

_BLOCK = 1 << 20
_ESCAPED = re.compile("[\udc80-\udcff]")
_SEPARATORS = {"\t": "Tab", ";": ";", "|": "|", "，": "，", "、": "、"}


def open_csv(path: Path) -> Sheet:
    """The one sheet of a CSV file."""
    encoding = _encoding(path)
    sheet = Sheet(path.name, _rows(path, encoding))
    if len(sheet.header) == 1:
        for mark, name in _SEPARATORS.items():
            if mark in sheet.header[0]:
                raise IntakeError("delimiter", path=path.name, found=name)
    return sheet


def _rows(path: Path, encoding: str) -> Rows:
    line = 0
    try:
        with path.open("rb") as raw, io.TextIOWrapper(raw, encoding, errors="surrogateescape", newline="") as text:
            for row in csv.reader(text, strict=True):
                line += 1
                yield row
    except csv.Error as problem:
        raise IntakeError("structure", path=path.name, found=line + 1, problem=problem) from None
    except OSError as problem:
        raise IntakeError("unreadable", path=path.name, problem=problem) from None


def _encoding(path: Path) -> str:
    """UTF-8 where more of the bytes beyond ASCII form UTF-8 than do not, else GB18030.

    Text in GBK is hardly ever UTF-8, so a few broken bytes do not turn one into the other.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = broken = 0
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise IntakeError("utf16", path=path.name)
        if start.startswith(b"PK\x03\x04"):
            raise IntakeError("unreadable", path=path.name, problem="an XLSX workbook named .csv")
        file.seek(0)
        while block := file.read(_BLOCK):
            text = decoder.decode(block)
            if not text.isascii():
                wrong = len(_ESCAPED.findall(text))
                broken += wrong
                good += len(text) - len(text.encode("ascii", "ignore")) - wrong
    return "utf-8-sig" if good >= broken else "gb18030"
