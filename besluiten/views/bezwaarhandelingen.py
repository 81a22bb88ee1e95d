"""The acts on an objection: each a page with one form, or one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from besluiten.forms import bezwaar as forms
from besluiten.models import Besluit, Bezwaar
from besluiten.services import beslissen as beslissing
from besluiten.services import bezwaren, hoorzitting
from besluiten.views.besluiten import maak_bekend
from besluiten.views.bezwaar import bezwaar_of_404
from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_BEWERK = require_http_methods(["GET", "POST"])
_GEVOLGEN = (
    "De beslissing wordt een besluit met de dagtekening van vandaag. Daarna verandert ze niet "
    "meer.",
    "De brief wordt één keer als PDF gemaakt en bewaard.",
    "De termijn om te beslissen stopt.",
    "U moet de beslissing daarna zelf uitreiken of verzenden, liefst vandaag.",
)


def _met_formulier(
    request: Verzoek,
    nummer: str,
    bezwaar_id: int,
    form: MaakFormulier,
    *,
    titel: str,
    doe: Callable[..., Any],
    klaar: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    gevolgen: Sequence[str] = (),
    knop: str = "Opslaan",
    met_versie: bool = True,
) -> HttpResponse:
    """A page with one form; `doe` is the service, called with what the form gives it."""
    dossier = open_dossier(request, nummer, titel)
    rij = bezwaar_of_404(request, dossier, bezwaar_id)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: ingevuld.cleaned_data)()
        if met_versie:
            waarden = waarden | {"versie": versie}
        doe(bezwaar_id=rij.pk, door=request.user, nu=request.nu, **waarden)
        messages.success(request, klaar)
        return redirect("bezwaar", nummer, rij.pk)

    pagina = {"titel": titel, "uitleg": uitleg, "gevolgen": gevolgen, "knop": knop, "rij": rij}
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="besluiten/bezwaar_formulier.html",
        begin=begin,
        rij=rij,
        context=dossiercontext(request, dossier) | pagina,
    )


@require_POST
@vereist(Recht.BEZWAAR_DOEN)
def bevestigen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontvangst bevestigen")
    rij = bezwaar_of_404(request, dossier, bezwaar_id)
    try:
        bezwaren.ontvangst_bevestigen(bezwaar_id=rij.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "De ontvangstbevestiging is gemaakt. Verzend hem vandaag.")
    return redirect("bezwaar", nummer, rij.pk)


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def wijzigen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.BezwaarWijzigenForm,
        titel="Gegevens van het bezwaar wijzigen",
        doe=bezwaren.wijzigen,
        klaar="Opgeslagen. De termijn is opnieuw berekend.",
        begin=forms.BezwaarWijzigenForm.begin,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def verzuim(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.VerzuimForm,
        titel="Om aanvulling vragen",
        uitleg="De persoon krijgt een brief. Tot die tijd staat de termijn om te beslissen stil.",
        doe=bezwaren.verzuim_vragen,
        klaar="De brief is gemaakt. Verzend hem vandaag.",
        knop="Brief maken",
        met_versie=False,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def aangevuld(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.VerzuimHersteldForm,
        titel="Aanvulling is binnen",
        doe=bezwaren.verzuim_hersteld,
        klaar="Vastgelegd. De termijn loopt weer.",
        met_versie=False,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def verdagen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.VerdagenForm,
        titel="Beslissing verdagen",
        uitleg="Dit kan één keer, met hoogstens zes weken. De persoon krijgt een brief.",
        doe=bezwaren.verdagen,
        klaar="Verdaagd. Verzend de brief vandaag.",
        knop="Verdagen",
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def te_laat(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.LaatForm,
        titel="Te laat bezwaar beoordelen",
        uitleg="Kon de persoon er redelijkerwijs niets aan doen? Dan telt het bezwaar toch mee.",
        doe=bezwaren.laat_beoordelen,
        klaar="Het oordeel is vastgelegd.",
        begin=forms.LaatForm.begin,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def hoorzitting_plannen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.HoorzittingForm,
        titel="Hoorzitting plannen",
        uitleg="Kies een dag over ten minste tien dagen: tot dan mogen er stukken komen.",
        doe=hoorzitting.hoorzitting_plannen,
        klaar="De hoorzitting is gepland en de uitnodiging is gemaakt. Verzend die vandaag.",
        knop="Plannen",
        met_versie=False,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def gehoord(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    def begin(rij: Bezwaar) -> dict[str, Any]:
        return {"op": lokale_datum(rij.hoorzitting.begint_at)} if rij.hoorzitting else {}

    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.GehoordForm,
        titel="Verslag van de hoorzitting",
        doe=hoorzitting.gehoord,
        klaar="Het verslag is vastgelegd.",
        begin=begin,
        met_versie=False,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def niet_horen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.AfzienForm,
        titel="Niet horen",
        uitleg="Alleen om een van deze redenen hoeft het niet (Awb 7:3).",
        doe=hoorzitting.afzien_van_horen,
        klaar="Vastgelegd.",
        begin=forms.AfzienForm.begin,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def beslissing_schrijven(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.BeslissingForm,
        titel="Beslissing schrijven",
        uitleg="Hiermee is nog niet beslist. U kunt de brief eerst bekijken.",
        doe=beslissing.beslissing_voorbereiden,
        klaar="Opgeslagen. Bekijk de brief voordat u beslist.",
        begin=forms.BeslissingForm.begin,
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def beslissen(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    def doe(*, versie: int | None, **velden: Any) -> None:
        beslissing.beslissen(versie=versie or 0, **velden)

    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        Form,
        titel="Beslissen op het bezwaar",
        doe=doe,
        klaar="Er is beslist. Maak de beslissing nu bekend.",
        gevolgen=_GEVOLGEN,
        knop="Beslissen",
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def intrekken(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        bezwaar_id,
        forms.IntrekkenForm,
        titel="Bezwaar is ingetrokken",
        uitleg="Alleen als de persoon het zelf heeft ingetrokken.",
        doe=bezwaren.intrekken,
        klaar="Het bezwaar is ingetrokken.",
        knop="Vastleggen",
    )


@_BEWERK
@vereist(Recht.BEZWAAR_DOEN)
def bekendmaken(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    """The decision on the objection was handed over or sent."""
    dossier = open_dossier(request, nummer, "Beslissing op bezwaar bekendmaken")
    rij = bezwaar_of_404(request, dossier, bezwaar_id)
    besluit = get_object_or_404(Besluit, bezwaar=rij)
    return maak_bekend(
        request,
        dossier,
        besluit,
        terug="bezwaren-dossier",
        klaar="Vastgelegd. De zes weken voor beroep bij de rechtbank lopen.",
    )
