"""What is wrong: a :class:`Finding` is one row of the report, an :class:`IntakeError` ends the import."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yihu.engines.rules.parameters import Words
from yihu.records.intake.wordings import FILES, ROWS

MOST_SHOWN = 80
# 15 to 18 digits in a row are an identity number wherever they stand.
_IDENTITY = re.compile(r"(\d{4})\d{9,12}([\dXx]{2})")
_SPREADSHEET_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class IntakeError(Exception):
    """The file or command cannot be taken at all: what is wrong and what to do, in two languages."""

    def __init__(self, code: str, **fields: object) -> None:
        says, remedy = FILES[code]
        self.code = code
        self.says = Words(says.zh.format(**fields), says.en.format(**fields))
        self.remedy = Words(remedy.zh.format(**fields), remedy.en.format(**fields))
        super().__init__(f"{self.says.zh}；{self.remedy.zh} / {self.says.en}; {self.remedy.en}")


class Refused(Exception):
    """A cell that cannot be taken: code of :data:`~yihu.records.intake.wordings.ROWS` and what its wording needs."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


class Finding(NamedTuple):
    """One row of the report; ``line`` counts rows of the sheet, the header included, as a spreadsheet shows them."""

    sheet: str
    line: int
    column: str
    value: str
    code: str
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str


def finding(sheet: str, line: int, column: str, value: str, refused: Refused) -> Finding:
    """Word what was refused for the report."""
    says, remedy = ROWS[refused.code]
    fields = {"column": column, "value": value, **refused.fields}
    zh = {name: text.zh if isinstance(text, Words) else text for name, text in fields.items()}
    en = {name: text.en if isinstance(text, Words) else text for name, text in fields.items()}
    said = (says.zh.format(**zh), says.en.format(**en), remedy.zh.format(**zh), remedy.en.format(**en))
    return Finding(sheet, line, column, value, refused.code, *said)


def shown(text: str, *, secret: bool = False) -> str:
    """A cell as a report may show it: identity numbers masked, broken bytes written out, long text cut."""
    text = text.encode("utf-8", "backslashreplace").decode()
    if secret:
        text = f"{text[:4]}{'*' * (len(text) - 6)}{text[-2:]}" if len(text) > 6 else "*" * len(text)
    text = _IDENTITY.sub(lambda m: f"{m[1]}{'*' * (len(m[0]) - 6)}{m[2]}", text)
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not compute."""
    return "'" + text if text.startswith(_SPREADSHEET_FORMULA) else text
