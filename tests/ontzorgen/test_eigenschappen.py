"""What holds whatever the amounts and dates are, and in whatever order people act."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd, Gewijzigd
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from ontzorgen.enums import BatchStatus, BetalingSoort, BetalingStatus, EindeReden
from ontzorgen.models import Batchpersoon, Betaalbatch, Betaling, Uitkering, VasteLast
from ontzorgen.models.betaling import MISLUKT
from ontzorgen.queries.openstaand import verschuldigd
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import betaald_boeken, storno_vastleggen
from ontzorgen.services.batch import akkoord_geven, klaarzetten, terugnemen, weggooien
from ontzorgen.services.bedragen import netto_vastleggen
from ontzorgen.services.bouwen import batch_maken, bouw_vragen, bouwen
from ontzorgen.services.lasten import bedrag_wijzigen, contract_beeindigen, overdragen
from ontzorgen.services.perioden import ontzorgen_beeindigen
from ontzorgen.services.verzoeken import herstellen
from tests.factories import MedewerkerFactory
from tests.ontzorgen.fabriek import betaalregels, een_crediteur, een_huishouden, een_last
from wet.datums import maanden_na
from wet.geld import NIETS
from wet.ontzorgen import LaatsteMaand, Last, Lastsoort, last_in_maand, wat_de_bijstand_toelaat

BEDRAG = st.decimals(min_value="0.01", max_value="1500.00", places=2)
DAG = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(bedrag=BEDRAG, begin=DAG, duur=st.integers(1, 400), laatste=st.sampled_from(LaatsteMaand))
def test_a_month_costs_no_more_than_its_amount_and_nothing_outside(bedrag, begin, duur, laatste):
    einde = begin + timedelta(days=duur)
    maand = maanden_na(begin.replace(day=1), -1)
    while maand <= maanden_na(einde.replace(day=1), 1):
        deel = last_in_maand(
            Lastsoort.HUUR, bedrag, maand, begin, begin, einde, laatste_maand=laatste
        ).bekend

        raakt = maand <= einde and maanden_na(maand, 1) > begin
        assert NIETS <= deel.bedrag <= bedrag
        assert raakt or deel.bedrag == NIETS
        assert deel.dagen <= deel.dagen_in_maand
        maand = maanden_na(maand, 1)


@given(
    netto=st.decimals(min_value="0.00", max_value="2500.00", places=2),
    bedragen=st.lists(BEDRAG, max_size=5),
    bodem=st.decimals(min_value="0.00", max_value="600.00", places=2),
    volgorde=st.permutations(list(Lastsoort)[:3]),
)
def test_what_is_paid_and_what_is_left_are_the_bijstand_to_the_cent(
    netto, bedragen, bodem, volgorde
):
    soorten = list(Lastsoort)[:3]
    lasten = [Last(soort=soorten[i % 3], bedrag=b) for i, b in enumerate(bedragen)]

    ruimte = wat_de_bijstand_toelaat(
        netto, lasten, leefgeld_minstens=bodem, volgorde=volgorde
    ).bekend

    betaald = sum((last.betaald for last in ruimte.lasten), NIETS)
    assert betaald + ruimte.leefgeld == netto
    assert betaald + ruimte.tekort == sum(bedragen, NIETS)
    assert ruimte.leefgeld >= min(bodem, netto)


# --- Acts in any order ---------------------------------------------------------------------------
BEGIN = date(2026, 1, 14)


class Werkplaats:
    """One household and two colleagues, who do something at random on days that go on."""

    def __init__(self, zaad: int) -> None:
        self.kans = Random(zaad)
        self.nu = datetime(2026, 1, 20, 9, 0, tzinfo=AMSTERDAM)
        betaalregels(twee_akkoorden_vanaf_bedrag=Decimal(self.kans.choice(["500.00", "5000.00"])))
        self.wie = [MedewerkerFactory(rol=Rol.ADMINISTRATIE) for _ in range(6)]
        self.huishouden = een_huishouden(door=self.wie[0], begin=BEGIN, nu=self.nu)
        crediteur = een_crediteur(nu=self.nu)
        for soort, bedrag in ((Lastsoort.HUUR, "612.40"), (Lastsoort.ENERGIE_EN_WATER, "165.15")):
            een_last(
                self.huishouden,
                door=self.wie[0],
                crediteur=crediteur,
                soort=soort,
                bedrag=bedrag,
                betalen_vanaf=BEGIN,
                nu=self.nu,
            )

    def iemand(self) -> Medewerker:
        return self.kans.choice(self.wie)

    def doe_iets(self) -> None:
        """A refusal is an answer too, and changes nothing."""
        handeling = self.kans.choice(self.HANDELINGEN)
        try:
            with transaction.atomic():
                handeling(self)
        except (Geweigerd, Gewijzigd):
            pass
        self.nu += timedelta(days=self.kans.choice([0, 0, 0, 0, 1, 3]))

    @property
    def batch(self) -> Betaalbatch:
        gevonden = Betaalbatch.objects.order_by("-pk").first()
        if gevonden is None:
            raise Geweigerd("Er is nog geen batch.")
        return gevonden

    def _maand(self) -> date:
        return maanden_na(self.nu.date().replace(day=1), self.kans.choice([0, 1]))

    def _last(self) -> VasteLast:
        return self.kans.choice(list(VasteLast.objects.order_by("pk")))

    def _wie(self) -> dict[str, object]:
        return {"door": self.iemand(), "nu": self.nu}

    def maak(self) -> None:
        bouwen(batch_id=batch_maken(maand=self._maand(), **self._wie()).pk, nu=self.nu)

    def herbouw(self) -> None:
        bouw_vragen(batch_id=self.batch.pk, versie=None, **self._wie())
        bouwen(batch_id=self.batch.pk, nu=self.nu)

    def klaar(self) -> None:
        klaarzetten(batch_id=self.batch.pk, versie=None, **self._wie())

    def akkoord(self) -> None:
        batch = self.batch
        akkoord_geven(batch_id=batch.pk, versie=None, zegel=batch.regels_hash, **self._wie())

    def terug(self) -> None:
        terugnemen(batch_id=self.batch.pk, versie=None, reden="Proef.", **self._wie())

    def weg(self) -> None:
        weggooien(batch_id=self.batch.pk, versie=None, reden="Proef.", **self._wie())

    def naar_de_bank(self) -> None:
        aanbieden(batch_id=self.batch.pk, versie=None, **self._wie())

    def geboekt(self) -> None:
        betaald_boeken(batch_id=self.batch.pk, versie=None, op=self.nu.date(), **self._wie())

    def storno(self) -> None:
        betalingen = list(Betaling.objects.filter(status__in=["aangeboden", "betaald"]))
        if betalingen:
            storno_vastleggen(
                betaling_id=self.kans.choice(betalingen).pk,
                versie=None,
                op=self.nu.date(),
                code="AC04",
                **self._wie(),
            )

    def herstel(self) -> None:
        mislukt = list(Betaling.objects.filter(status__in=MISLUKT))
        if mislukt:
            herstellen(betaling_id=self.kans.choice(mislukt).pk, reden="Opnieuw.", **self._wie())

    def bijstand(self) -> None:
        netto_vastleggen(
            uitkering_id=self.huishouden.pk,
            maand=self._maand(),
            bedrag=Decimal(self.kans.choice(["1283.00", "950.55", "700.00"])),
            **self._wie(),
        )

    def ander_bedrag(self) -> None:
        bedrag = Decimal(self.kans.randint(1, 90000)) / 100
        bedrag_wijzigen(
            last_id=self._last().pk, versie=None, vanaf=self._maand(), bedrag=bedrag, **self._wie()
        )

    def zelf(self) -> None:
        overdragen(last_id=self._last().pk, versie=None, vanaf=self._maand(), **self._wie())

    def contract_uit(self) -> None:
        contract_beeindigen(
            last_id=self._last().pk, versie=None, eind_op=self.nu.date(), **self._wie()
        )

    def stop(self) -> None:
        ontzorgen_beeindigen(
            periode_id=self.huishouden.ontzorgperiode.pk,
            versie=None,
            reden=EindeReden.BIJSTAND,
            op=self.nu.date(),
            **self._wie(),
        )

    GEWOON = (maak, klaar, akkoord, akkoord, naar_de_bank, geboekt, herbouw, bijstand)
    HANDELINGEN = (
        *(GEWOON * 6),
        storno,
        herstel,
        terug,
        weg,
        ander_bedrag,
        zelf,
        contract_uit,
        stop,
    )


def klopt() -> None:
    """What must hold after every act, whoever did it and when."""
    betalingen = list(Betaling.objects.select_related("batch", "last__uitkering"))
    termijnen = [b for b in betalingen if b.soort == BetalingSoort.TERMIJN]
    sleutels = [(b.last_id, b.maand) for b in termijnen]
    assert len(sleutels) == len(set(sleutels)), "a month was paid twice"
    for betaling in betalingen:
        assert betaling.bedrag + betaling.tekort_bedrag == betaling.verschuldigd_bedrag
        assert betaling.maand >= BEGIN.replace(day=1), "before the right began"
        assert betaling.maand <= date(2026, 7, 1), "after the six months"
    goed = Betaling.objects.exclude(status__in=MISLUKT).values("last", "maand")
    for rij in goed.annotate(som=Sum("bedrag")):
        vast = Betaling.objects.filter(last=rij["last"], maand=rij["maand"])
        hoogstens = max(b.verschuldigd_bedrag for b in vast)
        assert rij["som"] <= hoogstens, "more was paid than was owed"
    rollen = Batchpersoon.objects.values_list("batch", "medewerker")
    assert len(rollen) == len(set(rollen)), "the maker approved"
    for batch in Betaalbatch.objects.filter(status__in=["akkoord", "aangeboden", "verwerkt"]):
        gaven = Batchpersoon.objects.filter(batch=batch, rol="akkoord").count()
        assert gaven == batch.akkoorden_nodig
        assert {b.status for b in betalingen if b.batch_id == batch.pk} <= {
            BatchStatus.AKKOORD: {BetalingStatus.KLAARGEZET},
            BatchStatus.AANGEBODEN: set(BetalingStatus) - {BetalingStatus.KLAARGEZET},
            BatchStatus.VERWERKT: set(BetalingStatus)
            - {BetalingStatus.KLAARGEZET, BetalingStatus.AANGEBODEN},
        }[BatchStatus(batch.status)]


@pytest.mark.django_db(transaction=False)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(zaad=st.integers(0, 10**6))
def test_in_whatever_order_people_act_no_month_is_paid_twice(db, zaad):
    punt = transaction.savepoint()
    try:
        plaats = Werkplaats(zaad)
        for _ in range(45):
            plaats.doe_iets()
            klopt()
    finally:
        transaction.savepoint_rollback(punt)


def test_the_acts_reach_the_bank(db):
    """Else the property above would say nothing."""
    plaats = Werkplaats(7)
    for _ in range(150):
        plaats.doe_iets()

    assert Betaling.objects.filter(status__in=["aangeboden", "betaald", "teruggekomen"]).exists()
    assert verschuldigd(VasteLast.objects.select_related("uitkering")[0], BEGIN) >= NIETS
    assert Uitkering.objects.count() == 1
