from django.apps import AppConfig


class OntzorgenConfig(AppConfig):
    name = "ontzorgen"
    verbose_name = "Ontzorgen"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, bij_hervatten, taakbron
        from ontzorgen.services.perioden import dossier_hervat, dossier_stopt
        from ontzorgen.taakbronnen.perioden import ontzorgen_herzien, ontzorgen_regelen

        taakbron(ontzorgen_regelen)
        taakbron(ontzorgen_herzien)
        bij_beeindigen(dossier_stopt)
        bij_hervatten(dossier_hervat)
