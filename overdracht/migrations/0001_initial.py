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
            name="Overdracht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "gezin",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdracht",
                        to="inburgering.gezin",
                    ),
                ),
                ("azc", models.CharField(max_length=80, verbose_name="AZC")),
                (
                    "koppeling_op",
                    models.DateField(
                        help_text="De dag van koppeling door het COA.", verbose_name="gekoppeld op"
                    ),
                ),
                (
                    "verwacht_op",
                    models.DateField(blank=True, null=True, verbose_name="verwachte verhuizing"),
                ),
                (
                    "contact_coa",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon COA"),
                ),
                ("regioadvies", models.TextField(blank=True, verbose_name="regioadvies")),
                (
                    "kamers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="slaapkamers nodig"
                    ),
                ),
                (
                    "begane_grond",
                    models.BooleanField(default=False, verbose_name="begane grond nodig"),
                ),
                (
                    "rolstoel",
                    models.BooleanField(default=False, verbose_name="rolstoelgeschikt nodig"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Ontvangen"),
                            ("verwerkt", "Verwerkt"),
                            ("afgerond", "Afgerond"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="ontvangen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                (
                    "verwerkt_op",
                    models.DateField(blank=True, null=True, verbose_name="verwerkt op"),
                ),
                (
                    "verwerkt_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
                ),
                (
                    "ingetrokken_op",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "gesprek",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdracht",
                        to="inburgering.afspraak",
                    ),
                ),
            ],
            options={
                "verbose_name": "overdracht",
                "verbose_name_plural": "overdrachten",
                "ordering": ["koppeling_op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["ontvangen", "verwerkt", "afgerond", "ingetrokken"])
                        ),
                        name="overdracht_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["verwerkt", "afgerond"]),
                                ("verwerkt_op__isnull", False),
                            ),
                            models.Q(("status", "ontvangen"), ("verwerkt_op", None)),
                            ("status", "ingetrokken"),
                            _connector="OR",
                        ),
                        name="overdracht_verwerkt_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verwerkt_op__isnull", False), ("verwerkt_door__isnull", False)
                            ),
                            models.Q(
                                ("verwerkt_op__isnull", True), ("verwerkt_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="overdracht_verwerkt_door",
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
                        name="overdracht_afgerond_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["ingetrokken"]),
                                ("ingetrokken_op__isnull", False),
                                models.Q(("reden", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["ingetrokken"]), _negated=True),
                                ("ingetrokken_op__isnull", True),
                                ("reden", ""),
                            ),
                            _connector="OR",
                        ),
                        name="overdracht_ingetrokken_bewezen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Huisvesting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "overdracht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="huisvestingen",
                        to="overdracht.overdracht",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gezocht", "Woning gezocht"),
                            ("toegewezen", "Woning toegewezen"),
                            ("bezichtigd", "Woning bezichtigd"),
                            ("geaccepteerd", "Geaccepteerd"),
                            ("geweigerd", "Geweigerd"),
                            ("verhuisd", "Verhuisd"),
                        ],
                        default="gezocht",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gezocht_op", models.DateField(verbose_name="gezocht sinds")),
                ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                (
                    "huisnummer",
                    models.CharField(blank=True, max_length=12, verbose_name="huisnummer"),
                ),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "corporatie",
                    models.CharField(blank=True, max_length=80, verbose_name="woningcorporatie"),
                ),
                (
                    "toegewezen_op",
                    models.DateField(blank=True, null=True, verbose_name="toegewezen op"),
                ),
                (
                    "bezichtigd_op",
                    models.DateField(blank=True, null=True, verbose_name="bezichtigd op"),
                ),
                (
                    "beslist_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="geaccepteerd of geweigerd op"
                    ),
                ),
                (
                    "reden_weigering",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van weigeren"),
                ),
                (
                    "huur_vanaf",
                    models.DateField(blank=True, null=True, verbose_name="huurcontract vanaf"),
                ),
                (
                    "verhuisd_op",
                    models.DateField(blank=True, null=True, verbose_name="verhuisd op"),
                ),
            ],
            options={
                "verbose_name": "huisvesting",
                "verbose_name_plural": "huisvestingen",
                "ordering": ["-gezocht_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "gezocht",
                                    "toegewezen",
                                    "bezichtigd",
                                    "geaccepteerd",
                                    "geweigerd",
                                    "verhuisd",
                                ],
                            )
                        ),
                        name="huisvesting_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "status__in",
                                    [
                                        "toegewezen",
                                        "bezichtigd",
                                        "geaccepteerd",
                                        "geweigerd",
                                        "verhuisd",
                                    ],
                                ),
                                ("toegewezen_op__isnull", False),
                                models.Q(("straat", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "status__in",
                                        [
                                            "toegewezen",
                                            "bezichtigd",
                                            "geaccepteerd",
                                            "geweigerd",
                                            "verhuisd",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("toegewezen_op__isnull", True),
                                ("straat", ""),
                            ),
                            _connector="OR",
                        ),
                        name="huisvesting_toegewezen_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["geaccepteerd", "geweigerd", "verhuisd"]),
                                ("beslist_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(
                                    ("status__in", ["geaccepteerd", "geweigerd", "verhuisd"]),
                                    _negated=True,
                                ),
                                ("beslist_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="huisvesting_beslist_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["verhuisd"]), ("verhuisd_op__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["verhuisd"]), _negated=True),
                                ("verhuisd_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="huisvesting_verhuisd_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "geweigerd"), _negated=True),
                            models.Q(("reden_weigering", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="huisvesting_geweigerd_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bezichtigd_op__isnull", True),
                            ("bezichtigd_op__gte", models.F("toegewezen_op")),
                            _connector="OR",
                        ),
                        name="huisvesting_bezichtigd_na_toewijzing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "geweigerd"), _negated=True),
                        fields=("overdracht",),
                        name="huisvesting_een_lopende",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalHuisvesting",
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
                            ("gezocht", "Woning gezocht"),
                            ("toegewezen", "Woning toegewezen"),
                            ("bezichtigd", "Woning bezichtigd"),
                            ("geaccepteerd", "Geaccepteerd"),
                            ("geweigerd", "Geweigerd"),
                            ("verhuisd", "Verhuisd"),
                        ],
                        default="gezocht",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gezocht_op", models.DateField(verbose_name="gezocht sinds")),
                ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                (
                    "huisnummer",
                    models.CharField(blank=True, max_length=12, verbose_name="huisnummer"),
                ),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "corporatie",
                    models.CharField(blank=True, max_length=80, verbose_name="woningcorporatie"),
                ),
                (
                    "toegewezen_op",
                    models.DateField(blank=True, null=True, verbose_name="toegewezen op"),
                ),
                (
                    "bezichtigd_op",
                    models.DateField(blank=True, null=True, verbose_name="bezichtigd op"),
                ),
                (
                    "beslist_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="geaccepteerd of geweigerd op"
                    ),
                ),
                (
                    "reden_weigering",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van weigeren"),
                ),
                (
                    "huur_vanaf",
                    models.DateField(blank=True, null=True, verbose_name="huurcontract vanaf"),
                ),
                (
                    "verhuisd_op",
                    models.DateField(blank=True, null=True, verbose_name="verhuisd op"),
                ),
                (
                    "overdracht",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="overdracht.overdracht",
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
                "verbose_name": "historical huisvesting",
                "verbose_name_plural": "historical huisvestingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOverdracht",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("azc", models.CharField(max_length=80, verbose_name="AZC")),
                (
                    "koppeling_op",
                    models.DateField(
                        help_text="De dag van koppeling door het COA.", verbose_name="gekoppeld op"
                    ),
                ),
                (
                    "verwacht_op",
                    models.DateField(blank=True, null=True, verbose_name="verwachte verhuizing"),
                ),
                (
                    "contact_coa",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon COA"),
                ),
                ("regioadvies", models.TextField(blank=True, verbose_name="regioadvies")),
                (
                    "kamers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="slaapkamers nodig"
                    ),
                ),
                (
                    "begane_grond",
                    models.BooleanField(default=False, verbose_name="begane grond nodig"),
                ),
                (
                    "rolstoel",
                    models.BooleanField(default=False, verbose_name="rolstoelgeschikt nodig"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Ontvangen"),
                            ("verwerkt", "Verwerkt"),
                            ("afgerond", "Afgerond"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="ontvangen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                (
                    "verwerkt_op",
                    models.DateField(blank=True, null=True, verbose_name="verwerkt op"),
                ),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
                ),
                (
                    "ingetrokken_op",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "gezin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.gezin",
                    ),
                ),
                (
                    "verwerkt_door",
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
                    "gesprek",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.afspraak",
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
                "verbose_name": "historical overdracht",
                "verbose_name_plural": "historical overdrachten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
