"""What a browser of the back-office does: open a page, send its form back."""

from unittest.mock import patch

from django.contrib.messages import get_messages
from django.core.signing import dumps
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from partnerships.admin.forms.pictures import SALT
from tests.factories import AreaFactory, PersonFactory, PlaceFactory


def address(kind, page, *args):
    return reverse(f"admin:partnerships_{kind}_{page}", args=args)


def opened(client, page):
    """Open a page of which only the form is asked for: what is said above it counts as read, and nothing is drawn.

    To draw the form takes as long as to send it; that each kind's form is drawn, `test_pages.py` asks.
    """
    read = property(lambda answer: "".join(str(message) for message in get_messages(answer._request)))
    with patch.object(TemplateResponse, "rendered_content", read):
        return client.get(page)


def as_it_stands(client, page):
    """Return what the browser would send of the form at `page`, were nothing typed."""
    return submitted(opened(client, page))


def submitted(page):
    """Return what the browser would send of a form as it stands."""
    data = {}
    forms = [page.context_data["adminform"].form]
    for inline in page.context_data["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if (kept := getattr(bound.field.widget, "kept", None)) is not None:
                data[f"{bound.html_name}-waiting"], value = dumps([*kept], salt=SALT), None
            if value is True:
                data[bound.html_name] = "on"
            elif value is not None and value is not False:
                data[bound.html_name] = (
                    [getattr(each, "pk", each) for each in value] if isinstance(value, list) else value
                )
    return data


def as_sent(data):
    """The values of a form as a server reads them: texts, of each name as many as there are."""
    several = {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    return MultiValueDict({name: [str(each) for each in values] for name, values in several.items()})


def said(answer):
    """Return what the page that follows `answer` will say above."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def press(client, record, **buttons):
    """Open the form of `record` and send it back with `buttons`, and whatever else is given.

    What has no source is ticked to be public all the same, unless `unsourced` says otherwise.
    """
    page = address(record._meta.model_name, "change", record.pk)
    seen = opened(client, page)
    ticked = {"unsourced": [name for name, *_rest in seen.context_data.get("unsourced", ())]}
    return client.post(page, submitted(seen) | ticked | buttons)


def deletion(page):
    """Return what the browser would send of a page that asks before something is deleted."""
    return {"post": "yes", "version": page.context["version"]}


def delete(client, record, **keywords):
    """Open the page that asks before `record` is deleted, and say yes."""
    page = address(record._meta.model_name, "delete", record.pk)
    return client.post(page, deletion(client.get(page)), **keywords)


def parts(prefix, *rows):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return data


def visit_form(**fields):
    places = [PlaceFactory(), PlaceFactory()]
    people = [PersonFactory() for _ in range(3)]
    return {
        "title_fr": "Visite au Japon",
        "title_en": "Visit to Japan",
        "period": "29-31 octobre 2017",
        "status": "held",
        "areas": [AreaFactory().pk for _ in range(4)],
        **parts("stops", {"place": places[0].pk, "period": "30 October 2017"}, {"place": places[1].pk}),
        **parts(
            "meetings",
            {"stop_number": 1, "kind": "talks", "date": "30 octobre 2017", "interlocutors": [p.pk for p in people]},
            {"stop_number": 2, "kind": "talks"},
        ),
        **parts("participations"),
        **parts("citations"),
        **fields,
    }
