"""The other forms of a page."""

from django.utils.translation import override

from partnerships.pages.other_forms import TYPES, forms_of_list


class TestForms:
    def test_stand_at_the_address_of_the_page_in_its_language(self):
        with override("fr"):
            found = forms_of_list("timeline", "Chronologie", "partner=jp", ("atom", "csv"))
        assert [form.address for form in found] == [
            "/fr/chronologie.atom?partner=jp",
            "/fr/chronologie.csv?partner=jp",
        ]
        assert all(form.type == TYPES[form.address.partition("?")[0].rpartition(".")[2]] for form in found)
