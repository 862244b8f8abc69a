"""A stop known by its State alone, or with several places; statements that last or name States; meetings of a visit itself."""

import datetime
import django.db.models.deletion
import partnerships.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partnerships', '0007_room_for_true_facts'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='meeting',
            name='meeting_publication',
        ),
        migrations.AddField(
            model_name='meeting',
            name='visit',
            field=models.ForeignKey(blank=True, help_text='The visit of which it was a part, where it was at none of its stops.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='partnerships.visit', verbose_name='visit'),
        ),
        migrations.AddField(
            model_name='statement',
            name='end_earliest',
            field=models.DateField(default=datetime.date(1, 1, 1), editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='statement',
            name='end_latest',
            field=models.DateField(default=datetime.date(9999, 12, 31), editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='statement',
            name='period',
            field=partnerships.models.fields.PeriodField(blank=True, bounds=('start_earliest', 'start_latest', 'end_earliest', 'end_latest'), default='', help_text='As people write it: “since 1 July 2018”, “3-5 March 2016”, “2004 to 2009”. In notation: “a/b”, “a/..” still going on, “a/” end not known.', max_length=100, verbose_name='period'),
        ),
        migrations.AddField(
            model_name='statement',
            name='period_wording',
            field=models.CharField(blank=True, default='', help_text='Only where the source’s own words matter.', max_length=250, verbose_name='wording of the period'),
        ),
        migrations.AddField(
            model_name='statement',
            name='period_wording_en',
            field=models.CharField(blank=True, default='', help_text='Only where the source’s own words matter.', max_length=250, null=True, verbose_name='wording of the period'),
        ),
        migrations.AddField(
            model_name='statement',
            name='period_wording_fr',
            field=models.CharField(blank=True, default='', help_text='Only where the source’s own words matter.', max_length=250, null=True, verbose_name='wording of the period'),
        ),
        migrations.AddField(
            model_name='statement',
            name='start_earliest',
            field=models.DateField(default=datetime.date(1, 1, 1), editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='statement',
            name='start_latest',
            field=models.DateField(default=datetime.date(9999, 12, 31), editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='statement',
            name='states',
            field=models.ManyToManyField(blank=True, related_name='statements', to='partnerships.state', verbose_name='States'),
        ),
        migrations.AddField(
            model_name='stop',
            name='further_places',
            field=models.ManyToManyField(blank=True, help_text='Where one stop led to several places, whose order no source gives.', related_name='further_stops', to='partnerships.place', verbose_name='further places'),
        ),
        migrations.AddField(
            model_name='stop',
            name='state',
            field=models.ForeignKey(blank=True, help_text='Where the source names no place in it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='partnerships.state', verbose_name='State'),
        ),
        migrations.AlterField(
            model_name='stop',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='partnerships.place', verbose_name='place'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('stop__isnull', False), ('visit__isnull', False), _connector='OR'), ('publication', ''), ('published_at__isnull', True)), models.Q(('publication__in', ['draft', 'in_review', 'published', 'withdrawn']), ('stop__isnull', True), ('visit__isnull', True)), _connector='OR'), name='meeting_publication', violation_error_message='A meeting at a stop is published with its visit; a meeting by itself has a state of publication.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('stop__isnull', True), ('visit__isnull', True), _connector='OR'), name='meeting_of_a_stop_or_a_visit', violation_error_message='A meeting is at a stop, or part of the visit itself: name just one.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('start_earliest__lte', models.F('start_latest')), ('end_earliest__lte', models.F('end_latest')), ('start_earliest__lte', models.F('end_latest'))), name='statement_period_bounds', violation_error_message='The period ends before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('date', ''), ('period', ''), _connector='OR'), name='statement_on_a_day_or_for_a_time', violation_error_message='A statement has a date, or a period if it lasts: not both.'),
        ),
        migrations.AddConstraint(
            model_name='stop',
            constraint=models.CheckConstraint(condition=models.Q(('place__isnull', False), ('state__isnull', False), _connector='OR'), name='stop_somewhere', violation_error_message='Say where the visit halts: a place, or at least the State.'),
        ),
    ]
