from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "werkplek"
    verbose_name = "Werkplek"

    def ready(self) -> None:
        from opdrachten.soorten import importsoort
        from werkplek.livegang.soort import LIVEGANG

        importsoort(LIVEGANG)
