"""Keeping the rules by which this municipality pays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from ontzorgen.iban import Rekeningnummer, lees_iban
from ontzorgen.models import Betaalregels
from ontzorgen.policies.betaalregels import BetaalregelsGegevens, check_betaalregels
from ontzorgen.queries.rekeningen import crediteuren_met
from ontzorgen.sepa import sepa_tekst
from ontzorgen.services.grendel import betaalgrendel


def betaalregels_wijzigen(
    *, versie: int | None, gegevens: BetaalregelsGegevens, door: Medewerker, nu: datetime
) -> Betaalregels:
    """The first time the row is made; who saved a first form second gives `versie` 0.

    A batch that was sealed under other rules is offered only after it was taken back and built
    again.
    """
    nummer = lees_iban(gegevens.iban)
    naam = sepa_tekst(gegevens.tenaamstelling, 70)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        ander = crediteuren_met(nummer.iban)
        check_betaalregels(
            gegevens,
            nummer=nummer,
            naam_op_bestand=naam,
            bij_crediteur=ander[0].naam if ander else "",
        )
        bestaat = Betaalregels.objects.filter(pk=1).exists()
        rij = act.vergrendel(Betaalregels, 1, versie=versie) if bestaat else Betaalregels()
        _zet(rij, replace(gegevens, tenaamstelling=naam), nummer)
    return rij


def _zet(rij: Betaalregels, gegevens: BetaalregelsGegevens, nummer: Rekeningnummer) -> None:
    for veld, waarde in vars(gegevens).items():
        setattr(rij, veld, waarde)
    rij.iban, rij.bic = nummer.iban, nummer.bic
    rij.volgorde = [soort.value for soort in gegevens.volgorde]
    rij.save()
