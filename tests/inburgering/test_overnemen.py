"""A case that ran before this system: its links and terms stand on the days of their own facts."""

from datetime import date

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.enums import (
    Gezinsrol,
    Regime,
    SchakelStatus,
    TermijnSoort,
    VerblijfSoort,
    VerblijfsrechtSoort,
)
from inburgering.models import Gebeurtenis, Inburgeraar, Taak, Termijn
from inburgering.services.overnemen import (
    OVERGENOMEN,
    LopendeZaak,
    LopendLid,
    Vergunning,
    lid_overnemen,
)
from inburgering.services.personen import gezin_vormen
from inburgering.services.plichten import (
    PlichtGegevens,
    VerblijfGegevens,
    plicht_corrigeren,
)
from tests.factories import GEMEENTECODE, NU, VANDAAG, PartnerorganisatieFactory, persoongegevens
from wet.doelgroepen import GedetailleerdeDoelgroep

pytestmark = pytest.mark.django_db

HIER_SINDS = date(2024, 6, 1)
BRP = date(2024, 6, 5)
KENNISGEVING = date(2024, 5, 2)
VERGUNNING = date(2023, 11, 20)

PLICHT = PlichtGegevens(
    start_op=KENNISGEVING,
    kennisgeving_op=KENNISGEVING,
    gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
)


@pytest.fixture
def wie(gemeente, teamleider):
    return {"door": teamleider, "nu": NU}


@pytest.fixture
def neem_over(wie):
    def doe(zaak=None, **velden):
        gewoon = {
            "persoon": persoongegevens(),
            "rol": Gezinsrol.REFERENT,
            "sinds": HIER_SINDS,
            "verblijf": VerblijfGegevens(
                soort=VerblijfSoort.WONING,
                plaats="Leek",
                gemeentecode=GEMEENTECODE,
                start_op=HIER_SINDS,
                brp_op=BRP,
            ),
            "vergunning": Vergunning(soort=VerblijfsrechtSoort.ASIEL_BEPAALD, start_op=VERGUNNING),
            "zaak": zaak,
        }
        lid = LopendLid(**(gewoon | velden))
        return lid_overnemen(gezin=gezin_vormen(**wie), lid=lid, **wie)

    return doe


def zaak(**velden):
    gewoon = {
        "regime": Regime.WI2021,
        "groep": GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        "plicht": PLICHT,
    }
    return LopendeZaak(**(gewoon | velden))


def schakels(persoon):
    return [
        (schakel.status, schakel.geopend_op, schakel.afgerond_op)
        for schakel in persoon.inburgeraar.schakels.order_by("nummer")
    ]


DICHT, OPEN, NVT, WACHT = (
    SchakelStatus.AFGEROND,
    SchakelStatus.OPEN,
    SchakelStatus.NVT,
    SchakelStatus.WACHT,
)


def test_who_was_housed_here_has_the_links_on_the_days_of_the_facts(neem_over):
    persoon = neem_over(zaak())

    assert schakels(persoon) == [
        (DICHT, KENNISGEVING, KENNISGEVING),
        (DICHT, HIER_SINDS, BRP),
        (OPEN, HIER_SINDS, None),
        (WACHT, None, None),
        (WACHT, None, None),
    ]


def test_the_ten_weeks_run_from_the_registration_that_came_later(neem_over):
    persoon = neem_over(zaak())

    (termijn,) = Termijn.objects.filter(inburgeraar__persoon=persoon)
    assert (termijn.soort, termijn.start_op) == (TermijnSoort.PIP, date(2024, 6, 6))


def test_the_tasks_are_what_is_really_missing(neem_over, consulent):
    persoon = neem_over(zaak(consulent=consulent))

    soorten = set(Taak.objects.filter(inburgeraar__persoon=persoon).values_list("soort", flat=True))
    assert soorten == {"begeleiding_beginnen", "intake_starten", "pip_vaststellen"}


def test_without_the_kennisgeving_schakel_1_waits_for_it(neem_over, consulent):
    persoon = neem_over(zaak(plicht=None, consulent=consulent))

    assert schakels(persoon)[0] == (OPEN, HIER_SINDS, None)
    assert persoon.inburgeraar.geopend_op == HIER_SINDS
    soorten = set(Taak.objects.filter(inburgeraar__persoon=persoon).values_list("soort", flat=True))
    assert soorten == {"begeleiding_beginnen", "kennisgeving", "intake_starten"}


def test_a_gezinsmigrant_is_not_housed_by_the_municipality(neem_over):
    groep = GedetailleerdeDoelgroep.GEZINSHERENIGER
    persoon = neem_over(
        zaak(
            groep=groep,
            plicht=PlichtGegevens(
                start_op=KENNISGEVING, kennisgeving_op=KENNISGEVING, gedetailleerde_doelgroep=groep
            ),
        ),
        vergunning=Vergunning(soort=VerblijfsrechtSoort.REGULIER_GEZIN, start_op=VERGUNNING),
    )

    assert not persoon.inburgeraar.wordt_gehuisvest
    assert [status for status, _open, _dicht in schakels(persoon)] == [
        DICHT,
        NVT,
        OPEN,
        WACHT,
        WACHT,
    ]
    assert schakels(persoon)[2][1] == KENNISGEVING


def test_the_ondertussengroep_has_no_plan_and_no_ten_weeks(neem_over):
    begin = date(2019, 4, 1)
    persoon = neem_over(
        zaak(
            regime=Regime.WI2013,
            plicht=PlichtGegevens(
                start_op=begin,
                gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
            ),
        )
    )

    assert schakels(persoon) == [
        (DICHT, begin, begin),
        (DICHT, HIER_SINDS, BRP),
        (NVT, None, None),
        (NVT, None, None),
        (NVT, None, None),
    ]
    assert not Termijn.objects.exists()


def test_a_correction_of_the_plicht_does_not_open_the_first_link_of_the_ondertussengroep(
    neem_over, wie
):
    begin = date(2019, 4, 1)
    gegevens = PlichtGegevens(
        start_op=begin, gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER
    )
    persoon = neem_over(zaak(regime=Regime.WI2013, plicht=gegevens))
    plicht = persoon.inburgeraar.plichten.get()

    plicht_corrigeren(plicht_id=plicht.pk, versie=plicht.versie, gegevens=gegevens, **wie)

    assert schakels(persoon)[0][0] == DICHT


def test_a_child_has_no_dossier(neem_over):
    persoon = neem_over(
        persoon=persoongegevens(geboortedatum=OnzekereDatum(2018, 3, 3)), rol=Gezinsrol.KIND
    )

    assert not Inburgeraar.objects.exists()
    assert persoon.lidmaatschappen.get().start_op == HIER_SINDS
    assert persoon.verblijven.get().brp_op == BRP


def test_the_timeline_says_when_it_was_taken_over_and_the_facts_stand_on_their_own_days(
    neem_over, teamleider, consulent
):
    partner = PartnerorganisatieFactory(naam="De Schans")
    persoon = neem_over(zaak(consulent=consulent, partner=partner))

    regels = list(
        Gebeurtenis.objects.filter(inburgeraar__persoon=persoon)
        .order_by("pk")
        .values_list("tekst", "op", "door")
    )
    assert (OVERGENOMEN, VANDAAG, teamleider.pk) in regels
    assert ("Schakel 2 afgerond: Voorbereiden op inburgering", BRP, teamleider.pk) in regels
    assert ("Verblijfsrecht: Asiel, bepaalde tijd", VERGUNNING, teamleider.pk) in regels
    assert persoon.inburgeraar.partner == partner
