from django.apps import AppConfig


class PipPlansConfig(AppConfig):
    name = "pip_plans"
    verbose_name = "PIP"

    def ready(self) -> None:
        from inburgering.aanhaken import taakbron
        from pip_plans.taakbronnen import (
            pip_na_intrekking,
            pip_ter_vaststelling,
            pip_vaststellen,
        )

        taakbron(pip_vaststellen)
        taakbron(pip_na_intrekking)
        taakbron(pip_ter_vaststelling)
