import pytest
from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import AnonymousUser, User

from partnerships.accounts.trace import log_refused, name_tried
from tests.accounts.conftest import PASSWORD


class TestWhoTried:
    @pytest.mark.parametrize(
        ("credentials", "name"),
        [({"username": "ed"}, "ed"), ({"login": "ed"}, "ed"), ({}, ""), ({"username": "x" * 200}, "x" * 150)],
    )
    def test_is_named_as_the_form_names_them_at_no_length(self, caplog, credentials, name):
        log_refused(None, credentials)
        assert caplog.messages == [f"event=refused account={name!r} from=-"]

    def test_is_whoever_is_logged_in_or_was_typed(self, rf):
        request = rf.post("/", {"login": "y" * 200})
        request.user, request.session = AnonymousUser(), {}
        assert (name_tried(None), name_tried(request)) == ("", "y" * 150)
        request.user = User(username="editor")
        assert name_tried(request) == "editor"


class TestTrace:
    def test_log_in_and_out_are_one_line_each(self, client, enter, caplog):
        enter()
        client.post("/admin/logout/")
        lines = [record.getMessage() for record in caplog.records if record.name == "partnerships.accounts"]
        assert lines == [
            "event=log-in account='editor' from=127.0.0.1",
            "event=log-out account='editor' from=127.0.0.1",
        ]

    def test_refusal_names_the_account_and_never_the_password(self, enter, caplog):
        enter("wrong-password")
        [line] = [record for record in caplog.records if record.name == "partnerships.accounts"]
        assert line.levelname == "WARNING"
        assert line.getMessage() == "event=refused account='editor' from=127.0.0.1"
        assert "wrong-password" not in caplog.text
        assert PASSWORD not in caplog.text

    def test_refusal_without_a_try_is_a_line_too(self, enter, caplog):
        for _attempt in range(5):
            enter("wrong-password")
        caplog.clear()
        assert enter().status_code == 200
        [line] = [record for record in caplog.records if record.name == "partnerships.accounts"]
        assert (line.levelname, line.getMessage()) == ("WARNING", "event=shut account='editor' from=127.0.0.1")
        assert PASSWORD not in caplog.text

    def test_wrong_second_factor_names_the_account(self, client, enter, editor, caplog):
        TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
        enter()
        for _attempt in range(5):
            client.post("/admin/account/2fa/authenticate/", {"code": "000000"})
        shut = client.post("/admin/account/2fa/authenticate/", {"code": "000000"})
        assert shut.status_code == 200
        lines = [record.getMessage() for record in caplog.records if record.name == "partnerships.accounts"]
        assert lines == [
            *["event=factor-refused account='editor' from=127.0.0.1"] * 5,
            "event=shut account='editor' from=127.0.0.1",
        ]
        assert "000000" not in caplog.text

    def test_changes_of_the_password_and_of_factors_are_named_as_what_they_are(self, client, enter, editor, caplog):
        enter()
        caplog.clear()
        for signal in (password_changed, password_reset):
            signal.send(User, request=None, user=editor)
        for signal in (authenticator_added, authenticator_removed):
            signal.send(Authenticator, request=None, user=editor, authenticator=Authenticator(type="recovery_codes"))
        assert [record.getMessage() for record in caplog.records] == [
            f"event={said} account='editor' from=-"
            for said in ("password-changed", "password-reset", "factor-added", "factor-removed")
        ]
