"""The pack is whole: its rules read, its law covers the month, its policy tests hold."""

from __future__ import annotations

from datetime import date

from yihu.pack import find_pack
from yihu.pack_check import examine

MONTH = date(2024, 7, 1)


def test_the_pack_has_no_problems() -> None:
    assert examine(find_pack("sample"), MONTH).problems == ()


def test_every_rule_is_reached_by_a_policy_test() -> None:
    assert examine(find_pack("sample"), MONTH).unreached == ()
