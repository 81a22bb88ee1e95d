"""The leerbaarheidstoets: moments with seats, planned, taken, skipped."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from besluiten.models import Brief
from inburgering.enums import AfspraakStatus, Regime
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Afspraak, Taak
from inburgering.services import contacten, dossiers
from inburgering.services.documenten import lees
from intake.models import (
    GrondGeenToets,
    Leerbaarheidstoets,
    MomentStatus,
    ToetsStatus,
    ToetsUitslag,
)
from intake.queries.toets import keren_niet_gekomen, toetskaart
from intake.queries.toetsmomenten import momentlijst, momentpagina, vrije_momenten
from intake.services.intake import intake_starten
from intake.services.toets import (
    examennummer_vastleggen,
    toets_ontheffen,
    toets_toch_afnemen,
    toets_uitslag_vastleggen,
)
from intake.services.toetsbrief import uitnodiging_maken
from intake.services.toetsmomenten import (
    MomentGegevens,
    toetsmoment_afronden,
    toetsmoment_afzeggen,
    toetsmoment_maken,
    toetsmoment_wijzigen,
)
from intake.services.toetsplek import toets_afmelden, toets_niet_gekomen, toets_plannen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier

pytestmark = pytest.mark.django_db

STRAKS = NU + timedelta(days=3)
DAARNA = NU + timedelta(days=4)


def gegevens(**anders):
    gewoon = {
        "begint_at": STRAKS,
        "minuten": 120,
        "plaats": "De Schans, lokaal 2",
        "begeleider": "Tess de Vries",
        "plaatsen": 2,
    }
    return MomentGegevens(**(gewoon | anders))


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def later(consulent):
    return {"door": consulent, "nu": DAARNA}


@pytest.fixture
def moment(gemeente, wie):
    return toetsmoment_maken(gegevens=gegevens(), **wie)


def een_toets(consulent):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)
    intake_starten(dossier_id=dossier.pk, door=consulent, nu=NU)
    return Leerbaarheidstoets.objects.get(inburgeraar=dossier)


@pytest.fixture
def toets(gemeente, consulent):
    return een_toets(consulent)


def plan(toets, moment, wie):
    return toets_plannen(toets_id=toets.pk, versie=None, moment_id=moment.pk, **wie)


@pytest.fixture
def gepland(toets, moment, wie):
    return plan(toets, moment, wie)


def taken(toets):
    open_taken = Taak.objects.filter(inburgeraar=toets.inburgeraar_id, status="open")
    return set(open_taken.values_list("titel", flat=True)) & {
        "Leerbaarheidstoets plannen",
        "Uitslag leerbaarheidstoets vastleggen",
        "Uitnodiging leerbaarheidstoets maken",
    }


# --- A moment ------------------------------------------------------------------------------------
def test_a_moment_lies_ahead(gemeente, wie):
    with pytest.raises(Geweigerd, match="in het verleden") as fout:
        toetsmoment_maken(gegevens=gegevens(begint_at=NU), **wie)

    assert fout.value.veld == "datum"


def test_the_list_says_how_much_room_there_is(gepland, moment):
    (regel,) = momentlijst(nu=NU).komend

    assert (regel.moment, regel.bezet, regel.vrij) == (moment, 1, 1)
    assert [rij.moment for rij in vrije_momenten(nu=NU)] == [moment]
    assert vrije_momenten(nu=NU, behalve=moment.pk) == []
    assert vrije_momenten(nu=DAARNA) == []


def test_a_moment_that_has_begun_asks_who_came(gepland, moment):
    (regel,) = momentlijst(nu=DAARNA).komend

    assert regel.af_te_ronden


def test_a_change_moves_the_appointments_along(gepland, moment, wie):
    toetsmoment_wijzigen(
        moment_id=moment.pk, versie=None, gegevens=gegevens(plaats="Gemeentehuis"), **wie
    )

    assert Afspraak.objects.get().plaats == "Gemeentehuis"


def test_a_moment_does_not_shrink_below_who_sit_there(consulent, moment, gepland, wie):
    plan(een_toets(consulent), moment, wie)

    with pytest.raises(Geweigerd, match="al 2 plaatsen bezet") as fout:
        toetsmoment_wijzigen(moment_id=moment.pk, versie=None, gegevens=gegevens(plaatsen=1), **wie)

    assert fout.value.veld == "plaatsen"


def test_calling_off_frees_everybody_and_asks_to_plan_again(consulent, moment, gepland, wie):
    ander = plan(een_toets(consulent), moment, wie)

    toetsmoment_afzeggen(moment_id=moment.pk, reden="Begeleider ziek", **wie)

    for toets in (gepland, ander):
        toets.refresh_from_db()
        assert (toets.status, toets.moment, toets.plek) == (ToetsStatus.NODIG, None, None)
        assert taken(toets) == {"Leerbaarheidstoets plannen"}
    assert set(Afspraak.objects.values_list("status", flat=True)) == {AfspraakStatus.AFGEZEGD}
    with pytest.raises(Geweigerd, match="is afgezegd"):
        toetsmoment_afzeggen(moment_id=moment.pk, reden="Nog eens", **wie)


def test_calling_off_asks_for_a_reason(moment, wie):
    with pytest.raises(Geweigerd, match="Geef een reden"):
        toetsmoment_afzeggen(moment_id=moment.pk, reden=" ", **wie)


def test_closing_records_who_came(consulent, moment, gepland, wie, later):
    ander = plan(een_toets(consulent), moment, wie)

    moment = toetsmoment_afronden(
        moment_id=moment.pk, versie=None, niet_gekomen=[ander.pk], **later
    )

    gepland.refresh_from_db()
    ander.refresh_from_db()
    assert moment.status == MomentStatus.GEWEEST
    assert (gepland.status, gepland.afspraak.status) == ("gepland", AfspraakStatus.GEHOUDEN)
    assert (ander.status, keren_niet_gekomen(ander.inburgeraar_id)) == (ToetsStatus.NODIG, 1)
    assert momentlijst(nu=DAARNA).komend == []


def test_nobody_says_of_a_closed_dossier_that_somebody_came(
    consulent, moment, gepland, wie, teamleider, client_als
):
    ander = plan(een_toets(consulent), moment, wie)
    dossiers.sluiten_voor_anderen(
        dossier_id=ander.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )
    collega = MedewerkerFactory(rol=Rol.CONSULENT)
    pagina = client_als(collega).get(reverse("toetsmoment-afronden", args=[moment.pk])).text

    toetsmoment_afronden(
        moment_id=moment.pk, versie=None, niet_gekomen=[ander.pk], door=collega, nu=DAARNA
    )

    gepland.refresh_from_db()
    ander.refresh_from_db()
    assert "U ziet 1 van de mensen niet." in pagina
    assert gepland.afspraak.status == AfspraakStatus.GEHOUDEN
    assert (ander.status, ander.afspraak.status) == (ToetsStatus.GEPLAND, AfspraakStatus.GEPLAND)
    toets_niet_gekomen(toets_id=ander.pk, versie=None, reden="Ziek", door=teamleider, nu=DAARNA)
    assert keren_niet_gekomen(ander.inburgeraar_id) == 1


def test_a_moment_is_not_closed_beforehand(moment, wie):
    with pytest.raises(Geweigerd, match="moet nog komen"):
        toetsmoment_afronden(moment_id=moment.pk, versie=None, niet_gekomen=[], **wie)


def test_what_has_begun_is_not_changed(moment, later):
    with pytest.raises(Geweigerd, match="al begonnen"):
        toetsmoment_wijzigen(moment_id=moment.pk, versie=None, gegevens=gegevens(), **later)


def test_of_a_closed_dossier_only_the_seat_is_seen(gepland, moment, teamleider):
    dossiers.sluiten_voor_anderen(
        dossier_id=gepland.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    pagina = momentpagina(moment.pk, voor=MedewerkerFactory(rol=Rol.CONSULENT), nu=NU)

    assert (pagina.deelnemers, pagina.anderen) == ([], 1)


# --- A seat --------------------------------------------------------------------------------------
def test_planning_takes_the_first_free_seat_and_makes_the_appointment(gepland, moment):
    assert (gepland.status, gepland.moment, gepland.plek) == (ToetsStatus.GEPLAND, moment, 1)
    afspraak = gepland.afspraak
    assert (afspraak.begint_at, afspraak.minuten, afspraak.plaats) == (
        STRAKS,
        120,
        "De Schans, lokaal 2",
    )
    assert taken(gepland) == {
        "Uitslag leerbaarheidstoets vastleggen",
        "Uitnodiging leerbaarheidstoets maken",
    }


def test_a_full_moment_takes_nobody(consulent, moment, wie):
    for _ in range(2):
        plan(een_toets(consulent), moment, wie)

    with pytest.raises(Geweigerd, match="is vol") as fout:
        plan(een_toets(consulent), moment, wie)

    assert fout.value.veld == "moment"


def test_a_seat_that_was_given_back_is_used_again(consulent, moment, gepland, wie):
    tweede = plan(een_toets(consulent), moment, wie)
    toets_afmelden(toets_id=gepland.pk, versie=None, reden="Ziek", **wie)

    derde = plan(een_toets(consulent), moment, wie)

    assert (tweede.plek, derde.plek) == (2, 1)


def test_moving_gives_the_old_seat_back(gepland, moment, wie):
    ander = toetsmoment_maken(gegevens=gegevens(begint_at=DAARNA), **wie)

    verplaatst = plan(gepland, ander, wie)

    assert (verplaatst.moment, verplaatst.plek) == (ander, 1)
    assert [afspraak.status for afspraak in Afspraak.objects.order_by("pk")] == [
        AfspraakStatus.AFGEZEGD,
        AfspraakStatus.GEPLAND,
    ]
    with pytest.raises(Geweigerd, match="al ingepland op dit"):
        plan(gepland, ander, wie)


def test_the_database_gives_a_seat_once(consulent, moment, gepland, wie):
    ander = een_toets(consulent)
    ander.plannen(moment=moment, plek=1, afspraak=gepland.afspraak)

    weigert = pytest.raises(IntegrityError, match="toets_een_per_plek")
    with handeling(**wie), weigert, transaction.atomic():
        ander.save()


def test_a_planned_test_has_its_seat_in_the_database(gepland, wie):
    gepland.plek = None

    weigert = pytest.raises(IntegrityError, match="toets_plek_bij_status")
    with handeling(**wie), weigert, transaction.atomic():
        gepland.save()


def test_calling_off_beforehand_not_afterwards(gepland, wie, later):
    with pytest.raises(Geweigerd, match="leg vast dat deze persoon niet kwam"):
        toets_afmelden(toets_id=gepland.pk, versie=None, reden="Ziek", **later)
    with pytest.raises(Geweigerd, match="meld deze persoon af"):
        toets_niet_gekomen(toets_id=gepland.pk, versie=None, reden="Onbekend", **wie)

    toets = toets_niet_gekomen(toets_id=gepland.pk, versie=None, reden="Onbekend", **later)

    assert toets.status == ToetsStatus.NODIG
    assert Afspraak.objects.get().status == AfspraakStatus.NIET_VERSCHENEN
    assert taken(toets) == {"Leerbaarheidstoets plannen"}


def test_the_appointment_is_not_called_off_apart_from_its_seat(gepland, wie):
    with pytest.raises(Geweigerd, match="tabblad Brede intake"):
        contacten.afspraak_afzeggen(afspraak_id=gepland.afspraak_id, reden="Ziek", **wie)


def test_a_dossier_that_rests_gives_its_seat_back(gepland, wie):
    dossiers.opschorten(dossier_id=gepland.inburgeraar_id, reden="Vrijstelling", **wie)

    gepland.refresh_from_db()
    assert (gepland.status, gepland.moment) == (ToetsStatus.NODIG, None)


# --- The invitation ------------------------------------------------------------------------------
def test_the_invitation_is_made_once_per_appointment(gepland, moment, wie):
    brief = uitnodiging_maken(toets_id=gepland.pk, **wie)

    assert lees(brief.document).startswith(b"%PDF")
    assert taken(gepland) == {"Uitslag leerbaarheidstoets vastleggen"}
    with pytest.raises(Geweigerd, match="is er al"):
        uitnodiging_maken(toets_id=gepland.pk, **wie)

    toetsmoment_wijzigen(
        moment_id=moment.pk, versie=None, gegevens=gegevens(plaats="Gemeentehuis"), **wie
    )
    assert "Uitnodiging leerbaarheidstoets maken" in taken(gepland)
    uitnodiging_maken(toets_id=gepland.pk, **wie)
    assert Brief.objects.count() == 2


def test_nobody_is_invited_to_what_is_not_planned_or_is_past(toets, moment, wie, later):
    with pytest.raises(Geweigerd, match="niet gepland"):
        uitnodiging_maken(toets_id=toets.pk, **wie)
    plan(toets, moment, wie)

    with pytest.raises(Geweigerd, match="al geweest"):
        uitnodiging_maken(toets_id=toets.pk, **later)


# --- The result ----------------------------------------------------------------------------------
def uitslag(toets, wie, **anders):
    waarden = {
        "uitslag": ToetsUitslag.NIET_HAALBAAR,
        "uitslag_op": VANDAAG,
        "behaalde_score": Decimal("412.50"),
        "benodigde_score": Decimal("500.00"),
    }
    return toets_uitslag_vastleggen(toets_id=toets.pk, versie=None, **(waarden | anders), **wie)


def test_a_result_keeps_the_seat_and_the_appointment(gepland, moment, later):
    toets = uitslag(gepland, later)

    assert (toets.status, toets.moment, toets.plek) == (ToetsStatus.AFGENOMEN, moment, 1)
    assert (toets.behaalde_score, toets.benodigde_score) == (Decimal("412.50"), Decimal("500.00"))
    assert Afspraak.objects.get().status == AfspraakStatus.GEHOUDEN
    assert taken(toets) == set()


def test_a_result_before_the_moment_frees_the_seat(gepland, wie):
    toets = uitslag(gepland, wie)

    assert (toets.status, toets.moment) == (ToetsStatus.AFGENOMEN, None)
    assert Afspraak.objects.get().status == AfspraakStatus.AFGEZEGD


@pytest.mark.parametrize("leeg", ["behaalde_score", "benodigde_score"])
def test_the_scores_come_together(toets, wie, leeg):
    with pytest.raises(Geweigerd, match="beide scores") as fout:
        uitslag(toets, wie, **{leeg: None})

    assert fout.value.veld == leeg


# --- Not needed ----------------------------------------------------------------------------------
def onthef(toets, wie, grond=GrondGeenToets.VISUEEL, toelichting="Verklaring van de oogarts"):
    return toets_ontheffen(
        toets_id=toets.pk, versie=None, grond=grond, toelichting=toelichting, **wie
    )


def test_a_lawful_reason_skips_the_test_and_frees_the_seat(gepland, wie):
    toets = onthef(gepland, wie)

    assert (toets.status, toets.moment, toets.overgeslagen) == (ToetsStatus.ONTHEVEN, None, True)
    assert toets.grond == GrondGeenToets.VISUEEL
    kaart = toetskaart(toets.inburgeraar, nu=NU)
    assert kaart.grond_bron == "Wet inburgering 2021, artikel 14, lid 6"
    assert taken(toets) == set()


@pytest.mark.parametrize(
    ("grond", "toelichting", "reden", "veld"),
    [
        (GrondGeenToets.EERDER, "Zo was het", "die de wet noemt", "grond"),
        (GrondGeenToets.AFWEZIG, "Kwam niet", "Wie niet komt, roept u op", "grond"),
        (GrondGeenToets.WI2013, "Oude wet", "valt onder de Wet inburgering 2021", "grond"),
        (GrondGeenToets.AUDITIEF, " ", "Leg uit", "toelichting"),
    ],
)
def test_a_reason_must_hold(toets, wie, grond, toelichting, reden, veld):
    with pytest.raises(Geweigerd, match=reden) as fout:
        onthef(toets, wie, grond, toelichting)

    assert fout.value.veld == veld


def test_who_falls_under_the_former_law_needs_no_test(toets):
    from intake.policies.toets import check_ontheffen

    toets.inburgeraar.regime = Regime.WI2013

    check_ontheffen(
        toets, toets.inburgeraar, grond=GrondGeenToets.WI2013, toelichting="Brief van DUO"
    )


def test_every_reason_but_the_old_one_names_its_article():
    assert {grond for grond in GrondGeenToets if not grond.bron} == {GrondGeenToets.EERDER}


def test_a_dispensation_can_be_undone(toets, wie):
    onthef(toets, wie)

    toets = toets_toch_afnemen(toets_id=toets.pk, versie=None, reden="Vergissing", **wie)

    assert (toets.status, toets.grond) == (ToetsStatus.NODIG, None)
    with pytest.raises(Geweigerd, match="niet vastgelegd"):
        toets_toch_afnemen(toets_id=toets.pk, versie=None, reden="Vergissing", **wie)


def test_the_number_is_as_duo_gives_it(toets, wie):
    toets = examennummer_vastleggen(
        toets_id=toets.pk, versie=None, examennummer="LBT000123456", **wie
    )

    assert toets.examennummer == "LBT000123456"
    with pytest.raises(Geweigerd, match="alleen letters en cijfers"):
        examennummer_vastleggen(toets_id=toets.pk, versie=None, examennummer="LBT 1", **wie)


# --- Two at once ---------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_get_the_last_seat(gemeente, consulent, wie):
    moment = toetsmoment_maken(gegevens=gegevens(plaatsen=1), **wie)
    toetsen = [een_toets(consulent) for _ in range(2)]

    def probeer(toets):
        try:
            return plan(toets, moment, wie).plek
        except Geweigerd as fout:
            return fout.reden
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        uitkomsten = set(pool.map(probeer, toetsen))

    assert uitkomsten == {1, "Dit toetsmoment is vol: kies een ander."}
    assert Leerbaarheidstoets.objects.filter(status=ToetsStatus.GEPLAND).count() == 1
