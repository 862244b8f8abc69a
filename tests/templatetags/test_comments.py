"""Comments on the pages of the back-office, as each reader reads them."""

from django.template import Context, Template
from django.utils.translation import override


def test_comment_of_the_register_is_said_in_the_language_of_the_page():
    template = Template("{% load comments %}{{ comment|worded_anew }}")
    with override("en"):
        assert template.render(Context({"comment": "Traduction"})) == "Translation"
        assert template.render(Context({"comment": "<b>"})) == "&lt;b&gt;"
