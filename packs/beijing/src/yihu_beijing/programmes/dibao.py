"""最低生活保障 (低保): the family programme, and persons who enter directly as a family of one.

Document: 京民社救发〔2018〕445号, in force 2019-01-01, articles 二, 九, 十 and 十三(三); the standard of each year in ``law``.
Months before 2019 are computed with these rules too and say so (``text_since``).
Left out: 九(二)4 其他特殊生活困难人员 and 二(四)3, 二(六)5 (found case by case by the department; the facts hold what was
found); 四(四) separate application (a matter of how the case is drawn up); 十七(三) (生活困难补助 ends where 低保 is granted: the
recipient hands in the other certificate). A family gets the sum of what each protected member gets; see decision 0102.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, amount_of, count, divide, entitled, round_half_up, rule
from yihu_beijing.facts import Capacity, Employment, Home, Hukou, Person, Relief, SupportedBy
from yihu_beijing.law import Law
from yihu_beijing.programmes.low_income import LOW_INCOME
from yihu_beijing.programmes.means import (
    adult,
    assets_within,
    cannot_work,
    child_to_16,
    counted,
    elder,
    full_time_student,
    heads,
    of_beijing,
    serious_or_severe,
    severely_disabled,
    student_to_bachelor,
)
from yihu_beijing.programmes.protected import protected
from yihu_beijing.programmes.standards import standard
from yihu_beijing.programmes.support import fully_supported, support_received
