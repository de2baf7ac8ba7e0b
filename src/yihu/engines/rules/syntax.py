"""The syntax that a rule may use, checked at import; anything else is refused with what to write instead."""

from __future__ import annotations

import ast
import linecache
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

_NOWHERE: Any = None


class RuleError(Exception):
    """A rule that cannot be read: file, line, rule, what is wrong and what to write instead."""

    def __init__(self, source: Source, line: int, message: str) -> None:
        super().__init__(f"{source.file}:{line}: in rule {source.name}: {message}")
        self.file, self.line, self.rule, self.message = source.file, line, source.name, message


@dataclass(frozen=True, eq=False)
class Source:
    """Parsed source of one rule function."""

    name: str
    file: str
    line: int
    tree: ast.FunctionDef
    names: dict[str, Any]
    text: str


TAKEN: tuple[type[ast.AST], ...] = (
    ast.FunctionDef, ast.arguments, ast.arg, ast.Return, ast.If, ast.Assign, ast.Expr, ast.Name, ast.Load, ast.Store,
    ast.Constant, ast.Attribute, ast.Call, ast.keyword, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.UnaryOp, ast.USub,
    ast.Not, ast.BoolOp, ast.And, ast.Or, ast.Compare, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq, ast.In,
    ast.NotIn, ast.IfExp, ast.GeneratorExp, ast.comprehension, ast.Tuple, ast.Set, ast.List,
)  # fmt: skip

INSTEAD: dict[type[ast.AST], str] = {
    ast.Div: "division states its places: divide(a, b, places=2), and if_zero=… where b may be 0",
    ast.FloorDiv: "write round_down(divide(a, b, places=…), 0)",
    ast.Mod: "there is no remainder; use divide() and round_down()",
    ast.Pow: "there are no powers; multiply",
    ast.For: "write sum(… for m in home.members), any(…), all(…), count(…), min(…, default=…) or max(…, default=…)",
    ast.While: "there are no loops but over a nested list: sum(… for m in home.members)",
    ast.AugAssign: "a name is assigned once; write a new name",
    ast.AnnAssign: "write name = expression without an annotation",
    ast.Try: "rules cannot fail; test the condition with if",
    ast.Raise: "rules cannot fail; return False or an amount of 0 and let a condition say why",
    ast.Assert: "write the condition as a rule of its own",
    ast.Lambda: "write a rule and call it",
    ast.Is: "a fact may be unknown and is never None: compare with == or let unknown spread",
    ast.IsNot: "a fact may be unknown and is never None: compare with != or let unknown spread",
    ast.ListComp: "use a generator: sum(… for m in home.members), without brackets",
    ast.SetComp: "use a generator: sum(… for m in home.members), without brackets",
    ast.DictComp: "use a rule with if … return",
    ast.Dict: "use a parameter of the law, or if … return",
    ast.Subscript: "there is no indexing; filter instead: sum(… for m in home.members if …)",
    ast.JoinedStr: "rules give values, not texts; labels belong to zh= and en=",
    ast.Import: "import at the top of the file",
    ast.ImportFrom: "import at the top of the file",
    ast.Match: "write if … elif … else",
    ast.NamedExpr: "write the assignment on a line of its own",
    ast.Await: "rules are plain functions",
    ast.AsyncFunctionDef: "rules are plain functions",
    ast.With: "rules only compute",
    ast.Delete: "a name is assigned once",
    ast.Global: "use a parameter of the law",
    ast.Nonlocal: "use a parameter of the law",
    ast.Starred: "write the arguments out",
    ast.Yield: "return one value",
}


def parse(function: Callable[..., Any]) -> Source:
    """Source of a decorated function, its syntax checked; raises :class:`RuleError`."""
    file, first = function.__code__.co_filename, function.__code__.co_firstlineno
    names = dict(zip(function.__code__.co_freevars, (c.cell_contents for c in function.__closure__ or ()), strict=True))
    linecache.checkcache(file)
    lines = linecache.getlines(file, function.__globals__)
    node = _functions(file, "".join(lines)).get(first)
    if not isinstance(node, ast.FunctionDef):
        source = Source(function.__name__, file, first, _NOWHERE, names, "")
        if isinstance(node, ast.AsyncFunctionDef) or function.__name__ == "<lambda>":
            raise RuleError(source, first, "a rule is a plain function: def name(home: Home, law: Law) -> Money")
        raise RuleError(source, first, "its source cannot be found; a rule is a function read from a file")
    source = Source(node.name, file, node.lineno, node, names, "".join(lines[first - 1 : node.end_lineno]))
    check(source)
    return source


@cache
def _functions(file: str, text: str) -> dict[int, ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a file by their first line, decorators included; a file is parsed once for all its rules."""
    try:
        tree = ast.parse(text, file)
    except SyntaxError:
        return {}
    found = (n for n in _statements(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return {min([n.lineno, *(d.lineno for d in n.decorator_list)]): n for n in found}


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """All statements; expressions, which hold none, are not entered."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, name, None)
            if isinstance(inner, list):
                waiting += inner


def _inside(tree: ast.FunctionDef) -> Iterator[ast.AST]:
    """What a rule is written in, as ``ast.walk`` has it: not its decorators and annotations."""
    waiting: deque[ast.AST] = deque([tree.args, *tree.body, *getattr(tree, "type_params", ())])
    while waiting:
        node = waiting.popleft()
        yield node
        if isinstance(node, ast.arg):
            continue
        for name in node._fields:
            inner = getattr(node, name, None)
            if isinstance(inner, ast.AST):
                waiting.append(inner)
            elif isinstance(inner, list):
                waiting += [each for each in inner if isinstance(each, ast.AST)]


def check(source: Source) -> None:
    """Refuse the first construct that the language does not take."""
    for node in _inside(source.tree):
        if isinstance(node, ast.FunctionDef):
            raise RuleError(source, node.lineno, "no functions inside a rule; write a rule of its own")
        if not isinstance(node, TAKEN):
            raise RuleError(source, _line(source, node), _advice(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            raise RuleError(
                source, node.lineno, f"{node.value} is a float and not exact; make it a parameter of the law"
            )
        if isinstance(node, ast.comprehension) and node.is_async:
            raise RuleError(source, source.line, "rules are plain functions")


def _line(source: Source, node: ast.AST) -> int:
    line = getattr(node, "lineno", None)
    if line is not None:
        return int(line)
    for parent in ast.walk(source.tree):
        if any(child is node for child in ast.iter_child_nodes(parent)) and hasattr(parent, "lineno"):
            return int(parent.lineno)
    return source.line


def _advice(node: ast.AST) -> str:
    for kind, advice in INSTEAD.items():
        if isinstance(node, kind):
            return f"{kind.__name__} is not part of the rule language: {advice}"
    return f"{type(node).__name__} is not part of the rule language (see docs/rules.md for what is)"
