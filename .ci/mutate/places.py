"""The places of the code that can be turned round, and a module with one of them turned.

What a careless change loses: a condition, one of several conditions, a bound, a line, an argument, an order, one of two
ends. Only what stands within a function is turned round: what a module does as it is loaded has been done before a
mutant is asked. Such places are counted (`Finder.outside`): the outlines hold them.
"""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from . import ROOT
from .stretches import begun_anew, lists_of_statements, stretch_of

BOUNDS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITES = {ast.Eq: ast.NotEq, ast.In: ast.NotIn, ast.Is: ast.IsNot}
COMPARED = BOUNDS | OPPOSITES | {other: one for one, other in OPPOSITES.items()}
COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
ENDS = {"first": "last", "start": "end", "earliest": "latest", "begin": "end", "begins": "ends"}
ENDS |= {other: one for one, other in ENDS.items() if one != "begin"}
#: Words, types and lists of names are no behaviour.
SPOKEN = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy", "cast", "TypeVar"}
NO_NUMBER = (ast.JoinedStr, ast.List, ast.ListComp, ast.Tuple)

Change = Callable[[], object]


class Place(NamedTuple):
    """A place of a module, by its number there: its line, what is done to it, and in which stretch it stands."""

    path: str
    number: int
    line: int
    said: str
    stretch: str


def cut(node: ast.AST) -> str:
    return ast.unparse(node)[:70].replace("\n", " ")


def leave_out(body: list[ast.stmt], one: ast.stmt) -> None:
    """Run it never: what it names still belongs to the function, which else would take other names from around it."""
    body[body.index(one)] = ast.copy_location(ast.If(ast.Constant(False), [one], []), one)


class Finder(ast.NodeVisitor):
    """Every place of a module, in a fixed order, with what turns it round."""

    def __init__(self, path: str) -> None:
        self.path, self.stretch = path, ""
        self.places: list[Place] = []
        self.changes: list[Change] = []
        self.outside = 0
        #: What a condition that is turned round turns round already.
        self.turned: set[ast.expr] = set()

    def add(self, node: ast.AST, said: str, change: Change) -> None:
        if not self.stretch:
            self.outside += 1
            return
        line = getattr(node, "lineno", 0)
        self.places.append(Place(self.path, len(self.places), line, said, self.stretch))
        self.changes.append(change)

    # Where one stands

    def body(self, body: list[ast.stmt], *, within: bool) -> None:
        around = self.stretch
        for some in begun_anew(body):
            if within:
                self.stretch = stretch_of(self.path, some[0])
            for each in some:
                if isinstance(each, ast.AugAssign) or (isinstance(each, ast.Expr) and isinstance(each.value, ast.Call)):
                    self.add(each, f"line left out: {cut(each)}", lambda one=each: leave_out(body, one))
                self.visit(each)
        self.stretch = around

    def generic_visit(self, node: ast.AST) -> None:
        lists = dict(lists_of_statements(node))
        for name, value in ast.iter_fields(node):
            if name in lists:
                self.body(lists[name], within=bool(self.stretch))
            else:
                self.several(value if isinstance(value, list) else [value])

    def several(self, nodes: Iterable[object]) -> None:
        for each in nodes:
            if isinstance(each, ast.AST):
                self.visit(each)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.visit(node.args)
        self.body(node.body, within=True)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.args)
        around, self.stretch = self.stretch, stretch_of(self.path, node.body)
        self.visit(node.body)
        self.stretch = around

    # What is no behaviour

    def visit_arguments(self, node: ast.arguments) -> None:
        self.several([*node.defaults, *node.kw_defaults])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.several([node.value])

    def visit_Import(self, node: ast.Import) -> None:
        pass

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        pass

    # What is

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self.condition(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.condition(node)

    def condition(self, node: ast.If | ast.IfExp) -> None:
        turned = ast.UnaryOp(ast.Not(), node.test)
        self.add(node, f"condition turned round: if {cut(node.test)}", lambda: setattr(node, "test", turned))
        self.turned.add(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for index, condition in enumerate(node.ifs):
            self.add(condition, f"left out: if {cut(condition)}", lambda i=index: node.ifs.pop(i))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for one in node.values:
            others = [each for each in node.values if each is not one]
            # Of two, the other one stands alone.
            left = others * 2 if len(others) == 1 else others
            self.add(one, f"left out: {cut(one)} of {cut(node)}", lambda v=left: setattr(node, "values", v))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for index, operator in enumerate(node.ops):
            other = COMPARED[type(operator)]
            if node in self.turned and len(node.ops) == 1 and type(operator) not in BOUNDS:
                continue
            said = f"{cut(node)} -> {other.__name__}"
            self.add(node, said, lambda i=index, o=other: node.ops.__setitem__(i, o()))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not) and node not in self.turned:
            # `not not x`: what was asked, as true or false.
            denied = ast.UnaryOp(ast.Not(), node.operand)
            self.add(node, f"not left out: {cut(node)}", lambda: setattr(node, "operand", denied))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        sides = (node.left, node.right)
        text = any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in sides)
        if type(node.op) in COMPUTED and not text and not any(isinstance(each, NO_NUMBER) for each in sides):
            other = COMPUTED[type(node.op)]
            self.add(node, f"{cut(node)} -> {other.__name__}", lambda: setattr(node, "op", other()))
        if isinstance(node.op, ast.BitOr | ast.BitAnd):
            self.add(node, f"left out: {cut(node.right)} of {cut(node)}", lambda: setattr(node, "right", node.left))
            self.add(node, f"left out: {cut(node.left)} of {cut(node)}", lambda: setattr(node, "left", node.right))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in SPOKEN:
            return
        if isinstance(node.func, ast.Name) and name in CALLED:
            self.add(node, f"{name} -> {CALLED[name]}: {cut(node)}", lambda: self.call_other(node, CALLED[name]))
        for index, keyword in enumerate(node.keywords):
            if keyword.arg:
                said = f"argument left out: {cut(keyword)} of {cut(node)}"
                self.add(node, said, lambda i=index: node.keywords.pop(i))
        self.generic_visit(node)

    def call_other(self, node: ast.Call, other: str) -> None:
        node.func = ast.Name(other, ast.Load())
        if other == "list":
            node.keywords = []

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in ENDS and isinstance(node.ctx, ast.Load):
            other = ENDS[node.attr]
            self.add(node, f"{cut(node)} -> .{other}", lambda: setattr(node, "attr", other))
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if isinstance(node.ctx, ast.Load):
            at = ast.unparse(node.slice)
            other: ast.expr | None = {
                "0": ast.UnaryOp(ast.USub(), ast.Constant(1)),
                "-1": ast.Constant(0),
            }.get(at, ast.Slice() if isinstance(node.slice, ast.Slice) and at != ":" else None)
            if other:
                self.add(node, f"[{at}] -> [{ast.unparse(other)}]: {cut(node)}", lambda: setattr(node, "slice", other))
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if isinstance(node.type, ast.Tuple):
            caught = node.type.elts
            for index, one in enumerate(caught):
                self.add(node, f"not caught: {cut(one)}", lambda i=index: caught.pop(i))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.add(node, f"{value} -> {not value}", lambda: setattr(node, "value", not value))


@cache
def text_of(path: str) -> str:
    """The text of a module, the same as long as mutants are asked: what is loaded does not change with its file."""
    return (ROOT / path).read_text(encoding="utf-8")


def found_in(path: str) -> tuple[ast.Module, Finder]:
    tree, finder = ast.parse(text_of(path)), Finder(path)
    finder.visit(tree)
    return tree, finder


def turned(place: Place) -> ast.Module:
    """The tree of a module with one place turned round."""
    tree, finder = found_in(place.path)
    finder.changes[place.number]()
    return ast.fix_missing_locations(tree)
