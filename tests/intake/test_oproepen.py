"""The ladder in full: summons, warning with a second summons, third term, completion in absence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from pypdf import PdfReader

from besluiten.models import BriefStatus, Verzending
from besluiten.services.brieven import brief_verzenden
from inburgering.enums import SchakelNummer
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from inburgering.services import schakels
from inburgering.services.documenten import lees
from intake.models import BredeIntake, IntakeStatus, Oproep, OproepStatus, OproepVoor
from intake.queries.intake import is_afgerond
from intake.services.intake import (
    intake_afronden_bij_afwezigheid,
    intake_heropenen,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.oproepen import (
    OproepGegevens,
    oproep_gekomen,
    oproep_intrekken,
    oproep_niet_gekomen,
    oproepen,
)
from tests.factories import NU, VANDAAG, een_dossier
from wet.doelgroepen import Doelgroep
from wet.termijnen import nieuwe_oproeptermijn

pytestmark = pytest.mark.django_db

# VANDAAG is Monday 2 March 2026
DAGEN = (date(2026, 3, 16), date(2026, 3, 30), date(2026, 4, 14))
GEGEVENS = OproepGegevens(
    voor=OproepVoor.GESPREK, verschijnen_op=DAGEN[0], tijd=time(10), plaats="Leek"
)


def op(dag: date) -> datetime:
    return NU + (dag - VANDAAG)


def roep_op(dossier, wie, dag=DAGEN[0], *, nu=NU, verzend=True, **anders) -> Oproep:
    gegevens = replace(GEGEVENS, verschijnen_op=dag, **anders)
    oproep = oproepen(dossier_id=dossier.pk, gegevens=gegevens, door=wie["door"], nu=nu)
    if verzend:
        verstuur(oproep, wie, nu)
    return oproep


def verstuur(oproep, wie, nu):
    brief_verzenden(
        brief_id=oproep.brief_id,
        versie=None,
        wijze=Verzending.POST,
        op=VANDAAG + (nu - NU),
        door=wie["door"],
        nu=nu,
    )


def kwam_niet(oproep, wie, *, reden="") -> Oproep:
    nu = op(oproep.verschijnen_op + timedelta(days=1))
    return oproep_niet_gekomen(
        oproep_id=oproep.pk, versie=None, reden=reden, door=wie["door"], nu=nu
    )


def drie_keer_niet(dossier, wie, voor=OproepVoor.GESPREK) -> Oproep:
    for keer, dag in enumerate(DAGEN):
        nu = op(DAGEN[keer - 1] + timedelta(days=1)) if keer else NU
        zonder = "Statushouder: geen boete." if keer == 2 else ""
        oproep = roep_op(dossier, wie, dag, nu=nu, zonder_boete=zonder, voor=voor)
        kwam_niet(oproep, wie)
    return oproep


def tekst_van(oproep: Oproep) -> str:
    """What the letter says."""
    bladen = PdfReader(BytesIO(lees(oproep.brief.document))).pages
    return " ".join(" ".join(blad.extract_text().split()) for blad in bladen)


@pytest.fixture
def dossier(gemeente, consulent):
    """Of somebody who can get a fine, as who came for asylum cannot."""
    return een_dossier(
        consulent=consulent,
        doelgroep=Doelgroep.OVERIG,
        wordt_gehuisvest=False,
        kennisgeving_op=VANDAAG,
    )


# --- The first ------------------------------------------------------------------------------------
def test_a_summons_comes_with_its_letter(dossier, wie):
    oproep = roep_op(dossier, wie, verzend=False)

    assert (oproep.ronde, oproep.nummer, oproep.status) == (1, 1, OproepStatus.OPGEROEPEN)
    assert oproep.brief.status == BriefStatus.GEMAAKT
    assert oproep.brief.titel == "Oproep: gesprek voor de brede intake"
    assert "Oproep: gesprek voor de brede intake" in tekst_van(oproep)


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (VANDAAG + timedelta(days=1), "De brief moet nog aankomen. Kies 4 maart 2026 of later."),
        (date(2026, 3, 15), "De eerste werkdag erna is 16 maart 2026."),
        (date(2026, 4, 6), "De eerste werkdag erna is 7 april 2026."),  # Easter Monday
    ],
)
def test_the_day_in_the_letter_is_a_working_day_far_enough_ahead(dossier, wie, dag, reden):
    with pytest.raises(Geweigerd) as fout:
        roep_op(dossier, wie, dag)

    assert reden in fout.value.reden
    assert fout.value.veld == "verschijnen_op"
    assert not Oproep.objects.exists()


def test_there_is_no_summons_before_schakel_3_or_under_the_old_law(gemeente, consulent, wie):
    with pytest.raises(Geweigerd, match="als schakel 3 open is"):
        roep_op(een_dossier(consulent=consulent), wie)
    with pytest.raises(Geweigerd, match="Wet inburgering 2013"):
        roep_op(een_dossier(consulent=consulent, regime="Wi2013"), wie)


# --- Came, or not -------------------------------------------------------------------------------
def test_nobody_stayed_away_before_the_day_is_over(dossier, wie):
    oproep = roep_op(dossier, wie)

    with pytest.raises(Geweigerd, match="nog niet voorbij"):
        oproep_niet_gekomen(
            oproep_id=oproep.pk, versie=None, reden="", door=wie["door"], nu=op(DAGEN[0])
        )
    with pytest.raises(IntegrityError, match="oproep_niet_gekomen_na_de_dag"), transaction.atomic():
        _schrijf(oproep, status="niet_gekomen", geeindigd_op=DAGEN[0], door=wie["door"])


def _schrijf(oproep, *, status, geeindigd_op, door):
    """Past the policy, as the database would see it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE intake_oproep SET status = %s, geeindigd_op = %s, geeindigd_door_id = %s"
            " WHERE id = %s",
            [status, geeindigd_op, door.pk, oproep.pk],
        )


def test_a_letter_that_did_not_leave_or_left_too_late_does_not_count(dossier, wie):
    oproep = roep_op(dossier, wie, verzend=False)
    with pytest.raises(Geweigerd, match="De brief is niet verzonden"):
        kwam_niet(oproep, wie)

    verstuur(oproep, wie, op(DAGEN[0] - timedelta(days=1)))
    with pytest.raises(Geweigerd, match="te laat verzonden"):
        kwam_niet(oproep, wie)

    oproep_intrekken(
        oproep_id=oproep.pk, versie=None, reden="Brief te laat", **wie | {"nu": op(DAGEN[0])}
    )
    opnieuw = roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0]))
    assert (opnieuw.ronde, opnieuw.nummer) == (1, 1)


def test_what_became_of_it_is_recorded_once(dossier, wie):
    oproep = roep_op(dossier, wie)
    kwam_niet(oproep, wie, reden="Was ziek, zegt de buurvrouw.")

    oproep.refresh_from_db()
    assert oproep.toelichting == "Was ziek, zegt de buurvrouw."
    with pytest.raises(Geweigerd, match="al afgehandeld: niet gekomen"):
        oproep_gekomen(oproep_id=oproep.pk, versie=None, op=DAGEN[0], **wie)


def test_who_came_begins_a_new_round_at_the_next_no_show(dossier, wie):
    kwam_niet(roep_op(dossier, wie), wie)
    tweede = roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0] + timedelta(days=1)))
    oproep_gekomen(oproep_id=tweede.pk, versie=None, op=DAGEN[1], **wie | {"nu": op(DAGEN[1])})

    nieuw = roep_op(dossier, wie, DAGEN[2], nu=op(DAGEN[1]))

    assert (nieuw.ronde, nieuw.nummer) == (2, 1)


def test_one_at_a_time_and_the_test_has_a_ladder_of_its_own(dossier, wie):
    roep_op(dossier, wie)

    with pytest.raises(Geweigerd, match="Oproep 1 loopt nog"):
        roep_op(dossier, wie, DAGEN[1])
    toets = roep_op(dossier, wie, DAGEN[1], voor=OproepVoor.TOETS)

    assert (toets.nummer, toets.brief.titel) == (1, "Oproep: leerbaarheidstoets")


# --- The third ----------------------------------------------------------------------------------
@pytest.fixture
def twee_keer_niet(dossier, wie):
    kwam_niet(roep_op(dossier, wie), wie)
    kwam_niet(roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0] + timedelta(days=1))), wie)
    return op(DAGEN[1] + timedelta(days=1))


def test_the_third_rests_on_a_fine_or_says_why_there_is_none(dossier, wie, twee_keer_niet):
    with pytest.raises(Geweigerd) as geen:
        roep_op(dossier, wie, DAGEN[2], nu=twee_keer_niet)
    with pytest.raises(Geweigerd) as beide:
        roep_op(
            dossier,
            wie,
            DAGEN[2],
            nu=twee_keer_niet,
            boete_bekend_op=DAGEN[1],
            zonder_boete="Statushouder",
        )

    assert geen.value.veld == beide.value.veld == "zonder_boete"
    derde = roep_op(dossier, wie, DAGEN[2], nu=twee_keer_niet, zonder_boete="Statushouder")
    assert derde.nummer == 3


def test_after_a_fine_the_third_term_is_at_most_two_months(dossier, wie, twee_keer_niet):
    uiterlijk = nieuwe_oproeptermijn(DAGEN[1]).bekend.eind_op
    assert uiterlijk == date(2026, 6, 1)  # 30 May is a Saturday

    with pytest.raises(Geweigerd, match="tot en met 1 juni 2026"):
        roep_op(dossier, wie, date(2026, 6, 2), nu=twee_keer_niet, boete_bekend_op=DAGEN[1])
    derde = roep_op(dossier, wie, uiterlijk, nu=twee_keer_niet, boete_bekend_op=DAGEN[1])

    assert derde.verschijnen_op == uiterlijk


def test_a_fine_is_not_from_before_the_second_summons(dossier, wie, twee_keer_niet):
    verzonden = DAGEN[0] + timedelta(days=1)

    with pytest.raises(Geweigerd, match="verzonden op 17-03-2026") as fout:
        roep_op(
            dossier,
            wie,
            DAGEN[2],
            nu=twee_keer_niet,
            boete_bekend_op=verzonden - timedelta(days=1),
        )

    assert fout.value.veld == "boete_bekend_op"
    assert roep_op(dossier, wie, DAGEN[2], nu=twee_keer_niet, boete_bekend_op=verzonden).nummer == 3


def test_a_status_holder_gets_a_third_term_without_a_fine(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent)
    schakels.schakel_openen(
        dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, op=VANDAAG, **wie
    )
    kwam_niet(roep_op(dossier, wie), wie)
    kwam_niet(roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0] + timedelta(days=1))), wie)
    nu = op(DAGEN[1] + timedelta(days=1))

    with pytest.raises(Geweigerd, match="asielstatushouder krijgt hiervoor geen boete") as fout:
        roep_op(dossier, wie, DAGEN[2], nu=nu, boete_bekend_op=DAGEN[1])

    assert fout.value.veld == "boete_bekend_op"
    assert roep_op(dossier, wie, DAGEN[2], nu=nu, zonder_boete="Statushouder").nummer == 3


def test_nobody_came_before_the_summons_was_made(dossier, wie):
    oproep = roep_op(dossier, wie)

    with pytest.raises(Geweigerd, match="voor de oproep") as fout:
        oproep_gekomen(oproep_id=oproep.pk, versie=None, op=VANDAAG - timedelta(days=1), **wie)

    assert fout.value.veld == "op"
    oproep_gekomen(oproep_id=oproep.pk, versie=None, op=VANDAAG, **wie)
    oproep.refresh_from_db()
    assert oproep.status == OproepStatus.GEKOMEN


def test_a_fine_belongs_to_the_third_only(dossier, wie):
    with pytest.raises(Geweigerd, match="hoort bij de derde"):
        roep_op(dossier, wie, zonder_boete="Statushouder")


def test_after_three_there_is_no_fourth(dossier, wie):
    derde = drie_keer_niet(dossier, wie)

    with pytest.raises(Geweigerd, match="drie oproepen geweest"):
        roep_op(dossier, wie, date(2026, 5, 12), nu=op(derde.verschijnen_op + timedelta(days=1)))


# --- What the letters say -------------------------------------------------------------------------
def test_every_letter_says_what_somebody_may(dossier, wie):
    tekst = tekst_van(roep_op(dossier, wie))

    assert "U komt op maandag 16 maart 2026 om 10:00 uur" in tekst
    assert "Er is een tolk als u die nodig hebt." in tekst
    assert "U mag iemand meenemen die u vertrouwt." in tekst
    assert "U mag ook alleen met ons spreken, zonder uw partner of familie." in tekst
    assert "boete" not in tekst


def test_the_warning_threatens_no_status_holder_with_a_fine(gemeente, consulent, wie):
    migrant = een_dossier(
        consulent=consulent,
        doelgroep=Doelgroep.OVERIG,
        wordt_gehuisvest=False,
        kennisgeving_op=VANDAAG,
    )
    statushouder = een_dossier(consulent=consulent)
    schakels.schakel_openen(
        dossier_id=statushouder.pk, nummer=SchakelNummer.INTAKE_EN_PIP, op=VANDAAG, **wie
    )
    brieven = []
    for dossier in (migrant, statushouder):
        kwam_niet(roep_op(dossier, wie), wie)
        tweede = roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0] + timedelta(days=1)))
        brieven.append(tekst_van(tweede))

    assert "Dan kunnen wij u een boete geven." in brieven[0]
    assert "boete" not in brieven[1]
    for tekst in brieven:
        assert "Dit is een waarschuwing." in tekst
        assert "16 maart 2026" in tekst


# --- Closing without the person -------------------------------------------------------------------
def sluit_afwezig(intake, wie, *, nu):
    return intake_afronden_bij_afwezigheid(
        intake_id=intake.pk, versie=None, reden="Drie keer niet gekomen", door=wie["door"], nu=nu
    )


def schrijf_verslag(intake, wie, nu):
    intakegegevens_vastleggen(
        intake_id=intake.pk,
        versie=None,
        tolktaal="",
        alleen_spreken_op=None,
        verslag="Wat wij wel weten.",
        door=wie["door"],
        nu=nu,
    )


def test_in_absence_only_after_the_third(dossier, intake, wie, twee_keer_niet):
    schrijf_verslag(intake, wie, twee_keer_niet)

    with pytest.raises(Geweigerd, match="pas na een derde oproep"):
        sluit_afwezig(intake, wie, nu=twee_keer_niet)


def test_in_absence_it_closes_without_what_only_the_person_could_give(dossier, intake, wie):
    derde = drie_keer_niet(dossier, wie)
    nu = op(derde.verschijnen_op + timedelta(days=1))
    with pytest.raises(Geweigerd, match="Leg de brede intake vast in een verslag"):
        sluit_afwezig(intake, wie, nu=nu)
    schrijf_verslag(intake, wie, nu)

    intake = sluit_afwezig(intake, wie, nu=nu)

    assert (intake.status, intake.bij_afwezigheid) == (IntakeStatus.AFGEROND, True)
    assert intake.ontbrak[0] == "leerbaarheidstoets"
    assert "verslag" not in intake.ontbrak
    assert len(intake.ontbrak) == 10
    toets = dossier.leerbaarheidstoets
    assert (toets.grond, toets.ontheven_toelichting) == ("afwezig", "Drie keer niet gekomen")
    assert toets.overgeslagen
    assert is_afgerond(dossier.pk)
    assert dossier.documenten.filter(soort="intake").count() == 1
    intake = intake_heropenen(
        intake_id=intake.pk, versie=None, reden="Kwam toch", door=wie["door"], nu=nu
    )
    assert (intake.bij_afwezigheid, intake.ontbrak) == (False, [])
    toets.refresh_from_db()
    assert (toets.status, toets.overgeslagen) == ("nodig", False)


def vul_alles(intake, wie, nu):
    """What the talks gave, without the test."""
    for deel in intake.onderdelen.all():
        onderdeel_invullen(
            onderdeel_id=deel.pk, versie=None, tekst="Verteld.", door=wie["door"], nu=nu
        )
    intakegegevens_vastleggen(
        intake_id=intake.pk,
        versie=None,
        tolktaal="",
        alleen_spreken_op=VANDAAG,
        verslag="Kwam drie keer praten.",
        door=wie["door"],
        nu=nu,
    )


def test_who_missed_the_test_alone_did_tell_the_rest(klant, dossier, intake, wie):
    derde = drie_keer_niet(dossier, wie, OproepVoor.TOETS)
    nu = op(derde.verschijnen_op + timedelta(days=1))
    schrijf_verslag(intake, wie, nu)
    with pytest.raises(Geweigerd, match="Beschrijf de opleiding en de werkervaring"):
        sluit_afwezig(intake, wie, nu=nu)
    assert BredeIntake.objects.get().status == IntakeStatus.GESTART

    vul_alles(intake, wie, nu)
    intake = sluit_afwezig(intake, wie, nu=nu)

    assert (intake.status, intake.bij_afwezigheid) == (IntakeStatus.AFGEROND, False)
    assert intake.ontbrak == []
    toets = dossier.leerbaarheidstoets
    assert (toets.grond, toets.overgeslagen) == ("afwezig", True)
    pagina = klant.get(reverse("intake", args=[dossier.dossiernummer])).text
    assert "De toets hoeft niet: na drie oproepen niet gekomen." in pagina
    assert "kwam niemand" not in pagina
    assert "zonder dat deze persoon kwam" not in pagina


def test_the_tasks_climb_along(dossier, wie):
    intake_starten(dossier_id=dossier.pk, **wie)

    def taken():
        soorten = ("oproep_uitkomst", "oproep_vervolg")
        return list(
            Taak.objects.filter(inburgeraar=dossier, status="open", soort__in=soorten)
            .order_by("pk")
            .values_list("titel", "uiterlijk_op")
        )

    oproep = roep_op(dossier, wie, verzend=False)
    assert taken() == []
    verstuur(oproep, wie, NU)
    assert taken() == [("Vastleggen of iemand kwam op oproep 1", DAGEN[0] + timedelta(days=1))]
    kwam_niet(oproep, wie)
    assert taken() == [("Oproep 2 maken", None)]
    roep_op(dossier, wie, DAGEN[1], nu=op(DAGEN[0] + timedelta(days=1)))
    assert [titel for titel, _ in taken()] == ["Vastleggen of iemand kwam op oproep 2"]


# --- The pages ------------------------------------------------------------------------------------
def test_a_summons_in_the_browser(klant, dossier, intake, wie):
    adres = reverse("oproepen", args=[dossier.dossiernummer, "gesprek"])
    assert "Boete bekendgemaakt" not in klant.get(adres).text

    klant.post(adres, {"verschijnen_op": "16-3-2026", "tijd": "10:00", "plaats": "Leek"})

    oproep = Oproep.objects.get()
    tab = klant.get(reverse("intake", args=[dossier.dossiernummer])).text
    assert "nog niet verzonden" in tab
    assert "Niet gekomen kunt u nog niet vastleggen. De brief is niet verzonden." in tab
    assert reverse("brief-verzenden", args=[dossier.dossiernummer, oproep.brief_id]) in tab


def test_a_weekend_gets_its_message_by_the_field(klant, dossier, intake):
    adres = reverse("oproepen", args=[dossier.dossiernummer, "gesprek"])

    antwoord = klant.post(adres, {"verschijnen_op": "15-3-2026", "tijd": "10:00", "plaats": "Leek"})

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == ["verschijnen_op"]
    assert klant.get(adres.replace("gesprek", "feest")).status_code == 404


def test_closing_in_absence_in_the_browser(klant, dossier, intake, wie):
    derde = drie_keer_niet(dossier, wie)
    schrijf_verslag(intake, wie, op(derde.verschijnen_op + timedelta(days=1)))
    tab = reverse("intake", args=[dossier.dossiernummer])
    assert "Afronden bij afwezigheid" in klant.get(tab).text

    klant.post(
        reverse("intake-afronden-afwezig", args=[dossier.dossiernummer]), {"reden": "Kwam niet."}
    )

    assert BredeIntake.objects.get().bij_afwezigheid
    pagina = klant.get(tab).text
    assert "bij afwezigheid: na drie oproepen kwam niemand" in pagina
    assert "Dit staat er niet in" in pagina
