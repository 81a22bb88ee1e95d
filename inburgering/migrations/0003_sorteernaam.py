"""People in the order of the alphabet: a key of its own beside the one by which they are found."""

from itertools import islice

from django.db import migrations, models

from inburgering.namen import op_alfabet

PARTIJ = 2000


def vul(apps, schema_editor):
    model = apps.get_model("inburgering", "Persoon")
    rijen = model.objects.only("achternaam", "voornamen", "voorvoegsel").iterator(PARTIJ)
    while partij := list(islice(rijen, PARTIJ)):
        for rij in partij:
            rij.sorteernaam = op_alfabet(rij.achternaam, rij.voornamen, rij.voorvoegsel)
        model.objects.bulk_update(partij, ["sorteernaam"])


class Migration(migrations.Migration):
    dependencies = [("inburgering", "0002_termijn_invoer")]

    operations = [
        migrations.AddField(
            model_name="historicalpersoon",
            name="sorteernaam",
            field=models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="persoon",
            name="sorteernaam",
            field=models.TextField(db_collation="C", default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(vul, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["sorteernaam"], name="persoon_sorteernaam"),
        ),
    ]
