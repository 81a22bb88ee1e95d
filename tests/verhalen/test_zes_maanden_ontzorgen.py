"""From the first day of bijstand to the sixth month: paid every month, once, and then by oneself.

With a payment that comes back, an account that changes, and costs that are handed over.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from inburgering.datums import AMSTERDAM
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from ontzorgen.enums import BatchStatus, BetalingStatus, OntzorgStatus
from ontzorgen.models import Betaalbatch, Betaling, Ontzorgperiode
from ontzorgen.policies.crediteuren import RekeningGegevens
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import bankbestand_verwerken
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.bouwen import batch_van_de_maand, bouwen
from ontzorgen.services.crediteuren import rekening_bevestigen, rekening_voorstellen
from ontzorgen.services.lasten import laten_meekijken, overdragen, zelfstandig
from ontzorgen.services.perioden import afgelopen_beeindigen
from ontzorgen.services.verzoeken import herstellen
from tests.factories import MedewerkerFactory
from tests.ontzorgen.bankbestanden import afboeking, afschrift, terug
from tests.ontzorgen.fabriek import (
    IBANS,
    betaalregels,
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
)
from wet.datums import maanden_na
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 1, 18)  # to and including 17 July
HUUR, ZORG = Decimal("612.40"), Decimal("142.50")


def op(maand: int, dag: int) -> datetime:
    return datetime(2026, maand, dag, 9, 30, tzinfo=AMSTERDAM)


class Bureau:
    """Two colleagues who pay a month: one makes the batch, the other approves."""

    def __init__(self) -> None:
        self.een = MedewerkerFactory(rol=Rol.ADMINISTRATIE)
        self.twee = MedewerkerFactory(rol=Rol.ADMINISTRATIE)

    def betaal(self, batch: Betaalbatch, nu: datetime) -> Betaalbatch:
        klaar = klaarzetten(batch_id=batch.pk, versie=None, door=self.een, nu=nu)
        akkoord_geven(
            batch_id=batch.pk, versie=None, zegel=klaar.regels_hash, door=self.twee, nu=nu
        )
        return aanbieden(batch_id=batch.pk, versie=None, door=self.een, nu=nu)

    def nacht(self, nu: datetime) -> Betaalbatch:
        """The night makes the batch of next month, and a worker builds it."""
        assert batch_van_de_maand(door=Medewerker.objects.systeem(), nu=nu) == 1
        return bouwen(batch_id=Betaalbatch.objects.latest("pk").pk, nu=nu)

    def bank(self, *boekingen: str, nu: datetime) -> None:
        inhoud = afschrift(*boekingen, nummer=f"{nu:%Y%m%d}")
        bankbestand_verwerken(naam="afschrift.xml", inhoud=inhoud, door=self.een, nu=nu)


def regels(batch: Betaalbatch) -> list[tuple[str, int, str, Decimal]]:
    rijen = Betaling.objects.filter(batch=batch).order_by("last__soort", "maand", "soort")
    return [(b.last.soort, b.maand.month, b.soort, b.bedrag) for b in rijen]


def test_six_months_from_the_first_rent_to_paying_oneself() -> None:
    betaalregels()
    bureau = Bureau()
    verhuurder, verzekeraar = een_crediteur(nu=op(1, 20)), een_crediteur(nu=op(1, 20))
    huishouden = een_huishouden(door=bureau.een, begin=BEGIN, nu=op(1, 20))
    huur = een_last(
        huishouden, door=bureau.een, crediteur=verhuurder, betalen_vanaf=BEGIN, nu=op(1, 20)
    )
    zorg = een_last(
        huishouden,
        door=bureau.een,
        crediteur=verzekeraar,
        soort=Lastsoort.ZORGVERZEKERING,
        bedrag="142.50",
        betalen_vanaf=date(2026, 2, 1),
        nu=op(1, 20),
    )

    # January, by hand: 14 of 31 days of rent
    januari = een_batch(door=bureau.een, maand=date(2026, 1, 1), nu=op(1, 20))
    assert regels(januari) == [("huur", 1, "termijn", Decimal("276.57"))]
    bureau.betaal(januari, op(1, 20))
    bureau.bank(
        afboeking(januari.bestand.bericht, Decimal("276.57"), op=date(2026, 1, 22)), nu=op(1, 23)
    )

    # February comes by night, and its rent comes back: the landlord has another account
    februari = bureau.nacht(op(1, 25))
    februari = bureau.betaal(februari, op(1, 26))
    geweigerd = Betaling.objects.get(batch=februari, last=huur)
    bureau.bank(
        afboeking(februari.bestand.bericht, HUUR + ZORG, op=date(2026, 1, 29)),
        terug(geweigerd.kenmerk, HUUR, op=date(2026, 1, 30)),
        nu=op(2, 2),
    )
    geweigerd.refresh_from_db()
    assert geweigerd.status == BetalingStatus.TERUGGEKOMEN
    nieuw = rekening_voorstellen(
        crediteur_id=verhuurder.pk,
        gegevens=RekeningGegevens(iban=IBANS[2], tenaamstelling="Wold", herkomst="brief"),
        door=bureau.een,
        nu=op(2, 3),
    )
    rekening_bevestigen(
        rekening_id=nieuw.pk,
        versie=None,
        laatste_tekens=IBANS[2][-4:],
        door=bureau.twee,
        nu=op(2, 3),
    )
    herstellen(betaling_id=geweigerd.pk, reden="Nieuw nummer.", door=bureau.een, nu=op(2, 3))

    # March pays both, on the new account
    maart = bureau.betaal(bureau.nacht(op(2, 20)), op(2, 21))
    assert regels(maart) == [
        ("huur", 2, "nabetaling", HUUR),
        ("huur", 3, "termijn", HUUR),
        ("zorgverzekering", 3, "termijn", ZORG),
    ]
    ibans = Betaling.objects.filter(batch=maart, last=huur).values_list("rekening__iban", flat=True)
    assert set(ibans) == {IBANS[2]}
    som = HUUR + HUUR + ZORG
    bureau.bank(afboeking(maart.bestand.bericht, som, op=date(2026, 2, 26)), nu=op(2, 27))

    # April to June: the health insurance is handed over from May on
    laten_meekijken(last_id=zorg.pk, versie=None, door=bureau.een, nu=op(3, 1))
    overdragen(last_id=zorg.pk, versie=None, vanaf=date(2026, 5, 1), door=bureau.een, nu=op(3, 10))
    for maand in (4, 5, 6):
        nu = op(maand - 1, 21)
        batch = bureau.betaal(bureau.nacht(nu), nu)
        bedrag = HUUR + ZORG if maand == 4 else HUUR
        bureau.bank(afboeking(batch.bestand.bericht, bedrag, op=nu.date()), nu=op(maand - 1, 28))
    zelfstandig(last_id=zorg.pk, versie=None, door=bureau.een, nu=op(6, 1))

    # July: 17 of 31 days, and it is over
    juli = bureau.betaal(bureau.nacht(op(6, 20)), op(6, 21))
    assert regels(juli) == [("huur", 7, "termijn", Decimal("335.83"))]
    bureau.bank(
        afboeking(juli.bestand.bericht, Decimal("335.83"), op=date(2026, 6, 26)), nu=op(6, 27)
    )
    afgelopen_beeindigen(door=Medewerker.objects.systeem(), nu=op(7, 18))
    augustus = bureau.nacht(op(7, 21))

    assert regels(augustus) == []
    assert Ontzorgperiode.objects.get().status == OntzorgStatus.BEEINDIGD
    klaar = Betaalbatch.objects.exclude(pk=augustus.pk)
    assert set(klaar.values_list("status", flat=True)) == {BatchStatus.VERWERKT}
    betaald = Betaling.objects.filter(last=huur, status=BetalingStatus.BETAALD)
    per_maand = betaald.values_list("maand__month", "bedrag").order_by("maand")
    assert list(per_maand) == [
        (1, Decimal("276.57")),
        *((maand, HUUR) for maand in range(2, 7)),
        (7, Decimal("335.83")),
    ]
    assert maanden_na(BEGIN, 6) == date(2026, 7, 18)
