from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalonderdeel",
            name="soort",
            field=models.CharField(
                choices=[
                    ("opleiding_en_werk", "Opleiding en werkervaring"),
                    ("persoonlijke_omstandigheden", "Persoonlijke omstandigheden"),
                    ("fysieke_gezondheid", "Fysieke gezondheid"),
                    ("mentale_gezondheid", "Mentale gezondheid"),
                    ("vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"),
                    ("taalniveau", "Taalniveau Nederlands"),
                    ("kansen_op_werk", "Kansen op werk"),
                    ("zelfredzaamheid", "Zelfredzaamheid"),
                ],
                max_length=40,
                verbose_name="onderdeel",
            ),
        ),
        migrations.AlterField(
            model_name="onderdeel",
            name="soort",
            field=models.CharField(
                choices=[
                    ("opleiding_en_werk", "Opleiding en werkervaring"),
                    ("persoonlijke_omstandigheden", "Persoonlijke omstandigheden"),
                    ("fysieke_gezondheid", "Fysieke gezondheid"),
                    ("mentale_gezondheid", "Mentale gezondheid"),
                    ("vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"),
                    ("taalniveau", "Taalniveau Nederlands"),
                    ("kansen_op_werk", "Kansen op werk"),
                    ("zelfredzaamheid", "Zelfredzaamheid"),
                ],
                max_length=40,
                verbose_name="onderdeel",
            ),
        ),
    ]
