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
            name="Traject",
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
                        related_name="trajecten",
                        to="inburgering.inburgeraar",
                    ),
                ),
                (
                    "leerroute",
                    models.CharField(
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
                        verbose_name="niveau",
                    ),
                ),
                (
                    "leerroute_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren leerroute"
                    ),
                ),
                ("pvt_uren", models.PositiveSmallIntegerField(verbose_name="uren PVT")),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren MAP"
                    ),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(verbose_name="aantal voortgangsgesprekken"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("lopend", "Loopt"), ("beeindigd", "Beëindigd")],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="gestart op")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="geëindigd op")),
            ],
            options={
                "verbose_name": "traject",
                "verbose_name_plural": "trajecten",
                "ordering": ["-start_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["lopend", "beeindigd"])),
                        name="traject_status_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leerroute__in", ["B", "O", "Z"])),
                        name="traject_leerroute_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["beeindigd"]), ("eind_op__isnull", False)),
                            models.Q(
                                models.Q(("status__in", ["beeindigd"]), _negated=True),
                                ("eind_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="traject_einde_bewezen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind_op__isnull", True),
                            ("eind_op__gte", models.F("start_op")),
                            _connector="OR",
                        ),
                        name="traject_op_volgorde",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "lopend")),
                        fields=("inburgeraar",),
                        name="traject_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTraject",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "leerroute",
                    models.CharField(
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
                        verbose_name="niveau",
                    ),
                ),
                (
                    "leerroute_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren leerroute"
                    ),
                ),
                ("pvt_uren", models.PositiveSmallIntegerField(verbose_name="uren PVT")),
                (
                    "map_uren",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren MAP"
                    ),
                ),
                (
                    "voortgangsgesprekken",
                    models.PositiveSmallIntegerField(verbose_name="aantal voortgangsgesprekken"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("lopend", "Loopt"), ("beeindigd", "Beëindigd")],
                        default="lopend",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("start_op", models.DateField(verbose_name="gestart op")),
                ("eind_op", models.DateField(blank=True, null=True, verbose_name="geëindigd op")),
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
                "verbose_name": "historical traject",
                "verbose_name_plural": "historical trajecten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
