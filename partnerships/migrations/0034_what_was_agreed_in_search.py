from django.db import migrations


class Migration(migrations.Migration):
    """Visits are found by what was agreed on them, Korean names in Latin letters: the index of the search is made anew."""

    makes_anew = ("rebuild_search",)

    dependencies = [
        ("partnerships", "0033_codes_as_they_stand"),
    ]

    operations = []
