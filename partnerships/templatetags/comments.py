"""Comments as each reader reads them."""

from django import template

from partnerships.editorial.called_then import comment_of
from partnerships.editorial.own_sentences import worded_anew

register = template.Library()
register.filter("worded_anew", lambda comment: worded_anew(comment))
register.filter(comment_of)
