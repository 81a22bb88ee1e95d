"""Schakel 2: handed over by COA, talked to, housed, registered."""

from django.apps import AppConfig


class OverdrachtConfig(AppConfig):
    name = "overdracht"
    verbose_name = "Overdracht"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, bij_hervatten, taakbron
        from opdrachten.soorten import importsoort
        from overdracht.invoer import COA_TELLING, OVERDRACHTEN
        from overdracht.queries.taakbronnen import nareis_taken, overdracht_taken
        from overdracht.services.leden import dossier_hervat, dossier_stopt

        importsoort(OVERDRACHTEN)
        importsoort(COA_TELLING)
        taakbron(overdracht_taken)
        taakbron(nareis_taken)
        bij_beeindigen(dossier_stopt)
        bij_hervatten(dossier_hervat)
