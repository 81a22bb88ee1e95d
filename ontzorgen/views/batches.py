"""Batches of payments: the list, one batch, its lines, and the acts on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import Begin, bewerk
from inburgering.datums import lokale_datum
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms import batches as forms
from ontzorgen.models import Batchbestand, Betaalbatch
from ontzorgen.policies.batch import maandnaam
from ontzorgen.queries.batches import (
    batchlijst,
    batchpagina,
    maanden_om_te_maken,
    open_batch,
    regelblad,
)
from ontzorgen.queries.zegel import in_groepen
from ontzorgen.services import batch as services
from ontzorgen.services import bouwen as bouw
from ontzorgen.services.aanbieden import aanbieden as naar_de_bank
from ontzorgen.services.bank import bestand_geweigerd, betaald_boeken
from ontzorgen.services.verzoeken import batch_herstellen

BEWERK = require_http_methods(["GET", "HEAD", "POST"])
XML = "application/xml"


@require_GET
@vereist(Recht.BETALEN_ZIEN)
def overzicht(request: Verzoek) -> HttpResponse:
    context = {
        "batches": batchlijst(),
        "maanden": [(m, maandnaam(m)) for m in maanden_om_te_maken(lokale_datum(request.nu))],
        "open": open_batch(),
        "mag_betalen": request.user.heeft(Recht.BETALEN_DOEN),
    }
    return render(request, "ontzorgen/batches/lijst.html", context)


@require_POST
@vereist(Recht.BETALEN_DOEN)
def maken(request: Verzoek) -> HttpResponse:
    try:
        maand = date.fromisoformat(request.POST.get("maand", ""))
    except ValueError:
        messages.error(request, "Kies een maand.")
        return redirect("batches")
    try:
        batch = bouw.batch_maken(maand=maand, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("batches")
    return redirect("batch", batch.pk)


@require_GET
@vereist(Recht.BETALEN_ZIEN)
def tonen(request: Verzoek, batch_id: int) -> HttpResponse:
    """While a worker builds, the page asks again by itself; when it is done, as a whole."""
    batch = get_object_or_404(Betaalbatch, pk=batch_id)
    if request.htmx and batch.bouw_gevraagd_at is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    pagina = batchpagina(batch, voor=request.user, op=lokale_datum(request.nu))
    context = {
        "pagina": pagina,
        "batch": batch,
        "mag_betalen": request.user.heeft(Recht.BETALEN_DOEN),
    }
    return render(request, "ontzorgen/batches/batch.html", context)


@require_GET
@vereist(Recht.BETALEN_ZIEN)
def regels(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)
    alleen = "mislukt" if request.GET.get("alleen") == "mislukt" else ""
    blad = regelblad(batch, voor=request.user, pagina=request.GET.get("pagina", ""), alleen=alleen)
    context = {"batch": batch, "maand": maandnaam(batch.maand), "blad": blad, "alleen": alleen}
    return render(request, "ontzorgen/batches/regels.html", context)


@require_POST
@vereist(Recht.BETALEN_DOEN)
def bouwen(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)
    try:
        bouw.bouw_vragen(batch_id=batch.pk, versie=None, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("batch", batch.pk)


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def dag(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bouw.dag_wijzigen(
            batch_id=batch.pk,
            versie=versie,
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "De betaaldag is gewijzigd.")

    return _handeling(request, batch, forms.DagForm, opslaan, titel="Betaaldag wijzigen")


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def klaarzetten(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.klaarzetten(batch_id=batch.pk, versie=versie, door=request.user, nu=request.nu)
        return _klaar(request, batch, "De batch staat klaar. Een collega kan nu akkoord geven.")

    return _handeling(
        request,
        batch,
        forms.KlaarzettenForm,
        opslaan,
        titel="Batch klaarzetten",
        knop="Klaarzetten",
        gevolgen=(
            "De regels worden verzegeld: er kan niets meer aan veranderen.",
            "Een collega die de batch niet maakte, geeft akkoord op precies deze regels.",
            "Zolang de batch niet is aangeboden, kunt u hem terugnemen.",
        ),
    )


@BEWERK
@vereist(Recht.BETALEN_AKKOORD)
def akkoord(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.akkoord_geven(
            batch_id=batch.pk,
            versie=versie,
            zegel=form.cleaned_data["zegel"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "U gaf akkoord.")

    return _handeling(
        request,
        batch,
        forms.AkkoordForm,
        opslaan,
        titel="Akkoord geven",
        knop="Akkoord geven",
        gevolgen=("Daarna kan het betaalbestand voor de bank worden gemaakt.",),
    )


@BEWERK
@vereist(Recht.BETALEN_DOEN, Recht.BETALEN_AKKOORD)
def terugnemen(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.terugnemen(
            batch_id=batch.pk,
            versie=versie,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "De batch is weer een concept.")

    return _handeling(
        request,
        batch,
        RedenForm,
        opslaan,
        titel="Batch terugnemen",
        knop="Terugnemen",
        gevolgen=("De batch is weer een concept. Akkoord dat al is gegeven, vervalt.",),
    )


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def weggooien(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.weggooien(
            batch_id=batch.pk,
            versie=versie,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "De batch is weggegooid. Er is niets betaald.")

    return _handeling(
        request,
        batch,
        RedenForm,
        opslaan,
        titel="Batch weggooien",
        knop="Weggooien",
        gevolgen=("De regels verdwijnen. Een volgende batch kan ze weer bevatten.",),
    )


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def aanbieden(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        naar_de_bank(batch_id=batch.pk, versie=versie, door=request.user, nu=request.nu)
        return _klaar(request, batch, "Het bestand is gemaakt. Zet het nu bij de bank.")

    return _handeling(
        request,
        batch,
        forms.AanbiedenForm,
        opslaan,
        titel="Betaalbestand maken",
        knop="Betaalbestand maken",
        gevolgen=(
            "Het bestand wordt één keer gemaakt en bewaard. U kunt het vaker downloaden.",
            "Vanaf nu gelden deze betalingen als onderweg. Terugnemen kan niet meer.",
        ),
    )


@require_GET
@vereist(Recht.BETALEN_DOEN)
def bestand(request: Verzoek, batch_id: int) -> HttpResponse:
    """Always the same bytes, with the same message number: a bank takes it once."""
    rij = get_object_or_404(Batchbestand, batch=batch_id)
    antwoord = HttpResponse(rij.inhoud, content_type=XML)
    antwoord["Content-Disposition"] = f'attachment; filename="{rij.naam}"'
    return antwoord


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def geboekt(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        betaald_boeken(
            batch_id=batch.pk,
            versie=versie,
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "De betalingen zijn geboekt.")

    return _handeling(
        request,
        batch,
        forms.GeboektForm,
        opslaan,
        titel="Als betaald boeken",
        knop="Boeken",
        gevolgen=("Alles wat nog onderweg is, geldt als betaald op deze dag.",),
    )


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def geweigerd(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand_geweigerd(
            batch_id=batch.pk,
            versie=versie,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, batch, "Vastgelegd. Er is niets betaald.")

    return _handeling(
        request,
        batch,
        RedenForm,
        opslaan,
        titel="De bank weigerde het bestand",
        knop="Vastleggen",
        gevolgen=("Geen enkele betaling uit deze batch is gedaan.",),
    )


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def herstellen(request: Verzoek, batch_id: int) -> HttpResponse:
    batch = get_object_or_404(Betaalbatch, pk=batch_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        aantal = batch_herstellen(
            batch_id=batch.pk, reden=form.cleaned_data["reden"], door=request.user, nu=request.nu
        )
        wat = "1 betaling staat" if aantal == 1 else f"{aantal} betalingen staan"
        return _klaar(request, batch, f"{wat} in de volgende batch.")

    return _handeling(
        request,
        batch,
        RedenForm,
        opslaan,
        titel="Mislukte betalingen opnieuw betalen",
        knop="Opnieuw betalen",
        gevolgen=(
            "Alles uit deze batch dat is geweigerd of teruggekomen, komt in de volgende batch.",
            "Elke betaling wordt zo hoogstens één keer opnieuw gedaan.",
        ),
    )


def _klaar(request: Verzoek, batch: Betaalbatch, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("batch", batch.pk)


def _handeling(
    request: Verzoek,
    batch: Betaalbatch,
    form: Any,
    opslaan: Any,
    *,
    titel: str,
    knop: str = "Opslaan",
    gevolgen: tuple[str, ...] = (),
) -> HttpResponse:
    begin: Begin = getattr(form, "begin", lambda rij: {})
    context = {
        "batch": batch,
        "maand": maandnaam(batch.maand),
        "titel": titel,
        "knop": knop,
        "gevolgen": gevolgen,
        "zegel": in_groepen(batch.regels_hash),
    }
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="ontzorgen/batches/handeling.html",
        begin=begin,
        rij=batch,
        context=context,
    )
