"""The figures that stand in a Chinese text, in any of their written forms.

1450, 1,450, 1450元, 3万元, 20%, 百分之二十, 0.2, 三分之一, 二十四个月, 1.5倍, 一倍半, 半, 两成, 10个百分点; days as 2019年10月1日.
Numbers that only number something (第三条, 〔2018〕445号) do not count. Pure: exact fractions, no floats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from yihu.engines.rules.locators import fold
from yihu.engines.rules.numerals import read_chinese

_CN = "〇零○一二两三四五六七八九十百千万亿"
_NUMBERING = re.compile(rf"〔\d+〕\s*\d+号|第\s*[\d{_CN}]+\s*[章节条款项号期届]|《[^《》]{{0,80}}》")
_SUFFIX = r"(?:\([含不]+[^()]{0,6}\))?\s*(%|％|‰|个百分点|万|亿|千|百|成|折)?"
_ARABIC = re.compile(rf"(?<![\d.])(\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d){_SUFFIX}")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*[-—–~～至到]\s*\d+(?:\.\d+)?\s*(%|％|万|个百分点)")
_CHINESE = re.compile(rf"[{_CN}]+")
_CN_SUFFIX = re.compile(r"\s*(个百分点|成|折|倍半|年半|个半)?")
_PARTS = re.compile(rf"([\d{_CN}]+)分之([\d.{_CN}]+)")
_DAY = re.compile(
    rf"(\d{{4}}|[{_CN}]{{4}})年(\d{{1,2}}|[{_CN}]{{1,3}})月(?:(\d{{1,2}}|[{_CN}]{{1,3}})日)?|(\d{{4}})-(\d\d)-(\d\d)"
)
_TIMES = {
    "%": Fraction(1, 100), "％": Fraction(1, 100), "‰": Fraction(1, 1000), "个百分点": Fraction(1, 100), "万": Fraction(10**4),
    "亿": Fraction(10**8), "千": Fraction(1000), "百": Fraction(100), "成": Fraction(1, 10), "折": Fraction(1, 10),
}  # fmt: skip
_SAID = {"全额": Fraction(1), "全部": Fraction(1), "一半": Fraction(1, 2), "半": Fraction(1, 2), "同等": Fraction(1)}
_TAIL = 4
_MONTHS = 12


class Written(NamedTuple):
    """A number as it stands in a text, and what follows it."""

    value: Fraction
    after: str


def numbers(text: str) -> set[Written]:
    """Every number of a text, each in every reading that its form allows."""
    plain = _NUMBERING.sub("#", fold(text))
    return {*_arabic(plain), *_chinese(plain), *_parts(plain), *_words(plain)}


def _arabic(text: str) -> Iterator[Written]:
    for match in _ARABIC.finditer(text):
        value = Fraction(re.sub("[,，]", "", match[1]))
        after = text[match.end() : match.end() + _TAIL]
        if match[2] is None:
            yield Written(value, after)
        else:
            yield Written(value * _TIMES[match[2]], after)
    for match in _RANGE.finditer(text):
        yield Written(Fraction(match[1]) * _TIMES[match[2]], text[match.end() : match.end() + _TAIL])


def _chinese(text: str) -> Iterator[Written]:
    for match in _CHINESE.finditer(text):
        if match[0][0] in "万亿":  # 3万: the digits before it were read as Arabic
            continue
        suffix = _CN_SUFFIX.match(text, match.end())
        said = suffix[1] if suffix else None
        after = text[match.end() : match.end() + _TAIL]
        value = Fraction(read_chinese(match[0]))
        if said in ("倍半", "年半", "个半"):
            value += Fraction(1, 2)
        yield Written(value * _TIMES.get(said or "", Fraction(1)), after)
        if len(match[0]) > 1 and not set(match[0]) & set("十百千万亿"):
            yield from (Written(Fraction(read_chinese(c)), after) for c in match[0])


def _parts(text: str) -> Iterator[Written]:
    for match in _PARTS.finditer(text):
        below, above = _number(match[1]), _number(match[2])
        if below:
            yield Written(above / below, text[match.end() : match.end() + _TAIL])


def _number(written: str) -> Fraction:
    try:
        return Fraction(written) if written.isascii() else Fraction(read_chinese(written))
    except ValueError:
        return Fraction(0)


def _words(text: str) -> Iterator[Written]:
    return (Written(value, "") for word, value in _SAID.items() if word in text)


def days(text: str) -> set[date]:
    """Every day of a text; a month alone is its first day."""
    found = set()
    for match in _DAY.finditer(fold(text)):
        year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
        try:
            found.add(date(_whole(year), _whole(month), _whole(day or "1")))
        except ValueError:
            continue
    return found


def _whole(written: str) -> int:
    return int(written) if written.isascii() else read_chinese(written)


def stands(value: Decimal | int | date, unit: str, text: str) -> bool:
    """Whether a figure stands in a text. A count of months may be written in years and the other way round."""
    if isinstance(value, date):
        return value in days(text)
    return said(value, unit, numbers(text))


def said(value: Decimal | int, unit: str, found: set[Written]) -> bool:
    """Whether a figure is among the numbers of a text."""
    wanted = Fraction(value)
    if any(each.value == wanted or _rounded(value, each.value) for each in found):
        return True
    if unit == "month":
        return any(each.value * _MONTHS == wanted and each.after.startswith(("年", "个年", "周年")) for each in found)
    if unit == "year":
        return any(each.value == wanted * _MONTHS and each.after.startswith(("个月", "月")) for each in found)
    return False


def _rounded(value: Decimal | int, exact: Fraction) -> bool:
    """Whether a decimal is a fraction without end (a third), rounded."""
    if not isinstance(value, Decimal) or exact.denominator in (1, 2, 4, 5, 8, 10, 16, 20, 25, 50, 100, 1000):
        return False
    places = -int(value.as_tuple().exponent)
    return places > 1 and round(exact, places) == Fraction(value)
