"""Which fields exist in French and in English."""

from modeltranslation.translator import TranslationOptions, translator

from . import models

RECORD = ("withdrawal_reason",)
DATED = ("date_wording",)
LASTING = ("period_wording",)

TRANSLATED = {
    models.State: (*RECORD, *LASTING, "name", "formal_name"),
    models.Organization: (*RECORD, *LASTING, "name", "abbreviation"),
    models.Place: (*RECORD, "name"),
    models.Partner: (*RECORD, *LASTING, "name", "summary"),
    models.Framework: (*RECORD, *LASTING, "name", "abbreviation", "summary"),
    models.Membership: (*RECORD, *LASTING, "summary"),
    models.Embassy: (*RECORD, *LASTING, "name", "summary"),
    models.Mission: (*RECORD, *LASTING, "name", "summary"),
    models.Designation: (*RECORD, *LASTING, "summary"),
    models.Person: (*RECORD, "summary"),
    models.Office: (*RECORD, *LASTING, "name", "summary"),
    models.Tenure: (*RECORD, *LASTING, "summary"),
    models.Milestone: (*DATED, "summary"),
    models.Decision: (*RECORD, *DATED, "title", "text"),
    models.Agreement: (*RECORD, *DATED, *LASTING, "title", "text"),
    models.Visit: (*RECORD, *LASTING, "title", "summary"),
    models.Stop: (*LASTING, "summary"),
    models.Meeting: (*RECORD, *DATED, "title", "summary"),
    models.Participation: ("styled",),
    models.Area: (*RECORD, "name", "summary"),
    models.Posting: (*RECORD, *LASTING, "title", "summary"),
    models.Activity: (*RECORD, *LASTING, "title", "summary"),
    models.Statement: (*RECORD, *DATED, "text"),
    models.Source: (*RECORD, *DATED, "title", "publisher", "summary"),
    models.Citation: ("remark",),
    models.Name: LASTING,
}

for model, fields in TRANSLATED.items():
    translator.register(model, type(f"{model.__name__}Options", (TranslationOptions,), {"fields": fields}))
