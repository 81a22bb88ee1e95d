"""Schakel 2: handed over by COA, talked to, housed, registered."""

from django.apps import AppConfig


class OverdrachtConfig(AppConfig):
    name = "overdracht"
    verbose_name = "Overdracht"

    def ready(self) -> None:
        from inburgering.aanhaken import taakbron
        from overdracht.queries.taakbronnen import overdracht_taken

        taakbron(overdracht_taken)
