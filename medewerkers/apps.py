from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MedewerkersConfig(AppConfig):
    name = "medewerkers"
    verbose_name = "Medewerkers"

    def ready(self) -> None:
        from medewerkers.inrichting import na_migratie

        post_migrate.connect(na_migratie, dispatch_uid="medewerkers.na_migratie")
