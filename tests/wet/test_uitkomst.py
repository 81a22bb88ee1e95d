"""The shape of every answer."""

from dataclasses import FrozenInstanceError, dataclass
from datetime import date
from decimal import Decimal

import pytest

from wet.leerroutes import Niveau
from wet.uitkomst import NogNietTeBepalen, Uitkomst, Zekerheid, nog_niet


def uitkomst(waarde):
    return Uitkomst(
        regel="proef",
        uitkomst=waarde,
        bron=("Wi 11",),
        stappen=("Eerst dit.", "Dus dat."),
        zekerheid=Zekerheid.AFGELEID,
    )


def test_an_answer_that_is_known():
    antwoord = uitkomst(False)

    assert (antwoord.bekend, antwoord.wacht_op, antwoord.conclusie) == (False, None, "Dus dat.")


def test_an_answer_that_waits():
    antwoord = nog_niet("proef", "de BRP", ("Wi 11",), ("Eerst dit.",))

    assert antwoord.uitkomst == NogNietTeBepalen("de BRP")
    assert (antwoord.bekend, antwoord.wacht_op) == (None, "de BRP")
    assert antwoord.stappen == ("Eerst dit.", "Nog niet te bepalen: wacht op de BRP.")
    assert str(antwoord.uitkomst) == "nog niet te bepalen: wacht op de BRP"


def test_an_answer_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        uitkomst(1).regel = "anders"


@dataclass(frozen=True)
class Bedrag:
    bedrag: Decimal
    op: date
    niveaus: tuple[Niveau, ...]


def test_plain_values_keep_every_cent():
    waarde = Bedrag(Decimal("12.50"), date(2024, 2, 29), (Niveau.A2, Niveau.B1))

    assert uitkomst(waarde).als_dict() == {
        "regel": "proef",
        "uitkomst": {"bedrag": "12.50", "op": "2024-02-29", "niveaus": ["A2", "B1"]},
        "bron": ["Wi 11"],
        "stappen": ["Eerst dit.", "Dus dat."],
        "zekerheid": "afgeleid",
    }


def test_a_chain_is_as_certain_as_its_weakest_link():
    assert Zekerheid.zwakste() is Zekerheid.GEVERIFIEERD
    assert (
        Zekerheid.zwakste(Zekerheid.AFGELEID, Zekerheid.PRAKTIJK, Zekerheid.GEVERIFIEERD)
        is Zekerheid.PRAKTIJK
    )
