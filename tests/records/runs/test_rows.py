"""What a second pass changes in the findings of the first."""

from __future__ import annotations

import numpy as np
import pytest

from yihu.records.runs.rows import WORDS, in_the_end


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("none", 0), ("missed", 300), ("follows", 300)),
        (("missed", 1450), ("changed", 400), ("missed", 400)),
        (("missed", 1450), ("right", 1450), ("missed", 1450)),
        (("missed", 300), ("ended", 0), ("none", 0)),
        (("missed", 300), ("cannot_tell", 0), ("missed", 300)),
        (("changed", 1450), ("changed", 400), ("changed", 400)),
        (("ended", 0), ("none", 0), ("ended", 0)),
        (("right", 100), ("changed", 200), ("right", 100)),
        (("cannot_tell", 0), ("cannot_tell", 0), ("cannot_tell", 0)),
    ],
)
def test_a_second_pass_says_what_is_due_once_all_is_granted(
    first: tuple[str, int], second: tuple[str, int], expected: tuple[str, int]
) -> None:
    found = in_the_end(*(np.array([x]) for x in (WORDS.index(first[0]), first[1], WORDS.index(second[0]), second[1])))
    assert (WORDS[found[0][0]], int(found[1][0])) == expected
