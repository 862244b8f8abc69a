import logging

from tests.accounts.conftest import PASSWORD


class TestTrace:
    def test_log_in_and_out_are_one_line_each(self, client, enter, caplog):
        caplog.set_level(logging.INFO, "partnerships.accounts")
        enter()
        client.post("/admin/logout/")
        lines = [record.getMessage() for record in caplog.records if record.name == "partnerships.accounts"]
        assert lines == [
            "event=log-in account='editor' from=127.0.0.1",
            "event=log-out account='editor' from=127.0.0.1",
        ]

    def test_refusal_names_the_account_and_never_the_password(self, enter, caplog):
        caplog.set_level(logging.INFO, "partnerships.accounts")
        enter("wrong-password")
        [line] = [record for record in caplog.records if record.name == "partnerships.accounts"]
        assert line.levelname == "WARNING"
        assert line.getMessage() == "event=refused account='editor' from=127.0.0.1"
        assert "wrong-password" not in caplog.text
        assert PASSWORD not in caplog.text
