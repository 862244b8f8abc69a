from django.db import migrations


class Migration(migrations.Migration):
    """Lines know which side of theirs is known, where the other is open: the index of the timeline is made anew."""

    makes_anew = ("rebuild_timeline",)

    dependencies = [
        ("partnerships", "0034_what_was_agreed_in_search"),
    ]

    operations = []
