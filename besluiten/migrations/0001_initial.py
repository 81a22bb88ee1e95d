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
            name="Besluit",
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
                        related_name="besluiten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(choices=[("pip", "PIP")], max_length=12, verbose_name="soort"),
                ),
                ("kenmerk", models.CharField(max_length=40, unique=True, verbose_name="kenmerk")),
                ("dagtekening", models.DateField(verbose_name="dagtekening")),
                ("genomen_op", models.DateField(verbose_name="genomen op")),
                (
                    "genomen_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluit",
                        to="inburgering.document",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("genomen", "Genomen, nog niet bekendgemaakt"),
                            ("bekendgemaakt", "Bekendgemaakt"),
                        ],
                        default="genomen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "bekendgemaakt_op",
                    models.DateField(blank=True, null=True, verbose_name="bekendgemaakt op"),
                ),
                (
                    "bekendgemaakt_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bekendmaking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("uitgereikt", "Uitgereikt"),
                            ("verzonden", "Per post verzonden"),
                            ("digitaal", "Digitaal verzonden"),
                        ],
                        max_length=12,
                        verbose_name="wijze van bekendmaking",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit",
                "verbose_name_plural": "besluiten",
                "ordering": ["-dagtekening", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["pip"])), name="besluit_soort_bekend"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["genomen", "bekendgemaakt"])),
                        name="besluit_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["bekendgemaakt"]),
                                ("bekendgemaakt_op__isnull", False),
                                models.Q(("bekendmaking", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["bekendgemaakt"]), _negated=True),
                                ("bekendgemaakt_op__isnull", True),
                                ("bekendmaking", ""),
                            ),
                            _connector="OR",
                        ),
                        name="besluit_bekendmaking_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bekendgemaakt_op__isnull", False),
                                ("bekendgemaakt_door__isnull", False),
                            ),
                            models.Q(
                                ("bekendgemaakt_op__isnull", True),
                                ("bekendgemaakt_door__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="besluit_bekendgemaakt_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bekendgemaakt_op", None),
                            ("bekendgemaakt_op__gte", models.F("dagtekening")),
                            _connector="OR",
                        ),
                        name="besluit_bekend_niet_voor_dagtekening",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Brieftekst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("sleutel", models.CharField(editable=False, max_length=40, unique=True)),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("tekst", models.TextField(verbose_name="tekst")),
            ],
            options={
                "verbose_name": "brieftekst",
                "verbose_name_plural": "briefteksten",
                "ordering": ["sleutel"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBesluit",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(choices=[("pip", "PIP")], max_length=12, verbose_name="soort"),
                ),
                ("kenmerk", models.CharField(db_index=True, max_length=40, verbose_name="kenmerk")),
                ("dagtekening", models.DateField(verbose_name="dagtekening")),
                ("genomen_op", models.DateField(verbose_name="genomen op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("genomen", "Genomen, nog niet bekendgemaakt"),
                            ("bekendgemaakt", "Bekendgemaakt"),
                        ],
                        default="genomen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "bekendgemaakt_op",
                    models.DateField(blank=True, null=True, verbose_name="bekendgemaakt op"),
                ),
                (
                    "bekendmaking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("uitgereikt", "Uitgereikt"),
                            ("verzonden", "Per post verzonden"),
                            ("digitaal", "Digitaal verzonden"),
                        ],
                        max_length=12,
                        verbose_name="wijze van bekendmaking",
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
                (
                    "genomen_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.document",
                    ),
                ),
                (
                    "bekendgemaakt_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "historical besluit",
                "verbose_name_plural": "historical besluiten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBrieftekst",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("sleutel", models.CharField(db_index=True, editable=False, max_length=40)),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("tekst", models.TextField(verbose_name="tekst")),
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
                "verbose_name": "historical brieftekst",
                "verbose_name_plural": "historical briefteksten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
