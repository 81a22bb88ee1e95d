"""The fixed costs of a household: the page of one, and every act on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.lasten import BedragForm, EindeForm, NettoForm, OverdragenForm, WeglatenForm
from ontzorgen.forms.lasten import lastform as maak_lastform
from ontzorgen.models import Uitkering, VasteLast
from ontzorgen.queries.crediteurkeuze import te_kiezen
from ontzorgen.queries.lastpagina import lastpagina
from ontzorgen.services import lasten as services
from ontzorgen.services.bedragen import netto_vastleggen
from ontzorgen.views.pagina import BEWERK, formulier, handel, klaar, rij_van, tab_url, wie


def last_url(dossier: Inburgeraar, last_id: int) -> str:
    return reverse("ontzorgen-last", args=[dossier.dossiernummer, last_id])


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def last(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Vaste last")
    rij = rij_van(request, dossier, VasteLast, last_id)
    context = {
        "pagina": lastpagina(rij, op=lokale_datum(request.nu)),
        "mag": request.user.heeft(Recht.ONTZORGEN_DOEN),
    }
    return toon_dossier(request, dossier, "ontzorgen/lasten/last.html", context)


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def toevoegen(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    return _bij_uitkering(
        request,
        nummer,
        uitkering_id,
        maak_lastform(te_kiezen()),
        services.last_toevoegen,
        titel="Vaste last toevoegen",
        klaar_tekst="De vaste last is toegevoegd. Zij komt in de volgende batch.",
        knop="Toevoegen",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def weglaten(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    return _bij_uitkering(
        request,
        nummer,
        uitkering_id,
        WeglatenForm,
        services.last_weglaten,
        titel="Vastleggen dat wij een last niet betalen",
        klaar_tekst="Vastgelegd dat wij deze last niet betalen.",
        uitleg="De wet noemt huur, gas, water en stroom, en de verplichte zorgverzekering.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def netto(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    return _bij_uitkering(
        request,
        nummer,
        uitkering_id,
        NettoForm,
        netto_vastleggen,
        titel="Bijstand van een maand vastleggen",
        klaar_tekst="De bijstand van die maand is vastgelegd.",
        uitleg="Staat er al een bedrag bij die maand, dan komt dit ervoor in de plaats.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def bedrag(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _bij_last(
        request,
        nummer,
        last_id,
        BedragForm,
        services.bedrag_wijzigen,
        titel="Bedrag wijzigen",
        klaar_tekst="Het nieuwe bedrag is vastgelegd.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def einde(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _bij_last(
        request,
        nummer,
        last_id,
        EindeForm,
        services.contract_beeindigen,
        titel="Contract beëindigen",
        klaar_tekst="Het einde van het contract is vastgelegd.",
        uitleg="Na deze dag betalen wij deze last niet meer.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def overdragen(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _bij_last(
        request,
        nummer,
        last_id,
        OverdragenForm,
        services.overdragen,
        titel="Overdragen: het huishouden betaalt zelf",
        klaar_tekst="Vastgelegd: dit huishouden betaalt zelf, wij kijken mee.",
        uitleg="Wij betalen deze last dan niet meer. Spreek af hoe u meekijkt.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def weer_betalen(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _bij_last(
        request,
        nummer,
        last_id,
        RedenForm,
        services.weer_betalen,
        titel="Weer betalen",
        klaar_tekst="Vastgelegd: wij betalen deze last weer.",
        uitleg="Wij betalen vanaf deze maand. Zeg waarom het zelf betalen niet lukte.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def toch_betalen(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    """A cost that was left out: no more."""
    return _bij_last(
        request,
        nummer,
        last_id,
        RedenForm,
        services.toch_betalen,
        titel="Weglaten terugdraaien",
        klaar_tekst="De last is niet langer weggelaten. Voeg haar toe om te betalen.",
        naar_tab=True,
    )


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def meekijken(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _stap(
        request,
        nummer,
        last_id,
        services.laten_meekijken,
        "Vastgelegd: wij betalen en dit huishouden kijkt mee.",
    )


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def zelfstandig(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    return _stap(
        request, nummer, last_id, services.zelfstandig, "Vastgelegd: dit gaat zelfstandig."
    )


def _stap(
    request: Verzoek, nummer: str, last_id: int, doe: Callable[..., object], tekst: str
) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Vaste last")
    rij = rij_van(request, dossier, VasteLast, last_id)
    return handel(request, doe, klaar=tekst, url=last_url(dossier, rij.pk), last_id=rij.pk)


def _bij_uitkering(
    request: Verzoek,
    nummer: str,
    uitkering_id: int,
    form: Any,
    doe: Callable[..., object],
    *,
    titel: str,
    klaar_tekst: str,
    **pagina: Any,
) -> HttpResponse:
    """A form on the right to bijstand; `doe` is the service, called with what it gives."""
    dossier = open_dossier(request, nummer, titel)
    rij = rij_van(request, dossier, Uitkering, uitkering_id)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        doe(uitkering_id=rij.pk, door=request.user, nu=request.nu, **_waarden(ingevuld))
        return klaar(request, klaar_tekst, tab_url(dossier))

    return formulier(request, dossier, form, opslaan, titel=titel, rij=rij, **pagina)


def _bij_last(
    request: Verzoek,
    nummer: str,
    last_id: int,
    form: Any,
    doe: Callable[..., object],
    *,
    titel: str,
    klaar_tekst: str,
    naar_tab: bool = False,
    uitleg: str = "",
) -> HttpResponse:
    """A form on one cost; `doe` is the service, called with what it gives."""
    dossier = open_dossier(request, nummer, titel)
    rij = rij_van(request, dossier, VasteLast, last_id)
    terug = last_url(dossier, rij.pk)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        doe(last_id=rij.pk, versie=versie, **wie(request), **_waarden(ingevuld))
        return klaar(request, klaar_tekst, tab_url(dossier) if naar_tab else terug)

    return formulier(
        request,
        dossier,
        form,
        opslaan,
        titel=f"{titel}: {rij}",
        rij=rij,
        terug_url=terug,
        uitleg=uitleg,
    )


def _waarden(form: Any) -> dict[str, Any]:
    waarden: dict[str, Any] = form.waarden() if hasattr(form, "waarden") else form.cleaned_data
    return waarden
