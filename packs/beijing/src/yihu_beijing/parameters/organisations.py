"""Parameters of social organisations and fundraising."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class OrganisationsLaw(ParameterSet):
    """Social organisations and fundraising."""
