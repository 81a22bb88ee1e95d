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
            name="BredeIntake",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="brede_intake",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gestart", "Gestart"),
                            ("afgerond", "Afgerond"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
                ),
                (
                    "afgerond_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("tolktaal", models.CharField(blank=True, max_length=40, verbose_name="tolk in")),
                (
                    "alleen_spreken_op",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="gewezen op het recht om alleen te spreken op",
                    ),
                ),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
            ],
            options={
                "verbose_name": "brede intake",
                "verbose_name_plural": "brede intakes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "gestart", "afgerond"])),
                        name="intake_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["gestart", "afgerond"]),
                                ("gestart_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ["gestart", "afgerond"]), _negated=True),
                                ("gestart_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_gestart_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["afgerond"]), ("afgerond_op__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["afgerond"]), _negated=True),
                                ("afgerond_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="intake_afgerond_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("afgerond_op__isnull", False), ("afgerond_door__isnull", False)
                            ),
                            models.Q(
                                ("afgerond_op__isnull", True), ("afgerond_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="intake_afgerond_door",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leerbaarheidstoets",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leerbaarheidstoets",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("nodig", "Nog te doen"),
                            ("afgenomen", "Afgenomen"),
                            ("ontheven", "Niet nodig"),
                        ],
                        default="nodig",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "uitslag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("haalbaar", "B1-route haalbaar"),
                            ("niet_haalbaar", "B1-route niet haalbaar"),
                            ("onbekend", "Onbekend"),
                        ],
                        max_length=14,
                        verbose_name="uitslag",
                    ),
                ),
                (
                    "uitslag_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="uitslag geregistreerd door DUO op"
                    ),
                ),
                (
                    "reden_ontheven",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden waarom niet nodig"
                    ),
                ),
            ],
            options={
                "verbose_name": "leerbaarheidstoets",
                "verbose_name_plural": "leerbaarheidstoetsen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["nodig", "afgenomen", "ontheven"])),
                        name="toets_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["afgenomen"]),
                                ("uitslag_op__isnull", False),
                                models.Q(("uitslag", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["afgenomen"]), _negated=True),
                                ("uitslag_op__isnull", True),
                                ("uitslag", ""),
                            ),
                            _connector="OR",
                        ),
                        name="toets_uitslag_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "ontheven"),
                                models.Q(("reden_ontheven", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "ontheven"), _negated=True),
                                ("reden_ontheven", ""),
                            ),
                            _connector="OR",
                        ),
                        name="toets_ontheven_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderdelen",
                        to="intake.bredeintake",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("opleiding_en_werk", "Opleiding en werkervaring"),
                            ("persoonlijke_omstandigheden", "Persoonlijke omstandigheden"),
                            ("fysieke_gezondheid", "Lichamelijke gezondheid"),
                            ("mentale_gezondheid", "Mentale gezondheid"),
                            ("vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"),
                            ("taalniveau", "Taalniveau Nederlands"),
                            ("kansen_op_werk", "Kansen op werk"),
                            ("zelfredzaamheid", "Zelfredzaamheid"),
                        ],
                        max_length=40,
                        verbose_name="onderdeel",
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="wat is verteld")),
                (
                    "niet_van_toepassing",
                    models.BooleanField(default=False, verbose_name="niet van toepassing"),
                ),
            ],
            options={
                "verbose_name": "onderdeel van de intake",
                "verbose_name_plural": "onderdelen van de intake",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("intake", "soort"), name="onderdeel_een_per_soort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "opleiding_en_werk",
                                    "persoonlijke_omstandigheden",
                                    "fysieke_gezondheid",
                                    "mentale_gezondheid",
                                    "vve",
                                    "taalniveau",
                                    "kansen_op_werk",
                                    "zelfredzaamheid",
                                ],
                            )
                        ),
                        name="onderdeel_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("niet_van_toepassing", False), ("tekst", ""), _connector="OR"
                        ),
                        name="onderdeel_nvt_zonder_tekst",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBredeIntake",
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
                            ("gepland", "Gepland"),
                            ("gestart", "Gestart"),
                            ("afgerond", "Afgerond"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
                ),
                ("tolktaal", models.CharField(blank=True, max_length=40, verbose_name="tolk in")),
                (
                    "alleen_spreken_op",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="gewezen op het recht om alleen te spreken op",
                    ),
                ),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
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
                    "afgerond_door",
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
                "verbose_name": "historical brede intake",
                "verbose_name_plural": "historical brede intakes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLeerbaarheidstoets",
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
                            ("nodig", "Nog te doen"),
                            ("afgenomen", "Afgenomen"),
                            ("ontheven", "Niet nodig"),
                        ],
                        default="nodig",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "uitslag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("haalbaar", "B1-route haalbaar"),
                            ("niet_haalbaar", "B1-route niet haalbaar"),
                            ("onbekend", "Onbekend"),
                        ],
                        max_length=14,
                        verbose_name="uitslag",
                    ),
                ),
                (
                    "uitslag_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="uitslag geregistreerd door DUO op"
                    ),
                ),
                (
                    "reden_ontheven",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden waarom niet nodig"
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
                "verbose_name": "historical leerbaarheidstoets",
                "verbose_name_plural": "historical leerbaarheidstoetsen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOnderdeel",
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
                    models.CharField(
                        choices=[
                            ("opleiding_en_werk", "Opleiding en werkervaring"),
                            ("persoonlijke_omstandigheden", "Persoonlijke omstandigheden"),
                            ("fysieke_gezondheid", "Lichamelijke gezondheid"),
                            ("mentale_gezondheid", "Mentale gezondheid"),
                            ("vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"),
                            ("taalniveau", "Taalniveau Nederlands"),
                            ("kansen_op_werk", "Kansen op werk"),
                            ("zelfredzaamheid", "Zelfredzaamheid"),
                        ],
                        max_length=40,
                        verbose_name="onderdeel",
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="wat is verteld")),
                (
                    "niet_van_toepassing",
                    models.BooleanField(default=False, verbose_name="niet van toepassing"),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="intake.bredeintake",
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
                "verbose_name": "historical onderdeel van de intake",
                "verbose_name_plural": "historical onderdelen van de intake",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
