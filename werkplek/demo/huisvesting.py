"""What OOV has on its desk in the demo: free homes, expected family, a note, an unfinished form."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.urls import reverse

from inburgering.models import Inburgeraar
from inburgering.services.sporen import concept_bewaren
from medewerkers.models import Medewerker
from overdracht.models import Overdracht, OverdrachtStatus, Woning, WoningStatus
from overdracht.services.begeleiding import medische_notitie_schrijven
from overdracht.services.nareis import NareisGegevens, nareis_aankondigen
from overdracht.services.woningen import WoningGegevens, woning_aanbieden

_CORPORATIE = "Wold & Waard"
# street, number, postcode, place, bedrooms, ground floor, wheelchair, temporary, key in days
_VRIJ = (
    ("Tolberterstraat", "14", "9351 BG", "Leek", 2, False, False, False, 12),
    ("Zuiderweg", "203", "9356 AB", "Tolbert", 4, False, False, False, 30),
    ("Hoofdstraat", "61 a", "9843 BC", "Grijpskerk", 1, True, True, False, 5),
    ("Fanerweg", "9", "9801 TL", "Zuidhorn", 3, True, False, False, 45),
    ("Oosterweg", "2 k4", "9363 EA", "Marum", 1, True, False, True, 2),
)
_NAREIS = (
    (4, "echtgenote en drie kinderen", 40),
    (1, "echtgenoot", -3),
    (2, "ouders", None),
)


def vul_bureau(*, oov: Medewerker, consulent: Medewerker, op: date, nu: datetime) -> None:
    """Twice is once: a list of homes that is there already is left alone."""
    if Woning.objects.filter(status=WoningStatus.VRIJ).exists():
        return
    _woningen(oov, op, nu)
    _nareizen(consulent, op, nu)
    _notitie(oov, nu)
    _concept(oov, op, nu)


def _woningen(oov: Medewerker, op: date, nu: datetime) -> None:
    for straat, nummer, postcode, plaats, kamers, grond, rolstoel, tijdelijk, dagen in _VRIJ:
        gegevens = WoningGegevens(
            straat=straat,
            huisnummer=nummer,
            postcode=postcode,
            plaats=plaats,
            corporatie=_CORPORATIE,
            kamers=kamers,
            begane_grond=grond,
            rolstoel=rolstoel,
            tijdelijk=tijdelijk,
            sleutel_op=op + timedelta(days=dagen),
        )
        woning_aanbieden(gegevens=gegevens, door=oov, nu=nu)


def _nareizen(consulent: Medewerker, op: date, nu: datetime) -> None:
    bij = Inburgeraar.objects.filter(
        status="actief", gesloten=False, persoon__overgedragen__isnull=False
    )
    for dossier, (aantal, wie, dagen) in zip(bij.order_by("-pk"), _NAREIS, strict=False):
        verwacht_op = op + timedelta(days=dagen) if dagen is not None else None
        nareis_aankondigen(
            dossier_id=dossier.pk,
            gegevens=NareisGegevens(aantal=aantal, wie=wie, verwacht_op=verwacht_op),
            door=consulent,
            nu=nu,
        )


def _notitie(oov: Medewerker, nu: datetime) -> None:
    """At the handover that runs longest; with none that runs, at the last one."""
    loopt = [OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT]
    rijen = Overdracht.objects.exclude(status=OverdrachtStatus.INGETROKKEN)
    overdracht = rijen.filter(status__in=loopt).first() or rijen.last()
    if overdracht is not None:
        medische_notitie_schrijven(
            overdracht_id=overdracht.pk,
            tekst="Gebruikt een rollator. Heeft elke week fysiotherapie nodig.",
            door=oov,
            nu=nu,
        )


def _concept(oov: Medewerker, op: date, nu: datetime) -> None:
    concept_bewaren(
        medewerker=oov,
        pad=reverse("overdracht-nieuw"),
        velden={
            "azc": ["AZC Sneek"],
            "koppeling_op": [f"{op:%d-%m-%Y}"],
            "personen-TOTAL_FORMS": ["1"],
            "personen-INITIAL_FORMS": ["0"],
            "personen-0-achternaam": ["Haile"],
            "personen-0-rol": ["referent"],
        },
        nu=nu,
    )
