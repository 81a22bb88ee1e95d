from django.db import migrations
from django.utils import timezone

# Parts that came later than the intakes that run. Literal, as migrations are.
NIEUW = ("netwerk", "ict", "financien", "wensen")


def leg_klaar(apps, schema_editor):
    """An intake that runs gets the parts and the profile it lacks, with their history."""
    intakes = apps.get_model("intake", "BredeIntake").objects.filter(status="gestart")
    ids = list(intakes.values_list("pk", flat=True))
    nu = timezone.now()  # noqa: TID251  # a migration is no act: nobody hands it a moment
    _maak(apps, "Onderdeel", [{"intake_id": pk, "soort": s} for pk in ids for s in NIEUW], nu)
    _maak(apps, "Profiel", [{"intake_id": pk} for pk in ids], nu)


def _maak(apps, naam, rijen, nu):
    model = apps.get_model("intake", naam)
    geschiedenis = apps.get_model("intake", f"Historical{naam}")
    gemaakt = model._base_manager.bulk_create([model(**rij) for rij in rijen], batch_size=1000)
    velden = [veld.attname for veld in model._meta.concrete_fields]
    geschiedenis._base_manager.bulk_create(
        [
            geschiedenis(
                history_date=nu, history_type="+", **{veld: getattr(rij, veld) for veld in velden}
            )
            for rij in gemaakt
        ],
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0004_gesprekken_en_doelen"),
    ]

    operations = [
        migrations.RunPython(leg_klaar, migrations.RunPython.noop),
    ]
