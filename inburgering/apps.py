from django.apps import AppConfig


class InburgeringConfig(AppConfig):
    name = "inburgering"
    verbose_name = "Inburgering"

    def ready(self) -> None:
        from inburgering.aanhaken import taakbron
        from inburgering.queries.taakbronnen import (
            consulent_ontbreekt,
            kennisgeving_ontbreekt,
            termijn_nadert,
        )

        taakbron(kennisgeving_ontbreekt)
        taakbron(consulent_ontbreekt)
        taakbron(termijn_nadert)
