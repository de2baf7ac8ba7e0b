"""Rulebooks drawn at random: the text of rules of all levels and types, with every operation of the language.

A drawn expression carries what the reader will check (unit, places) and a rough size, so that all texts are accepted; only
the proof against overflow may refuse one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

MONEY, PURE, YEAR, MONTH = "CNY/month", "", "year", "month"
KINDS = ("bool", "date", "State", "Sort", MONEY, PURE, YEAR, MONTH)
LISTS = {"members": "Person", "helpers": "Helper"}
SUBJECT = {"case": "home", "members": "person", "helpers": "helper"}
ENTITY = {"case": "Home", "members": "Person", "helpers": "Helper"}
WIDEST = 6  # decimal digits before the point, from which on sizes are cut to law.cap

FACTS: dict[str, dict[str, Sequence[object]]] = {
    "case": {
        "bool": ["owned"], "date": ["built"], "Sort": ["sort"], "State": [],
        MONEY: [("rent", 2, 5), ("loss", 2, 5)], PURE: [("rooms", 0, 2)], YEAR: [], MONTH: [],
    },
    "members": {
        "bool": ["ill"], "date": ["birth", "joined"], "State": ["state"], "Sort": [],
        MONEY: [("wage", 2, 5), ("balance", 2, 4)], PURE: [("share", 3, 1), ("children", 0, 2)], YEAR: [], MONTH: [],
    },
    "helpers": {
        "bool": ["willing"], "date": ["born"], "Sort": ["sort"], "State": [],
        MONEY: [("pays", 2, 5)], PURE: [("grade", 0, 1)], YEAR: [], MONTH: [],
    },
}  # fmt: skip
LAW: dict[str, Sequence[object]] = {
    "bool": ["law.open"], "date": ["law.deadline", "law.first_day", "law.last_day"],
    "State": ["State.CALM", "State.BUSY", "State.AWAY"], "Sort": ["Sort.HOUSE", "Sort.BOAT"],
    MONEY: [("law.grant", 2, 4), ("law.cap", 2, 6)], PURE: [("law.rate", 4, 0), ("law.few", 0, 1), ("2", 0, 1), ("-1", 0, 1)],
    YEAR: [("law.adult", 0, 2), ("law.fine_age", 1, 2)], MONTH: [("law.wait", 0, 2)],
}  # fmt: skip


@dataclass(frozen=True)
class Expr:
    """Text of an expression with its decimal places and the number of digits before the point."""

    text: str
    places: int = 0
    digits: int = 1


@dataclass(frozen=True)
class Made:
    """A rule or programme drawn earlier, which later ones may use."""

    name: str
    level: str
    kind: str
    places: int = 0
    digits: int = 1


@dataclass
class Scope:
    """Where an expression stands: the level of its subject, the name of the subject, local names, depth left."""

    level: str
    subject: str
    local: dict[str, list[Expr]] = field(default_factory=dict)
    inside: bool = False
    case: str = ""

    @property
    def home(self) -> str:
        """How the case is written here."""
        return self.case or (self.subject if self.level == "case" else f"{self.subject}.home")


class Writer:
    """Writes rules; ``draw`` is Hypothesis's."""

    def __init__(self, draw: Callable[[st.SearchStrategy[object]], object]) -> None:
        self._draw = draw
        self.rules: list[Made] = []
        self.programmes: list[Made] = []
        self.barred: dict[str, list[str]] = {}

    def pick(self, options: list[object]) -> object:
        return self._draw(st.sampled_from(options))

    def number(self, low: int, high: int) -> int:
        found = self._draw(st.integers(low, high))
        assert isinstance(found, int)
        return found

    def chance(self, percent: int) -> bool:
        return self.number(0, 99) >= 100 - percent

    # expressions

    def any(self, kind: str, scope: Scope, depth: int) -> Expr:
        """An expression of a kind; plain values are the simplest."""
        if depth <= 0 or self.chance(25):
            return self.leaf(kind, scope)
        makers = {"bool": self.condition, "date": self.day}
        if kind in makers:
            return makers[kind](scope, depth)
        if kind in ("State", "Sort"):
            return self.either(kind, scope, depth)
        return self.cut(kind, self.amount(kind, scope, depth))

    def leaf(self, kind: str, scope: Scope) -> Expr:
        options = [_expr(each) for each in LAW[kind]]
        options += _facts(kind, scope)
        options += scope.local.get(kind, [])
        for made in self.rules:
            if made.kind == kind and made.level in ("case", scope.level):
                at = scope.subject if made.level == scope.level else scope.home
                options.append(Expr(f"{made.name}({at}, law)", made.places, made.digits))
        options += self.outcomes(kind, scope)
        if kind in (YEAR, MONTH):
            options.append(self.span(kind, scope, 0))
        found = self.pick(list(reversed(options)))
        assert isinstance(found, Expr)
        return found

    def outcomes(self, kind: str, scope: Scope) -> list[Expr]:
        """What may be asked of the programmes drawn so far."""
        found = []
        for made in self.programmes:
            if made.level not in ("case", scope.level):
                continue
            at = scope.subject if made.level == scope.level else scope.home
            if kind == "bool":
                found += [Expr(f"recognised({made.name}, {at})"), Expr(f"entitled({made.name}, {at}, law)")]
            elif kind == MONEY and made.kind == MONEY:
                found.append(Expr(f"granted({made.name}, {at})", 2, 5))
                found.append(Expr(f"amount_of({made.name}, {at}, law)", 2, made.digits))
        return found

    def cut(self, kind: str, made: Expr) -> Expr:
        """Keep places and size within what further operations can take."""
        if made.places > 4:
            made = Expr(f"{self.pick(['round_half_up', 'round_up', 'round_down'])}({made.text}, 2)", 2, made.digits)
        if made.digits > WIDEST and kind == MONEY:
            return Expr(f"max(-law.cap, min({made.text}, law.cap))", max(made.places, 2), WIDEST)
        if made.digits > WIDEST:
            return Expr("law." + {PURE: "few", YEAR: "adult", MONTH: "wait"}[kind], 0, 2)
        return made

    def amount(self, kind: str, scope: Scope, depth: int) -> Expr:
        """A number of a unit."""
        a = self.any(kind, scope, depth - 1)
        what = self.number(0, 11 if not scope.inside else 8)
        if what <= 2:
            b = self.any(kind, scope, depth - 1) if self.chance(90) else Expr("0")
            texts = [
                f"{a.text} + {b.text}",
                f"{a.text} - ({b.text})",
                f"{self.pick(['min', 'max'])}({a.text}, {b.text})",
            ]
            return Expr(
                f"({texts[what]})" if what < 2 else texts[what], max(a.places, b.places), max(a.digits, b.digits) + 1
            )
        if what == 3:
            return Expr(f"-({a.text})", a.places, a.digits)
        if what == 4:
            b = self.any(PURE, scope, depth - 1)
            return Expr(f"({a.text}) * ({b.text})", a.places + b.places, a.digits + b.digits)
        if what == 5:
            places = self.number(0, 2)
            made = Expr(
                f"{self.pick(['round_half_up', 'round_up', 'round_down'])}({a.text}, {places})", places, a.digits + 1
            )
            return made if places < a.places else Expr(made.text, a.places, a.digits)
        if what == 6:
            return self.ratio(kind, a, scope, depth)
        if what == 7:
            return self.either(kind, scope, depth)
        if what == 8:
            return self.span(kind, scope, depth) if kind in (YEAR, MONTH) else a
        return self.over_list(kind, scope, depth)

    def ratio(self, kind: str, top: Expr, scope: Scope, depth: int) -> Expr:
        """A quotient: by a pure number, or of two of one unit."""
        places = self.number(0, 4)
        if kind == PURE and self.chance(50):
            unit = self.pick([MONEY, YEAR, PURE])
            top, by = self.any(str(unit), scope, depth - 1), self.any(str(unit), scope, depth - 1)
        else:
            by = self.any(PURE, scope, depth - 1)
        instead = self.any(kind, scope, depth - 1) if self.chance(50) else Expr("0")
        return Expr(
            f"divide({top.text}, {by.text}, places={places}, if_zero={instead.text})",
            places, max(top.digits + by.places, instead.digits),
        )  # fmt: skip

    def span(self, kind: str, scope: Scope, depth: int) -> Expr:
        first, last = self.any("date", scope, depth - 1), self.any("date", scope, depth - 1)
        if kind == MONTH:
            return Expr(f"months_between({first.text}, {last.text})", 0, 4)
        return Expr(f'age_on({first.text}, {last.text}, feb29="{self.pick(["mar1", "feb28"])}")', 0, 3)

    def day(self, scope: Scope, depth: int) -> Expr:
        what = self.number(0, 2 if not scope.inside and scope.level == "case" else 1)
        if what == 0:
            a, b = self.any("date", scope, depth - 1), self.any("date", scope, depth - 1)
            return Expr(f"{self.pick(['min', 'max'])}({a.text}, {b.text})")
        return self.either("date", scope, depth) if what == 1 else self.over_list("date", scope, depth)

    def either(self, kind: str, scope: Scope, depth: int) -> Expr:
        test = self.any("bool", scope, depth - 1)
        yes, no = self.any(kind, scope, depth - 1), self.any(kind, scope, depth - 1)
        text = f"({yes.text} if {test.text} else {no.text})"
        return Expr(text, max(yes.places, no.places), max(yes.digits, no.digits))

    def condition(self, scope: Scope, depth: int) -> Expr:
        what = self.number(0, 10 if not scope.inside else 8)
        if what == 8:
            return self.of_age(scope)
        if what <= 2:
            kind = str(self.pick([MONEY, YEAR, MONTH, PURE, "date"]))
            a, b = self.any(kind, scope, depth - 1), self.any(kind, scope, depth - 1)
            return Expr(f"({a.text}) {self.pick(['<', '<=', '>', '>=', '==', '!='])} ({b.text})")
        if what == 3:
            kind = str(self.pick(["State", "Sort", "bool"]))
            a, b = self.any(kind, scope, depth - 1), self.any(kind, scope, depth - 1)
            return Expr(f"({a.text}) {self.pick(['==', '!='])} ({b.text})")
        if what == 4:
            kind, ends = ("State", "(State.CALM, State.AWAY)") if self.chance(50) else (PURE, "(0, 1, law.few)")
            return Expr(f"({self.any(kind, scope, depth - 1).text}) {self.pick(['in', 'not in'])} {ends}")
        if what == 5:
            return Expr(f"not ({self.any('bool', scope, depth - 1).text})")
        if what <= 7:
            parts = [self.any("bool", scope, depth - 1).text for _ in range(self.number(2, 3))]
            return Expr("(" + f" {'and' if what == 6 else 'or'} ".join(f"({p})" for p in parts) + ")")
        return self.over_list("bool", scope, depth)

    def of_age(self, scope: Scope) -> Expr:
        """An age on a day of the law against a limit of the law, which the kernel turns into one comparison of dates."""
        born = self.pick([each.text for each in _facts("date", scope)])
        day, limit = self.pick(["law.first_day", "law.last_day"]), self.pick(["law.adult", "law.fine_age"])
        parts = [f'age_on({born}, {day}, feb29="{self.pick(["mar1", "feb28"])}")', str(limit)]
        return Expr(f" {self.pick(['<', '<=', '>', '>='])} ".join(parts if self.chance(70) else reversed(parts)))

    def over_list(self, kind: str, scope: Scope, depth: int) -> Expr:
        """An aggregate over one of the lists of the case; of the facts around it only those of the case are used."""
        name = str(self.pick(list(LISTS)))
        if kind == PURE and self.chance(30):
            return Expr(f"len({scope.home}.{name})", 0, 1)
        of_case = scope.level == "case"
        home = Scope("case", scope.home, scope.local if of_case else {}, inside=True)
        each = Scope(name, "each", home.local, inside=True, case=scope.home if of_case else "")
        keep = f" if {self.any('bool', each, depth - 2).text}" if self.chance(50) else ""
        tail = f"for each in {scope.home}.{name}{keep}"
        if kind == "bool":
            return Expr(f"{self.pick(['any', 'all'])}({self.any('bool', each, depth - 1).text} {tail})")
        if kind == PURE and self.chance(40):
            return Expr(f"count({self.any('bool', each, depth - 1).text} {tail})", 0, 1)
        body = self.any(kind, each, depth - 1)
        if kind != "date" and self.chance(60):
            return Expr(f"sum({body.text} {tail})", body.places, body.digits + 1)
        default = self.any(kind, home, depth - 1)
        text = f"{self.pick(['min', 'max'])}(({body.text} {tail}), default={default.text})"
        return Expr(text, max(body.places, default.places), max(body.digits, default.digits))

    # rules and programmes

    def rule(self, level: str, kind: str, most_places: int = 8) -> str:
        """Text of one rule, which later rules may use."""
        name = f"r{len(self.rules)}"
        scope = Scope(level, SUBJECT[level])
        lines: list[str] = []
        for number in range(self.number(0, 1)):
            local = str(self.pick(list(KINDS)))
            made = self.any(local, scope, 2)
            lines.append(f"x{number} = {made.text}")
            scope.local.setdefault(local, []).append(Expr(f"x{number}", made.places, made.digits))
        ends = []
        for number in range(self.number(0, 2)):
            test, ended = self.any("bool", scope, 2), _at_most(self.any(kind, scope, 2), most_places)
            ends.append(ended)
            lines += [f"{'if' if number == 0 else self.pick(['elif', 'if'])} {test.text}:", f"    return {ended.text}"]
        ends.append(_at_most(self.any(kind, scope, 3), most_places))
        lines.append(f"return {ends[-1].text}")
        places, digits = max(e.places for e in ends), max(e.digits for e in ends)
        options, hint = "", kind
        if kind in (MONEY, PURE, YEAR, MONTH):
            hint = "Number"
            options = f', unit="{kind}", places={places}'
        self.rules.append(Made(name, level, kind, places, digits))
        body = "".join(f"    {line}\n" for line in lines)
        head = f'@rule(cites="Act 1", zh="{name}"{options})\ndef {name}({SUBJECT[level]}: {ENTITY[level]}, law: Law)'
        return f"{head} -> {hint}:\n{body}\n\n"

    def programme(self) -> str:
        """Text of a programme made of rules drawn before; nothing where there are none that fit."""
        tests = [r for r in self.rules if r.kind == "bool"]
        if not tests:
            return ""
        near = [r for r in tests if self.programmes and r.level == self.programmes[-1].level]
        test = self.pick(list(near if near and self.chance(70) else tests))
        assert isinstance(test, Made)
        text, amount = "", None
        if self.chance(80):
            pays = [r for r in self.rules if r.kind == MONEY and r.places <= 2 and r.level == test.level]
            text = "" if pays and self.chance(50) else self.rule(test.level, MONEY, most_places=2)
            amount = self.pick(list(pays)) if not text else self.rules[-1]
        barred = [p.name for p in self.programmes if p.level in ("case", test.level) and self.chance(25)]
        name = f"P{len(self.programmes)}"
        options = f", amount={amount.name}" if isinstance(amount, Made) else ""
        options += f", barred_by=({', '.join(barred)},)" if barred else ""
        options += str(self.pick(["", "", "", ", since=date(2024, 3, 1)", ", until=date(2024, 3, 1)"]))
        digits = amount.digits if isinstance(amount, Made) else 1
        self.barred[name] = barred
        self.programmes.append(Made(name, test.level, MONEY if isinstance(amount, Made) else "bool", 2, digits))
        head = f'{name} = Programme(id="{name.lower()}", of={ENTITY[test.level]}, zh="甲", en="a"'
        return f"{text}{head}, eligible={test.name}{options})\n\n\n"

    def group(self) -> str:
        """Text of a choice between two paying programmes of one level."""
        paying = [p for p in self.programmes if p.kind == MONEY]
        for position, a in enumerate(paying):
            for b in paying[position + 1 :]:
                if a.level == b.level and a.name not in self.barred[b.name]:
                    return f'G = OneOf(({a.name}, {b.name}), cites="Act 2")\n'
        return ""


def _facts(kind: str, scope: Scope) -> list[Expr]:
    own = [_expr(each, f"{scope.subject}.") for each in FACTS[scope.level][kind]]
    return own + ([_expr(each, f"{scope.home}.") for each in FACTS["case"][kind]] if scope.level != "case" else [])


def _at_most(made: Expr, places: int) -> Expr:
    return made if made.places <= places else Expr(f"round_half_up({made.text}, {places})", places, made.digits + 1)


def _expr(option: object, prefix: str = "") -> Expr:
    return (
        Expr(f"{prefix}{option[0]}", option[1], option[2]) if isinstance(option, tuple) else Expr(f"{prefix}{option}")
    )


@st.composite
def rule_texts(draw: Callable[[st.SearchStrategy[object]], object]) -> str:
    """Text of four to nine rules and up to four programmes."""
    writer = Writer(draw)
    parts = []
    for position in range(writer.number(4, 9)):
        kinds = ["bool", MONEY] if position < 4 and writer.chance(70) else list(KINDS)
        levels = ["case", "members"] if writer.chance(60) else list(ENTITY)
        parts.append(writer.rule(str(writer.pick(list(levels))), str(writer.pick(list(kinds)))))
        if position >= 1 and len(writer.programmes) < 4 and writer.chance(70):
            parts.append(writer.programme())
    return "".join([*parts, writer.group()])
