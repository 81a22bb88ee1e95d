from django.apps import AppConfig


class LeerroutesConfig(AppConfig):
    name = "leerroutes"
    verbose_name = "Leerroutes"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, bij_hervatten, taakbron
        from leerroutes.invoer import PRESENTIE
        from leerroutes.services import plaatsingen
        from leerroutes.services.begeleiding_einde import begeleiding_stopt
        from leerroutes.services.lessen_einde import lessen_stoppen
        from leerroutes.services.traject import dossier_hervat, dossier_stopt
        from leerroutes.services.urentotalen import dossier_samengevoegd
        from leerroutes.taakbronnen import (
            afronding,
            begeleiding,
            examens,
            gesprekken,
            lessen,
            ondertussen,
            participatie,
        )
        from opdrachten.soorten import importsoort

        importsoort(PRESENTIE)
        bij_beeindigen(dossier_stopt)
        bij_beeindigen(plaatsingen.dossier_stopt)
        bij_beeindigen(begeleiding_stopt)
        bij_beeindigen(lessen_stoppen)
        bij_beeindigen(dossier_samengevoegd)
        bij_hervatten(dossier_hervat)
        taakbron(lessen.aanbod_te_doen)
        taakbron(lessen.lessen_zonder_pip)
        taakbron(lessen.taalschakel_past_niet)
        taakbron(lessen.aanbod_lopend)
        taakbron(lessen.verklaring_te_maken)
        taakbron(gesprekken.gesprek_te_voeren)
        taakbron(examens.examenuitslag)
        taakbron(examens.map_beginnen)
        taakbron(examens.map_eindgesprek)
        taakbron(examens.eindgesprek_z)
        taakbron(participatie.plaatsing_starten)
        taakbron(participatie.plaatsing_zonder_pip)
        taakbron(participatie.subsidie_loopt_af)
        taakbron(participatie.plek_zoeken)
        taakbron(ondertussen.begeleidingsplan_bespreken)
        taakbron(ondertussen.cursus_aanbieden)
        taakbron(ondertussen.volgend_gesprek)
        taakbron(afronding.schakel_4_afronden)
        taakbron(afronding.schakel_4_weer_open)
        taakbron(afronding.melden_aan_duo)
        taakbron(afronding.certificaat_uitreiken)
        taakbron(afronding.begeleiding_loopt_door)
        taakbron(afronding.verschil_met_duo)
        taakbron(begeleiding.pvt_plannen)
        taakbron(begeleiding.pvt_presentie)
        taakbron(begeleiding.begeleiding_beginnen)
