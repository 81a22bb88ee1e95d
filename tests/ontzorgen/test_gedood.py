"""Paying is all or nothing, and once: killed at any write, two at once, and after a lost backup.

Real processes against a real database: see `tests.gedood`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from ontzorgen.models import Bankmelding, Batchbestand, Batchpersoon, Betaalbatch, Betaling, Tekort
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import bankbestand_verwerken
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.bouwen import batch_maken, bouwen
from tests.demo import Demo, in_database
from tests.factories import NU, MedewerkerFactory
from tests.gedood import GEDAAN, GEWEIGERD, Zaal, in_een_kind, open_zaal, uitkomst, wacht
from tests.ontzorgen.bankbestanden import afboeking, afschrift, betaald
from tests.ontzorgen.fabriek import (
    MAART,
    betaalregels,
    een_crediteur,
    een_huishouden,
    een_last,
)
from wet.ontzorgen import Lastsoort

OP = date(2026, 3, 3)


@pytest.fixture
def zaal(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Zaal]:
    """Three households with six costs; one of them is short."""
    with open_zaal(django_db_blocker, tmp_path / "documenten", vul=vertel) as zaal:
        yield zaal


def vertel() -> None:
    betaalregels()
    maker = MedewerkerFactory(rol=Rol.ADMINISTRATIE, naam="Anita Veen")
    MedewerkerFactory(rol=Rol.ADMINISTRATIE, naam="Bas Dijk")
    crediteur = een_crediteur()
    for netto in ("1283.00", "1283.00", "900.00"):
        huishouden = een_huishouden(door=maker, netto=netto)
        een_last(huishouden, door=maker, crediteur=crediteur)
        een_last(
            huishouden,
            door=maker,
            crediteur=crediteur,
            soort=Lastsoort.ZORGVERZEKERING,
            bedrag="142.50",
        )


def anita() -> Medewerker:
    return Medewerker.objects.get(naam="Anita Veen")


def maak() -> None:
    batch_maken(maand=MAART, door=anita(), nu=NU)


def bouw() -> None:
    bouwen(batch_id=_batch().pk, nu=NU)


def zet_klaar() -> None:
    klaarzetten(batch_id=_batch().pk, versie=None, door=anita(), nu=NU)


def geef_akkoord() -> None:
    batch = _batch()
    ander = Medewerker.objects.get(naam="Bas Dijk")
    akkoord_geven(batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=ander, nu=NU)


def bied_aan() -> None:
    aanbieden(batch_id=_batch().pk, versie=None, door=anita(), nu=NU)


def lees_de_bank() -> None:
    bericht = Batchbestand.objects.get().bericht
    som = sum(Betaling.objects.values_list("bedrag", flat=True), Decimal(0))
    inhoud = afschrift(afboeking(bericht, som, op=NU.date()))
    bankbestand_verwerken(naam="bank.xml", inhoud=inhoud, door=anita(), nu=NU)


STAPPEN: tuple[Callable[[], None], ...] = (
    maak,
    bouw,
    zet_klaar,
    geef_akkoord,
    bied_aan,
    lees_de_bank,
)


def _batch() -> Betaalbatch:
    return Betaalbatch.objects.get()


def alles() -> dict[str, Any]:
    """Everything that paying touches, as it stands in the database."""
    return {
        "batch": list(Betaalbatch.objects.values_list("status", "versie", "regels_hash")),
        "betalingen": sorted(
            Betaling.objects.values_list("last", "maand", "soort", "status", "bedrag")
        ),
        "tekorten": Tekort.objects.count(),
        "personen": set(Batchpersoon.objects.values_list("medewerker__naam", "rol")),
        "bestand": list(Batchbestand.objects.values_list("sha256", flat=True)),
        "meldingen": Bankmelding.objects.count(),
        "geschiedenis": (Betaling.history.count(), Betaalbatch.history.count()),
    }


@pytest.mark.parametrize("stap", [4, pytest.param(1, marks=pytest.mark.lang, id="elk")])
def test_killed_at_any_write_of_any_act_the_end_is_right(zaal: Zaal, stap: int) -> None:
    for doe in STAPPEN:
        eerst, punt = alles(), 1
        while zaal.dood_bij_schrijven(punt, doe):
            assert alles() == eerst, f"half werk na schrijven {punt} van {doe.__name__}"
            punt += stap

    klaar = alles()
    assert [b[0] for b in klaar["batch"]] == ["verwerkt"]
    assert [b[3] for b in klaar["betalingen"]] == ["betaald"] * 6
    assert sum(b[4] for b in klaar["betalingen"]) == Decimal("2149.80")
    assert klaar["personen"] == {("Anita Veen", "maker"), ("Bas Dijk", "akkoord")}
    assert (klaar["tekorten"], len(klaar["bestand"]), klaar["meldingen"]) == (1, 1, 6)


def tweemaal(zaal: Zaal, doe: Callable[[], None], *, bij: int) -> list[int]:
    """Two do it at the same moment: the first stands still until the second waits for it."""
    zaal.sta_stil_bij(bij)
    eerste = in_een_kind(doe)
    wacht(lambda: zaal.slaper() is not None)
    slaper = zaal.slaper()
    tweede = in_een_kind(doe)
    wacht(lambda: zaal.wachtenden() == 1)
    zaal.server.vraag("SELECT pg_cancel_backend(%s)", slaper)
    return [uitkomst(pid) for pid in (eerste, tweede)]


def test_two_who_build_at_once_make_each_line_once(zaal: Zaal) -> None:
    maak()

    uitkomsten = [uitkomst(pid) for pid in [in_een_kind(bouw), in_een_kind(bouw)]]

    assert uitkomsten == [GEDAAN, GEDAAN]
    assert Betaling.objects.count() == 6


def test_two_who_offer_at_once_make_one_file(zaal: Zaal) -> None:
    for doe in STAPPEN[:4]:
        doe()

    uitkomsten = [uitkomst(pid) for pid in [in_een_kind(bied_aan), in_een_kind(bied_aan)]]

    assert sorted(uitkomsten) == [GEDAAN, GEWEIGERD]
    assert Batchbestand.objects.count() == 1


def test_a_maker_who_waits_for_a_dead_one_goes_on(zaal: Zaal) -> None:
    """The lock is the server's: it falls open with the process that held it."""
    maak()

    eerste, tweede = tweemaal(zaal, bouw, bij=3)

    assert (eerste != GEDAAN, tweede) == (True, GEDAAN)
    assert Betaling.objects.count() == 6


def test_two_who_make_a_batch_at_once_make_one(zaal: Zaal) -> None:
    uitkomsten = [uitkomst(pid) for pid in [in_een_kind(maak), in_een_kind(maak)]]

    assert sorted(uitkomsten) == [GEDAAN, GEWEIGERD]
    assert Betaalbatch.objects.count() == 1


@pytest.fixture
def reservekopie(zaal: Zaal) -> Iterator[Demo]:
    """The database as it was when everybody agreed and nothing was offered yet."""
    for doe in STAPPEN[:4]:
        doe()
    connections.close_all()
    kopie = Demo(f"{zaal.demo.database}_kopie", zaal.demo.documenten)
    zaal.server.kopieer(zaal.demo.database, kopie.database)
    zaal.server.doe("ALTER DATABASE {naam} SET proef.punt = 0", naam=kopie.database)
    yield kopie
    zaal.server.verwijder(kopie.database)


def aangeboden() -> tuple[str, set[bytes]]:
    """The number of the message, and the marks of the payments in it."""
    bestand = Batchbestand.objects.get()
    return bestand.bericht, set(re.findall(rb"<EndToEndId>(.+?)<", bestand.inhoud))


def test_after_a_lost_day_the_bank_sees_the_same_message(reservekopie: Demo) -> None:
    """Offered, then a backup of before was put back and it is offered again: the bank has seen
    this number, and every payment in it bears the mark it had.
    """
    bied_aan()
    eerst = aangeboden()

    with in_database(reservekopie):
        bied_aan()
        opnieuw = aangeboden()

    assert opnieuw == eerst
    assert len(eerst[1]) == 6


def test_what_the_bank_paid_before_a_lost_day_is_noticed(reservekopie: Demo) -> None:
    bied_aan()
    kenmerk = Betaling.objects.earliest("pk").kenmerk
    inhoud = afschrift(betaald(kenmerk, Decimal("612.40"), op=NU.date()))

    with in_database(reservekopie):
        rij = bankbestand_verwerken(naam="bank.xml", inhoud=inhoud, door=anita(), nu=NU)

        assert (rij.aantal_afwijkend, rij.aantal_onbekend) == (1, 0)
