"""志愿服务和时间银行: the domain ``beijing:volunteer``."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.volunteer.facts import Volunteer
from yihu_beijing.domains.volunteer.readings import READINGS
from yihu_beijing.domains.volunteer.rules import (
    CITY_INSURANCE,
    PROOF,
    RISK_INSURANCE,
    agreement_due,
    record_overdue,
    stars,
)
from yihu_beijing.domains.volunteer.time_bank import GIFT, PUBLIC_HOME, REDEEM, TIME_BANK, redeemable_hours
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:volunteer",
    zh="北京市志愿服务和时间银行",
    en="Beijing: volunteers and the time bank",
    root=Volunteer,
    law=law_book,
    programmes=(CITY_INSURANCE, RISK_INSURANCE, PROOF, TIME_BANK, REDEEM, GIFT, PUBLIC_HOME),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "volunteer",),
    answers=(agreement_due, record_overdue, stars, redeemable_hours),
    readings=READINGS,
)
