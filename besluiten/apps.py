from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BesluitenConfig(AppConfig):
    name = "besluiten"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from besluiten.inrichting import na_migratie
        from besluiten.queries.bezwaartaken import bezwaar_taken, pip_na_bezwaar, verzuim_taken
        from besluiten.taakbronnen import besluit_bekendmaken, brief_verzenden
        from inburgering.aanhaken import taakbron

        taakbron(besluit_bekendmaken)
        taakbron(brief_verzenden)
        for bron in (bezwaar_taken, verzuim_taken, pip_na_bezwaar):
            taakbron(bron)
        post_migrate.connect(na_migratie, dispatch_uid="besluiten.na_migratie")
