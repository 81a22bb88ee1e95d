"""Households with everything that a payment needs, made by the services that people use."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from inburgering.enums import VerblijfsrechtSoort
from inburgering.models import Persoon
from inburgering.services.plichten import verblijfsrecht_vastleggen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from ontzorgen.enums import CrediteurSoort
from ontzorgen.models import Betaalbatch, Betaalregels, Crediteur, Uitkering, VasteLast
from ontzorgen.policies.crediteuren import CrediteurGegevens, RekeningGegevens
from ontzorgen.policies.lasten import LastGegevens
from ontzorgen.policies.perioden import Bijstand
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.bedragen import netto_vastleggen
from ontzorgen.services.bijstand import bijstand_vastleggen
from ontzorgen.services.bouwen import batch_maken, bouwen
from ontzorgen.services.crediteuren import (
    crediteur_toevoegen,
    rekening_bevestigen,
    rekening_voorstellen,
)
from ontzorgen.services.lasten import last_toevoegen
from ontzorgen.services.perioden import ontzorgen_activeren
from tests.factories import NU, MedewerkerFactory, een_dossier
from wet.ontzorgen import Lastsoort

IBANS = ("NL91ABNA0417164300", "NL69INGB0123456789", "NL44RABO0123456789", "NL20INGB0001234567")
BEGIN = date(2026, 2, 18)
"""The right to bijstand: the six months run to and including 17 August 2026."""
MAART = date(2026, 3, 1)
_reeks = count(1)


def betaalregels(**velden: Any) -> Betaalregels:
    """The municipality's account and rules; the defaults but for what you give."""
    gewoon = {
        "iban": "NL02ABNA0123456789",
        "bic": "ABNANL2A",
        "tenaamstelling": "Gemeente Westerkwartier",
    }
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        regels = Betaalregels(pk=1, **(gewoon | velden))
        regels.save()
    return regels


def een_crediteur(
    naam: str = "", *, iban: str = IBANS[0], bevestigd: bool = True, nu: datetime = NU
) -> Crediteur:
    """With an account; confirmed by a second colleague unless told otherwise."""
    een, twee = (MedewerkerFactory(rol=Rol.ADMINISTRATIE) for _ in range(2))
    crediteur = crediteur_toevoegen(
        gegevens=CrediteurGegevens(
            naam=naam or f"Wold & Waard {next(_reeks)}", soort=CrediteurSoort.VERHUURDER
        ),
        door=een,
        nu=nu,
    )
    rekening = rekening_voorstellen(
        crediteur_id=crediteur.pk,
        gegevens=RekeningGegevens(
            iban=iban, tenaamstelling=crediteur.naam, herkomst="factuur van februari"
        ),
        door=een,
        nu=nu,
    )
    if bevestigd:
        rekening_bevestigen(
            rekening_id=rekening.pk, versie=None, laatste_tekens=iban[-4:], door=twee, nu=nu
        )
    return crediteur


def een_huishouden(
    *,
    door: Medewerker,
    begin: date = BEGIN,
    netto: str = "1283.00",
    geregeld: bool = True,
    partner: Persoon | None = None,
    nu: datetime = NU,
) -> Uitkering:
    """With bijstand since `begin`, a permit, the decision and the machtiging."""
    dossier = een_dossier(consulent=door, nu=nu)
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfsrechtSoort.ASIEL_BEPAALD,
        start_op=date(2025, 1, 1),
        door=door,
        nu=nu,
    )
    uitkering = bijstand_vastleggen(
        dossier_id=dossier.pk, bijstand=Bijstand(start_op=begin), door=door, nu=nu
    )
    if geregeld:
        ontzorgen_activeren(
            periode_id=uitkering.ontzorgperiode.pk,
            versie=None,
            besluit_op=begin,
            machtiging_op=begin,
            door=door,
            nu=nu,
        )
    if netto:
        netto_vastleggen(
            uitkering_id=uitkering.pk, maand=begin, bedrag=Decimal(netto), door=door, nu=nu
        )
    return Uitkering.objects.select_related("ontzorgperiode", "inburgeraar").get(pk=uitkering.pk)


def een_last(
    uitkering: Uitkering,
    *,
    door: Medewerker,
    crediteur: Crediteur | None = None,
    soort: Lastsoort = Lastsoort.HUUR,
    bedrag: str = "612.40",
    nu: datetime = NU,
    **velden: Any,
) -> VasteLast:
    gewoon: dict[str, Any] = {
        "start_op": uitkering.start_op,
        "betalen_vanaf": MAART,
        "kenmerk": f"K{next(_reeks)}",
    }
    return last_toevoegen(
        uitkering_id=uitkering.pk,
        gegevens=LastGegevens(
            soort=soort,
            crediteur=crediteur or een_crediteur(),
            bedrag=Decimal(bedrag),
            **(gewoon | velden),
        ),
        door=door,
        nu=nu,
    )


def een_batch(*, door: Medewerker, maand: date = MAART, nu: datetime = NU) -> Betaalbatch:
    """Made and built, as the worker would."""
    return bouwen(batch_id=batch_maken(maand=maand, door=door, nu=nu).pk, nu=nu)


def tot_akkoord(batch: Betaalbatch, *, door: Medewerker, nu: datetime = NU) -> Betaalbatch:
    """Made ready by `door`, approved by as many others as it needs."""
    batch = klaarzetten(batch_id=batch.pk, versie=None, door=door, nu=nu)
    for _ in range(batch.akkoorden_nodig):
        batch = akkoord_geven(
            batch_id=batch.pk,
            versie=None,
            zegel=batch.regels_hash,
            door=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
            nu=nu,
        )
    return batch
