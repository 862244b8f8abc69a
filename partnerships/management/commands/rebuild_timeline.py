"""The reading index of the timeline, made anew from the records."""

from django.core.management.base import BaseCommand

from partnerships.projections.timeline import index


class Command(BaseCommand):
    help = "Makes the reading index of the timeline anew from the records."

    def handle(self, *args, **options):
        self.stdout.write(f"{index.rebuild()} lines")
