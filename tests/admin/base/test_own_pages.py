"""Pages of the back-office that belong to no kind of record."""

from django.contrib.admin import AdminSite
from django.http import HttpResponse
from django.urls import path

from partnerships.admin.base.own_pages import add_pages


def test_own_pages_come_first_and_take_none_away():
    site = AdminSite(name="another")
    stock = len(site.get_urls())
    add_pages(site, path("one/", HttpResponse, name="one"), path("two/", HttpResponse, name="two"))
    add_pages(site, path("three/", HttpResponse, name="three"))
    names = [each.name for each in site.get_urls()[:3]]
    assert names == ["three", "one", "two"]
    assert len(site.get_urls()) == stock + 3
