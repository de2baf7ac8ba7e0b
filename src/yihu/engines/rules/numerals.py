"""Chinese numerals: 二十四 is 24, 一百〇五 is 105, 二〇一五 is 2015."""

from __future__ import annotations

CHINESE = "〇零○一二三四五六七八九十百千"
"""Characters of a numeral in the numbering of a text."""

_DIGITS = {"〇": 0, "零": 0, "○": 0, "两": 2, **{c: i for i, c in enumerate("一二三四五六七八九", 1)}}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}


def read_chinese(written: str) -> int:
    """The number that a numeral says; digits in a row are read one by one. Raises ValueError for anything else."""
    if not written or any(c not in _DIGITS and c not in _UNITS and c not in _LARGE for c in written):
        raise ValueError(f"{written!r} is no Chinese numeral")
    if all(c in _DIGITS for c in written):
        return int("".join(str(_DIGITS[c]) for c in written))
    total = section = 0
    digit: int | None = None
    for c in written:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _UNITS:
            section += (1 if digit is None else digit or 1) * _UNITS[c]
            digit = None
        elif c == "万":
            total, section, digit = total + (section + (digit or 0)) * _LARGE[c], 0, None
        else:
            total, section, digit = (total + section + (digit or 0)) * _LARGE[c], 0, None
    return total + section + (digit or 0)


def show_chinese(number: str) -> str:
    """A number from 1 to 99 in Chinese as numbering writes it; any other text as it is."""
    if not number.isdecimal() or not 0 < int(number) < 100:
        return number
    tens, ones = divmod(int(number), 10)
    shown = "" if tens == 0 else "十" if tens == 1 else f"{'〇一二三四五六七八九'[tens]}十"
    return shown + ("" if ones == 0 else "〇一二三四五六七八九"[ones])
