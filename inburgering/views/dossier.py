"""Acts on the record itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.enums import BeeindigReden, SchakelNummer
from inburgering.forms import (
    BeeindigenForm,
    PartnerForm,
    RedenForm,
    SamenvoegenForm,
    SluitenForm,
    ToewijzenForm,
    VerlengenForm,
    VoltooienForm,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Schakel, Termijn
from inburgering.queries.beheren import beheertab, wat_einde_doet
from inburgering.services import dossiers, schakels
from inburgering.services.samenvoegen import samenvoegen as voeg_samen
from inburgering.services.termijnen import verlengen as termijn_verlengen
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_BEWERK = require_http_methods(["GET", "POST"])


@require_GET
@vereist(Recht.DOSSIER_BEHEREN)
def beheren(request: Verzoek, nummer: str) -> HttpResponse:
    """Everything one can do with the record, each with the reason when it cannot be done now."""
    dossier = open_dossier(request, nummer, "Dossier beheren")
    context = {"tab": beheertab(dossier, voor=request.user, op=lokale_datum(request.nu))}
    return toon_dossier(request, dossier, "inburgering/beheren.html", context)


def _met_formulier(
    request: Verzoek,
    nummer: str,
    form: MaakFormulier,
    *,
    titel: str,
    uitleg: str,
    doe: Any,
    klaar: str,
    begin: Begin = lambda rij: {},
    rij: Rij | None = None,
    gevolgen: Callable[[Inburgeraar], Sequence[str]] = lambda dossier: (),
) -> HttpResponse:
    """A page with one form for one act on the record; `doe(dossier, form, versie)` does it.

    `rij` is what the act changes, when that is not the record itself. `gevolgen` says beforehand
    what will happen, `klaar` afterwards what did.
    """
    dossier = open_dossier(request, nummer, titel)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        doe(dossier, ingevuld.cleaned_data, versie)
        messages.success(request, klaar)
        zichtbaar = Inburgeraar.objects.zichtbaar_voor(request.user).filter(pk=dossier.pk).exists()
        return redirect("beheren", nummer) if zichtbaar else redirect("start")

    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=begin,
        rij=rij or dossier,
        context=dossiercontext(request, dossier)
        | {
            "titel": titel,
            "uitleg": uitleg,
            "terug": "beheren",
            "knop": titel,
            "gevolgen": gevolgen(dossier),
        },
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def toewijzen(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.toewijzen(
            dossier_id=dossier.pk, versie=versie, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        ToewijzenForm,
        titel="Toewijzen",
        uitleg="De taken van dit dossier komen op de werkvoorraad van deze consulent.",
        doe=doe,
        klaar="Het dossier is toegewezen.",
        begin=lambda dossier: {"consulent": dossier.consulent_id},
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def partner(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.partner_toewijzen(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        PartnerForm,
        titel="Aan partner toewijzen",
        uitleg="Medewerkers van de partner zien dan de contactgegevens, het gezin en het adres.",
        doe=doe,
        klaar="De partner is opgeslagen.",
        begin=lambda dossier: {"partner": dossier.partner_id},
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def opschorten(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.opschorten(
            dossier_id=dossier.pk, versie=versie, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        RedenForm,
        titel="Opschorten",
        uitleg="Termijnen en taken staan stil tot u het dossier hervat.",
        doe=doe,
        klaar="Het dossier is opgeschort.",
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def hervatten(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.hervatten(
            dossier_id=dossier.pk, versie=versie, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        RedenForm,
        titel="Hervatten",
        uitleg="De termijnen lopen verder met hun oude datums, tot DUO nieuwe datums geeft.",
        doe=doe,
        klaar="Het dossier loopt weer.",
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def voltooien(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.voltooien(
            dossier_id=dossier.pk, versie=versie, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        VoltooienForm,
        titel="Voltooien",
        uitleg="DUO besloot dat aan de plicht is voldaan. Dat besluit geldt, ook als hier nog iets "
        "open staat.",
        doe=doe,
        klaar="Het dossier is voltooid.",
        gevolgen=partial(wat_einde_doet, voltooid=True),
    )


@_BEWERK
@vereist(Recht.PLICHT_VASTLEGGEN)
def verlengen(request: Verzoek, nummer: str, termijn_id: int) -> HttpResponse:
    """DUO extended the three years."""
    rijen = Termijn.objects.zichtbaar_voor(request.user)
    termijn = get_object_or_404(rijen, pk=termijn_id, inburgeraar__dossiernummer=nummer)

    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        termijn_verlengen(
            termijn_id=termijn.pk, versie=versie or 0, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        VerlengenForm,
        titel="Termijn verlengen",
        uitleg=f"De laatste dag is nu {termijn.eind_op:%d-%m-%Y}.",
        doe=doe,
        klaar="De nieuwe laatste dag is vastgelegd.",
        rij=termijn,
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def beeindigen(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.beeindigen(
            dossier_id=dossier.pk,
            versie=versie,
            reden=BeeindigReden(invoer["reden"]),
            op=invoer["op"],
            toelichting=invoer["toelichting"],
            door=request.user,
            nu=request.nu,
        )

    return _met_formulier(
        request,
        nummer,
        BeeindigenForm,
        titel="Beëindigen",
        uitleg="Het dossier blijft te lezen.",
        doe=doe,
        klaar="Het dossier is beëindigd.",
        gevolgen=wat_einde_doet,
    )


@_BEWERK
@vereist(Recht.GESLOTEN_DOSSIERS)
def sluiten(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.sluiten_voor_anderen(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **invoer
        )

    return _met_formulier(
        request,
        nummer,
        SluitenForm,
        titel="Sluiten voor anderen",
        uitleg="Alleen wie u hier noemt, ziet dit dossier nog. Het telt zonder naam mee.",
        doe=doe,
        klaar="Alleen wie u noemde, ziet dit dossier nog.",
        begin=lambda dossier: {
            "medewerkers": list(dossier.toegangen.values_list("medewerker", flat=True))
        },
    )


@_BEWERK
@vereist(Recht.GESLOTEN_DOSSIERS)
def openstellen(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        dossiers.openstellen(dossier_id=dossier.pk, door=request.user, nu=request.nu, **invoer)

    return _met_formulier(
        request,
        nummer,
        RedenForm,
        titel="Openstellen",
        uitleg="Het hele team ziet dit dossier weer.",
        doe=doe,
        klaar="Het hele team ziet dit dossier weer.",
    )


@_BEWERK
@vereist(Recht.DOSSIER_SAMENVOEGEN)
def samenvoegen(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        zichtbaar = Inburgeraar.objects.zichtbaar_voor(request.user)
        ander = zichtbaar.filter(dossiernummer=invoer["dossiernummer"].strip()).first()
        if ander is None:
            raise Geweigerd("Dit dossiernummer is niet gevonden.", veld="dossiernummer")
        voeg_samen(
            dossier_id=dossier.pk,
            verdwijnt_id=ander.pk,
            reden=invoer["reden"],
            door=request.user,
            nu=request.nu,
        )

    return _met_formulier(
        request,
        nummer,
        SamenvoegenForm,
        titel="Samenvoegen",
        uitleg="Voor twee dossiers van dezelfde persoon.",
        doe=doe,
        klaar="De dossiers zijn samengevoegd.",
    )


@_BEWERK
@vereist(Recht.DOSSIER_BEHEREN)
def schakel(request: Verzoek, nummer: str, schakelnummer: int, wat: str) -> HttpResponse:
    """Reopen a link, or declare that it does not apply."""
    acts = {
        "heropenen": (schakels.heropenen, "heropenen", "heropend"),
        "niet-van-toepassing": (
            schakels.niet_van_toepassing_verklaren,
            "niet van toepassing verklaren",
            "niet van toepassing",
        ),
    }
    if wat not in acts or schakelnummer not in SchakelNummer.values:
        raise Http404
    act, woorden, nu_is = acts[wat]
    rijen = Schakel.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, inburgeraar__dossiernummer=nummer, nummer=schakelnummer)

    def doe(dossier: Inburgeraar, invoer: dict[str, Any], versie: int | None) -> None:
        act(
            dossier_id=dossier.pk,
            nummer=SchakelNummer(rij.nummer),
            door=request.user,
            nu=request.nu,
            reden=invoer["reden"],
        )

    return _met_formulier(
        request,
        nummer,
        RedenForm,
        titel=f"Schakel {rij.nummer} {woorden}",
        uitleg=f"{rij.get_nummer_display()} is nu {str(rij.get_status_display()).lower()}.",
        doe=doe,
        klaar=f"Schakel {rij.nummer} is {nu_is}.",
    )
