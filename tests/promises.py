"""What documents promise: the document, the test that holds the code to it, and the words as they stand there."""

PROMISES = """
docs/guides/staff.en.md
tests/test_heart.py::test_first_and_last_day_of_the_designation_count
**nobody enters that person a second time.**

docs/guides/staff.fr.md
tests/test_heart.py::test_first_and_last_day_of_the_designation_count
**personne ne saisit cette personne une seconde fois.**

docs/guides/staff.en.md
tests/test_heart.py::test_appointment_begins_nothing
the start the source gives, else arrival, else credentials; never the appointment

docs/guides/staff.fr.md
tests/test_heart.py::test_appointment_begins_nothing
le début que donne la source, à défaut l’arrivée, à défaut la remise des lettres de créance ; jamais la
nomination

docs/guides/staff.en.md
tests/test_heart.py::test_bounds_count_as_in
"2011" stays 2011; it is never 1 January.

docs/guides/staff.fr.md
tests/test_heart.py::test_bounds_count_as_in
« 2011 » reste 2011 ; jamais le 1er janvier.

docs/guides/staff.en.md
tests/models/test_pictures.py::test_an_import_is_refused
without it in both languages the record is not published

docs/guides/staff.fr.md
tests/models/test_pictures.py::test_an_import_is_refused
tant qu’il manque dans une des deux langues, la fiche n’est pas publiée

docs/guides/staff.en.md
tests/sheets/test_rows_to_lines.py::test_empty_cell_empties
An empty cell empties the field; nothing is ever deleted.

docs/guides/staff.fr.md
tests/sheets/test_rows_to_lines.py::test_empty_cell_empties
Une cellule vide vide le champ ; rien n’est jamais supprimé.

docs/guides/staff.en.md
tests/sheets/test_rows_to_lines.py::test_what_they_changed_stays_where_the_row_did_not
what they changed stays.

docs/guides/staff.en.md
tests/editorial/test_publishing.py::test_keeps_the_reason
Draft → in review → published; a published record can be withdrawn, with a reason that the public sees

docs/guides/staff.fr.md
tests/editorial/test_publishing.py::test_keeps_the_reason
Brouillon → en relecture → publiée ; une fiche publiée peut être retirée, avec un motif que le public voit

docs/guides/staff.en.md
tests/editorial/test_publishing.py::test_who_returns_what_another_submitted_last_says_why
Returning what somebody submitted needs a comment

docs/guides/staff.fr.md
tests/editorial/test_publishing.py::test_who_returns_what_another_submitted_last_says_why
Remettre en brouillon ce que quelqu’un a soumis exige un commentaire

docs/guides/staff.en.md
tests/editorial/test_publishing.py::test_refuses_with_the_records_that_are_not_published
Nothing published may name what is not

docs/guides/staff.fr.md
tests/editorial/test_publishing.py::test_refuses_with_the_records_that_are_not_published
Rien de publié ne nomme ce qui ne l’est pas

docs/guides/staff.en.md
tests/editorial/test_publishing.py::test_refuses_what_published_records_name
Withdrawing is refused while published records name it

docs/guides/staff.fr.md
tests/editorial/test_publishing.py::test_refuses_what_published_records_name
Le retrait est refusé tant que des fiches publiées la nomment

docs/guides/staff.en.md
tests/editorial/test_scheduling.py::test_any_other_step_ends_it
Any later step ends it

docs/guides/staff.en.md
tests/editorial/test_scheduling.py::test_withdrawn_one_is_refused_with_the_reason_why_it_was
What was withdrawn is never published automatically.

docs/guides/staff.en.md
tests/editorial/test_pending_changes.py::test_of_several_the_oldest_stands_first
the public reads the old text until a second person accepts it. Several changes of one record may wait.

docs/guides/staff.en.md
tests/editorial/test_published_alone.py::test_is_not_done_by_oneself
until another reviewer has confirmed them

docs/guides/staff.en.md
tests/consistency/test_settling.py::test_is_refused_without_a_reason_and_of_what_cannot_be_true
What cannot be true (an error) has no such answer.

docs/guides/staff.en.md
tests/editorial/test_merging.py::test_lead_on_for_ever
its addresses and its key lead on for ever

docs/guides/staff.fr.md
tests/editorial/test_merging.py::test_lead_on_for_ever
ses adresses et sa clé y conduisent pour toujours

docs/guides/staff.en.md
tests/admin/base/test_overtaking.py::
Where you changed different fields or parts, both are kept, and you are told.

docs/guides/operators.md
tests/models/test_history.py::
The history is kept by triggers: nothing changes or deletes it, `flush` neither.

docs/guides/operators.md
tests/test_kept_pages.py::
What somebody who is signed in receives says `private, no-store`, the back-office too.

docs/guides/operators.md
tests/management/commands/test_prepare.py::test_leaves_a_database_in_use_alone
it never loads fixtures or creates accounts where anything is stored already

docs/guides/operators.md
tests/exchange/test_importing.py::test_one_wrong_line_among_many_keeps_all_from_being_written
`--apply` writes all or nothing

docs/fixtures.md
tests/exchange/test_importing.py::test_lists_and_parts_that_are_not_given_are_left_alone
An import never deletes: remove a part or a record in the admin.

docs/fixtures.md
tests/management/commands/test_loaddata.py::test_second_load_adds_nothing
Loading the same file again changes nothing.

docs/fixtures.md
tests/management/commands/test_import_register.py::test_wrong_use_ends_with_two
0 (done, or nothing to do), 1 (refused, nothing written) or 2 (wrong use

docs/coast_lines.md
tests/drawing/test_map.py::
It has no borders of States

README.md
tests/management/commands/test_loaddata.py::test_second_load_adds_nothing
the stock command loads the main fixture, any number of times

README.md
tests/editorial/test_allowed_steps.py::test_each_state_has_its_steps_for_each_role
also publish, accept changes, return, withdraw, merge, delete, and take back an import or a merge

README.md
tests/test_heart.py::test_only_the_head_of_the_post_derives
*is thereby* head of mission

README.md
tests/test_heart.py::test_office_of_several_is_not_known_by_one_of_them
certainly, possibly, or not known.

ARCHITECTURE.md
tests/records/test_visibility.py::
Only what is published reaches the public

docs/guides/staff.en.md
tests/views/test_record_page.py::test_former_slug_leads_there_where_nothing_bears_it
the old address keeps leading to the record

docs/guides/staff.fr.md
tests/views/test_record_page.py::test_former_slug_leads_there_where_nothing_bears_it
l’ancienne adresse continue de mener à la fiche

docs/guides/staff.en.md
tests/outlets/test_lines.py::test_meeting_of_a_visit_was_published_with_it
They are published with the visit.

docs/guides/staff.fr.md
tests/outlets/test_lines.py::test_meeting_of_a_visit_was_published_with_it
Elles sont publiées avec la visite.

docs/guides/staff.fr.md
tests/sheets/test_rows_to_lines.py::test_what_they_changed_stays_where_the_row_did_not
ce qu’il a modifié reste.

docs/guides/staff.fr.md
tests/editorial/test_scheduling.py::test_withdrawn_one_is_refused_with_the_reason_why_it_was
Ce qui a été retiré n’est jamais publié automatiquement.

docs/guides/staff.fr.md
tests/editorial/test_pending_changes.py::test_of_several_the_oldest_stands_first
le public lit l’ancien texte jusqu’à ce qu’une seconde personne l’accepte.
Plusieurs modifications d’une même fiche peuvent attendre.

docs/guides/staff.fr.md
tests/editorial/test_published_alone.py::test_is_not_done_by_oneself
jusqu’à ce qu’un autre relecteur les ait confirmés

docs/guides/staff.en.md
tests/admin/test_rights.py::test_deleting
Reviewers also delete drafts that the public never saw.

docs/guides/staff.fr.md
tests/admin/test_rights.py::test_deleting
Les relecteurs suppriment aussi un brouillon que le public n’a jamais vu.
"""
