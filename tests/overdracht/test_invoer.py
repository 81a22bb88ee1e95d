"""COA's list as a file: new households, known ones, and everything that can be wrong with it."""

from __future__ import annotations

import csv
import io

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.enums import Gezinsrol
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Persoon
from opdrachten.enums import Keuze, OpdrachtStatus
from opdrachten.models import Importregel, Opdracht
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.ontvangen import lezen
from opdrachten.services.ontvangen import ontvangen as nieuwe_opdracht
from opdrachten.soorten import IMPORTSOORTEN, Eenheid, Oordeel, Rij
from overdracht.invoer import OVERDRACHTEN
from overdracht.models import Overdracht, OverdrachtStatus
from overdracht.services.overdrachten import intrekken
from tests.factories import NU, geldig_bsn
from tests.opdrachten.hulp import invoeren, teruggedraaid
from tests.overdracht.huishoudens import KOPPELING, kind, lid, ontvangen

KOPPEN = (
    "Gezin",
    "Rol",
    "Achternaam",
    "Voornaam",
    "Geboren",
    "Geslacht",
    "V-nummer",
    "BSN",
    "Locatie",
    "Koppeldatum",
    "Slaapkamers",
    "Gemeente",
)


def regel(gezin, rol, achternaam, voornaam, geboren, v_nummer="", **meer):
    rij = {
        "Gezin": gezin,
        "Rol": rol,
        "Achternaam": achternaam,
        "Voornaam": voornaam,
        "Geboren": geboren,
        "V-nummer": v_nummer,
        "Locatie": "AZC Ter Apel",
        "Koppeldatum": f"{KOPPELING:%d-%m-%Y}",
    }
    return rij | meer


def als_csv(*rijen):
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, KOPPEN, delimiter=";", restval="")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def gezin(nummer=1):
    """Each with birth dates of its own, so that no two households are alike."""
    dag, maand = nummer % 28 + 1, nummer // 28 + 1
    return (
        regel(nummer, "hoofdpersoon", "Tesfay", "Selam", f"{dag}-{maand}-1990", f"{nummer:010}"),
        regel(nummer, "echtgenoot", "Haile", "Yonas", f"00-00-{1930 + nummer}"),
        regel(nummer, "dochter", "Tesfay", "Ruth", f"{dag}-{maand}-2019"),
    )


@pytest.fixture
def lees(team):
    def _lees(*rijen) -> Opdracht:
        opdracht = nieuwe_opdracht(
            soort=OVERDRACHTEN,
            bestandsnaam="coa.csv",
            inhoud=als_csv(*rijen),
            door=team.oov,
            nu=NU,
        )
        lezen(opdracht_id=opdracht.pk, nu=NU)
        opdracht.refresh_from_db()
        assert opdracht.status == OpdrachtStatus.VOORBEELD
        return opdracht

    return _lees


def bevestig(opdracht, *, door):
    try:
        bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=door, nu=NU)
    except Geweigerd:
        return  # there is nothing to enter
    invoeren(opdracht)


def draai_terug(opdracht, *, door):
    teruggedraaid(opdracht, door)


def oordelen(opdracht):
    return [r.oordeel for r in opdracht.regels.order_by("nummer")]


def fouten(opdracht):
    fout = opdracht.regels.filter(oordeel=Oordeel.FOUT).order_by("nummer")
    return [(r.nummer, b["kolom"]) for r in fout for b in r.bevindingen]


def test_a_list_of_sixty_households_becomes_sixty_handovers(lees, team):
    opdracht = lees(*(rij for nummer in range(1, 61) for rij in gezin(nummer)))
    assert set(oordelen(opdracht)) == {Oordeel.NIEUW}
    assert Overdracht.objects.count() == 0, "nothing is written before confirmation"

    bevestig(opdracht, door=team.oov)

    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.KLAAR
    assert (Overdracht.objects.count(), Persoon.objects.count()) == (60, 180)
    assert Inburgeraar.objects.count() == 120
    eerste = Overdracht.objects.earliest("pk")
    assert [rij.persoon.lidmaatschappen.get().rol for rij in eerste.leden.all()] == [
        Gezinsrol.REFERENT,
        Gezinsrol.PARTNER,
        Gezinsrol.KIND,
    ]
    assert eerste.leden.get(persoon__voornamen="Ruth").grond == "kind_van_vergunninghouder"


def test_undoing_leaves_nothing_behind(lees, team):
    opdracht = lees(*gezin())
    bevestig(opdracht, door=team.oov)

    draai_terug(opdracht, door=team.oov)

    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.ONGEDAAN
    assert (Overdracht.objects.count(), Persoon.objects.count()) == (0, 0)
    assert Inburgeraar.objects.count() == 0


def test_the_same_list_again_changes_nothing(lees, team):
    bevestig(lees(*gezin()), door=team.oov)

    opdracht = lees(*gezin())

    assert set(oordelen(opdracht)) == {Oordeel.DUBBEL}
    bevestig(opdracht, door=team.oov)
    assert (Overdracht.objects.count(), Persoon.objects.count()) == (1, 3)


def test_a_later_list_fills_in_what_was_missing_and_changes_nothing_else(lees, team):
    bsn = geldig_bsn()
    bekend = ontvangen(team, lid(v_nummer="0000000001", bsn="", voornamen="Selam"))

    opdracht = lees(
        regel(1, "", "Anders", "Heel", "14-2-1990", "0000000001", BSN=bsn, Slaapkamers="2")
    )

    (rij,) = opdracht.regels.all()
    assert rij.oordeel == Oordeel.AANVULLING
    (bevinding,) = rij.bevindingen
    assert "Vult aan: BSN, Slaapkamers nodig" in bevinding["reden"]
    assert "blijft zoals het is: Geboortedatum, Voornamen, Achternaam" in bevinding["reden"]
    bevestig(opdracht, door=team.oov)
    persoon = Persoon.objects.get()
    bekend.refresh_from_db()
    assert (persoon.bsn, persoon.voornamen, bekend.kamers) == (bsn, "Selam", 2)

    draai_terug(opdracht, door=team.oov)
    persoon.refresh_from_db()
    bekend.refresh_from_db()
    assert (persoon.bsn, bekend.kamers) == ("", None)


def test_a_baby_on_a_later_list_joins_its_household(lees, team):
    bekend = ontvangen(team, lid(v_nummer="0000000001"))

    opdracht = lees(
        regel(1, "hoofdpersoon", "x", "y", "14-2-1990", "0000000001"),
        regel(1, "kind", "Tesfay", "Nieuw", "1-2-2026"),
    )
    bevestig(opdracht, door=team.oov)

    assert bekend.leden.count() == 2


@pytest.mark.parametrize(
    ("achternaam", "voornaam", "geboren"),
    [
        ("Tesfai", "Selaam", "14-2-1990"),  # spelling
        ("Selam", "Tesfay", "14-2-1990"),  # swapped
        ("Tesfay", "Selam", "00-00-1990"),  # day not known
    ],
)
def test_who_is_probably_known_is_asked_about(lees, team, achternaam, voornaam, geboren):
    ontvangen(
        team,
        lid(
            achternaam="Tesfay",
            voornamen="Selam",
            geboortedatum=OnzekereDatum(1990, 2, 14),
            v_nummer="",
            bsn="",
        ),
    )

    opdracht = lees(regel(1, "hoofdpersoon", achternaam, voornaam, geboren))

    (rij,) = opdracht.regels.all()
    assert (rij.oordeel, rij.persoon) == (Oordeel.DUBBEL, Persoon.objects.get())
    bevestig(opdracht, door=team.oov)
    assert Persoon.objects.count() == 1, "who is in doubt is left out unless one says otherwise"


def test_in_doubt_and_another_person_after_all(lees, team):
    gegevens = {"achternaam": "Tesfay", "voornamen": "Selam", "v_nummer": "", "bsn": ""}
    ontvangen(team, lid(geboortedatum=OnzekereDatum(1990, 2, 14), **gegevens))
    opdracht = lees(regel(1, "hoofdpersoon", "Tesfay", "Selam", "14-2-1990"))

    Importregel.objects.filter(opdracht=opdracht).update(keuze=Keuze.NIEUW)
    bevestig(opdracht, door=team.oov)

    assert Persoon.objects.count() == 2


@pytest.mark.parametrize(
    ("wijzig", "kolom"),
    [
        ({"Gemeente": "Assen"}, "gemeente"),
        ({"Koppeldatum": "1-1-2031"}, "koppeling_op"),
        ({"Geboren": "32-1-1990"}, "geboortedatum"),
        ({"Geboren": "1-1-2030"}, "geboortedatum"),
        ({"V-nummer": "12"}, "v_nummer"),
        ({"BSN": "123456789"}, "bsn"),
        ({"Locatie": ""}, "azc"),
        ({"Achternaam": "", "Voornaam": ""}, "achternaam"),
        ({"Rol": "opperhoofd"}, "rol"),
        ({"Geboren": "1-1-2015"}, "geboortedatum"),  # no adult
    ],
)
def test_a_row_that_is_wrong_says_where_and_the_others_go_on(lees, team, wijzig, kolom):
    slecht = regel(1, "hoofdpersoon", "Abdi", "Amina", "1-1-1985", "0000000099") | wijzig

    opdracht = lees(slecht, *gezin(2))

    assert fouten(opdracht) == [(2, kolom)]
    bevestig(opdracht, door=team.oov)
    assert Overdracht.objects.count() == 1


def test_a_household_with_one_wrong_row_is_held_back_whole(lees, team):
    hoofd, partner, klein = gezin()
    opdracht = lees(hoofd, partner | {"Geboren": "ooit"}, klein)

    bevestig(opdracht, door=team.oov)

    assert Overdracht.objects.count() == 0


def test_rows_of_one_household_do_not_contradict_each_other(lees):
    hoofd, partner, _klein = gezin()

    assert fouten(lees(hoofd, partner | {"Koppeldatum": "1-12-2025"})) == [(3, "koppeling_op")]


def test_a_v_nummer_without_a_bsn_is_quite_normal(lees, team):
    bevestig(lees(regel(1, "", "Abdi", "Amina", "1-1-1985", "0000000099")), door=team.oov)

    persoon = Persoon.objects.get()
    assert (persoon.v_nummer, persoon.bsn) == ("0000000099", "")
    assert persoon.inburgeraar is not None


def test_judging_costs_the_same_for_three_rows_and_for_thirty(team, django_assert_max_num_queries):
    assert IMPORTSOORTEN["overdrachten"] is OVERDRACHTEN
    waarden = {
        "achternaam": "Abdi",
        "geboortedatum": OnzekereDatum(1985, 1, 1),
        "azc": "AZC",
        "koppeling_op": KOPPELING,
    }
    eenheden = [Eenheid(str(n), (Rij(n, waarden | {"v_nummer": f"{n:010}"}),)) for n in range(30)]

    with django_assert_max_num_queries(7):
        OVERDRACHTEN.beoordeel(eenheden, NU.date(), team.oov)


def test_a_withdrawn_handover_does_not_take_additions(lees, team):
    bekend = ontvangen(team, lid(v_nummer="0000000001"), kind())
    intrekken(overdracht_id=bekend.pk, reden="Elders", door=team.oov, nu=NU)

    opdracht = lees(regel(1, "hoofdpersoon", "x", "y", "14-2-1990", "0000000001"))

    assert oordelen(opdracht) == [Oordeel.DUBBEL]
    bekend.refresh_from_db()
    assert bekend.status == OverdrachtStatus.INGETROKKEN
