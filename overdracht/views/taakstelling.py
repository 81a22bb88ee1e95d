"""The taakstelling: where the municipality stands, who counts, and what others say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.datums import lokale_datum
from inburgering.models import Inburgeraar
from inburgering.services.sporen import gezin_raadplegen
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from opdrachten.uitvoer import XLSX
from overdracht.forms.taakstelling import (
    BeginstandForm,
    CoaTellingForm,
    CorrectieForm,
    MensenFilter,
    OpgaveForm,
    Peildatum,
)
from overdracht.models.taakstelling import Opgave
from overdracht.overzicht import overzicht_pdf, overzicht_xlsx
from overdracht.queries.taakstelling import taakstelling_op
from overdracht.queries.taakstelling_coa import vergelijking
from overdracht.queries.taakstelling_mensen import blad, getelden, niet_getelden, regels
from overdracht.queries.taakstelling_prognose import verwachtingen, verwachtregels
from overdracht.queries.taakstelling_tellen import beginstand as vind_beginstand
from overdracht.services.taakstelling import (
    beginstand_vastleggen,
    coa_telling_vastleggen,
    correctie_vastleggen,
    opgave_vastleggen,
)
from wet.taakstelling import Tijdvak

_BEWERK = require_http_methods(["GET", "POST"])
_PDF = "application/pdf"


@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def taakstelling(request: Verzoek) -> HttpResponse:
    vandaag = lokale_datum(request.nu)
    form = Peildatum(request.GET, vandaag=vandaag)
    context = {
        "form": form,
        "pagina": taakstelling_op(form.gekozen, vandaag=vandaag),
        "mag_beheren": request.user.heeft(Recht.TAAKSTELLING_BEHEREN),
    }
    return render(request, "overdracht/taakstelling.html", context)


@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def mensen(request: Verzoek) -> HttpResponse:
    """Who counts and who does not, and why, each with the way to the evidence."""
    form = MensenFilter(request.GET, vandaag=lokale_datum(request.nu))
    lijst = niet_getelden if form.niet else getelden
    gevonden = lijst(op=form.gekozen, tijdvak=form.gekozen_tijdvak)
    deel = blad(gevonden, pagina=_paginanummer(request), voor=request.user)
    context = {
        "form": form,
        "blad": deel,
        "op": form.gekozen,
        "vorige": _naar(request, deel.pagina - 1) if deel.pagina > 1 else "",
        "volgende": _naar(request, deel.pagina + 1) if deel.pagina < deel.paginas else "",
    }
    return render(request, "overdracht/taakstelling_mensen.html", context)


@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def prognose(request: Verzoek) -> HttpResponse:
    vandaag = lokale_datum(request.nu)
    context = {
        "regels": verwachtregels(verwachtingen(vandaag=vandaag), voor=request.user),
        "eind_op": Tijdvak.van(vandaag).eind_op,
        "vandaag": vandaag,
    }
    return render(request, "overdracht/taakstelling_prognose.html", context)


@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def coa(request: Verzoek) -> HttpResponse:
    context = {
        "vergelijking": vergelijking(voor=request.user),
        "mag_beheren": request.user.heeft(Recht.TAAKSTELLING_BEHEREN),
    }
    return render(request, "overdracht/taakstelling_coa.html", context)


# --- For the province --------------------------------------------------------------------------
@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def pdf(request: Verzoek) -> HttpResponse:
    vandaag = lokale_datum(request.nu)
    op = Peildatum(request.GET, vandaag=vandaag).gekozen
    stand = taakstelling_op(op, vandaag=vandaag)
    bestand = overzicht_pdf(stand, door=request.user, dagtekening=vandaag)
    return _bestand(bestand, _PDF, f"taakstelling-{op:%Y-%m-%d}.pdf")


@require_GET
@vereist(Recht.TAAKSTELLING_ZIEN)
def xlsx(request: Verzoek) -> HttpResponse:
    """With names of who may be seen: the download is logged on the dossier of each."""
    vandaag = lokale_datum(request.nu)
    op = Peildatum(request.GET, vandaag=vandaag).gekozen
    geteld = regels(getelden(op=op), voor=request.user)
    nummers = [regel.dossiernummer for regel in geteld if regel.dossiernummer]
    gezin_raadplegen(
        dossiers=Inburgeraar.objects.zichtbaar_voor(request.user).filter(dossiernummer__in=nummers),
        onderdeel="Taakstelling: lijst gedownload",
        medewerker=request.user,
        nu=request.nu,
    )
    bestand = overzicht_xlsx(taakstelling_op(op, vandaag=vandaag), geteld)
    return _bestand(bestand, XLSX, f"taakstelling-{op:%Y-%m-%d}.xlsx")


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = content_disposition_header(True, naam) or ""
    return antwoord


# --- Acts --------------------------------------------------------------------------------------
@_BEWERK
@vereist(Recht.TAAKSTELLING_BEHEREN)
def opgave_nieuw(request: Verzoek) -> HttpResponse:
    return _met_formulier(
        request,
        OpgaveForm,
        titel="Opgave toevoegen",
        uitleg="Wat de provincie de gemeente vraagt te huisvesten in een halfjaar.",
        doe=lambda waarden, versie: opgave_vastleggen(**waarden),
        klaar="De opgave is vastgelegd.",
    )


@_BEWERK
@vereist(Recht.TAAKSTELLING_BEHEREN)
def opgave_wijzigen(request: Verzoek, opgave_id: int) -> HttpResponse:
    opgave = get_object_or_404(Opgave, pk=opgave_id)
    return _met_formulier(
        request,
        OpgaveForm,
        titel=f"Opgave wijzigen: {opgave.tijdvak}",
        doe=lambda waarden, versie: opgave_vastleggen(
            opgave_id=opgave.pk, versie=versie, **waarden
        ),
        klaar="De opgave is gewijzigd.",
        begin=OpgaveForm.begin,
        rij=opgave,
    )


@_BEWERK
@vereist(Recht.TAAKSTELLING_BEHEREN)
def beginstand(request: Verzoek) -> HttpResponse:
    return _met_formulier(
        request,
        BeginstandForm,
        titel="Beginstand",
        uitleg="Hoeveel mensen waren gehuisvest voordat dit systeem telde: een aantal, geen namen.",
        doe=lambda waarden, versie: beginstand_vastleggen(versie=versie, **waarden),
        klaar="De beginstand is vastgelegd.",
        begin=BeginstandForm.begin,
        rij=vind_beginstand(),
    )


@_BEWERK
@vereist(Recht.TAAKSTELLING_BEHEREN)
def correctie(request: Verzoek) -> HttpResponse:
    return _met_formulier(
        request,
        CorrectieForm,
        titel="Correctie van de provincie",
        uitleg="Telt de provincie meer of minder mensen dan wij? Een correctie die niet klopt, "
        "heft u op met een tweede.",
        doe=lambda waarden, versie: correctie_vastleggen(**waarden),
        klaar="De correctie is vastgelegd.",
    )


@_BEWERK
@vereist(Recht.TAAKSTELLING_BEHEREN)
def coa_telling(request: Verzoek) -> HttpResponse:
    return _met_formulier(
        request,
        CoaTellingForm,
        titel="Lijst van het COA",
        uitleg="Wie er volgens het COA in de gemeente is gehuisvest. U ziet daarna de verschillen.",
        doe=lambda waarden, versie: coa_telling_vastleggen(**waarden),
        klaar="De lijst is vastgelegd. Hieronder staan de verschillen.",
        naar="taakstelling-coa",
    )


def _met_formulier(
    request: Verzoek,
    form: MaakFormulier,
    *,
    titel: str,
    doe: Callable[[dict[str, Any], int | None], object],
    klaar: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    rij: Rij | None = None,
    naar: str = "taakstelling",
) -> HttpResponse:
    """A page with one form; `doe` calls the service with what the form gives."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: ingevuld.cleaned_data)()
        doe({"door": request.user, "nu": request.nu, **waarden}, versie)
        messages.success(request, klaar)
        return redirect(naar)

    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="overdracht/taakstelling_formulier.html",
        begin=begin,
        rij=rij,
        context={"titel": titel, "uitleg": uitleg, "terug": naar},
    )


def _paginanummer(request: Verzoek) -> int:
    tekst = request.GET.get("pagina", "")
    return int(tekst) if tekst.isdecimal() and len(tekst) < 7 else 1


def _naar(request: Verzoek, pagina: int) -> str:
    vraag = request.GET.copy()
    vraag["pagina"] = str(pagina)
    return f"?{vraag.urlencode()}"
