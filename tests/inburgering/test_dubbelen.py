"""Who is probably known already: pairs that must be seen, and pairs that must not."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from inburgering.datums import OnzekereDatum
from inburgering.models import Persoon
from inburgering.queries.dubbelen import Kandidaat, dubbelen
from inburgering.services.personen import PersoonGegevens, persoon_vastleggen
from tests.factories import NU, geldig_bsn

FEB = OnzekereDatum(1990, 2, 14)
JAAR = OnzekereDatum(1990)


def wie(voornamen: str, achternaam: str, geboren: OnzekereDatum | None = FEB, **meer: Any):
    return Kandidaat(voornamen=voornamen, achternaam=achternaam, geboortedatum=geboren, **meer)


LIJKEN = [
    (wie("Selam", "Tesfay"), wie("Selam", "Tesfai")),
    (wie("Mohammed", "Al Ahmad"), wie("Mohamad", "Al-Ahmad")),
    (wie("Mohammed", "Al Ahmad"), wie("Mohammed", "Alahmad")),
    (wie("Youssef", "Khalil"), wie("Yusef", "Halil")),
    (wie("Zoë", "Çelik"), wie("Zoe", "Celik")),
    (wie("Omar", "Haddad"), wie("Haddad", "Omar")),
    (wie("Omar Ali", "Haddad"), wie("Omar", "Haddad")),
    (wie("", "Haddad"), wie("Omar", "Haddad")),
    (wie("Abd el Rahman", "Nazari"), wie("Abdelrahman", "Nazari")),
    (wie("Ghebremariam", "Haile"), wie("Gebremariam", "Haile")),
    (wie("Omar", "Haddad", JAAR), wie("Omar", "Haddad", FEB)),
    (wie("Omar", "Haddad", OnzekereDatum(1990, 2)), wie("Omar", "Haddad", FEB)),
    (wie("Omar", "Haddad", v_nummer="1000000001"), wie("Omar", "Hadad")),
    (wie("Iemand", "Anders", None, v_nummer="1000000001"), wie("X", "Y", v_nummer="1000000001")),
]
VERSCHILLEN = [
    # two brothers of the same year, day and month not known
    (wie("Omar", "Haddad", JAAR), wie("Ali", "Haddad", JAAR)),
    (wie("", "Haddad", JAAR), wie("Omar", "Haddad", JAAR)),
    # 1 January is written for a day nobody knows
    (
        wie("", "Haddad", OnzekereDatum(1990, 1, 1)),
        wie("Omar", "Haddad", OnzekereDatum(1990, 1, 1)),
    ),
    # twins
    (wie("Hassan", "Haddad"), wie("Hussein", "Haddad")),
    (wie("Amina", "Haddad"), wie("Amira", "Haddad")),
    (wie("Selam", "Tesfay"), wie("Saron", "Tesfay")),
    (
        wie("Mohamed", "Nur", v_nummer="1000000001"),
        wie("Mohamad", "Nur", v_nummer="1000000002"),
    ),
    # the same name, another birth date
    (wie("Omar", "Haddad"), wie("Omar", "Haddad", OnzekereDatum(1990, 2, 15))),
    (wie("Omar", "Haddad"), wie("Omar", "Haddad", OnzekereDatum(1990, 3))),
    (wie("Omar", "Haddad"), wie("Omar", "Haddad", OnzekereDatum(1991))),
    (wie("Omar", "Haddad", None), wie("Omar", "Haddad", None)),
    (wie("", ""), wie("", "")),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("een", "ander"), LIJKEN)
def test_these_are_taken_for_one_person(een, ander):
    _, treffer = dubbelen([een, ander])
    _, terug = dubbelen([ander, een])

    assert (treffer.plek, terug.plek) == (0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(("een", "ander"), VERSCHILLEN)
def test_these_are_two_people(een, ander):
    assert dubbelen([een, ander]) == [None, None]
    assert dubbelen([ander, een]) == [None, None]


def vastleggen(kandidaat: Kandidaat, door) -> Persoon:
    gegevens = PersoonGegevens(**vars(kandidaat))
    return persoon_vastleggen(gegevens=gegevens, door=door, nu=NU)


@pytest.mark.parametrize(
    ("een", "ander"), [p for p in LIJKEN if p[0].geboortedatum and p[1].v_nummer == ""]
)
def test_who_is_on_record_is_found(oov, een, ander):
    persoon = vastleggen(een, oov)

    (treffer,) = dubbelen([ander])

    assert (treffer.persoon_id, treffer.zeker) == (persoon.pk, False)


def test_a_number_is_certain_and_goes_before_a_name(oov):
    bsn = geldig_bsn()
    op_nummer = vastleggen(wie("Eerste", "Naam", v_nummer="1000000007"), oov)
    op_bsn = vastleggen(wie("Tweede", "Naam", bsn=bsn), oov)
    op_naam = vastleggen(wie("Omar", "Haddad"), oov)

    treffers = dubbelen(
        [
            wie("Omar", "Haddad", v_nummer="1000000007"),
            wie("Omar", "Haddad", bsn=bsn),
            wie("Omar", "Haddad"),
        ]
    )

    assert [(t.persoon_id, t.reden, t.zeker) for t in treffers] == [
        (op_nummer.pk, "zelfde V-nummer", True),
        (op_bsn.pk, "zelfde BSN", True),
        (op_naam.pk, "naam en geboortedatum lijken op elkaar", False),
    ]


@pytest.mark.django_db
def test_many_cost_as_many_questions_as_one():
    with CaptureQueriesContext(connection) as een:
        dubbelen([wie("Omar", "Haddad", v_nummer="1000000001", bsn=geldig_bsn())])
    with CaptureQueriesContext(connection) as veel:
        dubbelen([wie(f"Omar{n}", "Haddad", v_nummer=f"{n:010}") for n in range(300)])

    assert len(veel) <= len(een) == 3


NAAM = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=9)
DATUM = st.builds(OnzekereDatum, st.integers(1950, 2020), st.integers(1, 12), st.integers(1, 28))


@pytest.mark.django_db
@given(NAAM, NAAM, DATUM)
def test_whoever_comes_twice_is_seen(voornaam, achternaam, geboren):
    kandidaat = wie(voornaam, achternaam, geboren)

    _, treffer = dubbelen([kandidaat, kandidaat])

    assert treffer.plek == 0
