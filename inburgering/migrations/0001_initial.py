import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("medewerkers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Concept",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concepten",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pad", models.CharField(max_length=300)),
                ("inhoud", models.BinaryField()),
                ("bewaard_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "concept",
                "verbose_name_plural": "concepten",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("medewerker", "pad"), name="concept_een_per_pagina"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gezin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("aangemaakt_op", models.DateField(verbose_name="aangemaakt op")),
            ],
            options={
                "verbose_name": "gezin",
                "verbose_name_plural": "gezinnen",
            },
        ),
        migrations.CreateModel(
            name="Nummerreeks",
            fields=[
                ("jaar", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("laatste", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "nummerreeks",
                "verbose_name_plural": "nummerreeksen",
            },
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "voornamen",
                    models.CharField(blank=True, max_length=120, verbose_name="voornamen"),
                ),
                (
                    "voorvoegsel",
                    models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel"),
                ),
                (
                    "achternaam",
                    models.CharField(blank=True, max_length=120, verbose_name="achternaam"),
                ),
                (
                    "naam_eigen_schrift",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="naam in eigen schrift"
                    ),
                ),
                (
                    "aanspreking",
                    models.CharField(
                        blank=True,
                        help_text="Bijvoorbeeld: mevrouw Tesfay. Leeg: de naam voluit.",
                        max_length=80,
                        verbose_name="aanspreking",
                    ),
                ),
                (
                    "geslacht",
                    models.CharField(
                        choices=[("v", "Vrouw"), ("m", "Man"), ("x", "Anders of onbekend")],
                        default="x",
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                ("geboortejaar", models.PositiveSmallIntegerField(verbose_name="geboortejaar")),
                (
                    "geboortemaand",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="geboortemaand"
                    ),
                ),
                (
                    "geboortedag",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="geboortedag"
                    ),
                ),
                (
                    "nationaliteit",
                    models.CharField(blank=True, max_length=60, verbose_name="nationaliteit"),
                ),
                (
                    "talen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="talen",
                    ),
                ),
                (
                    "tolktaal",
                    models.CharField(blank=True, max_length=40, verbose_name="tolk nodig in"),
                ),
                (
                    "v_nummer",
                    models.CharField(blank=True, max_length=10, null=True, verbose_name="V-nummer"),
                ),
                ("bsn_versleuteld", models.BinaryField(null=True)),
                ("bsn_index", models.CharField(editable=False, max_length=64, null=True)),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "overleden_op",
                    models.DateField(blank=True, null=True, verbose_name="overleden op"),
                ),
                (
                    "samengevoegd_in",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inburgering.persoon",
                    ),
                ),
                ("zoeksleutel", models.TextField(editable=False)),
            ],
            options={
                "verbose_name": "persoon",
                "verbose_name_plural": "personen",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("zoeksleutel", name="gin_trgm_ops"),
                        name="persoon_zoeksleutel",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("voornamen", ""), _negated=True),
                            models.Q(("achternaam", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="persoon_heeft_een_naam",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geslacht__in", ["v", "m", "x"])),
                        name="persoon_geslacht_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geboortedag", None), ("geboortemaand__isnull", False), _connector="OR"
                        ),
                        name="persoon_geboortedag_met_maand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geboortejaar__range", (1900, 2100)),
                            models.Q(
                                ("geboortemaand", None),
                                ("geboortemaand__range", (1, 12)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("geboortedag", None),
                                ("geboortedag__range", (1, 31)),
                                _connector="OR",
                            ),
                        ),
                        name="persoon_geboortedatum_mogelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("v_nummer", None), ("v_nummer__regex", "^\\d{10}$"), _connector="OR"
                        ),
                        name="persoon_v_nummer_tien_cijfers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bsn_index", None), ("bsn_versleuteld", None)),
                            models.Q(
                                ("bsn_index__isnull", False), ("bsn_versleuteld__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="persoon_bsn_met_index",
                    ),
                    models.UniqueConstraint(fields=("v_nummer",), name="persoon_v_nummer_uniek"),
                    models.UniqueConstraint(fields=("bsn_index",), name="persoon_bsn_uniek"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gezinslid",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leden",
                        to="inburgering.gezin",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lidmaatschappen",
                        to="inburgering.persoon",
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("referent", "Hoofdpersoon"),
                            ("partner", "Partner"),
                            ("kind", "Kind"),
                            ("anders", "Ander gezinslid"),
                        ],
                        max_length=10,
                        verbose_name="rol",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
            ],
            options={
                "verbose_name": "gezinslid",
                "verbose_name_plural": "gezinsleden",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="gezinslid_op_volgorde",
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
                            ("persoon", "="),
                        ],
                        name="gezinslid_een_gezin_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rol__in", ["referent", "partner", "kind", "anders"])),
                        name="gezinslid_rol_bekend",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inburgeraar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "dossiernummer",
                    models.CharField(max_length=12, unique=True, verbose_name="dossiernummer"),
                ),
                (
                    "persoon",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inburgeraar",
                        to="inburgering.persoon",
                    ),
                ),
                (
                    "regime",
                    models.CharField(
                        choices=[
                            ("Wi2021", "Wet inburgering 2021"),
                            ("Wi2013", "Wet inburgering 2013 (ondertussengroep)"),
                        ],
                        max_length=6,
                        verbose_name="stelsel",
                    ),
                ),
                (
                    "doelgroep",
                    models.CharField(
                        choices=[
                            ("asiel", "asielstatushouder"),
                            ("overig", "gezins- of overige migrant"),
                        ],
                        max_length=10,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "wordt_gehuisvest",
                    models.BooleanField(
                        default=False, verbose_name="wordt door de gemeente gehuisvest"
                    ),
                ),
                (
                    "consulent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="caseload",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consulent",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clienten",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="toegewezen aan partner",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("actief", "Actief"),
                            ("opgeschort", "Opgeschort"),
                            ("voltooid", "Voltooid"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="actief",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("geopend_op", models.DateField(verbose_name="geopend op")),
                (
                    "opgeschort_op",
                    models.DateField(blank=True, null=True, verbose_name="opgeschort op"),
                ),
                (
                    "voltooid_op",
                    models.DateField(blank=True, null=True, verbose_name="voltooid op"),
                ),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                (
                    "beeindigd_reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuisd", "Verhuisd naar een andere gemeente"),
                            ("vertrokken", "Vertrokken uit Nederland"),
                            ("overleden", "Overleden"),
                            ("ontheffing", "Gehele ontheffing door DUO"),
                            ("vrijstelling", "Gehele vrijstelling door DUO"),
                            ("verblijf", "Verblijfsrecht gewijzigd"),
                            ("samengevoegd", "Samengevoegd met een ander dossier"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=12,
                        verbose_name="reden van beëindigen",
                    ),
                ),
                ("gesloten", models.BooleanField(default=False, verbose_name="gesloten dossier")),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "indexes": [
                    models.Index(fields=["consulent", "status"], name="inburgeraar_caseload"),
                    models.Index(fields=["-geopend_op", "-id"], name="inburgeraar_nieuwste"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["actief", "opgeschort", "voltooid", "beeindigd"])
                        ),
                        name="inburgeraar_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("regime__in", ["Wi2021", "Wi2013"])),
                        name="inburgeraar_regime_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doelgroep__in", ["asiel", "overig"])),
                        name="inburgeraar_doelgroep_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["opgeschort"]), ("opgeschort_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["opgeschort"]), _negated=True),
                                ("opgeschort_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="inburgeraar_opgeschort_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["voltooid"]), ("voltooid_op__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["voltooid"]), _negated=True),
                                ("voltooid_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="inburgeraar_voltooid_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["beeindigd"]),
                                ("beeindigd_op__isnull", False),
                                models.Q(("beeindigd_reden", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("beeindigd_op__isnull", True),
                                ("beeindigd_reden", ""),
                            ),
                            _connector="OR",
                        ),
                        name="inburgeraar_beeindigd_bewezen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afspraak",
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
                            ("driepartijengesprek", "Driepartijengesprek"),
                            ("intake", "Brede intake"),
                            ("bezichtiging", "Bezichtiging van de woning"),
                            ("voortgang", "Voortgangsgesprek"),
                            ("anders", "Andere afspraak"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("begint_at", models.DateTimeField(verbose_name="begint")),
                (
                    "minuten",
                    models.PositiveSmallIntegerField(default=60, verbose_name="duur in minuten"),
                ),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                ("met", models.CharField(blank=True, max_length=200, verbose_name="met wie")),
                ("tolktaal", models.CharField(blank=True, max_length=40, verbose_name="tolk in")),
                (
                    "consulent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gehouden", "Gehouden"),
                            ("vervangen", "Vervangen"),
                            ("niet_verschenen", "Niet verschenen"),
                            ("afgezegd", "Afgezegd"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "gehouden_op",
                    models.DateField(blank=True, null=True, verbose_name="gehouden op"),
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
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "dossiers",
                    models.ManyToManyField(related_name="afspraken", to="inburgering.inburgeraar"),
                ),
            ],
            options={
                "verbose_name": "afspraak",
                "verbose_name_plural": "afspraken",
                "ordering": ["begint_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "driepartijengesprek",
                                    "intake",
                                    "bezichtiging",
                                    "voortgang",
                                    "anders",
                                ],
                            )
                        ),
                        name="afspraak_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["gepland", "gehouden", "vervangen", "niet_verschenen", "afgezegd"],
                            )
                        ),
                        name="afspraak_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["gehouden", "vervangen"]),
                                ("gehouden_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ["gehouden", "vervangen"]), _negated=True),
                                ("gehouden_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="afspraak_gehouden_bewezen",
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
                        name="afspraak_gehouden_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "vervangen"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="afspraak_vervangen_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contactmoment",
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
                        related_name="contactmomenten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gesprek", "Gesprek"),
                            ("telefoon", "Telefoon"),
                            ("mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("op", models.DateField(verbose_name="datum")),
                ("tekst", models.TextField(verbose_name="wat is besproken")),
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
                "verbose_name": "contactmoment",
                "verbose_name_plural": "contactmomenten",
                "ordering": ["-op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["gesprek", "telefoon", "mail", "brief", "huisbezoek"])
                        ),
                        name="contactmoment_soort_bekend",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                        related_name="documenten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("beschikking", "Beschikking"),
                            ("brief", "Brief"),
                            ("identiteit", "Identiteitsbewijs of verblijfsdocument"),
                            ("huisvesting", "Huisvesting"),
                            ("intake", "Intake"),
                            ("inkomen", "Inkomen en uitkering"),
                            ("overig", "Overig"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("bestandsnaam", models.CharField(max_length=150)),
                ("mime", models.CharField(max_length=100)),
                ("grootte", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("toegevoegd_op", models.DateField(verbose_name="toegevoegd op")),
                (
                    "toegevoegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
                "ordering": ["-toegevoegd_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "beschikking",
                                    "brief",
                                    "identiteit",
                                    "huisvesting",
                                    "intake",
                                    "inkomen",
                                    "overig",
                                ],
                            )
                        ),
                        name="document_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="document_hash_is_sha256",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierToegang",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="toegangen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="toegangen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "toegang tot een gesloten dossier",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inburgeraar", "medewerker"), name="toegang_een_keer_per_medewerker"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gebeurtenissen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("besluit", "Besluit"),
                            ("termijn", "Termijn"),
                            ("geld", "Geld"),
                            ("contact", "Contact"),
                            ("wijziging", "Wijziging"),
                        ],
                        max_length=10,
                    ),
                ),
                ("op", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("tekst", models.CharField(max_length=300)),
                ("reden", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "gebeurtenis",
                "verbose_name_plural": "gebeurtenissen",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["inburgeraar", "-at"], name="gebeurtenis_tijdlijn")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["besluit", "termijn", "geld", "contact", "wijziging"])
                        ),
                        name="gebeurtenis_soort_bekend",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notitie",
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
                        related_name="notities",
                        to="inburgering.inburgeraar",
                    ),
                ),
                ("tekst", models.TextField(verbose_name="notitie")),
                ("at", models.DateTimeField(verbose_name="geschreven")),
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
                "verbose_name": "notitie",
                "verbose_name_plural": "notities",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Ontheffing",
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
                        related_name="ontheffingen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("geheel", "Geheel"), ("gedeeltelijk", "Gedeeltelijk")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("MED", "Medisch"),
                            ("BIO", "Bijzondere individuele omstandigheden"),
                        ],
                        max_length=3,
                        verbose_name="grond",
                    ),
                ),
                (
                    "onderdelen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("besloten_op", models.DateField(verbose_name="besloten door DUO op")),
            ],
            options={
                "verbose_name": "ontheffing",
                "verbose_name_plural": "ontheffingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["geheel", "gedeeltelijk"])),
                        name="ontheffing_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grond__in", ["MED", "BIO"])),
                        name="ontheffing_grond_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grond", "BIO"), _negated=True),
                            ("soort", "geheel"),
                            _connector="OR",
                        ),
                        name="ontheffing_bijzonder_is_geheel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plicht",
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
                        related_name="plichten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="begin van de plicht")),
                (
                    "eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="einde van de plicht (tot en met)"
                    ),
                ),
                (
                    "kennisgeving_op",
                    models.DateField(blank=True, null=True, verbose_name="datum kennisgeving DUO"),
                ),
                (
                    "gedetailleerde_doelgroep",
                    models.CharField(
                        choices=[
                            ("Asielstatushouder", "Asielstatushouder"),
                            ("Geestelijk bedienaar", "Geestelijk bedienaar"),
                            ("Gezinshereniger", "Gezinshereniger"),
                            (
                                "Gezinshereniger met Asielstatushouder",
                                "Gezinshereniger met Asielstatushouder",
                            ),
                            ("Gezinsvormer", "Gezinsvormer"),
                            (
                                "Gezinsvormer met Asielstatushouder",
                                "Gezinsvormer met Asielstatushouder",
                            ),
                            ("Overig", "Overig"),
                        ],
                        max_length=60,
                        verbose_name="gedetailleerde doelgroep",
                    ),
                ),
                (
                    "reden_geen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vrijgesteld", "Vrijgesteld"),
                            ("ontheven", "Ontheven"),
                            ("niet_plichtig", "Niet inburgeringsplichtig"),
                            ("voldaan", "Voldaan"),
                        ],
                        max_length=20,
                        verbose_name="reden dat er geen plicht (meer) is",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "inburgeringsplicht",
                "verbose_name_plural": "inburgeringsplichten",
                "ordering": ["-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="plicht_op_volgorde",
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
                        name="plicht_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "gedetailleerde_doelgroep__in",
                                [
                                    "Asielstatushouder",
                                    "Geestelijk bedienaar",
                                    "Gezinshereniger",
                                    "Gezinshereniger met Asielstatushouder",
                                    "Gezinsvormer",
                                    "Gezinsvormer met Asielstatushouder",
                                    "Overig",
                                ],
                            )
                        ),
                        name="plicht_doelgroep_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reden_geen", ""), ("eind_op__isnull", False), _connector="OR"
                        ),
                        name="plicht_reden_geen_met_einde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Raadpleging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inburgeraar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raadplegingen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raadplegingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("onderdeel", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "raadpleging",
                "verbose_name_plural": "raadplegingen",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["-at", "-id"], name="raadpleging_nieuwste")],
            },
        ),
        migrations.CreateModel(
            name="Schakel",
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
                        related_name="schakels",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "nummer",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Vaststellen inburgeringsplicht"),
                            (2, "Voorbereiden op inburgering"),
                            (3, "Brede intake en PIP"),
                            (4, "Inburgeren en participeren"),
                            (5, "Afronden inburgering"),
                        ],
                        verbose_name="schakel",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("open", "Open"),
                            ("afgerond", "Afgerond"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        default="wacht",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("geopend_op", models.DateField(blank=True, null=True, verbose_name="geopend op")),
                (
                    "geopend_door",
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
                    "afgerond_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
            ],
            options={
                "verbose_name": "schakel",
                "verbose_name_plural": "schakels",
                "ordering": ["inburgeraar", "nummer"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inburgeraar", "nummer"), name="schakel_een_per_nummer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nummer__in", [1, 2, 3, 4, 5])),
                        name="schakel_nummer_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["wacht", "open", "afgerond", "niet_van_toepassing"])
                        ),
                        name="schakel_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["open", "afgerond"]), ("geopend_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["open", "afgerond"]), _negated=True),
                                ("geopend_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="schakel_open_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("geopend_op__isnull", False), ("geopend_door__isnull", False)
                            ),
                            models.Q(("geopend_op__isnull", True), ("geopend_door__isnull", True)),
                            _connector="OR",
                        ),
                        name="schakel_geopend_door",
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
                        name="schakel_afgerond_bewezen",
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
                        name="schakel_afgerond_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afgerond_op__isnull", True),
                            ("afgerond_op__gte", models.F("geopend_op")),
                            _connector="OR",
                        ),
                        name="schakel_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "niet_van_toepassing"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="schakel_nvt_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Taak",
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
                        related_name="taken",
                        to="inburgering.inburgeraar",
                    ),
                ),
                ("soort", models.CharField(max_length=40, verbose_name="soort")),
                ("bron", models.CharField(blank=True, max_length=60)),
                ("titel", models.CharField(max_length=120, verbose_name="taak")),
                ("waarom", models.CharField(max_length=300, verbose_name="waarom")),
                (
                    "uiterlijk_op",
                    models.DateField(blank=True, null=True, verbose_name="uiterlijk op"),
                ),
                ("pagina", models.CharField(max_length=60)),
                (
                    "voor",
                    models.CharField(
                        choices=[
                            ("consulent", "Consulent"),
                            ("oov", "Openbare Orde en Veiligheid"),
                            ("administratie", "Uitkeringsadministratie"),
                            ("teamleider", "Teamleider"),
                            ("jurist", "Jurist"),
                            ("contractbeheer", "Contractbeheer"),
                            ("management", "Management en beleid"),
                            ("partner", "Partner (De Schans / VluchtelingenWerk)"),
                            ("beheerder", "Functioneel beheerder"),
                        ],
                        default="consulent",
                        max_length=20,
                        verbose_name="voor",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opgepakt door",
                    ),
                ),
                ("notitie", models.CharField(blank=True, max_length=300, verbose_name="notitie")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("gedaan", "Gedaan"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("ontstaan_at", models.DateTimeField(verbose_name="ontstaan")),
                (
                    "geeindigd_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="geëindigd"),
                ),
            ],
            options={
                "verbose_name": "taak",
                "verbose_name_plural": "taken",
                "ordering": ["uiterlijk_op", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["voor", "uiterlijk_op"],
                        name="taak_open",
                    ),
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["eigenaar"],
                        name="taak_eigenaar",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "gedaan", "vervallen"])),
                        name="taak_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "voor__in",
                                [
                                    "consulent",
                                    "oov",
                                    "administratie",
                                    "teamleider",
                                    "jurist",
                                    "contractbeheer",
                                    "management",
                                    "partner",
                                    "beheerder",
                                ],
                            )
                        ),
                        name="taak_voor_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["gedaan", "vervallen"]),
                                ("geeindigd_at__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status__in", ["gedaan", "vervallen"]), _negated=True),
                                ("geeindigd_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="taak_geeindigd_bewezen",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status", "open"), models.Q(("bron", ""), _negated=True)
                        ),
                        fields=("inburgeraar", "soort", "bron"),
                        name="taak_een_open_per_bron",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Termijn",
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
                        related_name="termijnen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("pip", "PIP vaststellen"),
                            ("inburgering", "Inburgeringstermijn"),
                            ("bezwaar", "Bezwaartermijn"),
                            ("ontzorgen", "Ontzorgen"),
                        ],
                        max_length=20,
                        verbose_name="termijn",
                    ),
                ),
                ("sleutel", models.CharField(blank=True, max_length=40)),
                ("start_op", models.DateField(verbose_name="eerste dag")),
                ("eind_op", models.DateField(verbose_name="laatste dag")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("lopend", "Loopt"),
                            ("gehaald", "Gehaald"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gehaald_op", models.DateField(blank=True, null=True, verbose_name="gehaald op")),
                (
                    "vervallen_op",
                    models.DateField(blank=True, null=True, verbose_name="vervallen op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
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
                        default="eigen",
                        max_length=5,
                        verbose_name="bron van de datum",
                    ),
                ),
                ("regel", models.CharField(max_length=60, verbose_name="regel")),
                (
                    "bron",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        size=None,
                        verbose_name="artikelen",
                    ),
                ),
                (
                    "stappen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        size=None,
                        verbose_name="stappen",
                    ),
                ),
                ("zekerheid", models.CharField(max_length=20, verbose_name="zekerheid")),
            ],
            options={
                "verbose_name": "termijn",
                "verbose_name_plural": "termijnen",
                "ordering": ["eind_op", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "lopend")),
                        fields=["eind_op"],
                        name="termijn_lopend",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="termijn_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["pip", "inburgering", "bezwaar", "ontzorgen"])
                        ),
                        name="termijn_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["lopend", "gehaald", "vervallen"])),
                        name="termijn_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["gehaald"]), ("gehaald_op__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["gehaald"]), _negated=True),
                                ("gehaald_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="termijn_gehaald_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["vervallen"]), ("vervallen_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status__in", ["vervallen"]), _negated=True),
                                ("vervallen_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="termijn_vervallen_bewezen",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "lopend")),
                        fields=("inburgeraar", "soort", "sleutel"),
                        name="termijn_een_lopende",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signalen",
                        to="inburgering.termijn",
                    ),
                ),
                (
                    "dagen",
                    models.SmallIntegerField(help_text="Dagen voor de laatste dag; -1 is voorbij."),
                ),
                ("eind_op", models.DateField(help_text="De laatste dag zoals die toen was.")),
                ("gegeven_op", models.DateField()),
            ],
            options={
                "verbose_name": "signaal",
                "verbose_name_plural": "signalen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("termijn", "eind_op", "dagen"), name="signaal_een_per_stap"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verblijf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verblijven",
                        to="inburgering.persoon",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("azc", "Opvang COA"),
                            ("tijdelijk", "Tijdelijke huisvesting"),
                            ("woning", "Woning"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                (
                    "huisnummer",
                    models.CharField(blank=True, max_length=12, verbose_name="huisnummer"),
                ),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(max_length=80, verbose_name="plaats")),
                (
                    "gemeentecode",
                    models.CharField(blank=True, max_length=4, verbose_name="gemeentecode"),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "brp_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="ingeschreven in de BRP op"
                    ),
                ),
                ("geheim", models.BooleanField(default=False, verbose_name="geheim adres")),
            ],
            options={
                "verbose_name": "verblijf",
                "verbose_name_plural": "verblijven",
                "ordering": ["-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="verblijf_op_volgorde",
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
                            ("persoon", "="),
                        ],
                        name="verblijf_een_adres_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["azc", "tijdelijk", "woning"])),
                        name="verblijf_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("brp_op", None), ("brp_op__gte", models.F("start_op")), _connector="OR"
                        ),
                        name="verblijf_brp_niet_voor_begin",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verblijfsrecht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verblijfsrechten",
                        to="inburgering.persoon",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("asiel_bepaald", "Asiel, bepaalde tijd"),
                            ("asiel_onbepaald", "Asiel, onbepaalde tijd"),
                            ("nareis", "Asiel, afgeleid (nareis)"),
                            ("regulier_gezin", "Regulier, gezin"),
                            ("regulier_overig", "Regulier, overig"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
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
                        default="ind",
                        max_length=5,
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "verblijfsrecht",
                "verbose_name_plural": "verblijfsrechten",
                "ordering": ["-start_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="verblijfsrecht_op_volgorde",
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
                            ("persoon", "="),
                        ],
                        name="verblijfsrecht_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "asiel_bepaald",
                                    "asiel_onbepaald",
                                    "nareis",
                                    "regulier_gezin",
                                    "regulier_overig",
                                ],
                            )
                        ),
                        name="verblijfsrecht_soort_bekend",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verlenging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verlengingen",
                        to="inburgering.termijn",
                    ),
                ),
                ("grond", models.CharField(max_length=120, verbose_name="grond")),
                ("besloten_op", models.DateField(verbose_name="besloten op")),
                ("oud_eind_op", models.DateField(verbose_name="laatste dag was")),
                ("eind_op", models.DateField(verbose_name="laatste dag wordt")),
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
            ],
            options={
                "verbose_name": "verlenging",
                "verbose_name_plural": "verlengingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eind_op__gt", models.F("oud_eind_op"))),
                        name="verlenging_is_later",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Vrijstelling",
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
                        related_name="vrijstellingen",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("geheel", "Geheel"),
                            ("gedeeltelijk", "Gedeeltelijk"),
                            ("tijdelijk", "Tijdelijk"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=3, verbose_name="reden (code van DUO)"),
                ),
                (
                    "onderdelen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("besloten_op", models.DateField(verbose_name="besloten door DUO op")),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
            ],
            options={
                "verbose_name": "vrijstelling",
                "verbose_name_plural": "vrijstellingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="vrijstelling_op_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["geheel", "gedeeltelijk", "tijdelijk"])),
                        name="vrijstelling_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("onderdelen__len", 0), ("soort", "gedeeltelijk"), _connector="OR"
                        ),
                        name="vrijstelling_onderdelen_alleen_gedeeltelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAfspraak",
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
                            ("driepartijengesprek", "Driepartijengesprek"),
                            ("intake", "Brede intake"),
                            ("bezichtiging", "Bezichtiging van de woning"),
                            ("voortgang", "Voortgangsgesprek"),
                            ("anders", "Andere afspraak"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("begint_at", models.DateTimeField(verbose_name="begint")),
                (
                    "minuten",
                    models.PositiveSmallIntegerField(default=60, verbose_name="duur in minuten"),
                ),
                ("plaats", models.CharField(max_length=120, verbose_name="plaats")),
                ("met", models.CharField(blank=True, max_length=200, verbose_name="met wie")),
                ("tolktaal", models.CharField(blank=True, max_length=40, verbose_name="tolk in")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gehouden", "Gehouden"),
                            ("vervangen", "Vervangen"),
                            ("niet_verschenen", "Niet verschenen"),
                            ("afgezegd", "Afgezegd"),
                        ],
                        default="gepland",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "gehouden_op",
                    models.DateField(blank=True, null=True, verbose_name="gehouden op"),
                ),
                ("verslag", models.TextField(blank=True, verbose_name="verslag")),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
                (
                    "consulent",
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
                "verbose_name": "historical afspraak",
                "verbose_name_plural": "historical afspraken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContactmoment",
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
                            ("gesprek", "Gesprek"),
                            ("telefoon", "Telefoon"),
                            ("mail", "E-mail"),
                            ("brief", "Brief"),
                            ("huisbezoek", "Huisbezoek"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("op", models.DateField(verbose_name="datum")),
                ("tekst", models.TextField(verbose_name="wat is besproken")),
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
                "verbose_name": "historical contactmoment",
                "verbose_name_plural": "historical contactmomenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDocument",
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
                            ("beschikking", "Beschikking"),
                            ("brief", "Brief"),
                            ("identiteit", "Identiteitsbewijs of verblijfsdocument"),
                            ("huisvesting", "Huisvesting"),
                            ("intake", "Intake"),
                            ("inkomen", "Inkomen en uitkering"),
                            ("overig", "Overig"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("bestandsnaam", models.CharField(max_length=150)),
                ("mime", models.CharField(max_length=100)),
                ("grootte", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("toegevoegd_op", models.DateField(verbose_name="toegevoegd op")),
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
                    "toegevoegd_door",
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
                "verbose_name": "historical document",
                "verbose_name_plural": "historical documenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDossierToegang",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
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
                    "medewerker",
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
                "verbose_name": "historical toegang tot een gesloten dossier",
                "verbose_name_plural": "historical toegang tot een gesloten dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGezin",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("aangemaakt_op", models.DateField(verbose_name="aangemaakt op")),
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
                "verbose_name": "historical gezin",
                "verbose_name_plural": "historical gezinnen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGezinslid",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("referent", "Hoofdpersoon"),
                            ("partner", "Partner"),
                            ("kind", "Kind"),
                            ("anders", "Ander gezinslid"),
                        ],
                        max_length=10,
                        verbose_name="rol",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
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
                    "persoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.persoon",
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
                "verbose_name": "historical gezinslid",
                "verbose_name_plural": "historical gezinsleden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInburgeraar",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "dossiernummer",
                    models.CharField(db_index=True, max_length=12, verbose_name="dossiernummer"),
                ),
                (
                    "regime",
                    models.CharField(
                        choices=[
                            ("Wi2021", "Wet inburgering 2021"),
                            ("Wi2013", "Wet inburgering 2013 (ondertussengroep)"),
                        ],
                        max_length=6,
                        verbose_name="stelsel",
                    ),
                ),
                (
                    "doelgroep",
                    models.CharField(
                        choices=[
                            ("asiel", "asielstatushouder"),
                            ("overig", "gezins- of overige migrant"),
                        ],
                        max_length=10,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "wordt_gehuisvest",
                    models.BooleanField(
                        default=False, verbose_name="wordt door de gemeente gehuisvest"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("actief", "Actief"),
                            ("opgeschort", "Opgeschort"),
                            ("voltooid", "Voltooid"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        default="actief",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("geopend_op", models.DateField(verbose_name="geopend op")),
                (
                    "opgeschort_op",
                    models.DateField(blank=True, null=True, verbose_name="opgeschort op"),
                ),
                (
                    "voltooid_op",
                    models.DateField(blank=True, null=True, verbose_name="voltooid op"),
                ),
                (
                    "beeindigd_op",
                    models.DateField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                (
                    "beeindigd_reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verhuisd", "Verhuisd naar een andere gemeente"),
                            ("vertrokken", "Vertrokken uit Nederland"),
                            ("overleden", "Overleden"),
                            ("ontheffing", "Gehele ontheffing door DUO"),
                            ("vrijstelling", "Gehele vrijstelling door DUO"),
                            ("verblijf", "Verblijfsrecht gewijzigd"),
                            ("samengevoegd", "Samengevoegd met een ander dossier"),
                            ("anders", "Andere reden"),
                        ],
                        max_length=12,
                        verbose_name="reden van beëindigen",
                    ),
                ),
                ("gesloten", models.BooleanField(default=False, verbose_name="gesloten dossier")),
                (
                    "persoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.persoon",
                    ),
                ),
                (
                    "consulent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consulent",
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
                        verbose_name="toegewezen aan partner",
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
                "verbose_name": "historical dossier",
                "verbose_name_plural": "historical dossiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNotitie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("tekst", models.TextField(verbose_name="notitie")),
                ("at", models.DateTimeField(verbose_name="geschreven")),
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
                "verbose_name": "historical notitie",
                "verbose_name_plural": "historical notities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOntheffing",
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
                        choices=[("geheel", "Geheel"), ("gedeeltelijk", "Gedeeltelijk")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("MED", "Medisch"),
                            ("BIO", "Bijzondere individuele omstandigheden"),
                        ],
                        max_length=3,
                        verbose_name="grond",
                    ),
                ),
                (
                    "onderdelen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("besloten_op", models.DateField(verbose_name="besloten door DUO op")),
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
                "verbose_name": "historical ontheffing",
                "verbose_name_plural": "historical ontheffingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersoon",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "voornamen",
                    models.CharField(blank=True, max_length=120, verbose_name="voornamen"),
                ),
                (
                    "voorvoegsel",
                    models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel"),
                ),
                (
                    "achternaam",
                    models.CharField(blank=True, max_length=120, verbose_name="achternaam"),
                ),
                (
                    "naam_eigen_schrift",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="naam in eigen schrift"
                    ),
                ),
                (
                    "aanspreking",
                    models.CharField(
                        blank=True,
                        help_text="Bijvoorbeeld: mevrouw Tesfay. Leeg: de naam voluit.",
                        max_length=80,
                        verbose_name="aanspreking",
                    ),
                ),
                (
                    "geslacht",
                    models.CharField(
                        choices=[("v", "Vrouw"), ("m", "Man"), ("x", "Anders of onbekend")],
                        default="x",
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                ("geboortejaar", models.PositiveSmallIntegerField(verbose_name="geboortejaar")),
                (
                    "geboortemaand",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="geboortemaand"
                    ),
                ),
                (
                    "geboortedag",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="geboortedag"
                    ),
                ),
                (
                    "nationaliteit",
                    models.CharField(blank=True, max_length=60, verbose_name="nationaliteit"),
                ),
                (
                    "talen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="talen",
                    ),
                ),
                (
                    "tolktaal",
                    models.CharField(blank=True, max_length=40, verbose_name="tolk nodig in"),
                ),
                (
                    "v_nummer",
                    models.CharField(blank=True, max_length=10, null=True, verbose_name="V-nummer"),
                ),
                ("bsn_versleuteld", models.BinaryField(null=True)),
                ("bsn_index", models.CharField(editable=False, max_length=64, null=True)),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                (
                    "overleden_op",
                    models.DateField(blank=True, null=True, verbose_name="overleden op"),
                ),
                ("zoeksleutel", models.TextField(editable=False)),
                (
                    "samengevoegd_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.persoon",
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
                "verbose_name": "historical persoon",
                "verbose_name_plural": "historical personen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlicht",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("start_op", models.DateField(verbose_name="begin van de plicht")),
                (
                    "eind_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="einde van de plicht (tot en met)"
                    ),
                ),
                (
                    "kennisgeving_op",
                    models.DateField(blank=True, null=True, verbose_name="datum kennisgeving DUO"),
                ),
                (
                    "gedetailleerde_doelgroep",
                    models.CharField(
                        choices=[
                            ("Asielstatushouder", "Asielstatushouder"),
                            ("Geestelijk bedienaar", "Geestelijk bedienaar"),
                            ("Gezinshereniger", "Gezinshereniger"),
                            (
                                "Gezinshereniger met Asielstatushouder",
                                "Gezinshereniger met Asielstatushouder",
                            ),
                            ("Gezinsvormer", "Gezinsvormer"),
                            (
                                "Gezinsvormer met Asielstatushouder",
                                "Gezinsvormer met Asielstatushouder",
                            ),
                            ("Overig", "Overig"),
                        ],
                        max_length=60,
                        verbose_name="gedetailleerde doelgroep",
                    ),
                ),
                (
                    "reden_geen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vrijgesteld", "Vrijgesteld"),
                            ("ontheven", "Ontheven"),
                            ("niet_plichtig", "Niet inburgeringsplichtig"),
                            ("voldaan", "Voldaan"),
                        ],
                        max_length=20,
                        verbose_name="reden dat er geen plicht (meer) is",
                    ),
                ),
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
                "verbose_name": "historical inburgeringsplicht",
                "verbose_name_plural": "historical inburgeringsplichten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSchakel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "nummer",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Vaststellen inburgeringsplicht"),
                            (2, "Voorbereiden op inburgering"),
                            (3, "Brede intake en PIP"),
                            (4, "Inburgeren en participeren"),
                            (5, "Afronden inburgering"),
                        ],
                        verbose_name="schakel",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("open", "Open"),
                            ("afgerond", "Afgerond"),
                            ("niet_van_toepassing", "Niet van toepassing"),
                        ],
                        default="wacht",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("geopend_op", models.DateField(blank=True, null=True, verbose_name="geopend op")),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
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
                    "geopend_door",
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
                "verbose_name": "historical schakel",
                "verbose_name_plural": "historical schakels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTaak",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("soort", models.CharField(max_length=40, verbose_name="soort")),
                ("bron", models.CharField(blank=True, max_length=60)),
                ("titel", models.CharField(max_length=120, verbose_name="taak")),
                ("waarom", models.CharField(max_length=300, verbose_name="waarom")),
                (
                    "uiterlijk_op",
                    models.DateField(blank=True, null=True, verbose_name="uiterlijk op"),
                ),
                ("pagina", models.CharField(max_length=60)),
                (
                    "voor",
                    models.CharField(
                        choices=[
                            ("consulent", "Consulent"),
                            ("oov", "Openbare Orde en Veiligheid"),
                            ("administratie", "Uitkeringsadministratie"),
                            ("teamleider", "Teamleider"),
                            ("jurist", "Jurist"),
                            ("contractbeheer", "Contractbeheer"),
                            ("management", "Management en beleid"),
                            ("partner", "Partner (De Schans / VluchtelingenWerk)"),
                            ("beheerder", "Functioneel beheerder"),
                        ],
                        default="consulent",
                        max_length=20,
                        verbose_name="voor",
                    ),
                ),
                ("notitie", models.CharField(blank=True, max_length=300, verbose_name="notitie")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("gedaan", "Gedaan"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("ontstaan_at", models.DateTimeField(verbose_name="ontstaan")),
                (
                    "geeindigd_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="geëindigd"),
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
                    "eigenaar",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opgepakt door",
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
                "verbose_name": "historical taak",
                "verbose_name_plural": "historical taken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTermijn",
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
                            ("pip", "PIP vaststellen"),
                            ("inburgering", "Inburgeringstermijn"),
                            ("bezwaar", "Bezwaartermijn"),
                            ("ontzorgen", "Ontzorgen"),
                        ],
                        max_length=20,
                        verbose_name="termijn",
                    ),
                ),
                ("sleutel", models.CharField(blank=True, max_length=40)),
                ("start_op", models.DateField(verbose_name="eerste dag")),
                ("eind_op", models.DateField(verbose_name="laatste dag")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("lopend", "Loopt"),
                            ("gehaald", "Gehaald"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("gehaald_op", models.DateField(blank=True, null=True, verbose_name="gehaald op")),
                (
                    "vervallen_op",
                    models.DateField(blank=True, null=True, verbose_name="vervallen op"),
                ),
                ("reden", models.CharField(blank=True, max_length=200, verbose_name="reden")),
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
                        default="eigen",
                        max_length=5,
                        verbose_name="bron van de datum",
                    ),
                ),
                ("regel", models.CharField(max_length=60, verbose_name="regel")),
                (
                    "bron",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        size=None,
                        verbose_name="artikelen",
                    ),
                ),
                (
                    "stappen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        size=None,
                        verbose_name="stappen",
                    ),
                ),
                ("zekerheid", models.CharField(max_length=20, verbose_name="zekerheid")),
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
                "verbose_name": "historical termijn",
                "verbose_name_plural": "historical termijnen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVerblijf",
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
                            ("azc", "Opvang COA"),
                            ("tijdelijk", "Tijdelijke huisvesting"),
                            ("woning", "Woning"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                (
                    "huisnummer",
                    models.CharField(blank=True, max_length=12, verbose_name="huisnummer"),
                ),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(max_length=80, verbose_name="plaats")),
                (
                    "gemeentecode",
                    models.CharField(blank=True, max_length=4, verbose_name="gemeentecode"),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "brp_op",
                    models.DateField(
                        blank=True, null=True, verbose_name="ingeschreven in de BRP op"
                    ),
                ),
                ("geheim", models.BooleanField(default=False, verbose_name="geheim adres")),
                (
                    "persoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.persoon",
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
                "verbose_name": "historical verblijf",
                "verbose_name_plural": "historical verblijven",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVerblijfsrecht",
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
                            ("asiel_bepaald", "Asiel, bepaalde tijd"),
                            ("asiel_onbepaald", "Asiel, onbepaalde tijd"),
                            ("nareis", "Asiel, afgeleid (nareis)"),
                            ("regulier_gezin", "Regulier, gezin"),
                            ("regulier_overig", "Regulier, overig"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
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
                        default="ind",
                        max_length=5,
                        verbose_name="bron",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.persoon",
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
                "verbose_name": "historical verblijfsrecht",
                "verbose_name_plural": "historical verblijfsrechten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVerlenging",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("grond", models.CharField(max_length=120, verbose_name="grond")),
                ("besloten_op", models.DateField(verbose_name="besloten op")),
                ("oud_eind_op", models.DateField(verbose_name="laatste dag was")),
                ("eind_op", models.DateField(verbose_name="laatste dag wordt")),
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
                    "termijn",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inburgering.termijn",
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
                "verbose_name": "historical verlenging",
                "verbose_name_plural": "historical verlengingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVrijstelling",
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
                            ("geheel", "Geheel"),
                            ("gedeeltelijk", "Gedeeltelijk"),
                            ("tijdelijk", "Tijdelijk"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "reden",
                    models.CharField(blank=True, max_length=3, verbose_name="reden (code van DUO)"),
                ),
                (
                    "onderdelen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("besloten_op", models.DateField(verbose_name="besloten door DUO op")),
                ("start_op", models.DateField(verbose_name="vanaf")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="tot en met")),
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
                "verbose_name": "historical vrijstelling",
                "verbose_name_plural": "historical vrijstellingen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
