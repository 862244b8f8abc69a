from django.db import migrations


class Migration(migrations.Migration):
    """Codes are no words of a language, and have no stems: the index of the search is made anew."""

    makes_anew = ("rebuild_search",)

    dependencies = [
        ("partnerships", "0032_names_of_posts_in_search"),
    ]

    operations = []
