"""From a file to people on record, and back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis, Gezin, Inburgeraar, Persoon
from inburgering.services.contacten import notitie_schrijven
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.sporen import raadplegen
from medewerkers.models import Medewerker
from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.models import Importbestand, Importregel, Opdracht
from opdrachten.queries.opdrachten import opdrachtpagina
from opdrachten.services.bevestigen import bevestigen, kiezen, weggooien
from opdrachten.services.invoeren import eenheid_invoeren
from opdrachten.services.ongedaan import terugdraaien, terugdraaien_aanvragen
from opdrachten.services.ontvangen import koppelen, lezen
from opdrachten.soorten import Oordeel
from tests.factories import NU
from tests.opdrachten.hulp import GEZIN, KOP, geplaatst, ingevoerd, invoeren, teruggedraaid

pytestmark = pytest.mark.django_db


def regels(opdracht: Opdracht, veld: str) -> list[str]:
    return list(opdracht.regels.order_by("nummer").values_list(veld, flat=True))


def test_a_preview_judges_every_row_and_writes_nobody(oov):
    opdracht = geplaatst(oov)

    assert opdracht.status == OpdrachtStatus.VOORBEELD
    assert opdracht.oordelen == {"nieuw": 3}
    assert regels(opdracht, "eenheid") == [2, 2, 4]
    assert Persoon.objects.count() == 0


def test_reading_twice_is_reading_once(oov):
    opdracht = geplaatst(oov)
    versie = opdracht.versie

    lezen(opdracht_id=opdracht.pk, nu=NU)

    opdracht.refresh_from_db()
    assert (opdracht.versie, opdracht.regels.count()) == (versie, 3)


def test_a_confirmed_file_becomes_people_with_dossiers(oov):
    opdracht = ingevoerd(oov)

    assert opdracht.status == OpdrachtStatus.KLAAR
    assert opdracht.uitkomsten == {"ingevoerd": 3}
    assert sorted(p.volledige_naam for p in Persoon.objects.all()) == [
        "Omar Haddad",
        "Robel Haile",
        "Selam Tesfay",
    ]
    assert Inburgeraar.objects.count() == 3
    assert Gezin.objects.get().leden.count() == 2
    assert set(regels(opdracht, "persoon__achternaam")) == {"Tesfay", "Haile", "Haddad"}


def test_a_unit_with_one_faulty_row_is_held_back_whole(oov):
    opdracht = ingevoerd(
        oov,
        [
            KOP,
            ("1", "Tesfay", "Selam", "14-02-1990", "", ""),
            ("1", "Haile", "Robel", "31-31-1988", "", ""),
            ("2", "Haddad", "Omar", "2-3-1975", "", ""),
        ],
    )

    assert [p.achternaam for p in Persoon.objects.all()] == ["Haddad"]
    assert regels(opdracht, "oordeel") == ["nieuw", "fout", "nieuw"]
    assert regels(opdracht, "uitkomst") == ["fout", "fout", "ingevoerd"]
    (fout,) = opdracht.regels.get(nummer=3).bevindingen
    assert (fout["kolom"], fout["reden"][:23]) == ("geboortedatum", "Dit is geen datum. Schr")


def test_a_likely_duplicate_is_skipped_unless_somebody_chooses(oov):
    ingevoerd(oov)
    dubbel = [KOP, ("", "Selaam", "Tesfai", "14-02-1990", "", "")]

    opdracht = geplaatst(oov, dubbel)

    assert regels(opdracht, "oordeel") == [Oordeel.DUBBEL]
    assert regels(opdracht, "keuze") == [Keuze.OVERSLAAN]
    with pytest.raises(Geweigerd, match="niets om in te voeren"):
        bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)


@pytest.mark.parametrize(("keuze", "mensen"), [(Keuze.NIEUW, 4), (Keuze.AANVULLEN, 3)])
def test_a_choice_is_followed(oov, keuze, mensen):
    ingevoerd(oov)
    opdracht = geplaatst(oov, [KOP, ("", "Selaam", "Tesfai", "14-02-1990", "", "0612345678")])

    kiezen(opdracht_id=opdracht.pk, keuzes={2: keuze}, door=oov, nu=NU)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)
    invoeren(opdracht)

    assert Persoon.objects.count() == mensen
    assert Persoon.objects.get(telefoon="0612345678").v_nummer == (
        None if keuze == Keuze.NIEUW else "1000000001"
    )


def test_who_was_entered_since_the_preview_is_not_entered_twice(oov):
    eerste, tweede = geplaatst(oov), geplaatst(oov)
    for opdracht in (eerste, tweede):
        bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)
        invoeren(opdracht)

    assert Persoon.objects.count() == 3
    assert regels(tweede, "uitkomst") == [Uitkomst.OVERGESLAGEN] * 3
    assert tweede.status == OpdrachtStatus.KLAAR


def test_a_unit_is_written_once_however_often_it_is_asked(oov):
    opdracht = geplaatst(oov)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)

    for _ in range(3):
        eenheid_invoeren(opdracht_id=opdracht.pk, eenheid=2, nu=NU)

    assert Persoon.objects.count() == 2
    assert regels(opdracht, "uitkomst") == ["ingevoerd", "ingevoerd", ""]
    invoeren(opdracht)
    assert Persoon.objects.count() == 3
    assert opdracht.status == OpdrachtStatus.KLAAR


def test_what_is_thrown_away_leaves_no_row_of_the_file(oov):
    opdracht = geplaatst(oov)

    weggooien(opdracht_id=opdracht.pk, door=oov, nu=NU)

    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.weggegooid_door) == (OpdrachtStatus.VERVALLEN, oov)
    assert (Importbestand.objects.count(), Importregel.objects.count()) == (0, 0)


def test_an_import_can_be_taken_back_whole(oov):
    opdracht = ingevoerd(oov)

    teruggedraaid(opdracht, oov)

    assert opdracht.status == OpdrachtStatus.ONGEDAAN
    assert (opdracht.ongedaan_door, opdracht.ongedaan_reden) == (oov, "Verkeerde lijst")
    blad = opdrachtpagina(opdracht, voor=oov).blad
    assert blad is not None
    assert "Ingevoerd" not in {*(f.label for f in blad.filters), *(r.label for r in blad.regels)}
    assert "Ongedaan gemaakt" in {regel.label for regel in blad.regels}
    assert (Persoon.objects.count(), Inburgeraar.objects.count(), Gezin.objects.count()) == (
        0,
        0,
        0,
    )
    assert Gebeurtenis.objects.count() == 0
    weg = Persoon.history.filter(history_type="-")
    assert {(rij.achternaam, rij.history_change_reason, rij.history_user) for rij in weg} == {
        (naam, "Verkeerde lijst", oov) for naam in ("Tesfay", "Haile", "Haddad")
    }


def test_what_was_completed_is_as_it_was_before(oov):
    ingevoerd(oov)
    aanvulling = ingevoerd(
        oov,
        [KOP, ("", "Tesfay", "Selam", "14-02-1990", "1000000001", "0612345678")],
        nu=NU + timedelta(hours=1),
    )
    persoon = Persoon.objects.get(v_nummer="1000000001")
    assert persoon.telefoon == "0612345678"

    teruggedraaid(aanvulling, oov)

    persoon.refresh_from_db()
    assert (persoon.telefoon, persoon.versie) == ("", 3)
    assert Persoon.objects.count() == 3
    laatste = Gebeurtenis.objects.filter(inburgeraar=persoon.inburgeraar).first()
    assert laatste.tekst == "Invoer uit een bestand teruggedraaid"


def test_what_has_a_later_act_stays(oov, consulent):
    opdracht = ingevoerd(oov)
    dossier = Inburgeraar.objects.get(persoon__achternaam="Haile")
    notitie_schrijven(
        dossier_id=dossier.pk, tekst="Belde vandaag", door=consulent, nu=NU + timedelta(hours=2)
    )

    with pytest.raises(Geweigerd, match=dossier.dossiernummer):
        terugdraaien_aanvragen(
            opdracht_id=opdracht.pk, door=oov, nu=NU + timedelta(days=1), reden="Verkeerde lijst"
        )

    opdracht.refresh_from_db()
    assert (opdracht.status, Persoon.objects.count()) == (OpdrachtStatus.KLAAR, 3)


def test_what_happens_while_it_is_being_taken_back_stops_it(oov, consulent):
    opdracht = ingevoerd(oov)
    dossier = Inburgeraar.objects.get(persoon__achternaam="Haile")
    later = NU + timedelta(days=1)
    terugdraaien_aanvragen(opdracht_id=opdracht.pk, door=oov, nu=later, reden="Verkeerde lijst")
    notitie_schrijven(dossier_id=dossier.pk, tekst="Belde vandaag", door=consulent, nu=later)

    terugdraaien(opdracht_id=opdracht.pk, nu=later)

    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.ongedaan_door) == (OpdrachtStatus.KLAAR, None)
    assert f"Dossier {dossier.dossiernummer} heeft een latere handeling" in opdracht.melding
    assert Persoon.objects.count() == 3


def test_who_only_looked_does_not_stop_it(oov, consulent):
    opdracht = ingevoerd(oov)
    dossier = Inburgeraar.objects.get(persoon__achternaam="Haile")
    raadplegen(
        dossier=dossier, onderdeel="Overzicht", medewerker=consulent, nu=NU + timedelta(hours=2)
    )

    teruggedraaid(opdracht, oov)

    assert (opdracht.status, Persoon.objects.count()) == (OpdrachtStatus.ONGEDAAN, 0)


def test_a_closed_dossier_is_not_completed_from_a_file(oov, teamleider, consulent):
    ingevoerd(oov)
    dossier = Inburgeraar.objects.get(persoon__v_nummer="1000000001")
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[consulent], door=teamleider, nu=NU, reden="collega"
    )

    aanvulling = ingevoerd(
        oov, [KOP, ("", "Tesfay", "Selam", "14-02-1990", "1000000001", "0612345678")]
    )

    assert aanvulling.uitkomsten == {"overgeslagen": 1}
    assert "gesloten dossier" in aanvulling.regels.get().reden
    assert Persoon.objects.get(v_nummer="1000000001").telefoon == ""


def test_columns_that_are_not_recognised_are_asked_for(oov):
    opdracht = geplaatst(oov, [("Wie", "Roepnaam", "Wanneer"), ("Haddad", "Omar", "2-3-1975")])
    assert opdracht.status == OpdrachtStatus.TE_KOPPELEN

    koppelen(
        opdracht_id=opdracht.pk,
        versie=opdracht.versie,
        koppeling={"achternaam": 0, "voornamen": 1, "geboortedatum": 2},
        blad="",
        door=oov,
        nu=NU,
    )
    lezen(opdracht_id=opdracht.pk, nu=NU)

    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.oordelen) == (OpdrachtStatus.VOORBEELD, {"nieuw": 1})


def test_the_file_and_its_rows_cannot_be_read_from_the_database(oov):
    opdracht = geplaatst(oov)

    bestand = bytes(opdracht.bestand.inhoud_versleuteld)
    cellen = bytes(opdracht.regels.first().cellen_versleuteld)
    assert b"Tesfay" not in bestand + cellen
    assert b"Tesfay" in opdracht.bestand.inhoud
    assert "Tesfay" in opdracht.regels.first().cellen


def test_only_who_may_enter_this_kind_sees_it(oov, consulent: Medewerker):
    opdracht = geplaatst(oov)

    assert list(Opdracht.objects.zichtbaar_voor(oov)) == [opdracht]
    assert list(Opdracht.objects.zichtbaar_voor(consulent)) == []
    assert len(GEZIN) == 4
