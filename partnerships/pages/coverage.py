"""What the register says of its own completeness: for which days it has looked, and when last."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.models import Mission, Office

from .sentences import covered_said, day_said


def coverage_said(*records: Mission | Office) -> list[SafeString]:
    """Say for which days the register claims to know every holder, and when somebody last looked."""
    found = []
    covered = next((one for one in records if one.coverage), None)
    if covered is not None:
        found.append(covered_said(covered))
    checked = [one.checked_on for one in records if one.checked_on]
    if checked:
        found.append(format_html(_("last checked {}"), day_said(max(checked))))
    return found
