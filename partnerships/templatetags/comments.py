"""Comments as each reader reads them."""

from django import template

from partnerships.editorial.own_sentences import worded_anew

register = template.Library()
register.filter(worded_anew)
