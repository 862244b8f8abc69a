"""The file of a picture: for everybody while a public record shows it, else for those who look after the register."""

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from partnerships import pictures
from partnerships.records.visibility import public_pictures

#: How long others may keep a picture: a minute, for whoever takes one from the public takes it from all.
FOR_ALL, FOR_STAFF = "public, max-age=60", "private, no-store"
#: Whatever a file holds, nothing in it runs, and it loads nothing.
POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


@require_safe
def picture(request: HttpRequest, name: str, width: str) -> HttpResponse:
    """Answer with a picture in one of its widths."""
    is_public = public_pictures().filter(file=name).exists()
    if not is_public and not _looks_after(request):
        raise Http404
    file = pictures.file_found(name, int(width))
    if file is None:
        raise Http404
    with file:
        answer = HttpResponse(file.read(), content_type="image/jpeg")
    tag = f'"{name}-{int(width)}"'
    answer["Content-Disposition"] = f'inline; filename="{name}-{int(width)}.jpg"'
    answer["ETag"] = tag
    answer["Cache-Control"] = FOR_ALL if is_public else FOR_STAFF
    answer["Content-Security-Policy"] = POLICY
    return get_conditional_response(request, tag, response=answer) or answer


def _looks_after(request: HttpRequest) -> bool:
    """Whether somebody is logged in who may look at what is not public."""
    user = request.user
    return isinstance(user, User) and user.is_staff and user.has_perm("partnerships.view_picture")
