"""Sizes of a city on the command line and in tables: `10k`, `22m`."""

import argparse
from typing import Final

SUFFIXES: Final = {"k": 1_000, "m": 1_000_000}


def size(text: str) -> int:
    """Persons from `10000`, `10k` or `22m`."""
    number, factor = (text[:-1], SUFFIXES[text[-1].lower()]) if text[-1:].lower() in SUFFIXES else (text, 1)
    if not number.isdecimal() or int(number) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write for example 10000, 10k or 22m")
    return int(number) * factor


def short(persons: int) -> str:
    """`10000` as `10k`, the inverse of `size`."""
    for suffix, factor in sorted(SUFFIXES.items(), key=lambda one: -one[1]):
        if persons % factor == 0:
            return f"{persons // factor}{suffix}"
    return str(persons)


def sizes(text: str) -> list[int]:
    """Several sizes, separated by commas."""
    return [size(part) for part in text.split(",")]
