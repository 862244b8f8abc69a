"""Room for true facts that had none: what they are and how they are found; an embassy of a State in itself is refused."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


def refuse_posts_at_home(apps, schema_editor):
    """Say which embassies are to be mended first: nothing is changed or lost on the way."""
    embassies = apps.get_model("partnerships", "Embassy")._base_manager.using(schema_editor.connection.alias)
    keys = list(embassies.filter(state=models.F("receiving_state")).order_by("key").values_list("key", flat=True))
    if keys:
        raise ValueError(
            "These embassies name one State as both sending and receiving; make missions of them, or correct them, "
            f"before this migration: {', '.join(keys)}"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('partnerships', '0006_texts_in_one_form'),
    ]

    operations = [
        migrations.RunPython(refuse_posts_at_home, migrations.RunPython.noop, elidable=True),
        migrations.AddField(
            model_name='activity',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='decision',
            name='number',
            field=models.CharField(blank=True, default='', help_text='The number of the document that records it, such as “PO(2018)0123”.', max_length=100, verbose_name='number'),
        ),
        migrations.AddField(
            model_name='decision',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='designation',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='address',
            field=models.TextField(blank=True, default='', help_text='As it is written on an envelope, one line each.', verbose_name='postal address'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='email',
            field=models.EmailField(blank=True, default='', help_text='Only what the post itself makes public.', max_length=254, verbose_name='e-mail address'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='kind',
            field=models.CharField(choices=[('embassy', 'embassy'), ('high_commission', 'high commission'), ('legation', 'legation'), ('nunciature', 'apostolic nunciature'), ('permanent_mission', 'permanent mission'), ('delegation', 'delegation'), ('consulate_general', 'consulate general'), ('consulate', 'consulate'), ('honorary_consulate', 'honorary consulate'), ('liaison_office', 'liaison office'), ('representation', 'representative office'), ('interests_section', 'interests section'), ('other', 'other post')], default='embassy', max_length=20, verbose_name='kind of post'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='latitude',
            field=models.DecimalField(blank=True, decimal_places=5, help_text='In degrees, north positive.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='longitude',
            field=models.DecimalField(blank=True, decimal_places=5, help_text='In degrees, east positive.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='phone',
            field=models.CharField(blank=True, default='', help_text='Only what the post itself makes public: “+32 2 000 00 00”.', max_length=100, verbose_name='telephone'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='website',
            field=models.URLField(blank=True, default='', max_length=2000, verbose_name='website'),
        ),
        migrations.AddField(
            model_name='embassy',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='framework',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='membership',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='mission',
            name='address',
            field=models.TextField(blank=True, default='', help_text='As it is written on an envelope, one line each.', verbose_name='postal address'),
        ),
        migrations.AddField(
            model_name='mission',
            name='email',
            field=models.EmailField(blank=True, default='', help_text='Only what the post itself makes public.', max_length=254, verbose_name='e-mail address'),
        ),
        migrations.AddField(
            model_name='mission',
            name='kind',
            field=models.CharField(choices=[('mission', 'mission'), ('permanent_mission', 'permanent mission'), ('permanent_representation', 'permanent representation'), ('delegation', 'delegation'), ('observer_mission', 'observer mission'), ('liaison_office', 'liaison office'), ('other', 'other post')], default='mission', max_length=30, verbose_name='kind of post'),
        ),
        migrations.AddField(
            model_name='mission',
            name='latitude',
            field=models.DecimalField(blank=True, decimal_places=5, help_text='In degrees, north positive.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude'),
        ),
        migrations.AddField(
            model_name='mission',
            name='longitude',
            field=models.DecimalField(blank=True, decimal_places=5, help_text='In degrees, east positive.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude'),
        ),
        migrations.AddField(
            model_name='mission',
            name='phone',
            field=models.CharField(blank=True, default='', help_text='Only what the post itself makes public: “+32 2 000 00 00”.', max_length=100, verbose_name='telephone'),
        ),
        migrations.AddField(
            model_name='mission',
            name='website',
            field=models.URLField(blank=True, default='', max_length=2000, verbose_name='website'),
        ),
        migrations.AddField(
            model_name='mission',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='name',
            name='honorific',
            field=models.CharField(blank=True, default='', max_length=100, verbose_name='honorific'),
        ),
        migrations.AddField(
            model_name='name',
            name='suffix',
            field=models.CharField(blank=True, default='', max_length=100, verbose_name='suffix'),
        ),
        migrations.AddField(
            model_name='office',
            name='title_feminine',
            field=models.CharField(blank=True, default='', help_text='As it is said of a woman, where that is another word: « Première ministre du Japon ».', max_length=500, verbose_name='title in the feminine'),
        ),
        migrations.AddField(
            model_name='office',
            name='title_feminine_en',
            field=models.CharField(blank=True, default='', help_text='As it is said of a woman, where that is another word: « Première ministre du Japon ».', max_length=500, null=True, verbose_name='title in the feminine'),
        ),
        migrations.AddField(
            model_name='office',
            name='title_feminine_fr',
            field=models.CharField(blank=True, default='', help_text='As it is said of a woman, where that is another word: « Première ministre du Japon ».', max_length=500, null=True, verbose_name='title in the feminine'),
        ),
        migrations.AddField(
            model_name='partner',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='person',
            name='honorific',
            field=models.CharField(blank=True, default='', help_text='What stands before the name: “Dr”, “Sir”.', max_length=100, verbose_name='honorific'),
        ),
        migrations.AddField(
            model_name='person',
            name='honorific_en',
            field=models.CharField(blank=True, default='', help_text='What stands before the name: “Dr”, “Sir”.', max_length=100, null=True, verbose_name='honorific'),
        ),
        migrations.AddField(
            model_name='person',
            name='honorific_fr',
            field=models.CharField(blank=True, default='', help_text='What stands before the name: “Dr”, “Sir”.', max_length=100, null=True, verbose_name='honorific'),
        ),
        migrations.AddField(
            model_name='person',
            name='name_language',
            field=models.CharField(blank=True, default='', help_text='Only for a name that is known in another script than Latin: “ja”, “ko”, “ar”.', max_length=20, validators=[django.core.validators.RegexValidator('\\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\Z', 'Write the code of a language, such as “fr”, “ja” or “ja-Latn”.', code='language')], verbose_name='language of the name'),
        ),
        migrations.AddField(
            model_name='person',
            name='suffix',
            field=models.CharField(blank=True, default='', help_text='What stands after the name: “Jr”, “III”.', max_length=100, verbose_name='suffix'),
        ),
        migrations.AddField(
            model_name='person',
            name='suffix_en',
            field=models.CharField(blank=True, default='', help_text='What stands after the name: “Jr”, “III”.', max_length=100, null=True, verbose_name='suffix'),
        ),
        migrations.AddField(
            model_name='person',
            name='suffix_fr',
            field=models.CharField(blank=True, default='', help_text='What stands after the name: “Jr”, “III”.', max_length=100, null=True, verbose_name='suffix'),
        ),
        migrations.AddField(
            model_name='person',
            name='title_form',
            field=models.CharField(blank=True, choices=[('masculine', 'masculine'), ('feminine', 'feminine')], default='', help_text='In which form sources give this person’s titles; never guessed from a name.', max_length=10, verbose_name='form of titles'),
        ),
        migrations.AddField(
            model_name='posting',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='source',
            name='author',
            field=models.CharField(blank=True, default='', help_text='Whoever signs the document, as it is signed.', max_length=500, verbose_name='author'),
        ),
        migrations.AddField(
            model_name='source',
            name='not_archived',
            field=models.BooleanField(default=False, help_text='Tick where a copy was looked for and there is none.', verbose_name='no archived copy'),
        ),
        migrations.AddField(
            model_name='source',
            name='original_title',
            field=models.CharField(blank=True, default='', help_text='As the document itself has it, in its own language and script.', max_length=1000, verbose_name='original title'),
        ),
        migrations.AddField(
            model_name='statement',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='rank',
            field=models.CharField(blank=True, default='', help_text='Such as “envoy extraordinary and minister plenipotentiary”.', max_length=500, verbose_name='rank'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='rank_en',
            field=models.CharField(blank=True, default='', help_text='Such as “envoy extraordinary and minister plenipotentiary”.', max_length=500, null=True, verbose_name='rank'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='rank_fr',
            field=models.CharField(blank=True, default='', help_text='Such as “envoy extraordinary and minister plenipotentiary”.', max_length=500, null=True, verbose_name='rank'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='residence',
            field=models.ForeignKey(blank=True, help_text='Where the person lives, if not where the office is: resident at Brussels.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='residents', to='partnerships.place', verbose_name='residence'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='residence_text',
            field=models.CharField(blank=True, default='', help_text='Where no place of the register says it.', max_length=250, verbose_name='residence in words'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='residence_text_en',
            field=models.CharField(blank=True, default='', help_text='Where no place of the register says it.', max_length=250, null=True, verbose_name='residence in words'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='residence_text_fr',
            field=models.CharField(blank=True, default='', help_text='Where no place of the register says it.', max_length=250, null=True, verbose_name='residence in words'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='title_form',
            field=models.CharField(blank=True, choices=[('masculine', 'masculine'), ('feminine', 'feminine')], default='', help_text='In which form the title is said in this tenure; left empty, as the person’s record has it.', max_length=10, verbose_name='form of the title'),
        ),
        migrations.AddField(
            model_name='tenure',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AddField(
            model_name='visit',
            name='weight',
            field=models.CharField(blank=True, choices=[('main', 'turning point'), ('further', 'one more event')], default='', help_text='Only where this record matters more, or less, than is usual for its kind.', max_length=7, verbose_name='weight on the timeline'),
        ),
        migrations.AlterField(
            model_name='person',
            name='name',
            field=models.CharField(help_text='The name in use, in the order used: “Shinzo Abe”. In Latin script, unless it is known in another one only.', max_length=500, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='source',
            name='kind',
            field=models.CharField(choices=[('official', 'official document'), ('official_page', 'official page'), ('press', 'press'), ('agency', 'news agency'), ('reference', 'reference work'), ('data_set', 'data set'), ('personal_page', 'personal page'), ('other', 'other document')], default='official', max_length=15, verbose_name='kind'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='activity_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='agreement_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='decision_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='designation',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='designation_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='embassy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False), ('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='embassy_on_earth', violation_error_message='A place has both coordinates or neither: latitude from -90 to 90, longitude from -180 to 180.'),
        ),
        migrations.AddConstraint(
            model_name='embassy',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='embassy_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='embassy',
            constraint=models.CheckConstraint(condition=models.Q(('state', models.F('receiving_state')), _negated=True), name='embassy_abroad', violation_error_message='A State has no embassy in itself: a post at an organisation that sits there is a mission.'),
        ),
        migrations.AddConstraint(
            model_name='framework',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='framework_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='meeting_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='membership_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False), ('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='mission_on_earth', violation_error_message='A place has both coordinates or neither: latitude from -90 to 90, longitude from -180 to 180.'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='mission_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='partner_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='posting_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('not_archived', False), ('archive_url', ''), _connector='OR'), name='source_archived_or_not', violation_error_message='Either there is an archived copy, or there is none.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='statement_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='tenure_weight', violation_error_message='This is not a weight.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', ['', 'main', 'further'])), name='visit_weight', violation_error_message='This is not a weight.'),
        ),
    ]
