"""What the law of social organisations needs to know: the organisation, its accounts, its standing, its fundraising
activities."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, Many, Money, fact, many, up

PERIOD_HELP = ("期间从次日起算（民法典第二百零一条）", "a period begins on the day after (Civil Code, article 201)")


class Form(Choice):
    """Kind of social organisation: 社会组织评估管理办法 第二条."""

    ASSOCIATION = "association", "社会团体", "association"
    FOUNDATION = "foundation", "基金会", "foundation"
    SERVICE = "service", "民办非企业单位（社会服务机构）", "social service institution"


class Reach(Choice):
    """Where it is active: 社会团体登记管理条例 第七条、基金会管理条例 第三条."""

    NATIONAL = "national", "全国性", "national"
    LOCAL = "local", "地方性", "local"
    ACROSS = "across", "跨行政区域", "across districts"


class Bar(Choice):
    """Grounds on which registration is refused: 国务院令第250号 第十三条、第251号 第十一条."""

    NONE = "none", "没有下列情形", "none of these"
    AIMS = "aims", "宗旨、业务范围不符合规定", "aims or scope against the law"
    DUPLICATE = (
        "duplicate",
        "同一区域已有相同或者相似的组织，没有必要成立",
        "a similar one exists, another is not needed",
    )
    PERSON = "person", "发起人、负责人曾被剥夺政治权利或者不具有完全民事行为能力", "a founder or head is disqualified"
    UNTRUE = "untrue", "申请时弄虚作假", "the request is false"
    OTHER = "other", "法律、行政法规禁止的其他情形", "otherwise forbidden by law"


class Check(Choice):
    """Result of last year's annual check: 社会组织评估管理办法 第七条."""

    PASSED = "passed", "合格", "passed"
    BASIC = "basic", "基本合格", "basically passed"
    FAILED = "failed", "不合格", "failed"
    MISSED = "missed", "未参加", "not taken part"


class Lowered(Choice):
    """A grade taken back: 社会组织评估管理办法 第三十条."""

    NONE = "none", "没有", "none"
    DOWNGRADED = "downgraded", "被降低评估等级", "downgraded"
    CANCELLED = "cancelled", "被取消评估等级", "grade cancelled"


class Founding(Entity):
    """Facts asked at registration."""

    form: Form = fact(zh="组织类型", en="kind of organisation", group="registration")
    reach: Reach = fact(zh="活动范围", en="where it is active", usual=Reach.LOCAL, group="registration")
    public: bool = fact(
        zh="公募（面向公众募捐）", en="public (raises funds from the public)", group="registration",
        help=("基金会填写；具有公开募捐资格或当年被吊销资格的填是", "asked of foundations; yes if qualified, or revoked this year"),
    )  # fmt: skip
    persons: int = fact(zh="个人会员数", en="individual members", usual=0, group="registration")
    units: int = fact(zh="单位会员数", en="member organisations", usual=0, group="registration")
    funds: Money = fact(
        zh="活动资金或到账原始基金",
        en="funds for activities, or original fund paid in",
        unit="CNY",
        group="registration",
    )
    sponsor_agrees: bool = fact(
        zh="业务主管单位审查同意", en="the supervising department agrees", usual=True, group="registration"
    )
    organised: bool = fact(
        zh="有规范的名称、章程和相应的组织机构", en="proper name, charter and bodies", usual=True, group="registration"
    )
    housed: bool = fact(zh="有固定的住所或必要的场所", en="fixed premises", usual=True, group="registration")
    staffed: bool = fact(
        zh="有与业务活动相适应的专职（从业）人员",
        en="full-time staff fit for its work",
        usual=True,
        group="registration",
    )
    liable: bool = fact(
        zh="能独立承担民事责任", en="answers for its own debts", usual=True, group="registration",
        help=("社会团体、基金会填写", "asked of associations and foundations"),
    )  # fmt: skip
    public_purpose: bool = fact(
        zh="为特定的公益目的而设立", en="founded for a given public good", usual=True, group="registration",
        help=("设立基金会时填写", "asked of foundations"),
    )  # fmt: skip
    fitting_assets: bool = fact(
        zh="有与业务活动相适应的合法财产", en="lawful assets fit for its work", usual=True, group="registration",
        help=("民办非企业单位填写", "asked of service institutions"),
    )  # fmt: skip
    bar: Bar = fact(zh="不予登记的情形", en="ground to refuse registration", usual=Bar.NONE, group="registration")
    days_since_receipt: int = fact(
        zh="收到（受理）全部有效文件后的天数", en="days since all papers were received", unit="day", high=3650,
        group="registration",
        help=("收到当日为0", "0 on the day of receipt"),
    )  # fmt: skip
    days_since_agreed: int = fact(
        zh="业务主管单位同意变更后的天数", en="days since the department agreed to a change", unit="day", high=3650,
        group="registration",
    )  # fmt: skip
    days_since_liquidated: int = fact(
        zh="清算结束后的天数", en="days since liquidation ended", unit="day", high=3650, group="registration"
    )


class Standing(Entity):
    """Facts asked at evaluation."""

    applied: date = fact(
        zh="申请日期", en="day of the application", group="request",
        ask=("哪天提出申请？", "On which day do they apply?"),
    )  # fmt: skip
    registered: date = fact(zh="取得登记证书日期", en="day of the registration certificate", group="standing")
    evaluated: bool = fact(zh="参加过社会组织评估", en="has been evaluated before", group="standing")
    grade: int = fact(
        zh="评估等级（级数，三级至五级有证书）", en="grade (number of A)", high=5, usual=0, group="standing",
        help=("没有等级填0", "0 without a grade"),
    )  # fmt: skip
    grade_from: date = fact(zh="评估等级有效期起始日", en="first day of the grade", group="standing")
    annual_check: Check = fact(zh="上年度年度检查", en="last year's annual check", usual=Check.PASSED, group="standing")
    basic_before: bool = fact(
        zh="再上一年度年度检查基本合格", en="basically passed in the year before too", usual=False, group="standing"
    )
    penalty_last_year: bool = fact(zh="上年度受到行政处罚", en="punished last year", usual=False, group="standing")
    penalty_open: bool = fact(
        zh="行政处罚尚未执行完毕", en="a penalty is not yet carried out", usual=False, group="standing"
    )
    investigated: bool = fact(zh="正在被立案调查", en="under investigation", usual=False, group="standing")
    lowered: Lowered = fact(
        zh="评估等级被降低或取消", en="grade lowered or cancelled", usual=Lowered.NONE, group="standing"
    )
    lowered_from: date = fact(
        zh="降低或取消决定的次日", en="day after that decision", group="standing", help=PERIOD_HELP
    )


class Board(Entity):
    """Facts asked before public fundraising: 民政部令第74号 第五条."""

    charity: bool = fact(
        zh="登记或认定为慈善组织", en="registered or recognised as a charity", usual=False, group="charity"
    )
    charity_since: date = fact(zh="登记（认定）为慈善组织日期", en="charity since", group="charity")
    well_governed: bool = fact(
        zh="内部治理结构规范、负责人勤勉尽职", en="well governed, its heads diligent", usual=True, group="charity"
    )
    board: int = fact(zh="理事会成员数", en="members of the board", high=100, group="charity")
    board_tied: int = fact(
        zh="理事中来自同一组织或关联组织的人数", en="board members from one or linked organisations", high=100, usual=0,
        group="charity",
    )  # fmt: skip
    board_abroad: int = fact(
        zh="理事中非内地居民人数", en="board members who are not mainland residents", high=100, usual=0, group="charity"
    )
    board_kin: bool = fact(zh="理事间有近亲属关系", en="close kin on the board", usual=False, group="charity")
    mainland_head: bool = fact(
        zh="法定代表人由内地居民担任", en="legal representative is a mainland resident", usual=True, group="charity"
    )
    full_time_secretary: bool = fact(zh="秘书长为专职", en="full-time secretary-general", usual=True, group="charity")
    one_chair_and_secretary: bool = fact(
        zh="理事长（会长）、秘书长由同一人兼任",
        en="one person is chair and secretary-general",
        usual=False,
        group="charity",
    )
    at_province: bool = fact(
        zh="在省级以上民政部门登记或者认定", en="registered or recognised at provincial level or above", usual=True,
        group="charity",
    )  # fmt: skip
    supervisors: int = fact(zh="监事人数", en="supervisors", high=100, group="charity")
    supervised: bool = fact(zh="监事依法履行监督职责", en="supervisors do their duty", usual=True, group="charity")
    systems: bool = fact(zh="内部管理和风险控制制度健全", en="sound internal rules", usual=True, group="charity")
    honest_accounts: bool = fact(
        zh="依法纳税、核算、报送年度报告和公开信息", en="taxes, accounts, reports and disclosure in order", usual=True,
        group="charity",
    )  # fmt: skip
    blacklisted: bool = fact(
        zh="在活动异常名录或者严重违法失信名单", en="on the list of irregular or dishonest organisations", usual=False,
        group="charity",
    )  # fmt: skip
    punished: bool = fact(
        zh="曾受行政处罚或有其他违法行为", en="was punished or broke the law", usual=False, group="charity"
    )
    punished_from: date = fact(
        zh="最近一次处罚（违法行为）的次日",
        en="day after the last penalty or breach",
        group="charity",
        help=PERIOD_HELP,
    )
    revoked: bool = fact(
        zh="公开募捐资格证书曾被吊销", en="its qualification was revoked before", usual=False, group="charity"
    )
    revoked_from: date = fact(zh="吊销的次日", en="day after the revocation", group="charity", help=PERIOD_HELP)


class Accounts(Entity):
    """Figures of a year, as audited: the charity's spending is held against them."""

    charitable_spending: Money = fact(
        zh="当年慈善活动（公益事业）支出", en="charitable spending of the year", unit="CNY", group="accounts"
    )
    spending_total: Money = fact(zh="当年总支出", en="all spending of the year", unit="CNY", group="accounts")
    management_cost: Money = fact(
        zh="当年管理费用", en="management costs of the year", unit="CNY", group="accounts",
        help=("2016年9月前为工作人员工资福利和行政办公支出", "before September 2016: pay, benefits and office costs"),
    )  # fmt: skip
    income_last: Money = fact(zh="上一年总收入", en="income of the year before", unit="CNY", group="accounts")
    income_second: Money = fact(zh="再上一年总收入", en="income two years before", unit="CNY", group="accounts")
    income_third: Money = fact(zh="前第三年总收入", en="income three years before", unit="CNY", group="accounts")
    fund_balance: Money = fact(zh="上一年基金余额", en="fund balance of the year before", unit="CNY", group="accounts")
    other_standard_met: bool = fact(
        zh="经核定符合三部门规定的支出和管理费用标准", en="found to meet the ministries' standard of spending and costs",
        group="accounts",
        help=("社会团体、社会服务机构填写（决定0196）", "asked of associations and service institutions (decision 0196)"),
    )  # fmt: skip
    explained: bool = fact(
        zh="特殊情况已报告民政部门并向社会公开说明",
        en="special reasons reported and made public",
        usual=False,
        group="accounts",
    )


class Activity(Entity):
    """One public fundraising activity and its plan."""

    organisation: Organisation = up()
    emergency: bool = fact(zh="为应对重大突发事件", en="for a grave emergency", usual=False, group="activity")
    days_filed_before: int = fact(
        zh="开展前多少日报送备案", en="days before the start that the plan was filed", unit="day", high=3650, usual=0,
        group="activity", help=("开始后才报送的填0", "0 if filed after the start"),
    )  # fmt: skip
    not_possible_before: bool = fact(
        zh="无法在开展前办理备案", en="could not be filed before the start", usual=False, group="activity"
    )
    days_filed_after: int = fact(
        zh="开始后多少日补办备案",
        en="days after the start that the plan was filed",
        unit="day",
        high=3650,
        group="activity",
    )
    starts: date = fact(zh="开始日期", en="first day", group="activity")
    ends: date = fact(zh="结束日期", en="last day", group="activity")
    fits_purpose: bool = fact(zh="目的符合章程，名称与项目相关", en="within the charter", usual=True, group="activity")
    run_by_staff: bool = fact(
        zh="负责人是本组织专职工作人员", en="run by the charity's own full-time staff", usual=True, group="activity"
    )
    own_account: bool = fact(
        zh="使用本组织银行账户", en="uses the charity's own bank account", usual=True, group="activity"
    )
    named_beneficiary: bool = fact(zh="受益人为特定个人", en="for a named person", usual=False, group="activity")
    complete: bool = fact(
        zh="募捐方案内容齐备", en="the plan is complete", usual=True, group="activity",
        help=("目的、时间地域、负责人、账户、受益人、用途、成本、剩余财产等", "aim, time, place, head, account, use, costs, rest"),
    )  # fmt: skip
    days_since_change: int = fact(
        zh="方案事项变化后未补正的天数",
        en="days since a change not yet filed",
        unit="day",
        high=3650,
        usual=0,
        group="activity",
    )
    cycle_months: int = fact(zh="募捐周期（月）", en="length in months", unit="month", high=600, group="activity")
    months_since_published: int = fact(
        zh="距上次公开募捐情况的月数", en="months since figures were last published", unit="month", high=600, group="activity",
        help=("满几个月；超过部分再加1", "full months, one more for any rest"),
    )  # fmt: skip
    over: bool = fact(zh="活动已结束", en="it is over", usual=False, group="activity")
    report_published: bool = fact(zh="已全面公开募捐情况", en="full report published", usual=False, group="activity")
    months_since_end: int = fact(
        zh="活动结束后的月数", en="months since the end", unit="month", high=600, group="activity",
        help=("满几个月；超过部分再加1", "full months, one more for any rest"),
    )  # fmt: skip
    in_rescue: bool = fact(zh="处于应急处置与救援阶段", en="in the stage of rescue", usual=False, group="activity")
    days_since_published: int = fact(
        zh="距上次公开接收情况的天数",
        en="days since receipts were last published",
        unit="day",
        high=3650,
        group="activity",
    )


class Organisation(Founding, Standing, Board, Accounts, zh="社会组织", en="social organisation"):
    """A social organisation, or one to be founded."""

    activities: Many[Activity] = many(Activity, zh="公开募捐活动", en="fundraising activities", most=20)
