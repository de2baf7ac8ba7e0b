"""The dated law of Beijing: every standard, ratio, limit and age that the programmes use.

The values stand in ``law/*.yaml`` with document, article and confidence; the names and types are declared in ``parameters``
once more so that a rule is checked before it runs. Both must agree, or reading fails.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from yihu.engines.rules.law import LawBook
from yihu_beijing.parameters.assessment import AssessmentLaw
from yihu_beijing.parameters.assistance import AssistanceLaw
from yihu_beijing.parameters.elder_services import ElderServicesLaw
from yihu_beijing.parameters.health import HealthLaw
from yihu_beijing.parameters.housing import HousingLaw
from yihu_beijing.parameters.marriage import MarriageLaw
from yihu_beijing.parameters.national import NationalLaw
from yihu_beijing.parameters.organisations import OrganisationsLaw
from yihu_beijing.parameters.pension import PensionLaw
from yihu_beijing.parameters.rights import RightsLaw
from yihu_beijing.parameters.school import SchoolLaw
from yihu_beijing.parameters.stations import StationsLaw
from yihu_beijing.parameters.volunteers import VolunteersLaw
from yihu_beijing.parameters.work import WorkLaw


class Law(
    AssistanceLaw,
    HealthLaw,
    SchoolLaw,
    WorkLaw,
    HousingLaw,
    ElderServicesLaw,
    PensionLaw,
    RightsLaw,
    NationalLaw,
    AssessmentLaw,
    StationsLaw,
    MarriageLaw,
    OrganisationsLaw,
    VolunteersLaw,
):
    """Parameters of the law of Beijing on one day."""


@cache
def law_book() -> LawBook[Law]:
    """Every dated value of the pack, read once from its YAML files. Raises LawFileError where a file is wrong."""
    folder = files(__package__).joinpath("law")
    found = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".yaml"))
    return Law.read((name, file.read_text(encoding="utf-8")) for name, file in found)
