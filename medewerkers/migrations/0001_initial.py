import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.UnaccentExtension(),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                ("code", models.CharField(max_length=4, verbose_name="gemeentecode (CBS)")),
                ("adres", models.CharField(blank=True, max_length=120, verbose_name="bezoekadres")),
                ("postadres", models.CharField(max_length=120, verbose_name="postadres")),
                ("postcode", models.CharField(max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(max_length=80, verbose_name="plaats")),
                ("telefoon", models.CharField(max_length=20, verbose_name="telefoon")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "team",
                    models.CharField(
                        default="Mens & Gezin", max_length=80, verbose_name="naam van het team"
                    ),
                ),
                (
                    "mandaat",
                    models.TextField(
                        help_text="De zin onder een besluit: namens wie en op grond van welk mandaatbesluit.",
                        verbose_name="mandaat",
                    ),
                ),
                (
                    "bezwaar_organisatie",
                    models.CharField(
                        help_text="Zo staat het in de brief.",
                        max_length=120,
                        verbose_name="bezwaar sturen aan",
                    ),
                ),
                (
                    "vier_ogen_pip",
                    models.BooleanField(
                        default=False,
                        help_text="Wie het PIP voorlegt, stelt het dan niet zelf vast.",
                        verbose_name="vier ogen bij een PIP",
                    ),
                ),
            ],
            options={
                "verbose_name": "gemeente",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="gemeente_een_rij"),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^\\d{4}$")),
                        name="gemeente_code_vier_cijfers",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Partnerorganisatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
            ],
            options={
                "verbose_name": "partnerorganisatie",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres"),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("functie", models.CharField(blank=True, max_length=80, verbose_name="functie")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "partnerorganisatie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="medewerkers",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="partnerorganisatie",
                    ),
                ),
                (
                    "afwezig_van",
                    models.DateField(blank=True, null=True, verbose_name="afwezig vanaf"),
                ),
                (
                    "afwezig_tot",
                    models.DateField(blank=True, null=True, verbose_name="afwezig tot en met"),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vervanger",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="account is open")),
                (
                    "gesloten_op",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="gesloten op"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "medewerker",
                "ordering": ["naam"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="medewerker_email_uniek",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gesloten_op", None), ("is_active", True)),
                            models.Q(("gesloten_op__isnull", False), ("is_active", False)),
                            ("email", "systeem@inburgering.invalid"),
                            _connector="OR",
                        ),
                        name="medewerker_open_of_gesloten_op",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afwezig_tot", None),
                            models.Q(
                                ("afwezig_tot__gte", models.F("afwezig_van")),
                                ("afwezig_van__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="medewerker_afwezig_heeft_begin_en_volgorde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalGemeente",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(max_length=80, verbose_name="naam")),
                ("code", models.CharField(max_length=4, verbose_name="gemeentecode (CBS)")),
                ("adres", models.CharField(blank=True, max_length=120, verbose_name="bezoekadres")),
                ("postadres", models.CharField(max_length=120, verbose_name="postadres")),
                ("postcode", models.CharField(max_length=7, verbose_name="postcode")),
                ("plaats", models.CharField(max_length=80, verbose_name="plaats")),
                ("telefoon", models.CharField(max_length=20, verbose_name="telefoon")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "team",
                    models.CharField(
                        default="Mens & Gezin", max_length=80, verbose_name="naam van het team"
                    ),
                ),
                (
                    "mandaat",
                    models.TextField(
                        help_text="De zin onder een besluit: namens wie en op grond van welk mandaatbesluit.",
                        verbose_name="mandaat",
                    ),
                ),
                (
                    "bezwaar_organisatie",
                    models.CharField(
                        help_text="Zo staat het in de brief.",
                        max_length=120,
                        verbose_name="bezwaar sturen aan",
                    ),
                ),
                (
                    "vier_ogen_pip",
                    models.BooleanField(
                        default=False,
                        help_text="Wie het PIP voorlegt, stelt het dan niet zelf vast.",
                        verbose_name="vier ogen bij een PIP",
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
                "verbose_name": "historical gemeente",
                "verbose_name_plural": "historical gemeentes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMedewerker",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(db_index=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("functie", models.CharField(blank=True, max_length=80, verbose_name="functie")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "afwezig_van",
                    models.DateField(blank=True, null=True, verbose_name="afwezig vanaf"),
                ),
                (
                    "afwezig_tot",
                    models.DateField(blank=True, null=True, verbose_name="afwezig tot en met"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="account is open")),
                (
                    "gesloten_op",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="gesloten op"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "partnerorganisatie",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="medewerkers.partnerorganisatie",
                        verbose_name="partnerorganisatie",
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vervanger",
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
                "verbose_name": "historical medewerker",
                "verbose_name_plural": "historical medewerkers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPartnerorganisatie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                ("naam", models.CharField(db_index=True, max_length=120, verbose_name="naam")),
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
                "verbose_name": "historical partnerorganisatie",
                "verbose_name_plural": "historical partnerorganisaties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
