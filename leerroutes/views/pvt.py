"""The meetings of the PVT: the list, and the acts on one of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.bewerken import bewerk
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from leerroutes.forms.pvt import (
    BijeenkomstForm,
    begin_presentie,
    gekozen_mensen,
    presentieform,
    uitnodigenform,
)
from leerroutes.models import PvtBijeenkomst
from leerroutes.queries.partner import eigen_bijeenkomsten
from leerroutes.queries.pvt import bijeenkomsten, bijeenkomstpagina, is_geweest, kandidaten
from leerroutes.queries.pvt_presentie import (
    deelnames_toen,
    invulrijen,
    presentie_bezwaren,
)
from leerroutes.services import pvt as services
from leerroutes.services.pvt_brief import uitnodigingen_maken
from leerroutes.services.pvt_presentie import presentie_vastleggen
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.BEGELEIDING_DOEN)
def lijst(request: Verzoek) -> HttpResponse:
    context = {"lijst": bijeenkomsten(nu=request.nu, na=request.GET.get("na", ""))}
    return render(request, "leerroutes/pvt/lijst.html", context)


@require_GET
@vereist(Recht.BEGELEIDING_DOEN)
def tonen(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    rij = get_object_or_404(PvtBijeenkomst, pk=bijeenkomst_id)
    context = {
        "pagina": bijeenkomstpagina(rij.pk, voor=request.user, nu=request.nu),
        "mag_brieven": request.user.heeft(Recht.LEERROUTE_DOEN),
    }
    return render(request, "leerroutes/pvt/bijeenkomst.html", context)


@require_GET
@vereist(Recht.BEGELEIDING_DOEN)
def afdrukken(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    """The list on paper, to sign on the spot."""
    rij = get_object_or_404(PvtBijeenkomst, pk=bijeenkomst_id)
    context = {"pagina": bijeenkomstpagina(rij.pk, voor=request.user, nu=request.nu)}
    return render(request, "leerroutes/pvt/afdruk.html", context)


def _eigen(request: Verzoek, bijeenkomst_id: int) -> PvtBijeenkomst:
    """A partner looks at all, and works on the meetings of its own organisation."""
    return get_object_or_404(eigen_bijeenkomsten(request.user), pk=bijeenkomst_id)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rij = services.bijeenkomst_maken(gegevens=form.gegevens(), door=request.user, nu=request.nu)
        return _klaar(request, rij, "De bijeenkomst staat op de lijst. Nodig nu mensen uit.")

    form = partial(BijeenkomstForm, door=request.user)
    return _formulier(request, form, opslaan, titel="Bijeenkomst toevoegen")


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def wijzigen(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    rij = _eigen(request, bijeenkomst_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.bijeenkomst_wijzigen(
            bijeenkomst_id=rij.pk,
            versie=versie,
            gegevens=form.gegevens(),
            reden=form.cleaned_data.get("reden", ""),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, rij, "De bijeenkomst is gewijzigd.")

    geweest = is_geweest(rij)
    form = partial(BijeenkomstForm, door=request.user, geweest=geweest)
    uitleg = "Wie is uitgenodigd, blijft op de lijst. Maak daarna nieuwe uitnodigingen."
    if geweest:
        uitleg = "Deze bijeenkomst is gehouden. Verbeter alleen wat verkeerd is vastgelegd."
    return _formulier(request, form, opslaan, titel="Bijeenkomst wijzigen", rij=rij, uitleg=uitleg)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def afzeggen(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    rij = _eigen(request, bijeenkomst_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.bijeenkomst_afzeggen(
            bijeenkomst_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )
        return _klaar(request, rij, "De bijeenkomst is afgezegd.")

    return _formulier(
        request,
        RedenForm,
        opslaan,
        titel="Bijeenkomst afzeggen",
        rij=rij,
        begin=lambda rij: {},
        uitleg="Wie is uitgenodigd, hoort dit niet vanzelf: bel deze mensen zelf.",
        knop="Bijeenkomst afzeggen",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def mensen(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    """Invite people: who must still do the PVT, and whom one may see. Afterwards: who came too."""
    rij = _eigen(request, bijeenkomst_id)
    gekozen, zoek = gekozen_mensen(request.POST), request.POST.get("zoek", "").strip()
    if request.POST.get("zoeken") == "alles":
        zoek = ""
    begonnen = rij.begint_at <= request.nu
    keuze = kandidaten(rij, voor=request.user, zoek=zoek, gekozen=gekozen)
    form = uitnodigenform(keuze, begonnen=begonnen)
    pagina = {
        "titel": "Mensen toevoegen" if begonnen else "Mensen uitnodigen",
        "begonnen": begonnen,
        "gezocht": zoek,
        "niemand": bool(zoek) and all(wie.dossier_id in gekozen for wie in keuze),
    }
    if "zoeken" in request.POST:
        ingevuld = form(initial={"zoek": zoek, "mensen": gekozen})
        context = pagina | {"bijeenkomst": rij, "form": ingevuld}
        return render(request, "leerroutes/pvt/uitnodigen.html", context)
    return _zet_op_lijst(request, rij, form, pagina)


def _zet_op_lijst(
    request: Verzoek, rij: PvtBijeenkomst, form: Any, pagina: dict[str, Any]
) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        genodigd = services.uitnodigen(
            bijeenkomst_id=rij.pk,
            dossier_ids=form.cleaned_data["mensen"],
            door=request.user,
            nu=request.nu,
        )
        daarna = " Vul nu in wie er was." if pagina["begonnen"] else ""
        return _klaar(request, rij, f"Op de lijst gezet: {len(genodigd)}.{daarna}")

    template = "leerroutes/pvt/uitnodigen.html"
    return _formulier(request, form, opslaan, bij=rij, template=template, **pagina)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def presentie(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    """Who came: one list, saved at once."""
    rij = _eigen(request, bijeenkomst_id)
    rijen = invulrijen(rij, voor=request.user)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        presentie_vastleggen(
            bijeenkomst_id=rij.pk,
            versie=versie,
            regels=form.regels(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, rij, "De lijst is opgeslagen.")

    def begin(toen: PvtBijeenkomst | None) -> dict[str, Any]:
        return begin_presentie(deelnames_toen(toen or rij, voor=request.user), rij.uren)

    return _formulier(
        request,
        presentieform(rijen, geweest=rij.begint_at <= request.nu),
        opslaan,
        titel="Wie waren er?",
        rij=rij,
        begin=begin,
        controle=partial(_bezwaren, request, rij),
        template="leerroutes/pvt/presentie.html",
    )


def _bezwaren(request: Verzoek, rij: PvtBijeenkomst, form: Any) -> list[Geweigerd]:
    """All that is wrong with the list at once, as far as it could be read."""
    if form.errors:
        return []
    return presentie_bezwaren(rij, form.regels(), door=request.user, nu=request.nu)


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def brieven(request: Verzoek, bijeenkomst_id: int) -> HttpResponse:
    rij = _eigen(request, bijeenkomst_id)
    try:
        gemaakt = uitnodigingen_maken(bijeenkomst_id=rij.pk, door=request.user, nu=request.nu)
        tekst = f"Uitnodigingen gemaakt: {len(gemaakt)}. Ze staan in de dossiers, bij Documenten."
        messages.success(request, tekst)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("pvt-bijeenkomst", rij.pk)


def _klaar(request: Verzoek, rij: PvtBijeenkomst, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("pvt-bijeenkomst", rij.pk)


def _formulier(
    request: Verzoek,
    form: Any,
    opslaan: Any,
    *,
    titel: str,
    rij: PvtBijeenkomst | None = None,
    bij: PvtBijeenkomst | None = None,
    begin: Any = BijeenkomstForm.begin,
    template: str = "leerroutes/pvt/formulier.html",
    controle: Any = lambda form: (),
    **pagina: Any,
) -> HttpResponse:
    """`rij` is what is changed, with its version; `bij` is where the page belongs without that."""
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=begin if bij is None else lambda rij: {},
        rij=rij,
        controle=controle,
        context={"titel": titel, "bijeenkomst": rij or bij, **pagina},
    )
