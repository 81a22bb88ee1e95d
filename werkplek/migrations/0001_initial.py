from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Nachtrun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gestart_at", models.DateTimeField()),
                ("klaar_at", models.DateTimeField(blank=True, null=True)),
                ("resultaat", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "nachtrun",
                "verbose_name_plural": "nachtruns",
                "ordering": ["-gestart_at"],
            },
        ),
    ]
