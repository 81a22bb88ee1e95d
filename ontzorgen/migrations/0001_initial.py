import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inburgering", "0001_initial"),
        ("medewerkers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Uitkering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitkeringen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="recht op bijstand vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "besluit_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="datum van het bijstandsbesluit"
                    ),
                ),
            ],
            options={
                "verbose_name": "uitkering",
                "verbose_name_plural": "uitkeringen",
                "ordering": ["-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="uitkering_op_volgorde",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("start_op"),
                                    models.F("eind_op"),
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=True
                                    ),
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                            ("inburgeraar", "="),
                        ],
                        name="uitkering_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ontzorgperiode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "uitkering",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ontzorgperiode",
                        to="ontzorgen.uitkering",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("actief", "Actief"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="aangemeld",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="eerste dag")),
                ("eind_op", models.DateField(verbose_name="laatste dag")),
                (
                    "besluit_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="Participatiewetbesluit van"
                    ),
                ),
                (
                    "machtiging_op",
                    models.DateField(blank=True, null=True, verbose_name="machtiging getekend op"),
                ),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                (
                    "reden_einde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("periode", "De zes maanden zijn voorbij"),
                            ("bijstand", "De bijstand is gestopt"),
                            ("verhuisd", "Verhuisd"),
                            ("dossier", "Het dossier is beëindigd of opgeschort"),
                            ("geen_recht", "Er is geen recht op ontzorgen"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=10,
                        verbose_name="reden van einde",
                    ),
                ),
            ],
            options={
                "verbose_name": "ontzorgperiode",
                "verbose_name_plural": "ontzorgperiodes",
                "ordering": ["-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["aangemeld", "actief", "beeindigd"])),
                        name="ontzorg_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="ontzorg_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "actief"), _negated=True),
                            models.Q(
                                ("besluit_op__isnull", False), ("machtiging_op__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="ontzorg_actief_met_besluit_en_machtiging",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["beeindigd"]),
                                ("beeindigd_op__isnull", False),
                                models.Q(("reden_einde", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("beeindigd_op__isnull", True),
                                ("reden_einde", ""),
                            ),
                            _connector="OR",
                        ),
                        name="ontzorg_einde_bewezen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOntzorgperiode",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("actief", "Actief"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="aangemeld",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="eerste dag")),
                ("eind_op", models.DateField(verbose_name="laatste dag")),
                (
                    "besluit_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="Participatiewetbesluit van"
                    ),
                ),
                (
                    "machtiging_op",
                    models.DateField(blank=True, null=True, verbose_name="machtiging getekend op"),
                ),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                (
                    "reden_einde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("periode", "De zes maanden zijn voorbij"),
                            ("bijstand", "De bijstand is gestopt"),
                            ("verhuisd", "Verhuisd"),
                            ("dossier", "Het dossier is beëindigd of opgeschort"),
                            ("geen_recht", "Er is geen recht op ontzorgen"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=10,
                        verbose_name="reden van einde",
                    ),
                ),
                (
                    "uitkering",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ontzorgen.uitkering",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ontzorgperiode",
                "verbose_name_plural": "historical ontzorgperiodes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUitkering",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("start_op", models.DateField(verbose_name="recht op bijstand vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "besluit_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="datum van het bijstandsbesluit"
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.inburgeraar",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uitkering",
                "verbose_name_plural": "historical uitkeringen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
