"""The values that facts of Beijing's families may have, each named in Chinese and English."""

from __future__ import annotations

from yihu.engines.rules import Choice


class Sex(Choice):
    """Sex, as in the register."""

    MALE = "male", "男", "male"
    FEMALE = "female", "女", "female"


class Relation(Choice):
    """Relation to the applicant."""

    SELF = "self", "本人", "applicant"
    SPOUSE = "spouse", "配偶", "spouse"
    CHILD = "child", "子女", "child"
    PARENT = "parent", "父母", "parent"
    GRANDPARENT = "grandparent", "祖父母或外祖父母", "grandparent"
    GRANDCHILD = "grandchild", "孙子女或外孙子女", "grandchild"
    SIBLING = "sibling", "兄弟姐妹", "brother or sister"
    OTHER = "other", "其他", "other"


class Hukou(Choice):
    """Registration: 445号 二(一)."""

    BEIJING = "beijing", "本市户籍", "registered in Beijing"
    SPOUSE_WITH_PERMIT = (
        "spouse_with_permit",
        "外地户籍，与本市居民结婚并持居住证",
        "spouse from elsewhere with a permit",
    )
    SCHOOL_COLLECTIVE = "school_collective", "因就学迁入学校集体户口", "moved into a school's collective register"
    OTHER = "other", "非本市户籍", "registered elsewhere"


class Absence(Choice):
    """Why somebody is not counted as living together: 445号 二(六)."""

    NONE = "none", "共同生活", "lives with the family"
    CONSCRIPT = "conscript", "义务兵", "conscript"
    CLERGY = "clergy", "宗教教职人员，离家满三年", "clergy, three years away"
    MISSING = "missing", "法院宣告失踪", "declared missing by a court"
    PRISON = "prison", "监狱服刑", "in prison"
    OTHER = "other", "民政部门认定的其他情形", "otherwise not counted by the department"


class Studies(Choice):
    """Full-time education."""

    NONE = "none", "不在校", "not in school"
    COMPULSORY = "compulsory", "义务教育", "compulsory education"
    HIGH_SCHOOL = "high_school", "普通高中", "senior high school"
    VOCATIONAL = "vocational", "中等职业学校", "secondary vocational school"
    COLLEGE = "college", "高等职业或专科", "higher vocational or junior college"
    UNDERGRADUATE = "undergraduate", "本科", "undergraduate"
    POSTGRADUATE = "postgraduate", "研究生", "postgraduate"


class Disability(Choice):
    """Main kind on the disability certificate."""

    NONE = "none", "无残疾证", "no certificate"
    VISUAL = "visual", "视力残疾", "visual"
    HEARING = "hearing", "听力残疾", "hearing"
    SPEECH = "speech", "言语残疾", "speech"
    PHYSICAL = "physical", "肢体残疾", "physical"
    INTELLECTUAL = "intellectual", "智力残疾", "intellectual"
    MENTAL = "mental", "精神残疾", "mental"


class Capacity(Choice):
    """Capacity to work, as certified."""

    FULL = "full", "有劳动能力", "able to work"
    PARTLY_LOST = "partly_lost", "部分丧失劳动能力", "partly lost"
    MOSTLY_LOST = "mostly_lost", "大部分丧失劳动能力", "mostly lost"
    FULLY_LOST = "fully_lost", "完全丧失劳动能力", "fully lost"


class Employment(Choice):
    """How somebody earns."""

    NONE = "none", "无业", "no job"
    REGISTERED_UNEMPLOYED = "registered_unemployed", "登记失业", "registered unemployed"
    EMPLOYEE = "employee", "单位在职职工", "employee"
    SELF_EMPLOYED = "self_employed", "灵活就业、自谋职业或自主创业", "flexible or self-employed"
    RETIRED = "retired", "离退休", "retired"


class Relief(Choice):
    """Special groups of 445号 二(三), 九(二), 十(二)."""

    NONE = "none", "不属于", "none"
    RELIEF = "relief", "民政部门管理的特殊救济对象", "special relief object"
    HONOURED = "honoured", "特殊优抚对象困难户", "special preferential-treatment family in hardship"
    RETURNED = "returned", "区侨务部门认定的归侨侨眷", "returned overseas Chinese or dependant"


class SupportedBy(Choice):
    """On whom an adult who cannot live independently depends: 445号 二(二)2."""

    NOBODY = "nobody", "不依靠他人", "nobody"
    SIBLINGS = "siblings", "兄弟姐妹", "brothers or sisters"
    ELDER = "elder", "60周岁及以上的老人", "somebody of 60 or more"
    OTHERS = "others", "其他人", "others"


class SelfCare(Choice):
    """Self-care as assessed for 特困: 24号 第十三条."""

    FULL = "full", "具有生活自理能力", "cares for oneself"
    PARTIAL = "partial", "部分丧失生活自理能力", "partly lost"
    NONE = "none", "完全丧失生活自理能力", "fully lost"


class Ability(Choice):
    """Ability of an old person as assessed (GB/T 42195-2022 levels)."""

    NOT_ASSESSED = "not_assessed", "未评估", "not assessed"
    INTACT = "intact", "能力完好", "intact"
    MILD = "mild", "轻度失能", "mild"
    MODERATE = "moderate", "中度失能", "moderate"
    SEVERE = "severe", "重度失能", "severe"
    TOTAL = "total", "完全失能", "total"


class ParentState(Choice):
    """Why a parent does not bring up the child: 173号 一, 228号 四(二), 36号 一. How long: ``father_months``, ``mother_months``."""

    ABLE = "able", "能够抚养", "brings the child up"
    DEAD = "dead", "死亡", "dead"
    NOT_FOUND = "not_found", "查找不到", "cannot be found (foundling)"
    MISSING = "missing", "法院宣告失踪", "declared missing by a court"
    DISABLED = (
        "disabled", "残疾（视力、肢体一二级，智力、精神一至三级）", "disabled (visual, physical 1-2; intellectual, mental 1-3)"
    )  # fmt: skip
    DISABLED_OTHER = (
        "disabled_other", "残疾（听力、言语一二级，智力、精神四级）", "disabled (hearing, speech 1-2; intellectual, mental 4)"
    )  # fmt: skip
    ILL = "ill", "重病", "gravely ill"
    PRISON = "prison", "服刑在押", "in prison"
    DETOX = "detox", "强制隔离戒毒", "in compulsory detoxification"
    RESTRICTED = "restricted", "被执行其他限制人身自由的措施", "otherwise detained"
    LOST_CONTACT = "lost_contact", "失联", "out of contact"
    REVOKED = "revoked", "被撤销监护资格", "guardianship revoked"
    CONFIRMED_UNABLE = "confirmed_unable", "经村居和街乡确认无法履行义务", "confirmed as unable by community and street"


class ChildGroup(Choice):
    """Children kept on the orphan standard by their group: 2026年2号 一."""

    NONE = "none", "不属于", "none"
    INSTITUTION_ORPHAN = (
        "institution_orphan",
        "儿童福利机构集中养育的孤儿、弃婴",
        "orphan or foundling in an institution",
    )
    ADOPTED_DISABLED_ORPHAN = "adopted_disabled_orphan", "被收养的残疾孤儿", "adopted disabled orphan"
    HIV = "hiv", "艾滋病病毒感染儿童", "child with HIV"
    INSTITUTION_OTHER = "institution_other", "机构集中养育且办理集体户口的其他儿童", "other child in collective care"


class Emergency(Choice):
    """Urgent event of 86号 一(一)."""

    NONE = "none", "没有", "none"
    ACCIDENT = "accident", "意外事件致财产重大损失或主要收入中断", "accident: great loss or main income cut"
    ILLNESS = "illness", "突发重大疾病危及生命且无其他救助", "sudden illness in danger of life, no other help"
    WAITING = "waiting", "申请低保或特困期间基本生活严重困难", "severe hardship while applying for 低保 or 特困"
    OTHER = "other", "民政部门认定的其他情形", "other, found by the department"


class Duty(Choice):
    """Which duty an obligor owes."""

    ELDER = "elder", "赡养父母", "maintains a parent"
    CHILD = "child", "抚养子女", "maintains a child"
    KIN = "kin", "扶养配偶或兄弟姐妹", "maintains a spouse or sibling"


class Paper(Choice):
    """Paper that fixes the support: 445号 十二."""

    NONE = "none", "没有文书", "none"
    COURT = "court", "判决书或调解书", "judgment or mediation"
    AGREEMENT = "agreement", "协议书", "agreement"
    LOW_AGREEMENT = "low_agreement", "金额明显偏低的协议书", "agreement, clearly too low"
