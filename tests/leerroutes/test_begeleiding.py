"""Maatschappelijke begeleiding: when it runs, what was done, and what counts (Wi 13)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.enums import BeeindigReden, Regime, SchakelNummer
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from inburgering.services.dossiers import beeindigen, opschorten
from inburgering.services.schakels import schakel_afronden
from leerroutes.enums import BegeleidingSoort, PvtDeelnameStatus
from leerroutes.models import (
    Begeleidingsmoment,
    Maandtotaal,
    MaatschappelijkeBegeleiding,
    PvtDeelname,
    Taalkoppel,
    Urenregel,
    Urenstand,
)
from leerroutes.queries.begeleiding import begeleidingskaart
from leerroutes.services.begeleiding import (
    MomentGegevens,
    begeleiding_beeindigen,
    begeleiding_hervatten,
    begeleiding_starten,
    begeleiding_wijzigen,
    moment_vastleggen,
    moment_verwijderen,
    moment_wijzigen,
)
from leerroutes.services.traject import EerdereUren
from leerroutes.services.vrijwilligers import koppelen
from overdracht.enums import Fase
from overdracht.services.begeleiding import begeleiding_starten as aanmelden
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.lessen import schakel_4_dicht
from tests.leerroutes.op_route import op_route
from tests.leerroutes.pvtgroep import PIP_OP, bijeenkomst, iemand, met_pip, vrijwilliger, woont_hier
from tests.overdracht.huishoudens import INSCHRIJVING, Team, breng_tot, dossiers_van, ontvangen
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db

EERSTE = PIP_OP.date()


@pytest.fixture
def dossier(gemeente, consulent, partner):
    dossier = iemand(consulent, partner=partner)
    woont_hier(dossier, consulent)
    return dossier


def start(dossier, door, **anders):
    gewoon = {"start_op": EERSTE, "begeleider": "Tess de Vries"}
    return begeleiding_starten(dossier_id=dossier.pk, door=door, nu=NU, **gewoon | anders)


def moment(**anders):
    gewoon = {
        "op": date(2026, 2, 2),
        "soort": BegeleidingSoort.PRAKTISCH,
        "onderwerp": "Post",
        "uren": Decimal("1.5"),
    }
    return MomentGegevens(**gewoon | anders)


def leg_vast(begeleiding, door, **anders):
    return moment_vastleggen(
        begeleiding_id=begeleiding.pk, gegevens=moment(**anders), door=door, nu=NU
    )


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


# --- It runs -------------------------------------------------------------------------------------
def test_the_partner_starts_it_for_its_own_organisation(dossier, partner):
    begeleiding = start(dossier, partner)

    assert (begeleiding.start_op, begeleiding.partner) == (EERSTE, partner.partnerorganisatie)


def test_not_before_the_registration_in_the_brp(dossier, partner):
    fout = geweigerd(lambda: start(dossier, partner, start_op=EERSTE - timedelta(days=1)))

    assert (fout.veld, fout.reden) == (
        "start_op",
        "De begeleiding begint met de inschrijving in de BRP, op 03-03-2025.",
    )


def test_not_while_the_registration_is_unknown(gemeente, consulent):
    fout = geweigerd(lambda: start(iemand(consulent), consulent))

    assert fout.reden == (
        "De inschrijving in de BRP is nog niet bekend: daarmee begint de begeleiding."
    )


def test_not_tomorrow(dossier, partner):
    fout = geweigerd(lambda: start(dossier, partner, start_op=VANDAAG + timedelta(days=1)))

    assert fout.veld == "start_op"


def test_only_for_who_was_granted_asylum(gemeente, consulent):
    migrant = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG)

    fout = geweigerd(lambda: start(migrant, consulent))

    assert fout.reden == "Maatschappelijke begeleiding is er alleen voor asielstatushouders."


def test_once(dossier, partner):
    start(dossier, partner)

    fout = geweigerd(lambda: start(dossier, partner))

    assert fout.reden == "De maatschappelijke begeleiding is al gestart."


def test_another_guide(dossier, partner):
    begeleiding = start(dossier, partner)

    begeleiding_wijzigen(
        begeleiding_id=begeleiding.pk,
        versie=begeleiding.versie,
        start_op=EERSTE,
        begeleider="Wim de Groot",
        door=partner,
        nu=NU,
    )

    begeleiding.refresh_from_db()
    assert begeleiding.begeleider == "Wim de Groot"


def einde(begeleiding, door, **anders):
    gewoon = {"eind_op": VANDAAG, "reden": "Redt zich zelf"}
    return begeleiding_beeindigen(
        begeleiding_id=begeleiding.pk, versie=None, door=door, nu=NU, **gewoon | anders
    )


def test_it_ends_with_a_reason_and_goes_on_again(dossier, partner):
    begeleiding = start(dossier, partner)

    begeleiding = einde(begeleiding, partner)
    assert (begeleiding.eind_op, begeleiding.reden) == (VANDAAG, "Redt zich zelf")

    begeleiding = begeleiding_hervatten(
        begeleiding_id=begeleiding.pk, versie=None, reden="Toch hulp nodig", door=partner, nu=NU
    )
    assert (begeleiding.eind_op, begeleiding.reden) == (None, "")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"eind_op": VANDAAG + timedelta(days=1)}, "eind_op"),
        ({"eind_op": EERSTE - timedelta(days=1)}, "eind_op"),
        ({"eind_op": date(2026, 2, 1)}, "eind_op"),
        ({"reden": " "}, "reden"),
    ],
)
def test_it_does_not_end_like_this(dossier, partner, anders, veld):
    begeleiding = start(dossier, partner)
    leg_vast(begeleiding, partner)

    assert geweigerd(lambda: einde(begeleiding, partner, **anders)).veld == veld


# --- Moments -------------------------------------------------------------------------------------
def test_a_moment_that_does_not_count_has_no_line_of_hours(dossier, partner):
    leg_vast(start(dossier, partner), partner)

    assert Begeleidingsmoment.objects.get().door == partner
    assert list(Urenregel.objects.all()) == []


def test_what_counts_is_participation_within_the_800(dossier, consulent, partner):
    met_pip(dossier, consulent)

    leg_vast(start(dossier, partner), partner, telt_mee=True)

    totaal = Maandtotaal.objects.get(inburgeraar=dossier)
    assert (totaal.soort, totaal.aanwezig) == ("begeleiding", Decimal("1.50"))
    assert Urenstand.objects.get(inburgeraar=dossier).participatie == Decimal("1.50")


def wijzig(rij, door, **anders):
    return moment_wijzigen(
        moment_id=rij.pk, versie=None, gegevens=moment(**anders), reden="Verkeerd", door=door, nu=NU
    )


def test_the_hours_follow_the_moment(dossier, partner):
    rij = leg_vast(start(dossier, partner), partner, telt_mee=True)

    wijzig(rij, partner, telt_mee=True, uren=Decimal(3), op=date(2026, 2, 3))
    regel = Urenregel.objects.get()
    assert (regel.uren, regel.op) == (3, date(2026, 2, 3))

    wijzig(rij, partner, telt_mee=False)
    assert list(Urenregel.objects.all()) == []


def test_words_are_put_right_also_once_schakel_4_closed_on_the_hours(dossier, consulent, partner):
    rij = leg_vast(start(dossier, partner), partner, telt_mee=True)
    schakel_4_dicht(dossier, consulent)

    anders = wijzig(rij, partner, telt_mee=True, tekst="Brief van de Belastingdienst")
    fout = geweigerd(lambda: wijzig(rij, partner, telt_mee=True, uren=Decimal(1)))

    assert anders.tekst == "Brief van de Belastingdienst"
    assert fout.reden == "Schakel 4 is afgerond: heropen eerst schakel 4."
    assert Urenregel.objects.get().versie == 1


def test_hours_of_before_the_dossier_came_to_rest_stay_when_words_are_put_right(
    dossier, consulent, partner
):
    begeleiding = start(dossier, partner)
    rij = leg_vast(begeleiding, partner, telt_mee=True)
    opschorten(dossier_id=dossier.pk, reden="Vrijstelling", door=consulent, nu=NU)

    wijzig(rij, partner, telt_mee=True, tekst="Brief van de Belastingdienst")
    fout = geweigerd(
        lambda: moment_vastleggen(
            begeleiding_id=begeleiding.pk,
            gegevens=moment(op=VANDAAG + timedelta(days=1), telt_mee=True),
            door=partner,
            nu=NU + timedelta(days=1),
        )
    )

    assert Urenregel.objects.get().uren == Decimal("1.5")
    assert (fout.veld, fout.reden) == (
        "telt_mee",
        "Het dossier loopt sinds 2 maart 2026 niet: dan tellen uren niet mee.",
    )


def test_a_moment_and_its_hours_are_taken_away_with_a_reason(dossier, partner):
    rij = leg_vast(start(dossier, partner), partner, telt_mee=True)
    wie = {"moment_id": rij.pk, "versie": None, "door": partner, "nu": NU}

    assert geweigerd(lambda: moment_verwijderen(reden=" ", **wie)).veld == "reden"
    moment_verwijderen(reden="Dubbel", **wie)

    assert list(Begeleidingsmoment.objects.all()) == list(Urenregel.objects.all()) == []


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": VANDAAG + timedelta(days=1)}, "op"),
        ({"op": EERSTE - timedelta(days=1)}, "op"),
        ({"uren": Decimal(0)}, "uren"),
        ({"uren": Decimal(25)}, "uren"),
    ],
)
def test_a_moment_that_cannot_be(dossier, partner, anders, veld):
    begeleiding = start(dossier, partner)

    assert geweigerd(lambda: leg_vast(begeleiding, partner, **anders)).veld == veld


def test_a_moment_that_is_sent_twice_is_recorded_once(dossier, partner):
    begeleiding = start(dossier, partner)
    leg_vast(begeleiding, partner, telt_mee=True)

    fout = geweigerd(lambda: leg_vast(begeleiding, partner, telt_mee=True))
    leg_vast(begeleiding, partner, telt_mee=True, onderwerp="Bank")

    assert fout.reden == "Dit staat er al: dezelfde dag, soort, onderwerp en uren."
    assert Begeleidingsmoment.objects.count() == Urenregel.objects.count() == 2


def test_no_more_than_a_day_has(dossier, partner):
    begeleiding = start(dossier, partner)
    leg_vast(begeleiding, partner, telt_mee=True, uren=Decimal(20))

    fout = geweigerd(lambda: leg_vast(begeleiding, partner, telt_mee=True, uren=Decimal(5)))

    assert fout.veld == "uren"


def test_who_wrote_it_corrects_it_or_the_municipality(dossier, consulent, partner):
    begeleiding = start(dossier, partner)
    van_gemeente = leg_vast(begeleiding, consulent)
    van_partner = leg_vast(begeleiding, partner)

    fout = geweigerd(lambda: wijzig(van_gemeente, partner))
    wijzig(van_partner, consulent, onderwerp="Bank")

    assert fout.reden == "Alleen Marieke Bos of de consulent kan dit veranderen."
    van_partner.refresh_from_db()
    assert (van_partner.onderwerp, van_partner.door) == ("Bank", partner)


def test_hours_are_added_up_per_part(dossier, partner):
    begeleiding = start(dossier, partner)
    leg_vast(begeleiding, partner, uren=Decimal(2))
    leg_vast(begeleiding, partner, uren=Decimal(1), telt_mee=True)
    leg_vast(begeleiding, partner, soort=BegeleidingSoort.VOORLICHTING, uren=Decimal("0.5"))

    kaart = begeleidingskaart(dossier, voor=partner, op=VANDAAG)

    assert [telling.uren for telling in kaart.tellingen] == [3, Decimal("0.5")]
    assert (kaart.uren, kaart.uren_mee) == (Decimal("3.5"), 1)


def test_moments_are_read_by_page(dossier, partner, monkeypatch):
    monkeypatch.setattr("leerroutes.queries.begeleiding.PER_PAGINA", 2)
    begeleiding = start(dossier, partner)
    for dag, onderwerp in ((1, "Post"), (2, "Post"), (2, "Bank")):
        leg_vast(begeleiding, partner, op=date(2026, 2, dag), onderwerp=onderwerp)

    eerste = begeleidingskaart(dossier, voor=partner, op=VANDAAG)
    tweede = begeleidingskaart(dossier, voor=partner, op=VANDAAG, na=str(eerste.volgende))

    dagen = [regel.moment.op.day for kaart in (eerste, tweede) for regel in kaart.momenten]
    assert (dagen, tweede.volgende) == ([2, 2, 1], None)


# --- What follows --------------------------------------------------------------------------------
def taken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, soort="begeleiding_beginnen", status="open")
    return list(rijen.values_list("uiterlijk_op", flat=True))


def test_a_task_asks_to_begin_until_it_has_begun(dossier, consulent, partner):
    assert taken(dossier) == [EERSTE]

    start(dossier, partner)

    assert taken(dossier) == []


def test_who_was_taken_over_halfway_is_not_asked_for(gemeente, consulent):
    dossier = iemand(consulent)
    woont_hier(dossier, consulent)
    assert taken(dossier) == [EERSTE]

    op_route(dossier, door=consulent, uren=EerdereUren(taal=100, participatie=20))

    assert taken(dossier) == []


def test_who_is_done_is_not_asked_for(dossier, consulent):
    schakel_afronden(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, door=consulent, nu=NU)

    assert taken(dossier) == []


def test_whom_the_partner_was_told_of_is_not_asked_for_but_starts_that_day(
    gemeente, oov, consulent, partner, client_als
):
    team = Team(oov=oov, consulent=consulent)
    overdracht = breng_tot(team, ontvangen(team), Fase.INGESCHREVEN)
    dossier = dossiers_van(overdracht)[0]
    assert taken(dossier) == [INSCHRIJVING]

    aanmelden(
        overdracht_id=overdracht.pk,
        partner=partner.partnerorganisatie,
        op=VANDAAG,
        door=team.oov,
        nu=NU,
    )

    assert taken(dossier) == []
    pad = reverse("begeleiding-starten", args=[dossier.dossiernummer])
    assert client_als(partner).get(pad).context["form"]["start_op"].value() == VANDAAG


def lopend(dossier, consulent, partner):
    """Guidance, a pair and an invitation."""
    start(dossier, partner)
    bijeenkomst(consulent, met=[dossier], begint_at=NU + timedelta(days=3))
    koppelen(
        dossier_id=dossier.pk,
        vrijwilliger_id=vrijwilliger(consulent).pk,
        doel="",
        start_op=VANDAAG,
        door=consulent,
        nu=NU,
    )


def test_when_a_dossier_ends_all_of_it_stops(dossier, consulent, partner):
    lopend(dossier, consulent, partner)

    beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, door=consulent, nu=NU
    )

    assert MaatschappelijkeBegeleiding.objects.get().eind_op == VANDAAG
    assert Taalkoppel.objects.get().eind_op == VANDAAG
    assert PvtDeelname.objects.get().status == PvtDeelnameStatus.AFGEMELD


def test_when_a_dossier_rests_it_goes_on(dossier, consulent, partner):
    lopend(dossier, consulent, partner)

    opschorten(dossier_id=dossier.pk, reden="Vrijgesteld", door=consulent, nu=NU)

    assert MaatschappelijkeBegeleiding.objects.get().eind_op is None
    assert Taalkoppel.objects.get().eind_op is None


# --- Pages ---------------------------------------------------------------------------------------
def test_a_moment_is_recorded_on_a_page(dossier, partner, client_als):
    start(dossier, partner)
    klant = client_als(partner)

    antwoord = klant.post(
        reverse("begeleiding-moment", args=[dossier.dossiernummer]),
        {"op": "2-2-26", "soort": "voorlichting", "onderwerp": "Zorg", "uren": "1,25"},
    )

    assert antwoord.url == reverse("begeleiding", args=[dossier.dossiernummer])
    rij = Begeleidingsmoment.objects.get()
    assert (rij.uren, rij.op, rij.door) == (Decimal("1.25"), date(2026, 2, 2), partner)


def test_a_wrong_moment_is_refused_by_the_field(dossier, partner, client_als):
    start(dossier, partner)

    antwoord = client_als(partner).post(
        reverse("begeleiding-moment", args=[dossier.dossiernummer]),
        {"op": "2-4-26", "soort": "voorlichting", "onderwerp": "Zorg", "uren": "1,25"},
    )

    assert (antwoord.status_code, antwoord.context["form"].errors) == (
        422,
        {"op": ["De datum ligt in de toekomst."]},
    )


def test_starting_is_prefilled_with_the_day_of_the_registration(dossier, partner, client_als):
    klant = client_als(partner)
    pad = reverse("begeleiding-starten", args=[dossier.dossiernummer])

    pagina = klant.get(pad)
    klant.post(pad, {"start_op": "3-3-2025", "begeleider": "Wim"})

    assert pagina.context["form"]["start_op"].value() == EERSTE
    assert "partner" not in pagina.context["form"].fields
    assert MaatschappelijkeBegeleiding.objects.get().begeleider == "Wim"


def test_under_the_old_law_there_is_no_pvt(gemeente, consulent, klant):
    dossier = een_dossier(consulent=consulent, regime=Regime.WI2013, wordt_gehuisvest=False)

    pagina = klant.get(reverse("begeleiding", args=[dossier.dossiernummer]))
    antwoord = klant.post(
        reverse("pvt-elders", args=[dossier.dossiernummer]),
        {"ondertekend_op": "2-6-2025", "elders": "Gemeente Assen", "uren": "12", "gemeld": "nee"},
    )

    assert pagina.context["pvt"] is None
    assert "Elders getekend" not in pagina.content.decode()
    assert antwoord.context["geweigerd"].reden == (
        "Dit dossier valt onder de Wet inburgering 2013: die kent geen PVT."
    )


def test_the_tab_costs_the_same_for_one_and_for_three(
    dossier, consulent, partner, klant, django_assert_max_num_queries
):
    begeleiding = start(dossier, partner)
    pad = reverse("begeleiding", args=[dossier.dossiernummer])
    leg_vast(begeleiding, partner)
    bijeenkomst(consulent, met=[dossier])
    with django_assert_max_num_queries(40) as een:
        klant.get(pad)
    for onderwerp in ("Bank", "School"):
        leg_vast(begeleiding, partner, onderwerp=onderwerp)
        bijeenkomst(consulent, met=[dossier])

    with django_assert_max_num_queries(len(een)):
        assert klant.get(pad).status_code == 200
