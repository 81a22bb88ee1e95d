from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd, weigering
from medewerkers import services
from medewerkers.enums import Rol
from medewerkers.forms import (
    AccountFilter,
    AccountForm,
    AccountWijzigenForm,
    PartnerorganisatieForm,
)
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.policies import (
    check_code_wissen,
    check_heropenen,
    check_link_sturen,
    check_sluiten,
)
from medewerkers.queries import (
    accounts,
    andere_beheerders,
    heeft_code,
    is_afwezig,
    mensen,
    partners,
    rollen_van,
    wijzigingen,
)
from medewerkers.rechten import Recht
from medewerkers.services import Uitnodiging
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.queries.accounts import openstaand
from werkplek.services.accounts import account_sluiten

_FORMULIER = "beheer/formulier.html"
_BEWERK = require_http_methods(["GET", "POST"])


@require_GET
@vereist(Recht.BEHEER_ACCOUNTS)
def lijst(request: Verzoek) -> HttpResponse:
    form = AccountFilter(request.GET)
    form.is_valid()  # a filter that makes no sense is left out, not an error page
    keuzes = form.cleaned_data
    regels = accounts(
        op=lokale_datum(request.nu),
        zoek=keuzes.get("zoek", ""),
        rol=keuzes.get("rol", ""),
        gesloten=keuzes.get("stand") == "gesloten",
    )
    context = {"form": form, "regels": regels, "gefilterd": any(keuzes.values())}
    return render(request, "werkplek/beheer/accounts.html", context)


@require_GET
@vereist(Recht.BEHEER_ACCOUNTS)
def account(request: Verzoek, medewerker_id: int) -> HttpResponse:
    medewerker = _account(medewerker_id)
    context = {
        "account": medewerker,
        "rollen": [Rol(naam) for naam in rollen_van(medewerker)],
        "afwezig": is_afwezig(medewerker, lokale_datum(request.nu)),
        "heeft_code": heeft_code(medewerker),
        "werk": openstaand(medewerker),
        "wijzigingen": wijzigingen(medewerker),
        **_redenen(request, medewerker),
    }
    return render(request, "werkplek/beheer/account.html", context)


def _account(medewerker_id: int) -> Medewerker:
    return get_object_or_404(mensen().select_related("partnerorganisatie"), pk=medewerker_id)


def _redenen(request: Verzoek, medewerker: Medewerker) -> dict[str, str]:
    """Why a button cannot be pressed now; empty where it can."""
    return {
        "geen_sluiten": _geen_sluiten(request, medewerker),
        "geen_heropenen": weigering(check_heropenen, medewerker),
        "geen_link": weigering(check_link_sturen, medewerker),
        "geen_wissen": weigering(
            check_code_wissen, medewerker, door=request.user, heeft_code=heeft_code(medewerker)
        ),
    }


def _geen_sluiten(request: Verzoek, medewerker: Medewerker) -> str:
    werk = openstaand(medewerker)
    return weigering(
        check_sluiten,
        medewerker,
        door=request.user,
        dossiers=werk.dossiers,
        taken=werk.taken,
        andere_beheerders=andere_beheerders(medewerker),
    )


@_BEWERK
@vereist(Recht.BEHEER_ACCOUNTS)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        uitnodiging = services.uitnodigen(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        _meld_uitnodiging(request, uitnodiging)
        return redirect("account", uitnodiging.medewerker.pk)

    context = {
        "titel": "Collega uitnodigen",
        "uitleg": "De collega krijgt een e-mail met een link om zelf een wachtwoord te kiezen.",
        "knop": "Uitnodigen",
        "terug_url": reverse("accounts"),
    }
    return bewerk(request, AccountForm, opslaan=opslaan, template=_FORMULIER, context=context)


def _meld_uitnodiging(request: Verzoek, uitnodiging: Uitnodiging) -> None:
    email = uitnodiging.medewerker.email
    if uitnodiging.verstuurd:
        messages.success(request, f"De uitnodiging is verstuurd naar {email}.")
    else:
        messages.error(
            request,
            f"Het account staat klaar, maar de e-mail naar {email} kon niet worden verstuurd. "
            "Stuur de link straks opnieuw.",
        )


@_BEWERK
@vereist(Recht.BEHEER_ACCOUNTS)
def wijzigen(request: Verzoek, medewerker_id: int) -> HttpResponse:
    medewerker = _account(medewerker_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.account_wijzigen(
            medewerker_id=medewerker.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, f"Het account van {medewerker.naam} is gewijzigd.")
        return redirect("account", medewerker.pk)

    return bewerk(
        request,
        AccountWijzigenForm,
        opslaan=opslaan,
        template=_FORMULIER,
        begin=AccountWijzigenForm.begin,
        rij=medewerker,
        context={
            "titel": f"Account van {medewerker.naam}",
            "terug_url": reverse("account", args=[medewerker.pk]),
        },
    )


@_BEWERK
@vereist(Recht.BEHEER_ACCOUNTS)
def sluiten(request: Verzoek, medewerker_id: int) -> HttpResponse:
    """Ask once, saying what will happen; refuse while there is work left."""
    medewerker = _account(medewerker_id)
    if request.method == "POST":
        try:
            account_sluiten(medewerker_id=medewerker.pk, door=request.user, nu=request.nu)
        except Geweigerd as fout:
            messages.error(request, fout.reden)
        else:
            messages.success(request, f"Het account van {medewerker.naam} is gesloten.")
        return redirect("account", medewerker.pk)
    context = {
        "account": medewerker,
        "geen_sluiten": _geen_sluiten(request, medewerker),
        "gevolgen": [
            f"{medewerker.naam} kan niet meer inloggen, en is meteen overal uitgelogd.",
            "De naam blijft staan bij alles wat deze collega deed.",
            "U kunt het account later heropenen. Dan is een nieuw wachtwoord nodig.",
        ],
    }
    return render(request, "werkplek/beheer/account_sluiten.html", context)


@require_POST
@vereist(Recht.BEHEER_ACCOUNTS)
def heropenen(request: Verzoek, medewerker_id: int) -> HttpResponse:
    medewerker = _account(medewerker_id)
    try:
        uitnodiging = services.heropenen(
            medewerker_id=medewerker.pk, door=request.user, nu=request.nu
        )
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        _meld_uitnodiging(request, uitnodiging)
    return redirect("account", medewerker.pk)


@require_POST
@vereist(Recht.BEHEER_ACCOUNTS)
def link(request: Verzoek, medewerker_id: int) -> HttpResponse:
    medewerker = _account(medewerker_id)
    try:
        services.link_sturen(medewerker_id=medewerker.pk)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, f"De link is verstuurd naar {medewerker.email}.")
    return redirect("account", medewerker.pk)


@require_POST
@vereist(Recht.BEHEER_ACCOUNTS)
def code_wissen(request: Verzoek, medewerker_id: int) -> HttpResponse:
    medewerker = _account(medewerker_id)
    try:
        services.code_wissen(medewerker_id=medewerker.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, f"De code van {medewerker.naam} is gewist.")
    return redirect("account", medewerker.pk)


@require_GET
@vereist(Recht.BEHEER_ACCOUNTS)
def partnerlijst(request: Verzoek) -> HttpResponse:
    return render(request, "werkplek/beheer/partners.html", {"regels": partners()})


@_BEWERK
@vereist(Recht.BEHEER_ACCOUNTS)
def partner_nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.partnerorganisatie_toevoegen(**form.cleaned_data, door=request.user, nu=request.nu)
        messages.success(request, "De partnerorganisatie is toegevoegd.")
        return redirect("partnerorganisaties")

    context = {"titel": "Partnerorganisatie toevoegen", "terug_url": reverse("partnerorganisaties")}
    return bewerk(
        request, PartnerorganisatieForm, opslaan=opslaan, template=_FORMULIER, context=context
    )


@_BEWERK
@vereist(Recht.BEHEER_ACCOUNTS)
def partner_wijzigen(request: Verzoek, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Partnerorganisatie, pk=organisatie_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.partnerorganisatie_wijzigen(
            organisatie_id=organisatie.pk,
            versie=versie,
            **form.cleaned_data,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De partnerorganisatie is gewijzigd.")
        return redirect("partnerorganisaties")

    return bewerk(
        request,
        PartnerorganisatieForm,
        opslaan=opslaan,
        template=_FORMULIER,
        begin=PartnerorganisatieForm.begin,
        rij=organisatie,
        context={"titel": organisatie.naam, "terug_url": reverse("partnerorganisaties")},
    )
