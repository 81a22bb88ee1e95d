import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("besluiten", "0001_initial"),
        ("inburgering", "0001_initial"),
        ("medewerkers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pip",
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
                        related_name="pips",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "versienummer",
                    models.PositiveSmallIntegerField(verbose_name="versie van het plan"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("ter_vaststelling", "Ter vaststelling"),
                            ("vastgesteld", "Vastgesteld"),
                            ("vervangen", "Vervangen door een nieuwe versie"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="concept",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B", "B1-route"),
                            ("O", "Onderwijsroute"),
                            ("Z", "Zelfredzaamheidsroute (Z-route)"),
                        ],
                        max_length=1,
                        verbose_name="leerroute",
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "leerroute_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren van de leerroute"
                    ),
                ),
                (
                    "pvt_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren PVT"
                    ),
                ),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="praktijkuren MAP"
                    ),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal voortgangsgesprekken"
                    ),
                ),
                ("motivering", models.TextField(blank=True, verbose_name="waarom deze leerroute")),
                (
                    "begeleiding",
                    models.TextField(blank=True, verbose_name="begeleiding en ondersteuning"),
                ),
                (
                    "vve",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="afspraken over VVE",
                    ),
                ),
                (
                    "vve_tekst",
                    models.TextField(blank=True, verbose_name="welke afspraken over VVE"),
                ),
                (
                    "participatiewet",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="besluiten op grond van de Participatiewet",
                    ),
                ),
                (
                    "participatiewet_tekst",
                    models.TextField(blank=True, verbose_name="welke besluiten"),
                ),
                (
                    "examenwens_z",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="wens om examen te doen (Z-route)",
                    ),
                ),
                (
                    "voorgelegd_op",
                    models.DateField(blank=True, null=True, verbose_name="voorgelegd op"),
                ),
                (
                    "voorgelegd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dagtekening",
                    models.DateField(blank=True, null=True, verbose_name="dagtekening"),
                ),
                (
                    "dagtekening_initieel",
                    models.DateField(
                        blank=True, null=True, verbose_name="dagtekening van het eerste PIP"
                    ),
                ),
                (
                    "vastgesteld_op",
                    models.DateField(blank=True, null=True, verbose_name="vastgesteld op"),
                ),
                (
                    "vastgesteld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "besluit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pip",
                        to="besluiten.besluit",
                    ),
                ),
                (
                    "ingetrokken_op",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
            ],
            options={
                "verbose_name": "PIP",
                "verbose_name_plural": "PIP's",
                "ordering": ["inburgeraar", "-versienummer"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "concept",
                                    "ter_vaststelling",
                                    "vastgesteld",
                                    "vervangen",
                                    "ingetrokken",
                                ],
                            )
                        ),
                        name="pip_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leerroute__in", ["", "B", "O", "Z"])),
                        name="pip_leerroute_bekend",
                    ),
                    models.UniqueConstraint(
                        fields=("inburgeraar", "versienummer"), name="pip_versienummer_uniek"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vastgesteld")),
                        fields=("inburgeraar",),
                        name="pip_een_vastgesteld",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["concept", "ter_vaststelling"])),
                        fields=("inburgeraar",),
                        name="pip_een_in_voorbereiding",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["vastgesteld", "vervangen", "ingetrokken"]),
                                ("vastgesteld_op__isnull", False),
                                ("dagtekening__isnull", False),
                                ("dagtekening_initieel__isnull", False),
                                ("besluit__isnull", False),
                            ),
                            models.Q(
                                models.Q(
                                    ("status__in", ["vastgesteld", "vervangen", "ingetrokken"]),
                                    _negated=True,
                                ),
                                ("vastgesteld_op__isnull", True),
                                ("dagtekening__isnull", True),
                                ("dagtekening_initieel__isnull", True),
                                ("besluit__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="pip_vastgesteld_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("vastgesteld_op__isnull", False),
                                ("vastgesteld_door__isnull", False),
                            ),
                            models.Q(
                                ("vastgesteld_op__isnull", True), ("vastgesteld_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="pip_vastgesteld_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("voorgelegd_op__isnull", False), ("voorgelegd_door__isnull", False)
                            ),
                            models.Q(
                                ("voorgelegd_op__isnull", True), ("voorgelegd_door__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="pip_voorgelegd_door",
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
                        name="pip_ingetrokken_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ter_vaststelling"), _negated=True),
                            ("voorgelegd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="pip_voorgelegd_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dagtekening", None),
                            ("dagtekening_initieel__lte", models.F("dagtekening")),
                            _connector="OR",
                        ),
                        name="pip_initieel_niet_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPip",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "versienummer",
                    models.PositiveSmallIntegerField(verbose_name="versie van het plan"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("ter_vaststelling", "Ter vaststelling"),
                            ("vastgesteld", "Vastgesteld"),
                            ("vervangen", "Vervangen door een nieuwe versie"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="concept",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B", "B1-route"),
                            ("O", "Onderwijsroute"),
                            ("Z", "Zelfredzaamheidsroute (Z-route)"),
                        ],
                        max_length=1,
                        verbose_name="leerroute",
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "leerroute_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren van de leerroute"
                    ),
                ),
                (
                    "pvt_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren PVT"
                    ),
                ),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="praktijkuren MAP"
                    ),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="aantal voortgangsgesprekken"
                    ),
                ),
                ("motivering", models.TextField(blank=True, verbose_name="waarom deze leerroute")),
                (
                    "begeleiding",
                    models.TextField(blank=True, verbose_name="begeleiding en ondersteuning"),
                ),
                (
                    "vve",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="afspraken over VVE",
                    ),
                ),
                (
                    "vve_tekst",
                    models.TextField(blank=True, verbose_name="welke afspraken over VVE"),
                ),
                (
                    "participatiewet",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="besluiten op grond van de Participatiewet",
                    ),
                ),
                (
                    "participatiewet_tekst",
                    models.TextField(blank=True, verbose_name="welke besluiten"),
                ),
                (
                    "examenwens_z",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opgenomen", "Ja, hieronder beschreven"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        max_length=20,
                        verbose_name="wens om examen te doen (Z-route)",
                    ),
                ),
                (
                    "voorgelegd_op",
                    models.DateField(blank=True, null=True, verbose_name="voorgelegd op"),
                ),
                (
                    "dagtekening",
                    models.DateField(blank=True, null=True, verbose_name="dagtekening"),
                ),
                (
                    "dagtekening_initieel",
                    models.DateField(
                        blank=True, null=True, verbose_name="dagtekening van het eerste PIP"
                    ),
                ),
                (
                    "vastgesteld_op",
                    models.DateField(blank=True, null=True, verbose_name="vastgesteld op"),
                ),
                (
                    "ingetrokken_op",
                    models.DateField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
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
                    "voorgelegd_door",
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
                    "vastgesteld_door",
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
                    "besluit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="besluiten.besluit",
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
                "verbose_name": "historical PIP",
                "verbose_name_plural": "historical PIP's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
