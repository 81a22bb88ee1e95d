from django.apps import AppConfig


class LeerroutesConfig(AppConfig):
    name = "leerroutes"
    verbose_name = "Leerroutes"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, bij_hervatten
        from leerroutes.services.traject import dossier_hervat, dossier_stopt

        bij_beeindigen(dossier_stopt)
        bij_hervatten(dossier_hervat)
