"""A passkey in a real browser: made, used to log in, and what is said where the browser has none."""

import pytest
from allauth.mfa.models import Authenticator

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)

#: A key within the machine, as a laptop has one, whose owner it knows.
KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}


@pytest.fixture
def devtools(page):
    found = page.context.new_cdp_session(page)
    found.send("WebAuthn.enable")
    return found


def test_is_made_used_and_missed(page, live_server, editor, devtools, complaints, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    key = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**KEY, "isUserVerified": True}})
    page.goto(f"{live_server.url}/admin/account/2fa/webauthn/add/")
    if page.locator("#id_password").count():
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    assert Authenticator.objects.get(type="webauthn").user == editor
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/admin/login/")
    page.click("#passkey_login")
    page.wait_for_selector("#user-tools")
    # Another machine, that has no key: the page says so, and the console nothing.
    devtools.send("WebAuthn.removeVirtualAuthenticator", key)
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**KEY, "isUserVerified": False}})
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/admin/login/")
    said = page.locator("[data-passkey-refused]")
    assert not said.is_visible()
    page.click("#passkey_login")
    said.wait_for(state="visible")
    assert said.evaluate("each => each.previousElementSibling.tagName") == "H1"
    assert page.url.startswith(f"{live_server.url}/admin/login/")
    assert complaints == []
