"""Which mails a member of staff wants, and in which language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import LANGUAGES


class MailChoice(models.Model):
    """What somebody has chosen; whoever has chosen nothing is told everything, in the language of the site."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice", verbose_name=_("account")
    )
    language = models.CharField(
        _("language of the e-mails"),
        max_length=2,
        default=LANGUAGES[0],
        choices=[("fr", "Français"), ("en", "English")],
    )
    review = models.BooleanField(_("when something waits for review"), default=True)
    returned = models.BooleanField(_("when something of yours is returned, with the comment"), default=True)
    published = models.BooleanField(_("when something of yours is published or accepted"), default=True)
    digest = models.BooleanField(_("once a week, what waits for you"), default=True)

    class Meta:
        verbose_name = _("choice of e-mails")
        verbose_name_plural = _("choices of e-mails")

    def __str__(self) -> str:
        return str(self.user)
