from django.apps import AppConfig


class OntzorgenConfig(AppConfig):
    name = "ontzorgen"
    verbose_name = "Ontzorgen"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, bij_hervatten, taakbron
        from ontzorgen.invoer import BIJSTAND
        from ontzorgen.services.perioden import dossier_hervat, dossier_stopt
        from ontzorgen.taakbronnen.brieven import brieven_einde
        from ontzorgen.taakbronnen.lasten import betaling_mislukt, lasten_ontbreken, tekort_open
        from ontzorgen.taakbronnen.perioden import ontzorgen_herzien, ontzorgen_regelen
        from opdrachten.soorten import importsoort

        importsoort(BIJSTAND)
        taakbron(brieven_einde)
        taakbron(ontzorgen_regelen)
        taakbron(ontzorgen_herzien)
        taakbron(lasten_ontbreken)
        taakbron(tekort_open)
        taakbron(betaling_mislukt)
        bij_beeindigen(dossier_stopt)
        bij_hervatten(dossier_hervat)
