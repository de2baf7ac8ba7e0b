"""What aid for education asks of a person.

Which stage somebody is at is the fact ``studies``; what is declared here is the kindergarten, the school and its charges, the
groups that the measures name, and the years after school for which they pay back tuition.
"""

from __future__ import annotations

from yihu.engines.rules import Choice, Entity, Money, fact

MOST_A_YEAR = 500_000


class Kindergarten(Choice):
    """The kindergarten a child attends: 京财教育〔2018〕2025号 一."""

    NONE = "none", "不在园", "in no kindergarten"
    PUBLIC = "public", "公办性质幼儿园", "public kindergarten"
    INCLUSIVE = "inclusive", "普惠性民办幼儿园", "private kindergarten at public prices"
    OTHER = "other", "其他民办幼儿园", "other private kindergarten"


class School(Choice):
    """The school of a pupil or student: 京财教育〔2017〕140号 二, 京教财〔2020〕22号 第三条、第七条."""

    PUBLIC = "public", "本市公办学校（高校为市属）", "public school of the city (universities: run by the city)"
    PRIVATE = "private", "本市民办学校（含独立学院）", "private school of the city (independent colleges too)"
    HONGZHI = "hongzhi", "宏志中学或宏志班", "Hongzhi school or class"
    INLAND = "inland", "内地民族学校或民族班", "inland school or class for minorities"
    SPECIALISED = "specialised", "专门学校（工读）", "special school for offenders (工读)"
    ELSEWHERE = (
        "elsewhere",
        "外地学校、中央高校或无本市学籍",
        "school elsewhere, university of the state, or not on the roll",
    )


class StudentGroup(Choice):
    """Groups that only the education measures name, gravest first: 京教财〔2020〕22号 附件1 第六条, 附件5 第九条(二)."""

    NONE = "none", "不属于", "none"
    MARTYR = "martyr", "烈士子女", "child of a martyr"
    POLICE = "police", "因公牺牲民警子女", "child of police killed on duty"
    ORPHAN = "orphan", "成年孤儿（持区民政部门证明）", "orphan grown up (paper of the district)"
    REGISTERED_POOR = "registered_poor", "建档立卡贫困家庭学生", "of a family registered as poor"
    HONOURED = "honoured", "享受定期抚恤补助的优抚对象或其子女", "drawing regular honour money, or child of such"
    HARDSHIP_AID = "hardship_aid", "领取生活困难补助金者（含重残人）的子女", "child of somebody on hardship aid"
    DISABLED = "disabled", "残疾人子女", "child of a disabled person"
    LOW_FARM = "low_farm", "低收入农户学生", "of a low-income farm household"


class SchoolHardship(Choice):
    """Hardship as the school has found it: 京教财〔2020〕22号 附件1 第六条, 附件5 第二条(十四)."""

    NONE = "none", "未认定", "not found"
    HARD = "hard", "家庭经济困难", "in hardship"
    SPECIAL = "special", "家庭经济特别困难", "in special hardship"


class StudyStatus(Choice):
    """What takes a student out of an aid: 京教财〔2020〕22号 附件1 第五条, 附件2 第十六条, 附件3 第四条, 附件4 第三条."""

    ORDINARY = "ordinary", "普通在读或毕业", "ordinary"
    FUNDED_TEACHER = "funded_teacher", "公费师范生", "funded student teacher"
    COMMISSIONED = "commissioned", "定向、委培生或国防生", "sent or paid by an employer or the army"
    FEES_WAIVED = "fees_waived", "已免除全部学费", "all tuition waived already"
    PAUSED = "paused", "休学或保留学籍", "on leave"
    OVERDUE = "overdue", "超过规定学制年限", "beyond the regular years"


class Degree(Choice):
    """Level of higher education, being studied for or finished last."""

    UNDERGRADUATE = "undergraduate", "本专科（含高职、第二学士学位）", "bachelor or junior college"
    MASTER = "master", "硕士", "master"
    DOCTOR = "doctor", "博士", "doctor"


class Major(Choice):
    """Majors that the vocational measures name: 京教财〔2020〕22号 第六条(三)、(四)."""

    ORDINARY = "ordinary", "一般专业", "ordinary"
    FARMING = "farming", "涉农专业", "farming"
    OPERA = "opera", "戏曲表演专业", "opera"
    OTHER_STAGE = "other_stage", "其他艺术类相关表演专业", "other performing arts"


class Enlistment(Choice):
    """Service of a student of a city university: 京教财〔2020〕22号 附件3 第三条."""

    NONE = "none", "未服兵役", "has not served"
    ENLISTED = "enlisted", "应征入伍（义务兵或招收为士官）", "enlisted"
    BACK = "back", "退役后复学或入学（同一学历层次）", "back at university after service, at the same level"
    ADMITTED = "admitted", "退役一年以上、自主就业后考入", "discharged for a year or more, then admitted"


class PersonSchool(Entity):
    """What aid for education asks of a person."""

    kindergarten: Kindergarten = fact(zh="幼儿园", en="kindergarten", group="school", usual=Kindergarten.NONE)
    kindergarten_granted: bool = fact(
        zh="已领取一次性入园补贴", en="has had the one-off kindergarten grant", group="school", usual=False,
        help=("只问事实无人抚养儿童", "of de facto unsupported children"),
    )  # fmt: skip
    school: School = fact(
        zh="就读学校", en="school attended", group="school", usual=School.PUBLIC,
        help=(
            "在校生填写，已毕业、已入伍的填原学校；专科以上指市属高校",
            "of pupils and students, the last one of graduates and soldiers; above senior high: universities run by the city",
        ),
    )  # fmt: skip
    boarding: bool = fact(zh="寄宿生", en="boards at school", group="school", usual=False)
    school_fee: Money = fact(
        zh="每学年学费或保教费", en="tuition or kindergarten fee of a school year", unit="CNY/year", high=MOST_A_YEAR,
        group="school",
        help=("实际收取或缴纳的；已毕业的填在校时的", "as charged or paid; for graduates, while they studied"),
    )  # fmt: skip
    public_school_fee: Money = fact(
        zh="同类公办学校（幼儿园）收费标准", en="what a public school of the kind may charge", unit="CNY/year", high=MOST_A_YEAR,
        group="school", help=("民办学校、民办幼儿园学生填写", "for private schools and kindergartens"),
    )  # fmt: skip
    student_group: StudentGroup = fact(
        zh="教育资助对象类别", en="group named by the education measures", group="school", usual=StudentGroup.NONE,
        help=(
            "属于多类的选排在最前的；低保、低收入、特困、本人残疾不在此填；父母在家庭成员中的，父母残疾、领取生活困难补助也不必填",
            "of several the one listed first; 低保, low income, 特困, an own disability, and what a parent among the members has, "
            "are other facts",
        ),
    )  # fmt: skip
    school_hardship: SchoolHardship = fact(
        zh="学校认定的家庭经济困难等级", en="hardship found by the school", group="school", usual=SchoolHardship.NONE
    )
    study_status: StudyStatus = fact(
        zh="学籍或培养类别", en="kind of enrolment", group="school", usual=StudyStatus.ORDINARY
    )
    degree: Degree = fact(
        zh="高等教育层次", en="level of higher education", group="school",
        help=(
            "在读研究生填硕士或博士；已毕业、已入伍的填最后学段；其他人不必填",
            "of postgraduates, master or doctor; of graduates and soldiers the last; of nobody else",
        ),
    )  # fmt: skip
    major: Major = fact(zh="中职专业", en="vocational major", group="school", usual=Major.ORDINARY)
    rural_student: bool = fact(
        zh="农村（含县镇）学生", en="from a village or small town", group="school", usual=False,
        help=("凭户口本或其他佐证材料", "by the register or other evidence"),
    )  # fmt: skip
    other_student_aid: Money = fact(
        zh="已享受的其他助学补贴", en="other aid for study already received", unit="CNY/year", high=MOST_A_YEAR, group="school",
        usual=0,
        help=(
            "困难家庭子女教育资助、残疾人学生和生活困难残疾人子女学生助学补贴等；国家助学金只填外地学校、中央高校发的",
            "aid for children of poor families, disabled students and the like; a national grant only of a school elsewhere or a "
            "university of the state",
        ),
    )  # fmt: skip
    enlistment: Enlistment = fact(zh="高校学生服兵役情况", en="military service", group="school", usual=Enlistment.NONE)
    student_loan: Money = fact(
        zh="每学年国家助学贷款（含利息）", en="state student loan of a school year, with interest", unit="CNY/year",
        high=MOST_A_YEAR, group="school", usual=0,
    )  # fmt: skip
    mountain_year: int = fact(
        zh="到本市边远山区基层单位就业的第几年", en="year of work at the base in the city's far mountains", high=60,
        group="school", usual=0,
        help=(
            "北京地区高校或外地高校北京生源应届毕业、签约服务三年以上、有正式编制，不是村官；没有填0",
            "straight from a university in Beijing (elsewhere: students from Beijing), bound for three years or more, on the "
            "staff, no village official; 0 for none",
        ),
    )  # fmt: skip
    study_years: int = fact(
        zh="可补偿的学制年数", en="years of study paid back", unit="year", low=0, high=10, group="school",
        help=(
            "入伍的为入伍前已完成的年数；山区就业的为毕业学段的学制年数",
            "enlisted: years finished before; mountains: regular years of the last degree",
        ),
    )  # fmt: skip
