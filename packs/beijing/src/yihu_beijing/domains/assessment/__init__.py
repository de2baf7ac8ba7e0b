"""老年人能力评估: the domain ``beijing:assessment``, whose answers are levels and scores and no programme."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.assessment.facts import Assessment
from yihu_beijing.domains.assessment.readings import READINGS
from yihu_beijing.domains.assessment.rules import ANSWERS, BESIDE
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:assessment",
    zh="北京市老年人能力评估",
    en="Beijing: assessment of elders' ability",
    root=Assessment,
    law=law_book,
    programmes=(),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "assessment",),
    answers=ANSWERS,
    beside=BESIDE,
    readings=READINGS,
)
