"""What is short, what failed, and what is asked for beside the monthly terms."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.tekorten import OplossenForm, VerzoekForm
from ontzorgen.models import Betaalverzoek, Betaling, Tekort, Tekortoplossing, VasteLast
from ontzorgen.policies.batch import maandnaam
from ontzorgen.services import tekorten as services
from ontzorgen.services import verzoeken
from ontzorgen.views.lasten import last_url
from ontzorgen.views.pagina import BEWERK, formulier, handel, klaar, rij_van, tab_url, wie
from wet.geld import euro


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def oplossen(request: Verzoek, nummer: str, tekort_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Tekort oplossen")
    rij = rij_van(request, dossier, Tekort, tekort_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.tekort_oplossen(
            last_id=rij.last_id, maand=rij.maand, **wie(request), **form.waarden()
        )
        return klaar(request, "Vastgelegd hoe het tekort is opgelost.", tab_url(dossier))

    return formulier(
        request,
        dossier,
        OplossenForm,
        opslaan,
        titel=f"Tekort oplossen: {rij.last}, {maandnaam(rij.maand)}",
        uitleg=f"{rij.get_reden_display()}: {euro(rij.bedrag)}.",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def heropenen(request: Verzoek, nummer: str, oplossing_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Tekort heropenen")
    rij = rij_van(request, dossier, Tekortoplossing, oplossing_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.tekort_heropenen(
            oplossing_id=rij.pk,
            versie=versie,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return klaar(request, "Het tekort staat weer open.", tab_url(dossier))

    titel = f"Tekort heropenen: {rij.last}, {maandnaam(rij.maand)}"
    return formulier(request, dossier, RedenForm, opslaan, titel=titel, rij=rij)


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def verzoek(request: Verzoek, nummer: str, last_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Nabetaling vragen")
    rij = rij_van(request, dossier, VasteLast, last_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        verzoeken.verzoek_doen(last_id=rij.pk, **wie(request), **form.waarden())
        return klaar(request, "Het verzoek komt in de volgende batch.", last_url(dossier, rij.pk))

    return formulier(
        request,
        dossier,
        VerzoekForm,
        opslaan,
        titel=f"Nabetaling of correctie vragen: {rij}",
        terug_url=last_url(dossier, rij.pk),
        uitleg="Hiermee betaalt de gemeente eenmalig iets naast de maandelijkse termijn.",
    )


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def intrekken(request: Verzoek, nummer: str, verzoek_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Verzoek intrekken")
    rij = rij_van(request, dossier, Betaalverzoek, verzoek_id)
    return handel(
        request,
        verzoeken.verzoek_intrekken,
        klaar="Het verzoek is ingetrokken.",
        url=tab_url(dossier),
        verzoek_id=rij.pk,
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def opnieuw(request: Verzoek, nummer: str, betaling_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Opnieuw betalen")
    rij = rij_van(request, dossier, Betaling, betaling_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        reden = form.cleaned_data["reden"]
        verzoeken.herstellen(betaling_id=rij.pk, reden=reden, door=request.user, nu=request.nu)
        return klaar(request, "De betaling komt in de volgende batch.", tab_url(dossier))

    return formulier(
        request,
        dossier,
        RedenForm,
        opslaan,
        titel=f"Opnieuw betalen: {rij.last}, {maandnaam(rij.maand)}",
        uitleg=f"{euro(rij.bedrag)} gaat nog één keer naar de crediteur. Dat kan één keer.",
        knop="Opnieuw betalen",
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def niet_opnieuw(request: Verzoek, nummer: str, betaling_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Niet opnieuw betalen")
    rij = rij_van(request, dossier, Betaling, betaling_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        reden = form.cleaned_data["reden"]
        verzoeken.niet_herstellen(betaling_id=rij.pk, versie=versie, reden=reden, **wie(request))
        return klaar(request, "Vastgelegd: dit betalen wij niet opnieuw.", tab_url(dossier))

    return formulier(
        request,
        dossier,
        RedenForm,
        opslaan,
        titel=f"Niet opnieuw betalen: {rij.last}, {maandnaam(rij.maand)}",
        rij=rij,
        uitleg="Bijvoorbeeld omdat het geld naar het huishouden gaat, of niet verschuldigd was.",
        knop="Niet opnieuw betalen",
    )
