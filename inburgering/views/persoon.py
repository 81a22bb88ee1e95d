from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import Begin, MaakFormulier, Opslaan, bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.enums import OntheffingGrond, OntheffingSoort, VrijstellingSoort
from inburgering.forms import (
    GezinslidForm,
    GezinslidWijzigenForm,
    NieuwDossierForm,
    OntheffingForm,
    PersoonForm,
    PersoonWijzigenForm,
    PlichtCorrectieForm,
    PlichtForm,
    VerblijfCorrectieForm,
    VerblijfForm,
    VerblijfsrechtCorrectieForm,
    VerblijfsrechtForm,
    VrijstellingForm,
)
from inburgering.models import Gezinslid, Inburgeraar, Plicht, Verblijf, Verblijfsrecht
from inburgering.queries.personen import persoonstab
from inburgering.services import personen, plichten, vrijstellingen
from inburgering.services.aanmelden import gezinslid_aanmelden, migrant_aanmelden
from inburgering.services.sporen import raadplegen
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_BEWERK = require_http_methods(["GET", "POST"])
_SCHUIFT_MEE = "Datums die hiervan afhangen, zoals de termijn van tien weken, schuiven vanzelf mee."


def _bewerk(
    request: Verzoek,
    dossier: Inburgeraar,
    formulier: MaakFormulier,
    opslaan: Opslaan,
    *,
    titel: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    rij: Rij | None = None,
) -> HttpResponse:
    """A form of this tab; the way back is the tab."""
    return bewerk(
        request,
        formulier,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=begin,
        rij=rij,
        context=dossiercontext(request, dossier)
        | {"titel": titel, "uitleg": uitleg, "terug": "persoon"},
    )


@require_GET
@vereist(Recht.PERSOON_ZIEN, Recht.PERSOON_CONTACT)
def persoon(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Persoon & gezin")
    context = {"tab": persoonstab(dossier, voor=request.user)}
    return toon_dossier(request, dossier, "inburgering/persoon.html", context)


@require_POST
@vereist(Recht.BSN_TONEN)
def bsn(request: Verzoek, nummer: str) -> HttpResponse:
    """Show the BSN in full, once, and log that it was asked for."""
    dossier = open_dossier(request, nummer, "BSN")
    raadplegen(dossier=dossier, onderdeel="BSN voluit", medewerker=request.user, nu=request.nu)
    context = {"tab": persoonstab(dossier, voor=request.user), "bsn": dossier.persoon.bsn}
    return toon_dossier(request, dossier, "inburgering/persoon.html", context)


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def wijzigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Persoon wijzigen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        personen.persoon_wijzigen(
            persoon_id=dossier.persoon_id,
            versie=versie or 0,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De gegevens zijn opgeslagen.")
        return redirect("persoon", nummer)

    return _bewerk(
        request,
        dossier,
        partial(PersoonWijzigenForm, persoon=dossier.persoon),
        opslaan,
        titel="Persoon wijzigen",
        begin=PersoonForm.begin,
        rij=dossier.persoon,
    )


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def nieuw_dossier(request: Verzoek) -> HttpResponse:
    """A gezins- of overige migrant reports directly: no handover, no housing by us."""

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        dossier = migrant_aanmelden(
            gegevens=form.gegevens(), groep=form.groep(), door=request.user, nu=request.nu
        )
        messages.success(request, f"Dossier {dossier.dossiernummer} is geopend.")
        return redirect("persoon", dossier.dossiernummer)

    return bewerk(request, NieuwDossierForm, opslaan=opslaan, template="inburgering/nieuw.html")


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def gezinslid(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Gezinslid toevoegen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rol, start_op = form.als_rol(), form.cleaned_data["start_op"]
        gezinslid_aanmelden(
            dossier_id=dossier.pk,
            gegevens=form.gegevens(),
            rol=rol,
            start_op=start_op,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het gezinslid is toegevoegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, GezinslidForm, opslaan, titel="Gezinslid toevoegen")


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def gezinslid_wijzigen(request: Verzoek, nummer: str, lid_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Gezinslid wijzigen")
    leden = Gezinslid.objects.zichtbaar_voor(request.user).select_related("persoon")
    lid = get_object_or_404(leden, pk=lid_id, gezin__leden__persoon=dossier.persoon_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        personen.gezinslid_wijzigen(
            lid_id=lid.pk,
            versie=versie or 0,
            gegevens=form.gegevens(),
            eind_op=form.cleaned_data["eind_op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De gegevens van het gezinslid zijn opgeslagen.")
        return redirect("persoon", nummer)

    return _bewerk(
        request,
        dossier,
        partial(GezinslidWijzigenForm, persoon=lid.persoon),
        opslaan,
        titel="Gezinslid wijzigen",
        begin=PersoonForm.begin,
        rij=lid.persoon,
    )


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def plicht(request: Verzoek, nummer: str) -> HttpResponse:
    """Record DUO's determination: the ten weeks follow in the same act."""
    dossier = open_dossier(request, nummer, "Inburgeringsplicht")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.plicht_vastleggen(
            dossier_id=dossier.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        messages.success(request, "De inburgeringsplicht is vastgelegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, PlichtForm, opslaan, titel="Inburgeringsplicht vastleggen")


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def plicht_corrigeren(request: Verzoek, nummer: str, plicht_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Inburgeringsplicht corrigeren")
    rijen = Plicht.objects.zichtbaar_voor(request.user)
    huidig = get_object_or_404(rijen, pk=plicht_id, inburgeraar=dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.plicht_corrigeren(
            plicht_id=huidig.pk,
            versie=versie or 0,
            gegevens=form.gegevens(),
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De inburgeringsplicht is gecorrigeerd.")
        return redirect("persoon", nummer)

    return _bewerk(
        request,
        dossier,
        PlichtCorrectieForm,
        opslaan,
        titel="Inburgeringsplicht corrigeren",
        uitleg=_SCHUIFT_MEE,
        begin=PlichtForm.begin,
        rij=huidig,
    )


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def vrijstelling(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Vrijstelling")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        vrijstellingen.vrijstelling_vastleggen(
            dossier_id=dossier.pk,
            soort=VrijstellingSoort(waarden.pop("soort")),
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "De vrijstelling is vastgelegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, VrijstellingForm, opslaan, titel="Vrijstelling vastleggen")


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def ontheffing(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontheffing")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        vrijstellingen.ontheffing_vastleggen(
            dossier_id=dossier.pk,
            soort=OntheffingSoort(waarden.pop("soort")),
            grond=OntheffingGrond(waarden.pop("grond")),
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "De ontheffing is vastgelegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, OntheffingForm, opslaan, titel="Ontheffing vastleggen")


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijf(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Adres")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.verblijf_vastleggen(
            persoon_id=dossier.persoon_id,
            door=request.user,
            nu=request.nu,
            **form.waarden(),
        )
        messages.success(request, "Het adres is vastgelegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, VerblijfForm, opslaan, titel="Nieuw adres")


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijf_corrigeren(request: Verzoek, nummer: str, verblijf_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Adres corrigeren")
    rijen = Verblijf.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=verblijf_id, persoon=dossier.persoon_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.verblijf_corrigeren(
            verblijf_id=rij.pk,
            versie=versie or 0,
            gegevens=form.gegevens(was=rij.gemeentecode),
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het adres is gecorrigeerd.")
        return redirect("persoon", nummer)

    return _bewerk(
        request,
        dossier,
        VerblijfCorrectieForm,
        opslaan,
        titel="Adres corrigeren",
        uitleg=_SCHUIFT_MEE,
        begin=VerblijfCorrectieForm.begin,
        rij=rij,
    )


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijfsrecht(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Verblijfsrecht")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.verblijfsrecht_vastleggen(
            persoon_id=dossier.persoon_id, door=request.user, nu=request.nu, **form.waarden()
        )
        messages.success(request, "De vergunning is vastgelegd.")
        return redirect("persoon", nummer)

    return _bewerk(request, dossier, VerblijfsrechtForm, opslaan, titel="Vergunning vastleggen")


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijfsrecht_corrigeren(
    request: Verzoek, nummer: str, verblijfsrecht_id: int
) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Verblijfsrecht corrigeren")
    rijen = Verblijfsrecht.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=verblijfsrecht_id, persoon=dossier.persoon_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plichten.verblijfsrecht_corrigeren(
            verblijfsrecht_id=rij.pk,
            versie=versie or 0,
            door=request.user,
            nu=request.nu,
            **form.waarden(),
        )
        messages.success(request, "De vergunning is gecorrigeerd.")
        return redirect("persoon", nummer)

    return _bewerk(
        request,
        dossier,
        VerblijfsrechtCorrectieForm,
        opslaan,
        titel="Vergunning corrigeren",
        begin=VerblijfsrechtCorrectieForm.begin,
        rij=rij,
    )
