from django.db import migrations


class Migration(migrations.Migration):
    """To head a mission in one’s own right is a turning point too: the index of the timeline is made anew."""

    makes_anew = ("rebuild_timeline",)

    dependencies = [
        ("partnerships", "0035_sides_known_of_lines"),
    ]

    operations = []
