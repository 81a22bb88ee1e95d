from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.enums import VerblijfsrechtSoort, VerblijfSoort
from inburgering.forms import (
    GezinslidForm,
    NieuwDossierForm,
    PersoonForm,
    PlichtForm,
    VerblijfForm,
    VerblijfsrechtForm,
)
from inburgering.models import Plicht
from inburgering.queries.personen import persoonstab
from inburgering.services.aanmelden import gezinslid_aanmelden, migrant_aanmelden
from inburgering.services.personen import persoon_wijzigen
from inburgering.services.plichten import (
    plicht_corrigeren,
    plicht_vastleggen,
    verblijf_vastleggen,
    verblijfsrecht_vastleggen,
)
from inburgering.services.sporen import raadplegen
from medewerkers.models import Gemeente
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_FORMULIER = "inburgering/formulier.html"
_BEWERK = require_http_methods(["GET", "POST"])


@require_GET
@vereist(Recht.PERSOON_ZIEN, Recht.PERSOON_CONTACT)
def persoon(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Persoon & gezin")
    volledig = request.user.heeft(Recht.PERSOON_ZIEN)
    context = {"tab": persoonstab(dossier, voor=request.user), "volledig": volledig}
    return toon_dossier(request, dossier, "inburgering/persoon.html", context)


@require_POST
@vereist(Recht.BSN_TONEN)
def bsn(request: Verzoek, nummer: str) -> HttpResponse:
    """Show the BSN in full, once, and log that it was asked for."""
    dossier = open_dossier(request, nummer, "BSN")
    raadplegen(dossier=dossier, onderdeel="BSN voluit", medewerker=request.user, nu=request.nu)
    context = {
        "tab": persoonstab(dossier, voor=request.user),
        "volledig": True,
        "bsn": dossier.persoon.bsn,
    }
    return toon_dossier(request, dossier, "inburgering/persoon.html", context)


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def wijzigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Persoon wijzigen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        persoon_wijzigen(
            persoon_id=dossier.persoon_id,
            versie=versie or 0,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De gegevens zijn opgeslagen.")
        return redirect("persoon", nummer)

    return bewerk(
        request,
        PersoonForm,
        opslaan=opslaan,
        template=_FORMULIER,
        begin=PersoonForm.begin,
        rij=dossier.persoon,
        context=dossiercontext(request, dossier) | {"titel": "Persoon wijzigen", "terug": "persoon"},
    )


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def nieuw_dossier(request: Verzoek) -> HttpResponse:
    """A gezins- of overige migrant reports directly: no handover, no housing by the municipality."""

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
        rol, start_op = form.rol(), form.cleaned_data["start_op"]
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

    return bewerk(
        request,
        GezinslidForm,
        opslaan=opslaan,
        template=_FORMULIER,
        context=dossiercontext(request, dossier) | {"titel": "Gezinslid toevoegen", "terug": "persoon"},
    )


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def plicht(request: Verzoek, nummer: str) -> HttpResponse:
    """Record DUO's determination, or correct it: the ten weeks follow in the same act."""
    dossier = open_dossier(request, nummer, "Inburgeringsplicht")
    huidig = Plicht.objects.filter(inburgeraar=dossier).first()

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        wie = {"gegevens": form.gegevens(), "door": request.user, "nu": request.nu}
        if huidig is None:
            plicht_vastleggen(dossier_id=dossier.pk, **wie)
        else:
            reden = form.cleaned_data["reden"]
            plicht_corrigeren(plicht_id=huidig.pk, versie=versie or 0, reden=reden, **wie)
        messages.success(request, "De inburgeringsplicht is vastgelegd.")
        return redirect("persoon", nummer)

    return bewerk(
        request,
        PlichtForm,
        opslaan=opslaan,
        template=_FORMULIER,
        begin=PlichtForm.begin,
        rij=huidig,
        context=dossiercontext(request, dossier)
        | {"titel": "Inburgeringsplicht volgens DUO", "terug": "persoon"},
    )


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijf(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Adres")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        eigen, soort = waarden.pop("eigen_gemeente"), VerblijfSoort(waarden.pop("soort"))
        verblijf_vastleggen(
            persoon_id=dossier.persoon_id,
            soort=soort,
            gemeentecode=Gemeente.objects.get().code if eigen else "",
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "Het adres is vastgelegd.")
        return redirect("persoon", nummer)

    return bewerk(
        request,
        VerblijfForm,
        opslaan=opslaan,
        template=_FORMULIER,
        context=dossiercontext(request, dossier) | {"titel": "Nieuw adres", "terug": "persoon"},
    )


@_BEWERK
@vereist(Recht.PERSOON_WIJZIGEN)
def verblijfsrecht(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Verblijfsrecht")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        verblijfsrecht_vastleggen(
            persoon_id=dossier.persoon_id,
            soort=VerblijfsrechtSoort(waarden.pop("soort")),
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "Het verblijfsrecht is vastgelegd.")
        return redirect("persoon", nummer)

    return bewerk(
        request,
        VerblijfsrechtForm,
        opslaan=opslaan,
        template=_FORMULIER,
        context=dossiercontext(request, dossier)
        | {"titel": "Verblijfsrecht vastleggen", "terug": "persoon"},
    )
