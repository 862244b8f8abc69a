"""Parts of templates that are rendered once: they know what they are given, and are kept apart by it."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.templatetags import once


def rendered(text, **context):
    return Template(f"{{% load i18n once %}}{text}").render(Context(context))


class TestOnce:
    def test_is_kept_for_its_language_and_for_what_it_is_given(self):
        template = Template('{% load i18n once %}{% once who=name %}{% translate "Show" %} {{ who }}{% endonce %}')
        found = []
        for language in ("en", "fr", "en"):
            with override(language):
                found += [template.render(Context({"name": name})) for name in ("a", "b")]
        assert found == ["Show a", "Show b", "Afficher a", "Afficher b", "Show a", "Show b"]

    def test_is_rendered_once(self, monkeypatch):
        template, made = Template("{% load once %}{% once who=name %}{{ who }}{% endonce %}"), []
        node = template.nodelist.get_nodes_by_type(once.OnceNode)[0]
        monkeypatch.setattr(node, "nodelist", type("Nodes", (), {"render": lambda _self, _in: made.append(1) or "x"})())
        assert [template.render(Context({"name": name})) for name in ("a", "a", "b")] == ["x", "x", "x"]
        assert len(made) == 2

    def test_knows_nothing_else_of_the_page(self):
        assert rendered("{% once who=name %}{{ who }}{{ name }}{{ other }}{% endonce %}", name="a", other="b") == "a"

    def test_finished_html_is_not_taken_for_the_same_text_that_is_none(self):
        template = Template("{% load once %}{% once who=name %}{{ who }}{% endonce %}")
        found = [template.render(Context({"name": name})) for name in (SafeString("<i>"), "<i>", SafeString("<i>"))]
        assert found == ["<i>", "&lt;i&gt;", "<i>"]

    def test_two_parts_with_the_same_words_are_apart(self):
        assert rendered("{% once a=x %}1{{ a }}{% endonce %}{% once a=x %}2{{ a }}{% endonce %}", x="x") == "1x2x"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{% once name %}{% endonce %}", "takes names with values"),
            ('{% once %}{% include "partnerships/_other_forms.html" %}{% endonce %}', "may change: IncludeNode"),
            ("{% once %}{% if a %}{% now 'Y' %}{% endif %}{% endonce %}", "may change: NowNode"),
        ],
    )
    def test_what_may_change_is_refused(self, text, said):
        with pytest.raises(TemplateSyntaxError, match=said):
            rendered(text)
