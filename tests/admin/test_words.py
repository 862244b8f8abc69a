"""What the back-office calls a state of publication and a step, read from its pages, in both languages."""

import re

import pytest
from django.utils import timezone

from partnerships import editorial
from tests.crowd import SentForm
from tests.factories import VisitFactory

from .browsing import address

#: As the pages say it: by the state, in English and in French.
STATES = {
    "draft": ("draft", "brouillon"),
    "in_review": ("in review", "en relecture"),
    "published": ("published", "publiée"),
    "withdrawn": ("withdrawn", "retirée"),
}
#: What stands above the next page after a step, and in the history.
STEPS = {
    "_submit": ("is submitted for review.", "est soumise à relecture.", "submitted for review", "soumise à relecture"),
    "_return": ("is a draft again.", "est de nouveau un brouillon.", "returned to draft", "remise en brouillon"),
    "_publish": ("is published.", "est publiée.", "published", "publiée"),
    "_withdraw": ("is withdrawn.", "est retirée.", "withdrawn", "retirée"),
}
BEFORE = {"_submit": "draft", "_return": "in_review", "_publish": "in_review", "_withdraw": "published"}
LANGUAGES = ("en", "fr")


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.replace("\u202f", " ").replace("\u00a0", " ")))


def of_state(state):
    seen = timezone.now() if state in ("published", "withdrawn") else None
    return VisitFactory(
        publication=state, published_at=seen, withdrawal_reason_fr="Erreur." if state == "withdrawn" else None
    )


@pytest.mark.parametrize("which", [0, 1], ids=LANGUAGES)
class TestState:
    @pytest.mark.parametrize("state", STATES)
    def test_is_said_in_the_form_and_in_the_list(self, as_role, which, state):
        record, client = of_state(state), as_role("reader")
        headers = {"accept-language": LANGUAGES[which]}
        read = client.get(address("visit", "change", record.pk), headers=headers).text
        cells = re.findall(
            r'<td class="field-publication[^"]*">(.*?)</td>',
            client.get(address("visit", "changelist"), headers=headers).text,
        )
        form = as_role("reviewer").get(address("visit", "change", record.pk), headers=headers).text
        told = re.search(r"<dt>Publication</dt>\s*<dd>(.*?)</dd>", read)
        assert words(told.group(1)).strip() == STATES[state][which]
        shown = re.search(r'field-publication.*?<div class="readonly">(.*?)</div>', form, re.DOTALL)
        assert [words(cell).strip() for cell in cells] == [STATES[state][which]]
        assert words(shown.group(1)).strip() == STATES[state][which]


@pytest.mark.parametrize("which", [0, 1], ids=LANGUAGES)
class TestStep:
    @pytest.mark.parametrize("step", STEPS)
    def test_is_said_once_it_is_taken_and_in_the_history(self, as_role, which, step):
        record, client = of_state(BEFORE[step]), as_role("reviewer")
        page, headers = address("visit", "change", record.pk), {"accept-language": LANGUAGES[which]}
        fields = SentForm(client.get(page, headers=headers).text).fields | {step: "1", "_reason_fr": "Erreur."}
        fields["unsourced"] = f"visit/{record.key}"
        answer = words(client.post(page, fields, headers=headers, follow=True).text)
        assert STEPS[step][which] in answer
        assert [other for other in STEPS if other != step and STEPS[other][which] in answer] == []
        history = words(client.get(address("visit", "history", record.pk), headers=headers).text)
        assert f" {STEPS[step][2 + which]} " in history


@pytest.mark.django_db
class TestWithdrawn:
    """What the public reads at the address of a record that was withdrawn."""

    @pytest.mark.parametrize(
        ("path", "said", "reason"),
        [
            ("/en/visits/gone/", "This record was withdrawn", "Reason: Mistaken."),
            ("/fr/visites/parti/", "Cette fiche a été retirée", "Motif : Erreur."),
        ],
    )
    def test_is_said_with_the_reason(self, client, path, said, reason):
        visit = VisitFactory(publication="published", slug_en="gone", slug_fr="parti", published_at=timezone.now())
        assert client.get(path).status_code == 200
        assert said not in words(client.get(path).text)
        editorial.withdraw(visit, by=None, reason_fr="Erreur.", reason_en="Mistaken.")
        answer = client.get(path)
        assert answer.status_code == 410
        assert said in words(answer.text)
        assert reason in words(answer.text)
        assert visit.title_en not in answer.text
