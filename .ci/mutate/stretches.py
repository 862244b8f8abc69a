"""The stretches of a module's code, and the module with a mark at the beginning of each, so that it says what runs.

A stretch is some statements of a function that run one after the other. It begins with a list of statements, and anew
after each of them that may lead elsewhere: who runs the first of a stretch runs the others too, but for exceptions. A
`lambda` is a stretch of its own. What a module does as it is loaded stands in none.
"""

import ast
from collections.abc import Iterator

#: What a marked module calls, with the number of a stretch; it is found among the built-in names.
MARK = "__this_runs__"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LEADING_ELSEWHERE = (ast.If, ast.For, ast.While, ast.Try, ast.With, ast.Match)


def stretch_of(path: str, node: ast.stmt | ast.expr) -> str:
    """The name of the stretch that begins with a node."""
    return f"{path}:{node.lineno}:{node.col_offset}"


def lists_of_statements(node: ast.AST) -> Iterator[tuple[str, list[ast.stmt]]]:
    for name, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield name, value


def begun_anew(body: list[ast.stmt]) -> list[list[ast.stmt]]:
    """The statements of a list as stretches; what documents a function belongs to the first."""
    found: list[list[ast.stmt]] = [[]]
    for each in body:
        found[-1].append(each)
        if isinstance(each, LEADING_ELSEWHERE):
            found.append([])
    return [some for some in found if some]


def documents(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class Marks(ast.NodeTransformer):
    """Puts the marks into a module; `names` has those of the stretches, by their numbers."""

    def __init__(self, path: str, names: list[str]) -> None:
        self.path, self.names, self.depth = path, names, 0

    def generic_visit(self, node: ast.AST) -> ast.AST:
        self.depth += isinstance(node, FUNCTIONS)
        super().generic_visit(node)
        if self.depth:
            for name, body in lists_of_statements(node):
                setattr(node, name, [one for some in begun_anew(body) for one in self.marked(some)])
        self.depth -= isinstance(node, FUNCTIONS)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        super().generic_visit(node)
        # The mark itself gives nothing.
        node.body = ast.copy_location(ast.BoolOp(ast.Or(), [self.mark(node.body), node.body]), node.body)
        return node

    def marked(self, some: list[ast.stmt]) -> list[ast.stmt]:
        mark = ast.copy_location(ast.Expr(self.mark(some[0])), some[0])
        return [some[0], mark, *some[1:]] if documents(some[0]) else [mark, *some]

    def mark(self, first: ast.stmt | ast.expr) -> ast.Call:
        self.names.append(stretch_of(self.path, first))
        number = ast.Constant(len(self.names) - 1)
        return ast.copy_location(ast.Call(ast.Name(MARK, ast.Load()), [number], []), first)


def with_marks(text: str, path: str, names: list[str]) -> ast.Module:
    return ast.fix_missing_locations(Marks(path, names).visit(ast.parse(text)))
