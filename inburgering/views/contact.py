"""Contacts, notes, appointments, documents, own tasks, drafts."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.agenda import SOORT, als_agenda
from inburgering.bewerken import bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.enums import AfspraakSoort, ContactSoort, DocumentSoort
from inburgering.forms import (
    AfspraakForm,
    ContactForm,
    DocumentForm,
    NotitieForm,
    RedenForm,
    TaakForm,
    TaakGevenForm,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Afspraak, Document, Taak
from inburgering.queries.contact import contacttab, documenten_van
from inburgering.services import contacten, taakwerk
from inburgering.services.documenten import document_toevoegen, lees
from inburgering.services.sporen import concept_bewaren, concept_weg, raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import ingelogd, vereist
from medewerkers.verzoek import Verzoek

_FORMULIER = "inburgering/formulier.html"
_BEWERK = require_http_methods(["GET", "POST"])


@require_GET
@vereist(Recht.CONTACT)
def contact(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Contact")
    return toon_dossier(request, dossier, "inburgering/contact.html", {"tab": contacttab(dossier)})


@_BEWERK
@vereist(Recht.CONTACT)
def notitie(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Notitie schrijven")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        contacten.notitie_schrijven(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )
        messages.success(request, "De notitie is opgeslagen.")
        return redirect("contact", nummer)

    context = dossiercontext(request, dossier) | {"titel": "Notitie schrijven", "terug": "contact"}
    return bewerk(request, NotitieForm, opslaan=opslaan, template=_FORMULIER, context=context)


@_BEWERK
@vereist(Recht.CONTACT)
def contactmoment(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Contact vastleggen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        contacten.contact_vastleggen(
            dossier_id=dossier.pk,
            soort=ContactSoort(waarden.pop("soort")),
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "Het contact is vastgelegd.")
        return redirect("contact", nummer)

    context = dossiercontext(request, dossier) | {"titel": "Contact vastleggen", "terug": "contact"}
    return bewerk(request, ContactForm, opslaan=opslaan, template=_FORMULIER, context=context)


@_BEWERK
@vereist(Recht.CONTACT)
def afspraak(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Afspraak maken")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = {k: w for k, w in form.cleaned_data.items() if k not in ("datum", "tijd")}
        contacten.afspraak_maken(
            dossiers=[dossier.pk],
            soort=AfspraakSoort(waarden.pop("soort")),
            door=request.user,
            nu=request.nu,
            consulent=request.user,
            **waarden,
        )
        messages.success(request, "De afspraak staat gepland.")
        return redirect("contact", nummer)

    context = dossiercontext(request, dossier) | {"titel": "Afspraak maken", "terug": "contact"}
    return bewerk(request, AfspraakForm, opslaan=opslaan, template=_FORMULIER, context=context)


@_BEWERK
@vereist(Recht.CONTACT)
def afspraak_afzeggen(request: Verzoek, nummer: str, afspraak_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Afspraak afzeggen")
    rijen = Afspraak.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=afspraak_id, dossiers=dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        contacten.afspraak_afzeggen(
            afspraak_id=rij.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )
        messages.success(request, "De afspraak is afgezegd.")
        return redirect("contact", nummer)

    context = dossiercontext(request, dossier) | {"titel": "Afspraak afzeggen", "terug": "contact"}
    return bewerk(request, RedenForm, opslaan=opslaan, template=_FORMULIER, context=context)


@require_GET
@vereist(Recht.CONTACT)
def afspraak_agenda(request: Verzoek, nummer: str, afspraak_id: int) -> HttpResponse:
    """The appointment as a file for one's own calendar."""
    dossier = open_dossier(request, nummer, "Afspraak naar agenda")
    rijen = Afspraak.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=afspraak_id, dossiers=dossier)
    url = request.build_absolute_uri(reverse("contact", args=[nummer]))
    inhoud = als_agenda(rij, dossiernummer=nummer, url=url, nu=request.nu)
    naam = f'attachment; filename="afspraak-{rij.pk}.ics"'
    return HttpResponse(inhoud, content_type=SOORT, headers={"Content-Disposition": naam})


@_BEWERK
@vereist(Recht.DOCUMENTEN)
def documenten(request: Verzoek, nummer: str) -> HttpResponse:
    """The files on a dossier, and the form to add one."""
    dossier = open_dossier(request, nummer, "Documenten")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        document_toevoegen(
            dossier_id=dossier.pk,
            soort=DocumentSoort(form.cleaned_data["soort"]),
            titel=form.cleaned_data["titel"],
            bestandsnaam=bestand.name,
            inhoud=bestand.read(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het document is toegevoegd.")
        return redirect("documenten", nummer)

    context = dossiercontext(request, dossier) | {"documenten": documenten_van(dossier)}
    return bewerk(
        request,
        DocumentForm,
        opslaan=opslaan,
        template="inburgering/documenten.html",
        context=context,
    )


@require_GET
@vereist(Recht.DOCUMENTEN)
def document(request: Verzoek, nummer: str, document_id: int) -> HttpResponse:
    """The file itself, verified against its hash: a letter opens, another kind is saved."""
    rijen = Document.objects.zichtbaar_voor(request.user).select_related("inburgeraar")
    rij = get_object_or_404(rijen, pk=document_id, inburgeraar__dossiernummer=nummer)
    raadplegen(
        dossier=rij.inburgeraar, onderdeel="Document", medewerker=request.user, nu=request.nu
    )
    antwoord = HttpResponse(lees(rij), content_type=rij.mime)
    bewaren = rij.mime != "application/pdf"
    antwoord["Content-Disposition"] = content_disposition_header(bewaren, rij.bestandsnaam) or ""
    return antwoord


@_BEWERK
@vereist(Recht.TAKEN)
def taak(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taak toevoegen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        taakwerk.taak_toevoegen(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )
        messages.success(request, "De taak is toegevoegd.")
        return redirect("start")

    context = dossiercontext(request, dossier) | {"titel": "Taak toevoegen", "terug": "persoon"}
    return bewerk(request, TaakForm, opslaan=opslaan, template=_FORMULIER, context=context)


def _taak(request: Verzoek, taak_id: int) -> Taak:
    rijen = Taak.objects.zichtbaar_voor(request.user).select_related("inburgeraar__persoon")
    return get_object_or_404(rijen, pk=taak_id)


@_BEWERK
@vereist(Recht.TAKEN)
def taak_geven(request: Verzoek, taak_id: int) -> HttpResponse:
    """Hand a task on to a colleague, with a note."""
    rij = _taak(request, taak_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        taakwerk.taak_geven(taak_id=rij.pk, door=request.user, nu=request.nu, **form.cleaned_data)
        messages.success(request, "De taak is doorgegeven.")
        return redirect("start")

    return bewerk(
        request,
        partial(TaakGevenForm, taak=rij),
        opslaan=opslaan,
        template="inburgering/taak_geven.html",
        context={"taak": rij, "geen_oppakken": taakwerk.geen_taak_geven(rij, aan=request.user)},
    )


@require_POST
@vereist(Recht.TAKEN)
def taak_oppakken(request: Verzoek, taak_id: int) -> HttpResponse:
    rij = _taak(request, taak_id)
    return _doe(
        request,
        lambda: taakwerk.taak_geven(
            taak_id=rij.pk, aan=request.user, door=request.user, nu=request.nu
        ),
    )


@require_POST
@vereist(Recht.TAKEN)
def taak_afdoen(request: Verzoek, taak_id: int) -> HttpResponse:
    rij = _taak(request, taak_id)
    return _doe(
        request, lambda: taakwerk.taak_afdoen(taak_id=rij.pk, door=request.user, nu=request.nu)
    )


def _doe(request: Verzoek, act: Any) -> HttpResponse:
    try:
        act()
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("start")


@require_POST
@ingelogd
def concept(request: Verzoek) -> HttpResponse:
    """Autosave: what somebody is typing on the page `pad`, kept for that person alone."""
    pad = request.GET.get("pad", "")
    if not _eigen_pad(pad):
        return HttpResponseBadRequest()
    velden = {naam: waarden for naam, waarden in request.POST.lists() if "password" not in naam}
    concept_bewaren(medewerker=request.user, pad=pad, velden=velden, nu=request.nu)
    return HttpResponse(status=204)


@require_POST
@ingelogd
def concept_wissen(request: Verzoek) -> HttpResponse:
    """Start clean: throw away what was kept for this page."""
    pad = request.GET.get("pad", "")
    if not _eigen_pad(pad):
        return HttpResponseBadRequest()
    concept_weg(medewerker=request.user, pad=pad)
    return redirect(pad)


def _eigen_pad(pad: str) -> bool:
    return pad.startswith("/") and url_has_allowed_host_and_scheme(pad, allowed_hosts=None)
