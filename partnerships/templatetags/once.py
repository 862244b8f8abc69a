"""Parts of templates that depend on the language and on what they are given alone: rendered once for a process.

To put “Show” or “Filter” into words anew takes as long as everything else of a form.
"""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, TextNode, Token, VariableNode, token_kwargs
from django.template.defaulttags import ForNode, IfNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from partnerships.kept_in_process import Shelf

register = template.Library()

#: What all parts may weigh, in characters, and about what one takes beside its text.
CAPACITY, OVERHEAD = 2 * 1024 * 1024, 300
#: What may stand in such a part: nothing that asks for anything else than what it is given.
ALLOWED = (TextNode, VariableNode, IfNode, ForNode, TranslateNode, BlockTranslateNode)

kept: Shelf[SafeString] = Shelf(CAPACITY)


class OnceNode(Node):
    """A part of a template that knows only what it is given."""

    def __init__(self, nodelist: NodeList, given: Mapping[str, FilterExpression]) -> None:
        self.nodelist, self.given = nodelist, given

    def render(self, context: Any) -> SafeString:
        values = {name: one.resolve(context) for name, one in self.given.items()}
        # What is finished HTML equals the same text that is not.
        key = self, get_language(), tuple((type(value), value) for value in values.values())
        return kept.having(key, lambda: self.nodelist.render(context.new(values)), lambda found: len(found) + OVERHEAD)


@register.tag("once")
def rendered_once(parser: Parser, token: Token) -> OnceNode:
    """``{% once address=list_address %}…{% endonce %}``: what stands inside knows `address` and nothing else."""
    bits = token.split_contents()[1:]
    given = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError("“once” takes names with values: {% once address=list_address %}.")
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    strange = [type(node).__name__ for node in nodelist.get_nodes_by_type(Node) if not isinstance(node, ALLOWED)]
    if strange:
        raise template.TemplateSyntaxError(f"{{% once a=b %}} holds nothing that may change: {', '.join(strange)}")
    return OnceNode(nodelist, given)
