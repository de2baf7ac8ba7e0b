"""Programmes of which one person gets only one: what the texts say about overlaps.

- 160号 三3 (later than 434号 第三条2 and so before it): an elder who is also disabled chooses one of the hardship and the living
  subsidy, and one of the two nursing subsidies; the higher is only proposed. By kind, not by package (decision 0121).
- 228号 五(一): a child in several groups takes the highest, never twice.
- 37号 of 2022 一: one who has several statuses for medical aid takes the highest, never twice; 368号 五(二): the guardian of an
  unsupported child chooses between its own cover and medical aid.
- 36号 二(一): an unsupported child on the money leaves 特困, and so whatever it pays (decision 0211): what tops up 低保 is less
  than either part of 特困 may be, but the child keeps its 低保 beside it.

What puts one programme before another for good is ``barred_by`` of the later one: an orphan leaves 特困 (24号 第二十八条), a
child on children's money has no living subsidy (434号 第三条3).
"""

from __future__ import annotations

from yihu.engines.rules import OneOf
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC, TEKUN_CARE
from yihu_beijing.programmes.child.child import DISTRESSED_CHILD, UNSUPPORTED_CHILD
from yihu_beijing.programmes.child.orphan import ORPHAN
from yihu_beijing.programmes.disability.care import DISABILITY_CARE
from yihu_beijing.programmes.disability.living import DISABILITY_LIVING
from yihu_beijing.programmes.elder.allowances import ELDER_CARE, ELDER_HARDSHIP
from yihu_beijing.programmes.health.aid import MEDICAL_AID
from yihu_beijing.programmes.health.child import ORPHAN_MEDICAL, UNSUPPORTED_MEDICAL

ELDER = "京民养老发〔2019〕160号 三3；京民福发〔2016〕434号 第三条2"
CHILD = "京民福发〔2016〕228号 五(一)"

ELDER_OR_DISABILITY_LIVING = OneOf((ELDER_HARDSHIP, DISABILITY_LIVING), ELDER, "claimant")
ELDER_OR_DISABILITY_CARE = OneOf((ELDER_CARE, DISABILITY_CARE), ELDER, "claimant")
CHILDRENS_MONEY = OneOf((ORPHAN, UNSUPPORTED_CHILD, DISTRESSED_CHILD), CHILD, "highest")
UNSUPPORTED_OR_TEKUN_BASIC = OneOf((UNSUPPORTED_CHILD, TEKUN_BASIC), "京社委儿福发〔2019〕36号 二(一)", "first")
UNSUPPORTED_OR_TEKUN_CARE = OneOf((UNSUPPORTED_CHILD, TEKUN_CARE), "京社委儿福发〔2019〕36号 二(一)", "first")
ORPHAN_OR_MEDICAL_AID = OneOf((ORPHAN_MEDICAL, MEDICAL_AID), "京医保发〔2022〕37号 一", "highest")
UNSUPPORTED_OR_MEDICAL_AID = OneOf((UNSUPPORTED_MEDICAL, MEDICAL_AID), "京民儿福发〔2018〕368号 五(二)", "claimant")

GROUPS: tuple[OneOf, ...] = (
    ELDER_OR_DISABILITY_LIVING,
    ELDER_OR_DISABILITY_CARE,
    CHILDRENS_MONEY,
    UNSUPPORTED_OR_TEKUN_BASIC,
    UNSUPPORTED_OR_TEKUN_CARE,
    ORPHAN_OR_MEDICAL_AID,
    UNSUPPORTED_OR_MEDICAL_AID,
)
