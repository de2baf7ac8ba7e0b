"""日间照料点: the domain ``sample:day_care``, whose case is a place that looks after elders by day."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_sample.domains.day_care.facts import DayCare
from yihu_sample.domains.day_care.rules import ANSWERS, PROGRAMMES
from yihu_sample.law import law_book
from yihu_sample.places import places

pack = Pack(
    id="sample:day_care",
    zh="云溪市：日间照料点",
    en="Yunxi: day-care places",
    root=DayCare,
    law=law_book,
    programmes=PROGRAMMES,
    groups=(),
    places=places,
    tests=(files(__package__),),
    answers=ANSWERS,
)
