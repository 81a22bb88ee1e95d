"""Allowances beside the bijstand, and going on after the six months."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.toeslagen import (
    AfwijzenForm,
    OntvangenForm,
    ToeslagForm,
    VoortzettingBeeindigenForm,
    voortzettenform,
)
from ontzorgen.models import Toeslag, Uitkering, Voortzetting
from ontzorgen.services import toeslagen as services
from ontzorgen.services import voortzetting as voortzettingen
from ontzorgen.views.pagina import BEWERK, formulier, handel, klaar, rij_van, tab_url, wie


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def aanvragen(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Toeslag vastleggen")
    rij = rij_van(request, dossier, Uitkering, uitkering_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toeslag_aanvragen(uitkering_id=rij.pk, **wie(request), **form.waarden())
        return klaar(request, "De aanvraag van de toeslag is vastgelegd.", tab_url(dossier))

    return formulier(
        request,
        dossier,
        ToeslagForm,
        opslaan,
        titel="Aanvraag van een toeslag vastleggen",
        uitleg="Een toeslag gaat naar de persoon zelf. Wij rekenen uit wat er tot dan ontbreekt.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def wijzigen(request: Verzoek, nummer: str, toeslag_id: int) -> HttpResponse:
    return _bij_rij(
        request,
        nummer,
        (Toeslag, toeslag_id, "toeslag_id"),
        ToeslagForm,
        services.toeslag_wijzigen,
        titel="Aanvraag van een toeslag wijzigen",
        klaar_tekst="De aanvraag is gewijzigd.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def ontvangen(request: Verzoek, nummer: str, toeslag_id: int) -> HttpResponse:
    return _bij_rij(
        request,
        nummer,
        (Toeslag, toeslag_id, "toeslag_id"),
        OntvangenForm,
        services.toeslag_ontvangen,
        titel="Toeslag ontvangen",
        klaar_tekst="Vastgelegd dat de toeslag is ontvangen.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def afwijzen(request: Verzoek, nummer: str, toeslag_id: int) -> HttpResponse:
    return _bij_rij(
        request,
        nummer,
        (Toeslag, toeslag_id, "toeslag_id"),
        AfwijzenForm,
        services.toeslag_afwijzen,
        titel="Toeslag afgewezen",
        klaar_tekst="Vastgelegd dat de toeslag is afgewezen.",
    )


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def terugzetten(request: Verzoek, nummer: str, toeslag_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Toeslag terugzetten")
    rij = rij_van(request, dossier, Toeslag, toeslag_id)
    return handel(
        request,
        services.toeslag_terugzetten,
        klaar="De toeslag wacht weer op een besluit.",
        url=tab_url(dossier),
        toeslag_id=rij.pk,
    )


# --- Going on after the six months ---------------------------------------------------------------
@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def voortzetten(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Vrijwillig voortzetten")
    rij = rij_van(request, dossier, Uitkering, uitkering_id)
    periode = getattr(rij, "ontzorgperiode", None)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        voortzettingen.voortzetten(uitkering_id=rij.pk, **wie(request), **form.waarden())
        return klaar(request, "De voortzetting is vastgelegd.", tab_url(dossier))

    return formulier(
        request,
        dossier,
        voortzettenform(samen=periode is not None and periode.partner_id is not None),
        opslaan,
        titel="Vrijwillig voortzetten",
        uitleg="Dit huishouden kiest zelf om de gemeente nog even te laten betalen. Daarvoor is "
        "een getekende overeenkomst nodig.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def voortzetting_beeindigen(request: Verzoek, nummer: str, voortzetting_id: int) -> HttpResponse:
    return _bij_rij(
        request,
        nummer,
        (Voortzetting, voortzetting_id, "voortzetting_id"),
        VoortzettingBeeindigenForm,
        voortzettingen.voortzetting_beeindigen,
        titel="Voortzetting beëindigen",
        klaar_tekst="De voortzetting is beëindigd.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def voortzetting_intrekken(request: Verzoek, nummer: str, voortzetting_id: int) -> HttpResponse:
    return _bij_rij(
        request,
        nummer,
        (Voortzetting, voortzetting_id, "voortzetting_id"),
        RedenForm,
        voortzettingen.voortzetting_intrekken,
        titel="Voortzetting intrekken",
        klaar_tekst="De voortzetting is ingetrokken.",
    )


def _bij_rij(
    request: Verzoek,
    nummer: str,
    wat: tuple[type[Toeslag] | type[Voortzetting], int, str],
    form: Any,
    doe: Callable[..., object],
    *,
    titel: str,
    klaar_tekst: str,
) -> HttpResponse:
    """A form on one row: its model, its number, and the name of that number in the service."""
    model, pk, sleutel = wat
    dossier = open_dossier(request, nummer, titel)
    rij = rij_van(request, dossier, model, pk)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: ingevuld.cleaned_data)()
        doe(**{sleutel: rij.pk}, versie=versie, door=request.user, nu=request.nu, **waarden)
        return klaar(request, klaar_tekst, tab_url(dossier))

    return formulier(request, dossier, form, opslaan, titel=f"{titel}: {rij}", rij=rij)
