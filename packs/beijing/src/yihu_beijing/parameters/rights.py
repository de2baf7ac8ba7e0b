"""Parameters of legal aid and rehabilitation."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class RightsLaw(ParameterSet):
    """Legal aid and rehabilitation."""

    rights_rehabilitation_age: int
