"""Households whose costs are paid: one that is short, one that waits for an allowance, one whose
payment came back, one in its last month, and one that goes on of its own will.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from inburgering.enums import DossierStatus
from inburgering.services.taken import taken_achteraf
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingSoort, EindeReden, OntzorgStatus, TekortOplossing, ToeslagSoort
from ontzorgen.models import (
    Betaalbatch,
    Betaalregels,
    Betaling,
    Crediteur,
    Ontzorgperiode,
    Tekort,
    Uitkering,
    VasteLast,
)
from ontzorgen.policies.lasten import LastGegevens
from ontzorgen.policies.toeslagen import ToeslagGegevens
from ontzorgen.policies.voortzetting import VoortzettingGegevens
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import betaald_boeken, storno_vastleggen
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.bedragen import netto_vastleggen
from ontzorgen.services.bouwen import batch_maken, bouwen
from ontzorgen.services.lasten import (
    bedrag_wijzigen,
    last_toevoegen,
    last_weglaten,
    laten_meekijken,
    overdragen,
)
from ontzorgen.services.tekorten import tekort_oplossen
from ontzorgen.services.toeslagen import toeslag_aanvragen, toeslag_ontvangen
from ontzorgen.services.verzoeken import herstellen
from ontzorgen.services.voortzetting import voortzetten
from werkplek.demo.crediteuren import STROOM, ZORG
from werkplek.demo.namen import CORPORATIE
from wet.datums import EEN_DAG, maanden_na
from wet.ontzorgen import Lastsoort

HUIS_BEGINNEN = (175, 200, 225, 250, 262, 274)
"""Days since their koppeling of households that a small demo gets for this."""
_NODIG = 4
_LAATSTE_MAAND = timedelta(days=45)
_HUUR, _STROOM, _ZORG = Decimal("598.75"), Decimal("165.00"), Decimal("142.50")
_DEEL = Decimal("60.00")
_SAMEN, _ALLEEN = Decimal("1750.00"), Decimal("1283.00")
_MAKERS = (
    (Lastsoort.HUUR, CORPORATIE, _HUUR),
    (Lastsoort.ENERGIE_EN_WATER, STROOM, _STROOM),
    (Lastsoort.ZORGVERZEKERING, ZORG, _ZORG),
)


@dataclass(frozen=True, kw_only=True)
class _Kantoor:
    """Two colleagues of the administration, the first of this month, and the day it was paid."""

    administratie: Medewerker
    collega: Medewerker
    nu: datetime
    betaald: datetime

    @property
    def wie(self) -> dict[str, Any]:
        return {"door": self.administratie, "nu": self.nu}

    @property
    def toen(self) -> dict[str, Any]:
        return {"door": self.administratie, "nu": self.betaald}

    @property
    def maand(self) -> date:
        return self.nu.date().replace(day=1)


def genoeg_huishoudens(op: date) -> bool:
    """Whether the stories told so far have enough households to show everything."""
    perioden = _lopend(op)
    laatste = any(periode.eind_op - op <= _LAATSTE_MAAND for periode in perioden)
    return len(perioden) >= _NODIG and laatste


def vul_lasten(
    *,
    administratie: Medewerker,
    collega: Medewerker,
    huishouden: Callable[[int, date], None],
    nu: datetime,
) -> None:
    """After the stories. `huishouden` tells one more, from a day. Twice is once."""
    if VasteLast.objects.exists():
        return
    op = nu.date()
    for nummer, dagen in enumerate(HUIS_BEGINNEN, start=1):
        if not genoeg_huishoudens(op):
            huishouden(nummer, op - timedelta(days=dagen))
    perioden = _lopend(op)[:_NODIG]
    if len(perioden) < _NODIG:
        return
    kantoor = _Kantoor(
        administratie=administratie, collega=collega, nu=nu, betaald=nu - timedelta(days=21)
    )
    laatste, kort, wacht, terug = perioden
    with taken_achteraf(**kantoor.wie):
        _laatste_maand(laatste, kantoor)
        _te_kort(kort, kantoor)
        _wacht_op_toeslag(wacht, kantoor)
        _lasten(terug, kantoor)
        _zet_voort(kantoor)
        _betaal(kantoor)
        _na_de_betaling(kort, wacht, terug, kantoor)


def _lopend(op: date) -> Sequence[Ontzorgperiode]:
    """Arranged since at least three weeks, what ends first in front."""
    rijen = Ontzorgperiode.objects.filter(
        status=OntzorgStatus.ACTIEF,
        start_op__lte=op - timedelta(days=40),
        uitkering__inburgeraar__status=DossierStatus.ACTIEF,
        uitkering__inburgeraar__gesloten=False,
    )
    return list(rijen.select_related("uitkering__inburgeraar").order_by("eind_op", "pk"))


def _lasten(
    periode: Ontzorgperiode, kantoor: _Kantoor, *, zonder: Lastsoort | None = None
) -> dict[Lastsoort, VasteLast]:
    """Rent, energy and insurance from this month on, and what comes in."""
    uitkering = periode.uitkering
    _netto(periode, kantoor, _SAMEN if periode.partner_id else _ALLEEN)
    return {
        soort: last_toevoegen(
            uitkering_id=uitkering.pk,
            gegevens=LastGegevens(
                soort=soort,
                crediteur=Crediteur.objects.get(naam=naam),
                kenmerk=f"{soort.value[:2].upper()}-{uitkering.inburgeraar.dossiernummer[-4:]}",
                bedrag=bedrag,
                start_op=uitkering.start_op,
                betalen_vanaf=kantoor.maand,
            ),
            **kantoor.toen,
        )
        for soort, naam, bedrag in _MAKERS
        if soort is not zonder
    }


def _netto(periode: Ontzorgperiode, kantoor: _Kantoor, bedrag: Decimal) -> None:
    for maand in (kantoor.maand - EEN_DAG, kantoor.maand):
        netto_vastleggen(
            uitkering_id=periode.uitkering_id, maand=maand, bedrag=bedrag, **kantoor.toen
        )


def _laatste_maand(periode: Ontzorgperiode, kantoor: _Kantoor) -> None:
    lasten = _lasten(periode, kantoor)
    huur, stroom = lasten[Lastsoort.HUUR], lasten[Lastsoort.ENERGIE_EN_WATER]
    laten_meekijken(last_id=stroom.pk, versie=None, **kantoor.toen)
    overdragen(last_id=huur.pk, versie=None, vanaf=maanden_na(kantoor.maand, 1), **kantoor.wie)


def _te_kort(periode: Ontzorgperiode, kantoor: _Kantoor) -> None:
    """The rent is paid, energy in part, the insurance not."""
    _lasten(periode, kantoor)
    regels = Betaalregels.objects.get()
    bodem = regels.leefgeld_samen_bedrag if periode.partner_id else regels.leefgeld_alleen_bedrag
    _netto(periode, kantoor, _HUUR + _DEEL + bodem)


def _wacht_op_toeslag(periode: Ontzorgperiode, kantoor: _Kantoor) -> None:
    lasten = _lasten(periode, kantoor, zonder=Lastsoort.ENERGIE_EN_WATER)
    uitkering_id, op = periode.uitkering_id, kantoor.nu.date()
    last_weglaten(
        uitkering_id=uitkering_id,
        soort=Lastsoort.ENERGIE_EN_WATER,
        start_op=periode.start_op,
        reden="De huur is inclusief gas, water en stroom.",
        **kantoor.toen,
    )
    bedrag_wijzigen(
        last_id=lasten[Lastsoort.HUUR].pk,
        versie=None,
        vanaf=maanden_na(kantoor.maand, 1),
        bedrag=Decimal("613.70"),
        **kantoor.wie,
    )
    ontvangen = None
    for soort, bedrag, dagen in (
        (ToeslagSoort.HUUR, Decimal("286.00"), 18),
        (ToeslagSoort.ZORG, Decimal("131.00"), 38),
    ):
        ontvangen = toeslag_aanvragen(
            uitkering_id=uitkering_id,
            gegevens=ToeslagGegevens(
                soort=soort,
                aangevraagd_op=op - timedelta(days=dagen),
                vanaf_op=(op - timedelta(days=dagen)).replace(day=1),
                bedrag=bedrag,
            ),
            **kantoor.wie,
        )
    assert ontvangen is not None  # two were asked for
    toeslag_ontvangen(
        toeslag_id=ontvangen.pk, versie=None, op=op - timedelta(days=2), **kantoor.wie
    )


def _zet_voort(kantoor: _Kantoor) -> None:
    """Somebody whose months are over long since, from this month on."""
    periode = (
        Ontzorgperiode.objects.filter(
            status=OntzorgStatus.BEEINDIGD,
            reden_einde=EindeReden.PERIODE,
            eind_op__lt=kantoor.maand,
            uitkering__eind_op=None,
            uitkering__inburgeraar__status=DossierStatus.ACTIEF,
            uitkering__inburgeraar__gesloten=False,
        )
        .select_related("uitkering__inburgeraar")
        .order_by("-eind_op", "pk")
        .first()
    )
    if periode is None:
        return
    getekend = kantoor.betaald.date() - timedelta(days=1)
    begin = max(kantoor.maand, maanden_na(getekend.replace(day=1), 1))
    voortzetten(
        uitkering_id=periode.uitkering_id,
        gegevens=VoortzettingGegevens(
            start_op=begin,
            eind_op=maanden_na(begin, 3) - EEN_DAG,
            overeenkomst_op=getekend,
            overeenkomst_partner_op=getekend if periode.partner_id else None,
            reden="Vraagt zelf om nog drie maanden hulp: het budget is net rond.",
        ),
        **kantoor.toen,
    )
    _lasten(periode, kantoor)


def _betaal(kantoor: _Kantoor) -> Betaalbatch:
    """The payments of this month, made three weeks ago, approved by a colleague, and booked."""
    wie = kantoor.toen
    batch_id = bouwen(batch_id=batch_maken(maand=kantoor.maand, **wie).pk, nu=wie["nu"]).pk
    batch = klaarzetten(batch_id=batch_id, versie=None, **wie)
    akkoord_geven(
        batch_id=batch_id,
        versie=None,
        zegel=batch.regels_hash,
        door=kantoor.collega,
        nu=kantoor.betaald,
    )
    aanbieden(batch_id=batch_id, versie=None, **wie)
    geboekt = batch.verwerken_op
    return betaald_boeken(batch_id=batch_id, versie=None, op=geboekt, **kantoor.wie)


def _na_de_betaling(
    kort: Ontzorgperiode, wacht: Ontzorgperiode, terug: Ontzorgperiode, kantoor: _Kantoor
) -> None:
    """A shortfall that was solved, one payment that came back, and one that is made good."""
    tekort = Tekort.objects.get(
        last__uitkering=kort.uitkering_id, last__soort=Lastsoort.ZORGVERZEKERING.value
    )
    tekort_oplossen(
        last_id=tekort.last_id,
        maand=tekort.maand,
        oplossing=TekortOplossing.BIJZONDER,
        toelichting="Eenmalig uit de bijzondere bijstand betaald.",
        **kantoor.wie,
    )
    _kwam_terug(terug.uitkering, Lastsoort.HUUR, kantoor)
    betaling = _kwam_terug(wacht.uitkering, Lastsoort.ZORGVERZEKERING, kantoor)
    herstellen(
        betaling_id=betaling.pk,
        reden="De verzekeraar kreeg het polisnummer niet door.",
        **kantoor.wie,
    )


def _kwam_terug(uitkering: Uitkering, soort: Lastsoort, kantoor: _Kantoor) -> Betaling:
    betaling = Betaling.objects.get(
        last__uitkering=uitkering,
        last__soort=soort.value,
        maand=kantoor.maand,
        soort=BetalingSoort.TERMIJN,
    )
    return storno_vastleggen(
        betaling_id=betaling.pk,
        versie=None,
        op=kantoor.nu.date() - EEN_DAG,
        code="AC04",
        **kantoor.wie,
    )
