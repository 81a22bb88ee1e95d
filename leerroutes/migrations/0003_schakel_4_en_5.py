import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

ALLE = ["LE", "LU", "SC", "SP"]


def schaal_af(apps, schema_editor):
    """Until now a plan or traject of the B1-route at A2 meant all four parts."""
    for naam in ("Traject",):
        model = apps.get_model("leerroutes", naam)
        model._base_manager.filter(leerroute="B", niveau="A2").update(afgeschaald=ALLE)


class Migration(migrations.Migration):
    dependencies = [
        ("inburgering", "0007_termijn_aanbod"),
        ("leerroutes", "0002_overgenomen"),
        ("medewerkers", "0003_gemeente_rechtbank"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicaltraject",
            name="afgeschaald",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=2),
                blank=True,
                default=list,
                size=None,
                verbose_name="afgeschaald naar A2",
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="aftrek_uren",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="uren die al meetellen"
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="alfabetisering",
            field=models.CharField(
                blank=True,
                choices=[
                    ("A", "Onderwijs voor analfabeet"),
                    ("AA", "Onderwijs voor anders-gealfabetiseerde"),
                    ("NVT", "Niet van toepassing"),
                ],
                max_length=3,
                verbose_name="alfabetisering",
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="eerdere_uren_nederlands",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="waarvan Nederlands en alfabetisering"
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="gesprek_weken",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="weken tussen twee voortgangsgesprekken"
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="participatie_uren",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="uren participatie"
            ),
        ),
        migrations.AddField(
            model_name="historicaltraject",
            name="uren_per_week",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="lesuren per week"
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="afgeschaald",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=2),
                blank=True,
                default=list,
                size=None,
                verbose_name="afgeschaald naar A2",
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="aftrek_uren",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="uren die al meetellen"
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="alfabetisering",
            field=models.CharField(
                blank=True,
                choices=[
                    ("A", "Onderwijs voor analfabeet"),
                    ("AA", "Onderwijs voor anders-gealfabetiseerde"),
                    ("NVT", "Niet van toepassing"),
                ],
                max_length=3,
                verbose_name="alfabetisering",
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="eerdere_uren_nederlands",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="waarvan Nederlands en alfabetisering"
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="gesprek_weken",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="weken tussen twee voortgangsgesprekken"
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="participatie_uren",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="uren participatie"
            ),
        ),
        migrations.AddField(
            model_name="traject",
            name="uren_per_week",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="lesuren per week"
            ),
        ),
        migrations.AddConstraint(
            model_name="traject",
            constraint=models.CheckConstraint(
                condition=models.Q(("afgeschaald__contained_by", ["LE", "LU", "SC", "SP"])),
                name="traject_afgeschaald_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="traject",
            constraint=models.CheckConstraint(
                condition=models.Q(("afgeschaald__len", 0), ("leerroute", "B"), _connector="OR"),
                name="traject_afschalen_alleen_b1",
            ),
        ),
        migrations.AddConstraint(
            model_name="traject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("eerdere_uren_nederlands", None),
                    ("eerdere_uren_nederlands__lte", models.F("eerdere_uren_taal")),
                    _connector="OR",
                ),
                name="traject_nederlands_binnen_taal",
            ),
        ),
        migrations.CreateModel(
            name="Aanbieder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                (
                    "soorten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("taal", "Taalles en KNM"),
                                ("taalschakel", "Taalschakeltraject (onderwijsroute)"),
                                ("participatie", "Participatie"),
                                ("pvt", "Participatieverklaringstraject (PVT)"),
                                ("begeleiding", "Maatschappelijke begeleiding"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=None,
                        verbose_name="wat zij geeft",
                    ),
                ),
                (
                    "instellingsnummer",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="instellingsnummer DUO"
                    ),
                ),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "gestopt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="niet meer gebruikt vanaf"
                    ),
                ),
                (
                    "partner",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbieder",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="partner die hier inlogt",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanbieder",
                "verbose_name_plural": "aanbieders",
                "ordering": ["naam"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soorten__contained_by",
                                ["taal", "taalschakel", "participatie", "pvt", "begeleiding"],
                            ),
                            models.Q(("soorten", []), _negated=True),
                        ),
                        name="aanbieder_soorten_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("instellingsnummer", ""),
                            ("instellingsnummer__regex", "^\\d{10}$"),
                            _connector="OR",
                        ),
                        name="aanbieder_nummer_tien_cijfers",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afronding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "gemeld_op",
                    models.DateField(blank=True, null=True, verbose_name="gemeld aan DUO op"),
                ),
                (
                    "certificaat_uitgereikt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="certificaat uitgereikt op"
                    ),
                ),
                (
                    "onafhankelijk_op",
                    models.DateField(blank=True, null=True, verbose_name="zonder uitkering sinds"),
                ),
                (
                    "begeleiding_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="begeleiding tot en met"),
                ),
                (
                    "begeleiding_reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="waarom de begeleiding stopt"
                    ),
                ),
                (
                    "certificaat_uitgereikt_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afronding",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "afronding",
                "verbose_name_plural": "afrondingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gemeld_op__isnull", False), ("gemeld_door__isnull", False)),
                            models.Q(("gemeld_op__isnull", True), ("gemeld_door__isnull", True)),
                            _connector="OR",
                        ),
                        name="afronding_gemeld_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("certificaat_uitgereikt_op__isnull", False),
                                ("certificaat_uitgereikt_door__isnull", False),
                            ),
                            models.Q(
                                ("certificaat_uitgereikt_op__isnull", True),
                                ("certificaat_uitgereikt_door__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="afronding_certificaat_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begeleiding_eind_op", None),
                            models.Q(("begeleiding_reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="afronding_begeleiding_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begeleidingsplan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("doel", models.TextField(verbose_name="waar deze persoon naartoe werkt")),
                ("afspraken", models.TextField(verbose_name="afspraken")),
                (
                    "besproken_op",
                    models.DateField(blank=True, null=True, verbose_name="besproken op"),
                ),
                (
                    "gesprek_weken",
                    models.PositiveSmallIntegerField(
                        default=13, verbose_name="weken tussen twee gesprekken"
                    ),
                ),
                (
                    "cursus_start_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="cursus financiële redzaamheid vanaf"
                    ),
                ),
                (
                    "cursus_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="cursus afgerond op"),
                ),
                (
                    "termijn_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="laatste dag van de termijn bij DUO"
                    ),
                ),
                (
                    "termijn_bron_op",
                    models.DateField(blank=True, null=True, verbose_name="dat zei DUO op"),
                ),
                (
                    "besproken_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="begeleidingsplan",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "begeleidingsplan",
                "verbose_name_plural": "begeleidingsplannen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besproken_op__isnull", False), ("besproken_door__isnull", False)
                            ),
                            models.Q(
                                ("besproken_op__isnull", True), ("besproken_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="begeleidingsplan_besproken_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("termijn_eind_op__isnull", False),
                                ("termijn_bron_op__isnull", False),
                            ),
                            models.Q(
                                ("termijn_eind_op__isnull", True), ("termijn_bron_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="begeleidingsplan_termijn_met_bron",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cursus_eind_op__isnull", True),
                            ("cursus_eind_op__gte", models.F("cursus_start_op")),
                            _connector="OR",
                        ),
                        name="begeleidingsplan_cursus_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gesprek_weken__gte", 1)),
                        name="begeleidingsplan_met_gesprekken",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Eindgesprek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("gehouden_op", models.DateField(verbose_name="gevoerd op")),
                ("verslag", models.TextField(verbose_name="verslag")),
                (
                    "gehouden_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eindgesprek",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "eindgesprek van de Z-route",
                "verbose_name_plural": "eindgesprekken van de Z-route",
            },
        ),
        migrations.CreateModel(
            name="Examenresultaat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "onderdeel",
                    models.CharField(
                        choices=[
                            ("LE", "Lezen"),
                            ("LU", "Luisteren"),
                            ("SC", "Schrijven"),
                            ("SP", "Spreken"),
                            ("KNM", "Kennis van de Nederlandse maatschappij"),
                        ],
                        max_length=3,
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau",
                    ),
                ),
                ("examen_op", models.DateField(verbose_name="datum van het examen")),
                (
                    "uitslag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geslaagd", "Geslaagd"),
                            ("gezakt", "Gezakt"),
                            ("geen", "Geen uitslag"),
                        ],
                        max_length=8,
                        verbose_name="uitslag",
                    ),
                ),
                (
                    "reden_geen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("niet_verschenen", "Niet verschenen"),
                            ("afgebroken", "Afgebroken"),
                            ("ongeldig", "Ongeldig verklaard"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=16,
                        verbose_name="waarom geen uitslag",
                    ),
                ),
                (
                    "uitslag_op",
                    models.DateField(blank=True, null=True, verbose_name="uitslag ontvangen op"),
                ),
                ("gratis", models.BooleanField(default=False, verbose_name="gratis poging")),
                (
                    "herkomst",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen vastlegging"),
                            ("duo", "DUO"),
                            ("coa", "COA"),
                            ("ind", "IND"),
                            ("brp", "BRP"),
                        ],
                        default="duo",
                        max_length=5,
                        verbose_name="bron",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="examens",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "examenresultaat",
                "verbose_name_plural": "examenresultaten",
                "ordering": ["onderdeel", "-examen_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("onderdeel__in", ["LE", "LU", "SC", "SP", "KNM"])),
                        name="examen_onderdeel_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("niveau__in", ["", "A2", "B1", "B2"])),
                        name="examen_niveau_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitslag__in", ["", "geslaagd", "gezakt", "geen"])),
                        name="examen_uitslag_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reden_geen__in",
                                ["", "niet_verschenen", "afgebroken", "ongeldig", "anders"],
                            )
                        ),
                        name="examen_reden_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("onderdeel", "KNM"), ("niveau", "")),
                            models.Q(
                                models.Q(("onderdeel", "KNM"), _negated=True),
                                models.Q(("niveau", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="examen_niveau_bij_taal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("uitslag__in", ["geen"]),
                                models.Q(("reden_geen", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("uitslag__in", ["geen"]), _negated=True),
                                ("reden_geen", ""),
                            ),
                            _connector="OR",
                        ),
                        name="examen_reden_bij_geen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("uitslag__in", ["geslaagd", "gezakt", "geen"]),
                                ("uitslag_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(
                                    ("uitslag__in", ["geslaagd", "gezakt", "geen"]), _negated=True
                                ),
                                ("uitslag_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="examen_uitslag_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitslag_op__isnull", True),
                            ("uitslag_op__gte", models.F("examen_op")),
                            _connector="OR",
                        ),
                        name="examen_uitslag_na_examen",
                    ),
                    models.UniqueConstraint(
                        fields=("inburgeraar", "onderdeel", "examen_op"), name="examen_een_per_dag"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAanbieder",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(db_index=True, max_length=120, verbose_name="naam")),
                (
                    "soorten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("taal", "Taalles en KNM"),
                                ("taalschakel", "Taalschakeltraject (onderwijsroute)"),
                                ("participatie", "Participatie"),
                                ("pvt", "Participatieverklaringstraject (PVT)"),
                                ("begeleiding", "Maatschappelijke begeleiding"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=None,
                        verbose_name="wat zij geeft",
                    ),
                ),
                (
                    "instellingsnummer",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="instellingsnummer DUO"
                    ),
                ),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "gestopt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="niet meer gebruikt vanaf"
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
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="partner die hier inlogt",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical aanbieder",
                "verbose_name_plural": "historical aanbieders",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAfronding",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "gemeld_op",
                    models.DateField(blank=True, null=True, verbose_name="gemeld aan DUO op"),
                ),
                (
                    "certificaat_uitgereikt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="certificaat uitgereikt op"
                    ),
                ),
                (
                    "onafhankelijk_op",
                    models.DateField(blank=True, null=True, verbose_name="zonder uitkering sinds"),
                ),
                (
                    "begeleiding_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="begeleiding tot en met"),
                ),
                (
                    "begeleiding_reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="waarom de begeleiding stopt"
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
                    "certificaat_uitgereikt_door",
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
                    "gemeld_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical afronding",
                "verbose_name_plural": "historical afrondingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBegeleidingsplan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("doel", models.TextField(verbose_name="waar deze persoon naartoe werkt")),
                ("afspraken", models.TextField(verbose_name="afspraken")),
                (
                    "besproken_op",
                    models.DateField(blank=True, null=True, verbose_name="besproken op"),
                ),
                (
                    "gesprek_weken",
                    models.PositiveSmallIntegerField(
                        default=13, verbose_name="weken tussen twee gesprekken"
                    ),
                ),
                (
                    "cursus_start_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="cursus financiële redzaamheid vanaf"
                    ),
                ),
                (
                    "cursus_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="cursus afgerond op"),
                ),
                (
                    "termijn_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="laatste dag van de termijn bij DUO"
                    ),
                ),
                (
                    "termijn_bron_op",
                    models.DateField(blank=True, null=True, verbose_name="dat zei DUO op"),
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
                    "besproken_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical begeleidingsplan",
                "verbose_name_plural": "historical begeleidingsplannen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEindgesprek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("gehouden_op", models.DateField(verbose_name="gevoerd op")),
                ("verslag", models.TextField(verbose_name="verslag")),
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
                    "gehouden_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical eindgesprek van de Z-route",
                "verbose_name_plural": "historical eindgesprekken van de Z-route",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalExamenresultaat",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "onderdeel",
                    models.CharField(
                        choices=[
                            ("LE", "Lezen"),
                            ("LU", "Luisteren"),
                            ("SC", "Schrijven"),
                            ("SP", "Spreken"),
                            ("KNM", "Kennis van de Nederlandse maatschappij"),
                        ],
                        max_length=3,
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau",
                    ),
                ),
                ("examen_op", models.DateField(verbose_name="datum van het examen")),
                (
                    "uitslag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geslaagd", "Geslaagd"),
                            ("gezakt", "Gezakt"),
                            ("geen", "Geen uitslag"),
                        ],
                        max_length=8,
                        verbose_name="uitslag",
                    ),
                ),
                (
                    "reden_geen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("niet_verschenen", "Niet verschenen"),
                            ("afgebroken", "Afgebroken"),
                            ("ongeldig", "Ongeldig verklaard"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=16,
                        verbose_name="waarom geen uitslag",
                    ),
                ),
                (
                    "uitslag_op",
                    models.DateField(blank=True, null=True, verbose_name="uitslag ontvangen op"),
                ),
                ("gratis", models.BooleanField(default=False, verbose_name="gratis poging")),
                (
                    "herkomst",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen vastlegging"),
                            ("duo", "DUO"),
                            ("coa", "COA"),
                            ("ind", "IND"),
                            ("brp", "BRP"),
                        ],
                        default="duo",
                        max_length=5,
                        verbose_name="bron",
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
            ],
            options={
                "verbose_name": "historical examenresultaat",
                "verbose_name_plural": "historical examenresultaten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMaatschappelijkeBegeleiding",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "begeleider",
                    models.CharField(blank=True, max_length=120, verbose_name="vaste begeleider"),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical maatschappelijke begeleiding",
                "verbose_name_plural": "historical maatschappelijke begeleiding",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMapModule",
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
                        choices=[("lopend", "Loopt"), ("afgerond", "Eindgesprek gevoerd")],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "eindgesprek_op",
                    models.DateField(blank=True, null=True, verbose_name="eindgesprek op"),
                ),
                (
                    "verslag",
                    models.TextField(blank=True, verbose_name="verslag van het eindgesprek"),
                ),
                (
                    "verwijtbaar",
                    models.BooleanField(blank=True, null=True, verbose_name="verwijtbaar te laat"),
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
                    "eindgesprek_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical MAP",
                "verbose_name_plural": "historical MAP's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParticipatieplek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(db_index=True, max_length=120, verbose_name="naam")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen voorziening van de gemeente"),
                            ("vrijwilligerswerk", "Vrijwilligerswerk"),
                            ("ingekocht", "Ingekochte plek"),
                        ],
                        max_length=18,
                        verbose_name="soort",
                    ),
                ),
                (
                    "organisatie",
                    models.CharField(blank=True, max_length=120, verbose_name="organisatie"),
                ),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "wat",
                    models.CharField(blank=True, max_length=300, verbose_name="wat mensen er doen"),
                ),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "capaciteit",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="plaatsen tegelijk"
                    ),
                ),
                (
                    "gestopt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="niet meer gebruikt vanaf"
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
                "verbose_name": "historical participatieplek",
                "verbose_name_plural": "historical participatieplekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPvtBijeenkomst",
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
                            ("inleiding", "Inleiding in de kernwaarden"),
                            ("activiteit", "Activiteit of excursie"),
                            ("ondertekening", "Ondertekeningsbijeenkomst"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("begint_at", models.DateTimeField(verbose_name="begint")),
                (
                    "uren",
                    models.DecimalField(
                        decimal_places=2, max_digits=4, verbose_name="duur in uren"
                    ),
                ),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                (
                    "onderwerp",
                    models.CharField(max_length=120, verbose_name="kernwaarde of activiteit"),
                ),
                ("begeleider", models.CharField(max_length=120, verbose_name="begeleider")),
                ("taal", models.CharField(blank=True, max_length=60, verbose_name="taal of tolk")),
                ("plaatsen", models.PositiveSmallIntegerField(verbose_name="aantal plaatsen")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gehouden", "Gehouden"),
                            ("afgezegd", "Afgezegd"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van afzeggen"),
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
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="door",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical PVT-bijeenkomst",
                "verbose_name_plural": "historical PVT-bijeenkomsten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVoortgangsgesprek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("uiterlijk_op", models.DateField(verbose_name="uiterlijk op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Nog te voeren"),
                            ("gehouden", "Gevoerd"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gevoerd op")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("afspraken", models.TextField(blank=True, verbose_name="afspraken")),
                (
                    "inspanning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("genoeg", "Genoeg inspanning"),
                            ("te_weinig", "Te weinig inspanning"),
                        ],
                        max_length=10,
                        verbose_name="inspanning",
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
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
                    "afspraak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.afspraak",
                    ),
                ),
                (
                    "gehouden_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical voortgangsgesprek",
                "verbose_name_plural": "historical voortgangsgesprekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVrijwilliger",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "soort",
                    models.CharField(
                        choices=[("taalcoach", "Taalcoach"), ("taalmaatje", "Taalmaatje")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "talen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("dorp", models.CharField(max_length=80, verbose_name="dorp")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "vog_op",
                    models.DateField(blank=True, null=True, verbose_name="datum van de VOG"),
                ),
                (
                    "hoogstens",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="hoeveel mensen tegelijk"
                    ),
                ),
                ("gestopt_op", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
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
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="via",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical vrijwilliger",
                "verbose_name_plural": "historical vrijwilligers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWerkgever",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(db_index=True, max_length=120, verbose_name="naam")),
                ("branche", models.CharField(blank=True, max_length=80, verbose_name="branche")),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
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
                "verbose_name": "historical werkgever",
                "verbose_name_plural": "historical werkgevers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Maandtotaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("maand", models.DateField(verbose_name="maand")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("nederlands", "les in Nederlands"),
                            ("alfabetisering", "alfabetisering"),
                            ("knm", "les in KNM"),
                            ("intake_nederlands", "Nederlands in de brede intake"),
                            ("intake_knm", "KNM in de brede intake"),
                            (
                                "intake_participatie",
                                "activiteiten van de Participatiewet in de brede intake",
                            ),
                            ("intake_pvt", "activiteiten van het PVT in de brede intake"),
                            ("intake_map_praktijk", "praktijk van de MAP in de brede intake"),
                            ("participatie", "participatie"),
                            ("pvt", "het PVT"),
                            ("map_praktijk", "praktijk van de MAP"),
                            ("map_les", "les van de MAP"),
                            ("begeleiding", "activiteiten van de maatschappelijke begeleiding"),
                            ("voorinburgering", "voorinburgering in het AZC"),
                            (
                                "vso_pro_entree",
                                "les op vso, praktijkonderwijs of entree vlak voor het PIP",
                            ),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "aanwezig",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="aanwezig"
                    ),
                ),
                (
                    "niet_erkend",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="telt niet mee"
                    ),
                ),
                (
                    "geoorloofd",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="met reden"
                    ),
                ),
                (
                    "ongeoorloofd",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="zonder reden"
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="maandtotalen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="maandtotalen",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "maandtotaal",
                "verbose_name_plural": "maandtotalen",
                "ordering": ["maand", "soort"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inburgeraar", "traject", "maand", "soort"),
                        name="maandtotaal_een_per_maand",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "nederlands",
                                    "alfabetisering",
                                    "knm",
                                    "intake_nederlands",
                                    "intake_knm",
                                    "intake_participatie",
                                    "intake_pvt",
                                    "intake_map_praktijk",
                                    "participatie",
                                    "pvt",
                                    "map_praktijk",
                                    "map_les",
                                    "begeleiding",
                                    "voorinburgering",
                                    "vso_pro_entree",
                                ],
                            )
                        ),
                        name="maandtotaal_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aanwezig__gte", 0),
                            ("niet_erkend__gte", 0),
                            ("geoorloofd__gte", 0),
                            ("ongeoorloofd__gte", 0),
                        ),
                        name="maandtotaal_niet_negatief",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MaatschappelijkeBegeleiding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "begeleider",
                    models.CharField(blank=True, max_length=120, verbose_name="vaste begeleider"),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
                    ),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="maatschappelijke_begeleiding",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "maatschappelijke begeleiding",
                "verbose_name_plural": "maatschappelijke begeleiding",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="begeleiding_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op", None),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="begeleiding_einde_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MapModule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[("lopend", "Loopt"), ("afgerond", "Eindgesprek gevoerd")],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "eindgesprek_op",
                    models.DateField(blank=True, null=True, verbose_name="eindgesprek op"),
                ),
                (
                    "verslag",
                    models.TextField(blank=True, verbose_name="verslag van het eindgesprek"),
                ),
                (
                    "verwijtbaar",
                    models.BooleanField(blank=True, null=True, verbose_name="verwijtbaar te laat"),
                ),
                (
                    "eindgesprek_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="map_module",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "MAP",
                "verbose_name_plural": "MAP's",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["lopend", "afgerond"])),
                        name="map_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["afgerond"]),
                                ("eindgesprek_op__isnull", False),
                                models.Q(("verslag", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["afgerond"]), _negated=True),
                                ("eindgesprek_op__isnull", True),
                                ("verslag", ""),
                            ),
                            _connector="OR",
                        ),
                        name="map_eindgesprek_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("eindgesprek_op__isnull", False),
                                ("eindgesprek_door__isnull", False),
                            ),
                            models.Q(
                                ("eindgesprek_op__isnull", True), ("eindgesprek_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="map_eindgesprek_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verwijtbaar", None), ("status", "afgerond"), _connector="OR"
                        ),
                        name="map_verwijtbaar_bij_eindgesprek",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participatieplek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("eigen", "Eigen voorziening van de gemeente"),
                            ("vrijwilligerswerk", "Vrijwilligerswerk"),
                            ("ingekocht", "Ingekochte plek"),
                        ],
                        max_length=18,
                        verbose_name="soort",
                    ),
                ),
                (
                    "organisatie",
                    models.CharField(blank=True, max_length=120, verbose_name="organisatie"),
                ),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "wat",
                    models.CharField(blank=True, max_length=300, verbose_name="wat mensen er doen"),
                ),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "capaciteit",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="plaatsen tegelijk"
                    ),
                ),
                (
                    "gestopt_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="niet meer gebruikt vanaf"
                    ),
                ),
            ],
            options={
                "verbose_name": "participatieplek",
                "verbose_name_plural": "participatieplekken",
                "ordering": ["naam"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["eigen", "vrijwilligerswerk", "ingekocht"])
                        ),
                        name="plek_soort_bekend",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PvtBijeenkomst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("inleiding", "Inleiding in de kernwaarden"),
                            ("activiteit", "Activiteit of excursie"),
                            ("ondertekening", "Ondertekeningsbijeenkomst"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("begint_at", models.DateTimeField(verbose_name="begint")),
                (
                    "uren",
                    models.DecimalField(
                        decimal_places=2, max_digits=4, verbose_name="duur in uren"
                    ),
                ),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                (
                    "onderwerp",
                    models.CharField(max_length=120, verbose_name="kernwaarde of activiteit"),
                ),
                ("begeleider", models.CharField(max_length=120, verbose_name="begeleider")),
                ("taal", models.CharField(blank=True, max_length=60, verbose_name="taal of tolk")),
                ("plaatsen", models.PositiveSmallIntegerField(verbose_name="aantal plaatsen")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gehouden", "Gehouden"),
                            ("afgezegd", "Afgezegd"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van afzeggen"),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pvt_bijeenkomsten",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="door",
                    ),
                ),
            ],
            options={
                "verbose_name": "PVT-bijeenkomst",
                "verbose_name_plural": "PVT-bijeenkomsten",
                "ordering": ["begint_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "gehouden", "afgezegd"])),
                        name="bijeenkomst_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["inleiding", "activiteit", "ondertekening"])
                        ),
                        name="bijeenkomst_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["afgezegd"]), models.Q(("reden", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("status__in", ["afgezegd"]), _negated=True), ("reden", "")
                            ),
                            _connector="OR",
                        ),
                        name="bijeenkomst_afgezegd_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("plaatsen__gte", 1),
                            ("uren__gt", 0),
                            ("uren__lte", 12),
                            models.Q(("plaats", ""), _negated=True),
                        ),
                        name="bijeenkomst_met_duur_en_plaats",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Urenstand",
            fields=[
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="urenstand",
                        serialize=False,
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "cursus",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="taal en KNM"
                    ),
                ),
                (
                    "nederlands",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="Nederlands"
                    ),
                ),
                (
                    "participatie",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=7, verbose_name="participatie"
                    ),
                ),
                (
                    "laatste_les_op",
                    models.DateField(blank=True, null=True, verbose_name="laatste les"),
                ),
            ],
            options={
                "verbose_name": "urenstand",
                "verbose_name_plural": "urenstanden",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cursus__gte", 0), ("participatie__gte", 0), ("nederlands__gte", 0)
                        ),
                        name="urenstand_niet_negatief",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Voortgangsgesprek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("uiterlijk_op", models.DateField(verbose_name="uiterlijk op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Nog te voeren"),
                            ("gehouden", "Gevoerd"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gevoerd op")),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("afspraken", models.TextField(blank=True, verbose_name="afspraken")),
                (
                    "inspanning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("genoeg", "Genoeg inspanning"),
                            ("te_weinig", "Te weinig inspanning"),
                        ],
                        max_length=10,
                        verbose_name="inspanning",
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "afspraak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inburgering.afspraak",
                    ),
                ),
                (
                    "gehouden_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voortgangsgesprekken",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gesprekken",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "voortgangsgesprek",
                "verbose_name_plural": "voortgangsgesprekken",
                "ordering": ["uiterlijk_op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "gehouden", "vervallen"])),
                        name="voortgangsgesprek_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("inspanning__in", ["", "genoeg", "te_weinig"])),
                        name="voortgangsgesprek_inspanning_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["gehouden"]),
                                ("gehouden_op__isnull", False),
                                models.Q(("verslag", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["gehouden"]), _negated=True),
                                ("gehouden_op__isnull", True),
                                ("verslag", ""),
                            ),
                            _connector="OR",
                        ),
                        name="voortgangsgesprek_gehouden_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gehouden_op__isnull", False), ("gehouden_door__isnull", False)
                            ),
                            models.Q(
                                ("gehouden_op__isnull", True), ("gehouden_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="voortgangsgesprek_gehouden_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "vervallen"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="voortgangsgesprek_vervallen_met_reden",
                    ),
                    models.UniqueConstraint(
                        fields=("inburgeraar", "nummer"), name="voortgangsgesprek_nummer_uniek"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vrijwilliger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "soort",
                    models.CharField(
                        choices=[("taalcoach", "Taalcoach"), ("taalmaatje", "Taalmaatje")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "talen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("dorp", models.CharField(max_length=80, verbose_name="dorp")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "vog_op",
                    models.DateField(blank=True, null=True, verbose_name="datum van de VOG"),
                ),
                (
                    "hoogstens",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="hoeveel mensen tegelijk"
                    ),
                ),
                ("gestopt_op", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vrijwilligers",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="via",
                    ),
                ),
            ],
            options={
                "verbose_name": "vrijwilliger",
                "verbose_name_plural": "vrijwilligers",
                "ordering": ["naam", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["taalcoach", "taalmaatje"])),
                        name="vrijwilliger_soort_bekend",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Werkgever",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                ("branche", models.CharField(blank=True, max_length=80, verbose_name="branche")),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "contactpersoon",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
            ],
            options={
                "verbose_name": "werkgever",
                "verbose_name_plural": "werkgevers",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Begeleidingsmoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("op", models.DateField(verbose_name="datum")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("praktisch", "Praktische hulp"),
                            ("voorlichting", "Voorlichting over basisvoorzieningen"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("uren", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                ("tekst", models.TextField(blank=True, verbose_name="wat is gedaan")),
                (
                    "telt_mee",
                    models.BooleanField(default=False, verbose_name="telt mee als participatie"),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "begeleiding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="momenten",
                        to="leerroutes.maatschappelijkebegeleiding",
                    ),
                ),
            ],
            options={
                "verbose_name": "moment van begeleiding",
                "verbose_name_plural": "momenten van begeleiding",
                "ordering": ["-op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["praktisch", "voorlichting"])),
                        name="begeleidingsmoment_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uren__gt", 0), ("uren__lte", 24)),
                        name="begeleidingsmoment_binnen_een_dag",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("kenmerk", models.CharField(blank=True, max_length=60, verbose_name="kenmerk")),
                ("perceel", models.CharField(blank=True, max_length=80, verbose_name="perceel")),
                ("regionaal", models.BooleanField(default=False, verbose_name="regionale inkoop")),
                (
                    "penvoerder",
                    models.CharField(blank=True, max_length=120, verbose_name="penvoerder"),
                ),
                (
                    "gemeenten",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal deelnemende gemeenten"
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "opzeggen_voor_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="opzeggen of verlengen vóór"
                    ),
                ),
                (
                    "capaciteit",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="plaatsen tegelijk"
                    ),
                ),
                (
                    "weken_tot_start",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        verbose_name="afgesproken weken van aanmelding tot start",
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracten",
                        to="leerroutes.aanbieder",
                    ),
                ),
            ],
            options={
                "verbose_name": "contract",
                "verbose_name_plural": "contracten",
                "ordering": ["aanbieder", "-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="contract_op_volgorde",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contractgesprek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("op", models.DateField(verbose_name="datum")),
                ("met", models.CharField(blank=True, max_length=200, verbose_name="met wie")),
                ("verslag", models.TextField(verbose_name="wat is besproken")),
                ("afspraken", models.TextField(blank=True, verbose_name="afspraken")),
                (
                    "volgend_op",
                    models.DateField(blank=True, null=True, verbose_name="volgend gesprek"),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gesprekken",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "contractgesprek",
                "verbose_name_plural": "contractgesprekken",
                "ordering": ["-op", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Enquete",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("start", "Na de start"),
                            ("halverwege", "Halverwege"),
                            ("einde", "Aan het einde"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                ("start_op", models.DateField(verbose_name="open vanaf")),
                ("eind_op", models.DateField(verbose_name="open tot en met")),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquetes",
                        to="leerroutes.aanbieder",
                    ),
                ),
            ],
            options={
                "verbose_name": "enquête",
                "verbose_name_plural": "enquêtes",
                "ordering": ["-start_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fase__in", ["start", "halverwege", "einde"])),
                        name="enquete_fase_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="enquete_op_volgorde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBegeleidingsmoment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("op", models.DateField(verbose_name="datum")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("praktisch", "Praktische hulp"),
                            ("voorlichting", "Voorlichting over basisvoorzieningen"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("uren", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                ("tekst", models.TextField(blank=True, verbose_name="wat is gedaan")),
                (
                    "telt_mee",
                    models.BooleanField(default=False, verbose_name="telt mee als participatie"),
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
                    "door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "begeleiding",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.maatschappelijkebegeleiding",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical moment van begeleiding",
                "verbose_name_plural": "historical momenten van begeleiding",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContract",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("kenmerk", models.CharField(blank=True, max_length=60, verbose_name="kenmerk")),
                ("perceel", models.CharField(blank=True, max_length=80, verbose_name="perceel")),
                ("regionaal", models.BooleanField(default=False, verbose_name="regionale inkoop")),
                (
                    "penvoerder",
                    models.CharField(blank=True, max_length=120, verbose_name="penvoerder"),
                ),
                (
                    "gemeenten",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal deelnemende gemeenten"
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "opzeggen_voor_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="opzeggen of verlengen vóór"
                    ),
                ),
                (
                    "capaciteit",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="plaatsen tegelijk"
                    ),
                ),
                (
                    "weken_tot_start",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        verbose_name="afgesproken weken van aanmelding tot start",
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                "verbose_name": "historical contract",
                "verbose_name_plural": "historical contracten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContractgesprek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("op", models.DateField(verbose_name="datum")),
                ("met", models.CharField(blank=True, max_length=200, verbose_name="met wie")),
                ("verslag", models.TextField(verbose_name="wat is besproken")),
                ("afspraken", models.TextField(blank=True, verbose_name="afspraken")),
                (
                    "volgend_op",
                    models.DateField(blank=True, null=True, verbose_name="volgend gesprek"),
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "door",
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
                "verbose_name": "historical contractgesprek",
                "verbose_name_plural": "historical contractgesprekken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEnquete",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("start", "Na de start"),
                            ("halverwege", "Halverwege"),
                            ("einde", "Aan het einde"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                ("code", models.CharField(db_index=True, max_length=24, verbose_name="code")),
                ("start_op", models.DateField(verbose_name="open vanaf")),
                ("eind_op", models.DateField(verbose_name="open tot en met")),
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                "verbose_name": "historical enquête",
                "verbose_name_plural": "historical enquêtes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInburgeringsaanbod",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "lessoort",
                    models.CharField(
                        choices=[
                            ("taal", "Taal en KNM"),
                            ("alfabetisering", "Alfabetisering"),
                            ("taalschakel", "Taalschakeltraject"),
                            ("knm", "Alleen KNM"),
                        ],
                        max_length=16,
                        verbose_name="soort les",
                    ),
                ),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                ("gedaan_op", models.DateField(verbose_name="aangeboden op")),
                (
                    "verwachte_start_op",
                    models.DateField(blank=True, null=True, verbose_name="verwachte start"),
                ),
                (
                    "verwacht_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="verwacht einde (tot en met)"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gedaan", "Aangeboden"),
                            ("aanvaard", "Aanvaard"),
                            ("geweigerd", "Geweigerd"),
                            ("gestart", "Gestart"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="gedaan",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "aanvaard_op",
                    models.DateField(blank=True, null=True, verbose_name="aanvaard op"),
                ),
                (
                    "wachtlijst_op",
                    models.DateField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
                ),
                (
                    "geweigerd_op",
                    models.DateField(blank=True, null=True, verbose_name="geweigerd op"),
                ),
                ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                ("reden", models.CharField(blank=True, max_length=300, verbose_name="reden")),
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical inburgeringsaanbod",
                "verbose_name_plural": "historical inburgeringsaanbod",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKeurmerk",
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
                            ("blik_op_werk", "Keurmerk Blik op Werk"),
                            ("diploma", "Diploma-erkenning (WEB), voor het taalschakeltraject"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                (
                    "nummer",
                    models.CharField(blank=True, max_length=40, verbose_name="nummer of kenmerk"),
                ),
                ("start_op", models.DateField(verbose_name="geldig vanaf")),
                (
                    "eind_op",
                    models.DateField(blank=True, null=True, verbose_name="geldig tot en met"),
                ),
                (
                    "gecontroleerd_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="gecontroleerd in het register op"
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                "verbose_name": "historical keurmerk",
                "verbose_name_plural": "historical keurmerken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKlacht",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("tekst", models.TextField(verbose_name="klacht")),
                (
                    "status",
                    models.CharField(
                        choices=[("ontvangen", "Ontvangen"), ("afgehandeld", "Afgehandeld")],
                        default="ontvangen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "afgehandeld_op",
                    models.DateField(blank=True, null=True, verbose_name="afgehandeld op"),
                ),
                ("uitkomst", models.TextField(blank=True, verbose_name="uitkomst")),
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "afgehandeld_door",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical klacht",
                "verbose_name_plural": "historical klachten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMapThema",
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
                            ("beroepenorientatie", "Oriëntatie op beroepen"),
                            ("werknemerscompetenties", "Competenties als werknemer"),
                            ("beroepsbeeld", "Een realistisch beroepsbeeld"),
                            ("beroepskansen", "Kansen op werk"),
                            ("beroepscompetenties", "Beroepscompetenties verwerven"),
                            ("netwerk", "Een netwerk opbouwen"),
                            ("werk_vinden", "Werk vinden"),
                            ("werkcultuur", "Werkcultuur"),
                        ],
                        max_length=24,
                        verbose_name="thema",
                    ),
                ),
                ("gedaan_op", models.DateField(verbose_name="besproken op")),
                (
                    "toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="wat is gedaan"),
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
                (
                    "map",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.mapmodule",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical thema van de MAP",
                "verbose_name_plural": "historical thema's van de MAP",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPvtDeelname",
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
                            ("uitgenodigd", "Uitgenodigd"),
                            ("aanwezig", "Aanwezig"),
                            ("afwezig", "Niet gekomen"),
                            ("afgemeld", "Afgemeld"),
                        ],
                        default="uitgenodigd",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "uren",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="uren"
                    ),
                ),
                ("ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
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
                    "bijeenkomst",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.pvtbijeenkomst",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deelname aan het PVT",
                "verbose_name_plural": "historical deelnames aan het PVT",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTaalkoppel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("doel", models.CharField(blank=True, max_length=200, verbose_name="waarvoor")),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
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
                    "vrijwilliger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.vrijwilliger",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical taalkoppel",
                "verbose_name_plural": "historical taalkoppels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTaalschakeltraject",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "niveau",
                    models.CharField(
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau van Nederlands",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="gestart op")),
                (
                    "verwacht_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="verwacht einde (tot en met)"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("lopend", "Loopt"),
                            ("behaald", "Diploma behaald"),
                            ("verlaten", "Gestopt zonder diploma"),
                        ],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "eind_op",
                    models.DateField(blank=True, null=True, verbose_name="diploma of gestopt op"),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van stoppen"),
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical taalschakeltraject",
                "verbose_name_plural": "historical taalschakeltrajecten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVacature",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("functie", models.CharField(max_length=120, verbose_name="functie")),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "plaatsen",
                    models.PositiveSmallIntegerField(default=1, verbose_name="aantal plaatsen"),
                ),
                (
                    "eisen",
                    models.CharField(blank=True, max_length=300, verbose_name="wat nodig is"),
                ),
                ("open_op", models.DateField(verbose_name="open sinds")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("vervuld", "Vervuld"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "gesloten_op",
                    models.DateField(blank=True, null=True, verbose_name="gesloten op"),
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
                (
                    "werkgever",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical vacature",
                "verbose_name_plural": "historical vacatures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Inburgeringsaanbod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "lessoort",
                    models.CharField(
                        choices=[
                            ("taal", "Taal en KNM"),
                            ("alfabetisering", "Alfabetisering"),
                            ("taalschakel", "Taalschakeltraject"),
                            ("knm", "Alleen KNM"),
                        ],
                        max_length=16,
                        verbose_name="soort les",
                    ),
                ),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                ("gedaan_op", models.DateField(verbose_name="aangeboden op")),
                (
                    "verwachte_start_op",
                    models.DateField(blank=True, null=True, verbose_name="verwachte start"),
                ),
                (
                    "verwacht_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="verwacht einde (tot en met)"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gedaan", "Aangeboden"),
                            ("aanvaard", "Aanvaard"),
                            ("geweigerd", "Geweigerd"),
                            ("gestart", "Gestart"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="gedaan",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "aanvaard_op",
                    models.DateField(blank=True, null=True, verbose_name="aanvaard op"),
                ),
                (
                    "wachtlijst_op",
                    models.DateField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
                ),
                (
                    "geweigerd_op",
                    models.DateField(blank=True, null=True, verbose_name="geweigerd op"),
                ),
                ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                ("reden", models.CharField(blank=True, max_length=300, verbose_name="reden")),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanboden",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanboden",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanboden",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "inburgeringsaanbod",
                "verbose_name_plural": "inburgeringsaanbod",
                "ordering": ["-gedaan_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["gedaan", "aanvaard", "geweigerd", "gestart", "beeindigd"],
                            )
                        ),
                        name="aanbod_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lessoort__in", ["taal", "alfabetisering", "taalschakel", "knm"])
                        ),
                        name="aanbod_lessoort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["geweigerd"]), ("geweigerd_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["geweigerd"]), _negated=True),
                                ("geweigerd_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="aanbod_geweigerd_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["beeindigd"]), ("beeindigd_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("beeindigd_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="aanbod_beeindigd_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["geweigerd", "beeindigd"]), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="aanbod_reden_bij_einde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["aanvaard", "gestart"]), _negated=True),
                            ("aanvaard_op__isnull", False),
                            _connector="OR",
                        ),
                        name="aanbod_aanvaard_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "gestart"), _negated=True),
                            ("gestart_op__isnull", False),
                            _connector="OR",
                        ),
                        name="aanbod_gestart_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verwacht_eind_op__isnull", True),
                            ("verwacht_eind_op__gte", models.F("verwachte_start_op")),
                            _connector="OR",
                        ),
                        name="aanbod_verwacht_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gestart_op__isnull", True),
                            ("gestart_op__gte", models.F("gedaan_op")),
                            _connector="OR",
                        ),
                        name="aanbod_gestart_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uren_per_week__gt", 0), ("uren_per_week__lte", 60)),
                        name="aanbod_uren_bekend",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["gedaan", "aanvaard", "gestart"])),
                        fields=("inburgeraar", "aanbieder", "lessoort"),
                        name="aanbod_een_lopend_per_school",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Keurmerk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("blik_op_werk", "Keurmerk Blik op Werk"),
                            ("diploma", "Diploma-erkenning (WEB), voor het taalschakeltraject"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                (
                    "nummer",
                    models.CharField(blank=True, max_length=40, verbose_name="nummer of kenmerk"),
                ),
                ("start_op", models.DateField(verbose_name="geldig vanaf")),
                (
                    "eind_op",
                    models.DateField(blank=True, null=True, verbose_name="geldig tot en met"),
                ),
                (
                    "gecontroleerd_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="gecontroleerd in het register op"
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keurmerken",
                        to="leerroutes.aanbieder",
                    ),
                ),
            ],
            options={
                "verbose_name": "keurmerk",
                "verbose_name_plural": "keurmerken",
                "ordering": ["aanbieder", "soort", "-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["blik_op_werk", "diploma"])),
                        name="keurmerk_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="keurmerk_op_volgorde",
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
                            ("aanbieder", "="),
                            ("soort", "="),
                        ],
                        name="keurmerk_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klacht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("tekst", models.TextField(verbose_name="klacht")),
                (
                    "status",
                    models.CharField(
                        choices=[("ontvangen", "Ontvangen"), ("afgehandeld", "Afgehandeld")],
                        default="ontvangen",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "afgehandeld_op",
                    models.DateField(blank=True, null=True, verbose_name="afgehandeld op"),
                ),
                ("uitkomst", models.TextField(blank=True, verbose_name="uitkomst")),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="klachten",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "afgehandeld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="klachten",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "klacht",
                "verbose_name_plural": "klachten",
                "ordering": ["-ontvangen_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["ontvangen", "afgehandeld"])),
                        name="klacht_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["afgehandeld"]),
                                ("afgehandeld_op__isnull", False),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["afgehandeld"]), _negated=True),
                                ("afgehandeld_op__isnull", True),
                                ("uitkomst", ""),
                            ),
                            _connector="OR",
                        ),
                        name="klacht_afgehandeld_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("afgehandeld_op__isnull", False),
                                ("afgehandeld_door__isnull", False),
                            ),
                            models.Q(
                                ("afgehandeld_op__isnull", True), ("afgehandeld_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="klacht_afgehandeld_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afgehandeld_op__isnull", True),
                            ("afgehandeld_op__gte", models.F("ontvangen_op")),
                            _connector="OR",
                        ),
                        name="klacht_op_volgorde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MapThema",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("beroepenorientatie", "Oriëntatie op beroepen"),
                            ("werknemerscompetenties", "Competenties als werknemer"),
                            ("beroepsbeeld", "Een realistisch beroepsbeeld"),
                            ("beroepskansen", "Kansen op werk"),
                            ("beroepscompetenties", "Beroepscompetenties verwerven"),
                            ("netwerk", "Een netwerk opbouwen"),
                            ("werk_vinden", "Werk vinden"),
                            ("werkcultuur", "Werkcultuur"),
                        ],
                        max_length=24,
                        verbose_name="thema",
                    ),
                ),
                ("gedaan_op", models.DateField(verbose_name="besproken op")),
                (
                    "toelichting",
                    models.CharField(blank=True, max_length=300, verbose_name="wat is gedaan"),
                ),
                (
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themas",
                        to="leerroutes.mapmodule",
                    ),
                ),
            ],
            options={
                "verbose_name": "thema van de MAP",
                "verbose_name_plural": "thema's van de MAP",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "beroepenorientatie",
                                    "werknemerscompetenties",
                                    "beroepsbeeld",
                                    "beroepskansen",
                                    "beroepscompetenties",
                                    "netwerk",
                                    "werk_vinden",
                                    "werkcultuur",
                                ],
                            )
                        ),
                        name="map_thema_bekend",
                    ),
                    models.UniqueConstraint(fields=("map", "soort"), name="map_thema_een_keer"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PvtDeelname",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("uitgenodigd", "Uitgenodigd"),
                            ("aanwezig", "Aanwezig"),
                            ("afwezig", "Niet gekomen"),
                            ("afgemeld", "Afgemeld"),
                        ],
                        default="uitgenodigd",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "uren",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="uren"
                    ),
                ),
                ("ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "bijeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="leerroutes.pvtbijeenkomst",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pvt_deelnames",
                        to="inburgering.inburgeraar",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname aan het PVT",
                "verbose_name_plural": "deelnames aan het PVT",
                "ordering": ["bijeenkomst", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["uitgenodigd", "aanwezig", "afwezig", "afgemeld"])
                        ),
                        name="pvtdeelname_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["aanwezig"]), ("uren__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["aanwezig"]), _negated=True),
                                ("uren__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="pvtdeelname_uren_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ondertekend", False), ("status__in", ["aanwezig"]), _connector="OR"
                        ),
                        name="pvtdeelname_getekend_is_gekomen",
                    ),
                    models.UniqueConstraint(
                        fields=("bijeenkomst", "inburgeraar"), name="pvtdeelname_een_keer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Taalkoppel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("doel", models.CharField(blank=True, max_length=200, verbose_name="waarvoor")),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taalkoppels",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "vrijwilliger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taalkoppels",
                        to="leerroutes.vrijwilliger",
                    ),
                ),
            ],
            options={
                "verbose_name": "taalkoppel",
                "verbose_name_plural": "taalkoppels",
                "ordering": ["-start_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="taalkoppel_op_volgorde",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("eind_op", None)),
                        fields=("inburgeraar", "vrijwilliger"),
                        name="taalkoppel_een_keer_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Taalschakeltraject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "niveau",
                    models.CharField(
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="niveau van Nederlands",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="gestart op")),
                (
                    "verwacht_eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="verwacht einde (tot en met)"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("lopend", "Loopt"),
                            ("behaald", "Diploma behaald"),
                            ("verlaten", "Gestopt zonder diploma"),
                        ],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "eind_op",
                    models.DateField(blank=True, null=True, verbose_name="diploma of gestopt op"),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van stoppen"),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taalschakeltrajecten",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taalschakeltrajecten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taalschakeltrajecten",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "taalschakeltraject",
                "verbose_name_plural": "taalschakeltrajecten",
                "ordering": ["-start_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["lopend", "behaald", "verlaten"])),
                        name="taalschakel_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("niveau__in", ["B1", "B2"])),
                        name="taalschakel_niveau_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["behaald", "verlaten"]), ("eind_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["behaald", "verlaten"]), _negated=True),
                                ("eind_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="taalschakel_einde_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["verlaten"]), models.Q(("reden", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("status__in", ["verlaten"]), _negated=True), ("reden", "")
                            ),
                            _connector="OR",
                        ),
                        name="taalschakel_verlaten_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="taalschakel_op_volgorde",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "lopend")),
                        fields=("inburgeraar",),
                        name="taalschakel_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vacature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("functie", models.CharField(max_length=120, verbose_name="functie")),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "plaatsen",
                    models.PositiveSmallIntegerField(default=1, verbose_name="aantal plaatsen"),
                ),
                (
                    "eisen",
                    models.CharField(blank=True, max_length=300, verbose_name="wat nodig is"),
                ),
                ("open_op", models.DateField(verbose_name="open sinds")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("vervuld", "Vervuld"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "gesloten_op",
                    models.DateField(blank=True, null=True, verbose_name="gesloten op"),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vacatures",
                        to="leerroutes.werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "vacature",
                "verbose_name_plural": "vacatures",
                "ordering": ["-open_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "vervuld", "vervallen"])),
                        name="vacature_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["vervuld", "vervallen"]),
                                ("gesloten_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ["vervuld", "vervallen"]), _negated=True),
                                ("gesloten_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="vacature_gesloten_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("plaatsen__gte", 1),
                            ("uren_per_week__gt", 0),
                            ("uren_per_week__lte", 60),
                        ),
                        name="vacature_met_uren",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelname",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "lessoort",
                    models.CharField(
                        choices=[
                            ("taal", "Taal en KNM"),
                            ("alfabetisering", "Alfabetisering"),
                            ("taalschakel", "Taalschakeltraject"),
                            ("knm", "Alleen KNM"),
                        ],
                        max_length=16,
                        verbose_name="soort les",
                    ),
                ),
                ("groep", models.CharField(blank=True, max_length=60, verbose_name="groep")),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("gestart", "Gestart"), ("beeindigd", "Beëindigd")],
                        default="gestart",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="eerste les")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="laatste les")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="leerroutes.aanbieder",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="leerroutes.traject",
                    ),
                ),
                (
                    "aanbod",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelname",
                        to="leerroutes.inburgeringsaanbod",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname",
                "verbose_name_plural": "deelnames",
                "ordering": ["-start_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gestart", "beeindigd"])),
                        name="deelname_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lessoort__in", ["taal", "alfabetisering", "taalschakel", "knm"])
                        ),
                        name="deelname_lessoort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["beeindigd"]),
                                ("eind_op__isnull", False),
                                models.Q(("reden", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("eind_op__isnull", True),
                                ("reden", ""),
                            ),
                            _connector="OR",
                        ),
                        name="deelname_einde_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="deelname_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uren_per_week__gt", 0), ("uren_per_week__lte", 60)),
                        name="deelname_uren_bekend",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ervaring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField()),
                ("kwartaal", models.PositiveSmallIntegerField()),
                ("taal", models.CharField(max_length=2)),
                (
                    "les",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="de lessen"
                    ),
                ),
                (
                    "docent",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="de docent"
                    ),
                ),
                (
                    "begeleiding",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="de begeleiding"
                    ),
                ),
                (
                    "tempo",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="het tempo"
                    ),
                ),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
                (
                    "enquete",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ervaringen",
                        to="leerroutes.enquete",
                    ),
                ),
            ],
            options={
                "verbose_name": "ervaring",
                "verbose_name_plural": "ervaringen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("les", None), ("les__range", (1, 5)), _connector="OR"),
                            models.Q(("docent", None), ("docent__range", (1, 5)), _connector="OR"),
                            models.Q(
                                ("begeleiding", None),
                                ("begeleiding__range", (1, 5)),
                                _connector="OR",
                            ),
                            models.Q(("tempo", None), ("tempo__range", (1, 5)), _connector="OR"),
                        ),
                        name="ervaring_een_tot_vijf",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kwartaal__range", (1, 4))), name="ervaring_kwartaal"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDeelname",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "lessoort",
                    models.CharField(
                        choices=[
                            ("taal", "Taal en KNM"),
                            ("alfabetisering", "Alfabetisering"),
                            ("taalschakel", "Taalschakeltraject"),
                            ("knm", "Alleen KNM"),
                        ],
                        max_length=16,
                        verbose_name="soort les",
                    ),
                ),
                ("groep", models.CharField(blank=True, max_length=60, verbose_name="groep")),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("gestart", "Gestart"), ("beeindigd", "Beëindigd")],
                        default="gestart",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="eerste les")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="laatste les")),
                (
                    "reden",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reden van het einde"
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
                    "aanbieder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.aanbieder",
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
                (
                    "aanbod",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.inburgeringsaanbod",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deelname",
                "verbose_name_plural": "historical deelnames",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParticipatieverklaring",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("ondertekend_op", models.DateField(verbose_name="ondertekend op")),
                (
                    "elders",
                    models.CharField(blank=True, max_length=200, verbose_name="elders vastgelegd"),
                ),
                (
                    "verwijtbaar",
                    models.BooleanField(blank=True, null=True, verbose_name="verwijtbaar te laat"),
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
                    "ondertekend_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                (
                    "pvt_deelname",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.pvtdeelname",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical participatieverklaring",
                "verbose_name_plural": "historical participatieverklaringen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlaatsing",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                ("aangemeld_op", models.DateField(verbose_name="aangemeld op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("gestart", "Gestart"),
                            ("beeindigd", "Beëindigd"),
                            ("niet_doorgegaan", "Niet doorgegaan"),
                        ],
                        default="aangemeld",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                (
                    "subsidie",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Geen subsidie"),
                            ("proefplaatsing", "Proefplaatsing"),
                            ("loonkosten", "Loonkostensubsidie"),
                            ("anders", "Andere subsidie"),
                        ],
                        max_length=16,
                        verbose_name="subsidie",
                    ),
                ),
                (
                    "subsidie_bedrag",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="subsidie per maand",
                    ),
                ),
                (
                    "subsidie_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="subsidie tot en met"),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("werk", "Betaald werk"),
                            ("opleiding", "Opleiding"),
                            ("andere_plek", "Andere plek"),
                            ("afgerond", "Afgerond zoals afgesproken"),
                            ("gestopt", "Voortijdig gestopt"),
                        ],
                        max_length=12,
                        verbose_name="uitkomst",
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
                (
                    "plek",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.participatieplek",
                    ),
                ),
                (
                    "vacature",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.vacature",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plaatsing",
                "verbose_name_plural": "historical plaatsingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTaalschakelOnderdeel",
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
                            ("nederlands", "Nederlands op B1 of B2"),
                            ("rekenen", "Rekenen"),
                            ("engels", "Engels"),
                            ("leervaardigheden", "Leervaardigheden"),
                            ("loopbaan", "Loopbaan en beroepskeuze"),
                            ("knm", "Kennis van de Nederlandse maatschappij"),
                        ],
                        max_length=20,
                        verbose_name="onderdeel",
                    ),
                ),
                ("behaald_op", models.DateField(blank=True, null=True, verbose_name="behaald op")),
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
                (
                    "taalschakeltraject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.taalschakeltraject",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical onderdeel van het taalschakeltraject",
                "verbose_name_plural": "historical onderdelen van het taalschakeltraject",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTarief",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("onderdeel", models.CharField(max_length=80, verbose_name="waarvoor")),
                (
                    "eenheid",
                    models.CharField(
                        choices=[
                            ("uur", "per uur"),
                            ("traject", "per traject"),
                            ("maand", "per maand"),
                            ("stuk", "per stuk"),
                        ],
                        max_length=8,
                        verbose_name="eenheid",
                    ),
                ),
                (
                    "bedrag",
                    models.DecimalField(
                        decimal_places=2, max_digits=9, verbose_name="bedrag zonder btw"
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
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
                    "contract",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.contract",
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
                "verbose_name": "historical tarief",
                "verbose_name_plural": "historical tarieven",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Participatieverklaring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("ondertekend_op", models.DateField(verbose_name="ondertekend op")),
                (
                    "elders",
                    models.CharField(blank=True, max_length=200, verbose_name="elders vastgelegd"),
                ),
                (
                    "verwijtbaar",
                    models.BooleanField(blank=True, null=True, verbose_name="verwijtbaar te laat"),
                ),
                (
                    "inburgeraar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participatieverklaring",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "ondertekend_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                (
                    "pvt_deelname",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verklaring",
                        to="leerroutes.pvtdeelname",
                    ),
                ),
            ],
            options={
                "verbose_name": "participatieverklaring",
                "verbose_name_plural": "participatieverklaringen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pvt_deelname__isnull", False),
                            models.Q(("elders", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="verklaring_op_de_bijeenkomst",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plaatsing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                ("aangemeld_op", models.DateField(verbose_name="aangemeld op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("gestart", "Gestart"),
                            ("beeindigd", "Beëindigd"),
                            ("niet_doorgegaan", "Niet doorgegaan"),
                        ],
                        default="aangemeld",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                (
                    "subsidie",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Geen subsidie"),
                            ("proefplaatsing", "Proefplaatsing"),
                            ("loonkosten", "Loonkostensubsidie"),
                            ("anders", "Andere subsidie"),
                        ],
                        max_length=16,
                        verbose_name="subsidie",
                    ),
                ),
                (
                    "subsidie_bedrag",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="subsidie per maand",
                    ),
                ),
                (
                    "subsidie_eind_op",
                    models.DateField(blank=True, null=True, verbose_name="subsidie tot en met"),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("werk", "Betaald werk"),
                            ("opleiding", "Opleiding"),
                            ("andere_plek", "Andere plek"),
                            ("afgerond", "Afgerond zoals afgesproken"),
                            ("gestopt", "Voortijdig gestopt"),
                        ],
                        max_length=12,
                        verbose_name="uitkomst",
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plaatsingen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "plek",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plaatsingen",
                        to="leerroutes.participatieplek",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plaatsingen",
                        to="leerroutes.traject",
                    ),
                ),
                (
                    "vacature",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plaatsingen",
                        to="leerroutes.vacature",
                    ),
                ),
            ],
            options={
                "verbose_name": "plaatsing",
                "verbose_name_plural": "plaatsingen",
                "ordering": ["-aangemeld_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["aangemeld", "gestart", "beeindigd", "niet_doorgegaan"])
                        ),
                        name="plaatsing_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("subsidie__in", ["", "proefplaatsing", "loonkosten", "anders"])
                        ),
                        name="plaatsing_subsidie_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "uitkomst__in",
                                ["", "werk", "opleiding", "andere_plek", "afgerond", "gestopt"],
                            )
                        ),
                        name="plaatsing_uitkomst_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plek__isnull", False), ("vacature", None)),
                            models.Q(("plek", None), ("vacature__isnull", False)),
                            _connector="OR",
                        ),
                        name="plaatsing_plek_of_werk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["gestart", "beeindigd"]),
                                ("start_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ["gestart", "beeindigd"]), _negated=True),
                                ("start_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="plaatsing_gestart_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["beeindigd"]),
                                ("eind_op__isnull", False),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("eind_op__isnull", True),
                                ("uitkomst", ""),
                            ),
                            _connector="OR",
                        ),
                        name="plaatsing_einde_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "niet_doorgegaan"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="plaatsing_niet_doorgegaan_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="plaatsing_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_op__isnull", True),
                            ("start_op__gte", models.F("aangemeld_op")),
                            _connector="OR",
                        ),
                        name="plaatsing_aangemeld_eerst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uren_per_week__gt", 0), ("uren_per_week__lte", 60)),
                        name="plaatsing_met_uren",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("subsidie_bedrag", None),
                            models.Q(
                                ("subsidie_bedrag__gte", 0),
                                models.Q(("subsidie", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="plaatsing_bedrag_bij_subsidie",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaalschakelOnderdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("nederlands", "Nederlands op B1 of B2"),
                            ("rekenen", "Rekenen"),
                            ("engels", "Engels"),
                            ("leervaardigheden", "Leervaardigheden"),
                            ("loopbaan", "Loopbaan en beroepskeuze"),
                            ("knm", "Kennis van de Nederlandse maatschappij"),
                        ],
                        max_length=20,
                        verbose_name="onderdeel",
                    ),
                ),
                ("behaald_op", models.DateField(blank=True, null=True, verbose_name="behaald op")),
                (
                    "taalschakeltraject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderdelen",
                        to="leerroutes.taalschakeltraject",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderdeel van het taalschakeltraject",
                "verbose_name_plural": "onderdelen van het taalschakeltraject",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "nederlands",
                                    "rekenen",
                                    "engels",
                                    "leervaardigheden",
                                    "loopbaan",
                                    "knm",
                                ],
                            )
                        ),
                        name="taalschakeldeel_soort_bekend",
                    ),
                    models.UniqueConstraint(
                        fields=("taalschakeltraject", "soort"), name="taalschakeldeel_een_per_soort"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tarief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("onderdeel", models.CharField(max_length=80, verbose_name="waarvoor")),
                (
                    "eenheid",
                    models.CharField(
                        choices=[
                            ("uur", "per uur"),
                            ("traject", "per traject"),
                            ("maand", "per maand"),
                            ("stuk", "per stuk"),
                        ],
                        max_length=8,
                        verbose_name="eenheid",
                    ),
                ),
                (
                    "bedrag",
                    models.DecimalField(
                        decimal_places=2, max_digits=9, verbose_name="bedrag zonder btw"
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tarieven",
                        to="leerroutes.contract",
                    ),
                ),
            ],
            options={
                "verbose_name": "tarief",
                "verbose_name_plural": "tarieven",
                "ordering": ["contract", "onderdeel", "-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eenheid__in", ["uur", "traject", "maand", "stuk"])),
                        name="tarief_eenheid_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="tarief_op_volgorde",
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
                            ("contract", "="),
                            ("onderdeel", "="),
                        ],
                        name="tarief_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gte", 0)), name="tarief_niet_negatief"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUrenregel",
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
                            ("nederlands", "les in Nederlands"),
                            ("alfabetisering", "alfabetisering"),
                            ("knm", "les in KNM"),
                            ("intake_nederlands", "Nederlands in de brede intake"),
                            ("intake_knm", "KNM in de brede intake"),
                            (
                                "intake_participatie",
                                "activiteiten van de Participatiewet in de brede intake",
                            ),
                            ("intake_pvt", "activiteiten van het PVT in de brede intake"),
                            ("intake_map_praktijk", "praktijk van de MAP in de brede intake"),
                            ("participatie", "participatie"),
                            ("pvt", "het PVT"),
                            ("map_praktijk", "praktijk van de MAP"),
                            ("map_les", "les van de MAP"),
                            ("begeleiding", "activiteiten van de maatschappelijke begeleiding"),
                            ("voorinburgering", "voorinburgering in het AZC"),
                            (
                                "vso_pro_entree",
                                "les op vso, praktijkonderwijs of entree vlak voor het PIP",
                            ),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("op", models.DateField(verbose_name="dag")),
                ("uren", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                (
                    "aanwezigheid",
                    models.CharField(
                        choices=[
                            ("aanwezig", "Aanwezig"),
                            ("geoorloofd", "Afwezig met reden"),
                            ("ongeoorloofd", "Afwezig zonder reden"),
                        ],
                        default="aanwezig",
                        max_length=12,
                        verbose_name="aanwezigheid",
                    ),
                ),
                ("erkend", models.BooleanField(default=True, verbose_name="telt mee")),
                (
                    "opmerking",
                    models.CharField(blank=True, max_length=200, verbose_name="opmerking"),
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
                    "begeleiding",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.begeleidingsmoment",
                    ),
                ),
                (
                    "deelname",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.deelname",
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
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.traject",
                    ),
                ),
                (
                    "plaatsing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.plaatsing",
                    ),
                ),
                (
                    "pvt_deelname",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="leerroutes.pvtdeelname",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical urenregel",
                "verbose_name_plural": "historical urenregels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Urenregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("nederlands", "les in Nederlands"),
                            ("alfabetisering", "alfabetisering"),
                            ("knm", "les in KNM"),
                            ("intake_nederlands", "Nederlands in de brede intake"),
                            ("intake_knm", "KNM in de brede intake"),
                            (
                                "intake_participatie",
                                "activiteiten van de Participatiewet in de brede intake",
                            ),
                            ("intake_pvt", "activiteiten van het PVT in de brede intake"),
                            ("intake_map_praktijk", "praktijk van de MAP in de brede intake"),
                            ("participatie", "participatie"),
                            ("pvt", "het PVT"),
                            ("map_praktijk", "praktijk van de MAP"),
                            ("map_les", "les van de MAP"),
                            ("begeleiding", "activiteiten van de maatschappelijke begeleiding"),
                            ("voorinburgering", "voorinburgering in het AZC"),
                            (
                                "vso_pro_entree",
                                "les op vso, praktijkonderwijs of entree vlak voor het PIP",
                            ),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("op", models.DateField(verbose_name="dag")),
                ("uren", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="uren")),
                (
                    "aanwezigheid",
                    models.CharField(
                        choices=[
                            ("aanwezig", "Aanwezig"),
                            ("geoorloofd", "Afwezig met reden"),
                            ("ongeoorloofd", "Afwezig zonder reden"),
                        ],
                        default="aanwezig",
                        max_length=12,
                        verbose_name="aanwezigheid",
                    ),
                ),
                ("erkend", models.BooleanField(default=True, verbose_name="telt mee")),
                (
                    "opmerking",
                    models.CharField(blank=True, max_length=200, verbose_name="opmerking"),
                ),
                (
                    "begeleiding",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregel",
                        to="leerroutes.begeleidingsmoment",
                    ),
                ),
                (
                    "deelname",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregels",
                        to="leerroutes.deelname",
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregels",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "plaatsing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregels",
                        to="leerroutes.plaatsing",
                    ),
                ),
                (
                    "pvt_deelname",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregel",
                        to="leerroutes.pvtdeelname",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urenregels",
                        to="leerroutes.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "urenregel",
                "verbose_name_plural": "urenregels",
                "ordering": ["-op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "nederlands",
                                    "alfabetisering",
                                    "knm",
                                    "intake_nederlands",
                                    "intake_knm",
                                    "intake_participatie",
                                    "intake_pvt",
                                    "intake_map_praktijk",
                                    "participatie",
                                    "pvt",
                                    "map_praktijk",
                                    "map_les",
                                    "begeleiding",
                                    "voorinburgering",
                                    "vso_pro_entree",
                                ],
                            )
                        ),
                        name="urenregel_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aanwezigheid__in", ["aanwezig", "geoorloofd", "ongeoorloofd"])
                        ),
                        name="urenregel_aanwezigheid_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uren__gt", 0), ("uren__lte", 24)),
                        name="urenregel_binnen_een_dag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("deelname", None),
                                models.Q(
                                    ("begeleiding", None),
                                    ("plaatsing", None),
                                    ("pvt_deelname", None),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("plaatsing", None),
                                models.Q(
                                    ("begeleiding", None),
                                    ("deelname", None),
                                    ("pvt_deelname", None),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("pvt_deelname", None),
                                models.Q(
                                    ("begeleiding", None), ("deelname", None), ("plaatsing", None)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("begeleiding", None),
                                models.Q(
                                    ("deelname", None), ("plaatsing", None), ("pvt_deelname", None)
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="urenregel_een_bron",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deelname__isnull", False)),
                        fields=("deelname", "op", "soort"),
                        name="urenregel_een_per_les",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("plaatsing__isnull", False)),
                        fields=("plaatsing", "op", "soort"),
                        name="urenregel_een_per_plaatsing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("begeleiding", None),
                            ("deelname", None),
                            ("plaatsing", None),
                            ("pvt_deelname", None),
                        ),
                        fields=("inburgeraar", "op", "soort"),
                        name="urenregel_een_zonder_bron",
                    ),
                ],
                "indexes": [models.Index(fields=["inburgeraar", "-op"], name="urenregel_per_dag")],
            },
        ),
        migrations.RunPython(schaal_af, migrations.RunPython.noop, elidable=True),
    ]
