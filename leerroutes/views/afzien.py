"""No new offer of lessons: said with a reason, and taken back."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from inburgering.dossierpagina import open_dossier
from leerroutes.forms.aanbod import AfzienForm
from leerroutes.services import afzien as services
from leerroutes.views.aanbod import LESSEN
from leerroutes.views.handelen import handelformulier, handelknop
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def afzien(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Geen nieuw aanbod nodig")
    return handelformulier(
        request,
        dossier,
        AfzienForm,
        partial(services.aanbod_afzien, dossier_id=dossier.pk),
        klaar="Vastgelegd: een nieuw aanbod is niet nodig.",
        titel="Geen nieuw aanbod nodig",
        terug=LESSEN,
        uitleg="Er loopt geen aanbod of les, en er staat nog iets open voor taal of KNM.",
        gevolgen=[
            "De taak om een nieuw aanbod te doen, vervalt.",
            "De eisen van de leerroute blijven staan.",
            "U kunt dit terugnemen. Bij een nieuw aanbod vervalt het vanzelf.",
        ],
    )


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def toch_aanbieden(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Toch een nieuw aanbod")
    doe = partial(services.toch_aanbieden, dossier_id=dossier.pk)
    klaar = "Teruggenomen: er is weer een nieuw aanbod nodig."
    return handelknop(request, nummer, doe, klaar=klaar, terug=LESSEN)
