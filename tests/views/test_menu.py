"""The menu at the head of every public page."""

from partnerships.views.menu import menu


def test_first_names_what_is_asked_for_most_and_each_list_once():
    shown = menu("en", "")
    order = [shown.index(f'href="/en/{word}/"') for word in ("partners", "missions", "timeline", "sources")]
    assert order == sorted(order)
    assert order[-1] < shown.index('href="/en/states/"') < shown.index('href="/en/compare/"')
    assert [shown.count(f'href="/en/{word}/"') for word in ("partners", "missions", "timeline", "sources")] == [1] * 4
    assert 'href="/en/pages/"' not in shown


def test_marks_the_list_on_whose_ground_the_reader_stands():
    marked = menu("en", "/en/missions/")
    assert "aria-current" in marked.partition('href="/en/missions/"')[2].partition("</a>")[0]
    assert marked.count("aria-current") == 1
    assert "aria-current" not in menu("en", "")
