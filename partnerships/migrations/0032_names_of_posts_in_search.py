from django.db import migrations


class Migration(migrations.Migration):
    """Missions, embassies and offices are found by what else their State is called: the index is made anew."""

    makes_anew = ("rebuild_search",)

    dependencies = [
        ("partnerships", "0001_squashed_0031_proposals_of_imports"),
    ]

    operations = []
