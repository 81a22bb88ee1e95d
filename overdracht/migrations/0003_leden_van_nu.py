"""Everybody who lives in a household that was handed over, is part of that handover."""

from django.db import migrations

KIND = "kind"


def vul(apps, schema_editor):
    Overdracht = apps.get_model("overdracht", "Overdracht")
    Overdrachtslid = apps.get_model("overdracht", "Overdrachtslid")
    Gezinslid = apps.get_model("inburgering", "Gezinslid")
    rijen = [
        Overdrachtslid(
            overdracht=overdracht,
            persoon_id=lid.persoon_id,
            grond="kind_van_vergunninghouder" if lid.rol == KIND else "vergunninghouder",
        )
        for overdracht in Overdracht.objects.all()
        for lid in Gezinslid.objects.filter(gezin=overdracht.gezin_id, eind_op=None).order_by("pk")
    ]
    Overdrachtslid.objects.bulk_create(rijen)


class Migration(migrations.Migration):
    dependencies = [
        ("overdracht", "0002_huisvesting_en_nareis"),
        ("inburgering", "0003_sorteernaam"),
    ]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
