from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BesluitenConfig(AppConfig):
    name = "besluiten"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from besluiten.inrichting import na_migratie
        from besluiten.taakbronnen import besluit_bekendmaken, brief_verzenden
        from inburgering.aanhaken import taakbron

        taakbron(besluit_bekendmaken)
        taakbron(brief_verzenden)
        post_migrate.connect(na_migratie, dispatch_uid="besluiten.na_migratie")
