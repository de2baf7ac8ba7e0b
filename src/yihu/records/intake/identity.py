"""Identity numbers (GB 11643): checked, compared with birth and sex, used to find people given twice, then dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from stdnum.cn import ric

from yihu.records.intake.findings import Refused

_ROUNDED = re.compile(r"\d(\.\d+)?[eE]\+?1[4-8]")
_FORM = re.compile(r"[0-9]{17}[0-9X]")


@dataclass(frozen=True)
class Identity:
    """What an identity number says: birth and sex (``male``/``female``), and a mark that is equal for equal numbers."""

    birth: date
    sex: str
    mark: bytes


def read_identity(text: str, key: bytes, on: date) -> Identity:
    """Check a number; ``key`` hides it in the mark. Raises :class:`Refused`.

    The place of the first six digits is not checked: codes were abolished and renamed since they were given out.
    """
    number = text.strip().removeprefix("'").upper()
    if _ROUNDED.fullmatch(number):
        raise Refused("identity_rounded")
    if not _FORM.fullmatch(number):
        raise Refused("identity_form")
    if ric.calc_check_digit(number) != number[-1]:
        raise Refused("identity_rounded") if number.endswith("000") else Refused("identity_digit")
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise Refused("identity_date") from None
    if birth > on:
        raise Refused("future", high=on)
    mark = blake2b(number.encode(), digest_size=16, key=key).digest()
    return Identity(birth, "male" if int(number[16]) % 2 else "female", mark)


def is_identity(text: str) -> bool:
    """True for text that is a whole identity number."""
    try:
        read_identity(text, b"", date.max)
    except Refused as refused:
        return refused.code == "identity_rounded"
    return True
