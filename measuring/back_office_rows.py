"""What the pages of the back-office are looked at with: accounts, a draft of every kind, something on every desk."""

import json
from pathlib import Path
from typing import Any

GUARDED = "guarded"
ROLES = ("administrator", "reader", GUARDED)
#: The kind whose draft is in review, and is not deleted there.
IN_REVIEW = "visit"
#: How the key of a draft begins that stays one, and of one on which "Publish" is pressed, which some are ready for.
KEPT, PUBLISHED = "draft-", "to-publish-"


def make(written: str) -> None:
    """Make it, and write down as JSON under which numbers it is found."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    from django.contrib.auth.models import Group, User
    from django.urls import reverse

    from partnerships.editorial import waiting
    from partnerships.models import Batch, Change, Confirmation, ErrorReport, PendingChange

    from .guide import PASSWORD

    staff = {}
    for role in ("reader", "editor", "reviewer", "administrator", GUARDED):
        staff[role] = User.objects.create_user(role, password=PASSWORD, is_staff=True)
        staff[role].groups.add(Group.objects.get(name="reader" if role == GUARDED else role))
    TOTP.activate(staff[GUARDED], generate_totp_secret())
    codes = RecoveryCodes.activate(staff[GUARDED]).get_unused_codes()
    rows = public_and_drafts(staff["editor"])
    waits(staff, rows["public"])
    ErrorReport.objects.create(kind="visit", key="gone", language="en", text="The day is another one.")
    rows["codes"] = codes
    rows["journals"] = {
        model._meta.model_name: model.objects.values_list("pk", flat=True).first()
        for model in (Batch, Change, Confirmation, ErrorReport, PendingChange, User, Group)
    }
    names = (*waiting.LISTS, *waiting.MISSING)
    rows["pages"] = {f"work: {name}": reverse("admin:partnerships_work", args=[name]) for name in names}
    rows["pages"] |= {
        "translation": reverse("admin:partnerships_translation", args=["decision", "2018-05-24-japan-mission"]),
        "password of an account": reverse("admin:auth_user_password_change", args=[staff["reader"].pk]),
        "app list": "/admin/partnerships/",
        "second app list": "/admin/auth/",
    }
    Path(written).write_text(json.dumps(rows))


def public_and_drafts(by: Any) -> dict[str, Any]:
    """Return by kind the longest public record, and two drafts that say the same as others, imported."""
    from django.core.management import call_command

    from partnerships.records.kinds import KINDS
    from partnerships.records.snapshot.taking import snapshots

    public, lines = {}, []
    for name, kind in KINDS.items():
        ids = kind.model._meta.base_manager.filter(publication="published").values_list("pk", flat=True)[:300]
        found = sorted(((len(taken), record) for record, taken in snapshots(kind.model, ids)), key=lambda one: one[0])
        if not found:
            continue
        record = found[-1][1]
        public[name] = record.pk
        taken = next(taken for _, taken in snapshots(kind.model, [record.pk]))
        lines += [copied(taken, f"{draft}{record.key}") for draft in (KEPT, PUBLISHED)]
    file = Path("/tmp/office-drafts.json")  # noqa: S108
    file.write_text(json.dumps(lines))
    call_command("import_register", str(file), "--apply", "--as", by.username)
    return {"public": public, "drafts": numbers_of(KEPT), "to_publish": numbers_of(PUBLISHED)}


def numbers_of(draft: str) -> dict[str, int]:
    """Return by kind the number of the draft whose key begins so."""
    from partnerships.records.kinds import KINDS

    found = {
        name: kind.model._meta.base_manager.filter(key__startswith=draft).values_list("pk", flat=True).first()
        for name, kind in KINDS.items()
    }
    return {name: number for name, number in found.items() if number}


def copied(taken: list[dict], key: str) -> dict:
    """Return the line of a record as that of a draft of another key."""
    line = json.loads(json.dumps(taken[0]))
    for name in ("publication", "published_at", "slug_fr", "slug_en", "iso_code", "url"):
        line["fields"].pop(name, None)
    line["fields"]["key"] = key[:80]
    return line


def waits(staff: dict[str, Any], public: dict[str, int]) -> None:
    """Let something wait: a pending change, one that was returned, something done alone, in review, returned."""
    from partnerships.editorial import pending_changes, published_alone, publishing
    from partnerships.editorial.history import record_change
    from partnerships.models import Change
    from partnerships.records.kinds import KINDS
    from partnerships.records.snapshot.taking import snapshot

    for kind in ("person", "visit", "decision"):
        record = KINDS[kind].model._meta.base_manager.get(pk=public[kind])
        before = snapshot(record)
        after = json.loads(json.dumps(before))
        after[0]["fields"]["note"] = "Said otherwise."
        proposed = pending_changes.propose(record, by=staff["editor"], before=before, after=after, comment="Better")
        if kind == "visit" and proposed is not None:
            pending_changes.give_back(proposed, by=staff["reviewer"], comment="Which source says so?")
    for kind in ("visit", "tenure"):
        record = KINDS[kind].model._meta.base_manager.get(pk=public[kind])
        lines = snapshot(record)
        change = record_change(record, action=Change.Action.UPDATE, by=staff["reviewer"], before=lines, after=lines)
        published_alone.flag(change, "In a hurry")
    for number, kind in enumerate((IN_REVIEW, "tenure")):
        draft = KINDS[kind].model._meta.base_manager.get(key__startswith=KEPT)
        publishing.submit(draft, by=staff["editor"], comment="Please read")
        if number:
            publishing.return_to_draft(draft, by=staff["reviewer"], comment="Which source says so?")
