"""The PVT: groups, hours, and a signature that is only there when it may be (wet.md 12 nr 21)."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from besluiten.models import Brief
from inburgering.datums import AMSTERDAM
from inburgering.enums import SchakelNummer
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Taak
from inburgering.services.schakels import heropenen, schakel_afronden, schakel_openen
from inburgering.templatetags.huisstijl import foutoverzicht
from leerroutes.enums import BijeenkomstSoort, BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import (
    Afronding,
    Maandtotaal,
    Participatieverklaring,
    PvtBijeenkomst,
    PvtDeelname,
    Urenregel,
    Urenstand,
)
from leerroutes.queries.afronding import afrondingspagina
from leerroutes.queries.pvt import kandidaten
from leerroutes.queries.pvtstand import pvtstand
from leerroutes.services.pvt import bijeenkomst_afzeggen, bijeenkomst_wijzigen, uitnodigen
from leerroutes.services.pvt_brief import uitnodigingen_maken
from leerroutes.services.pvt_presentie import presentie_vastleggen
from leerroutes.services.pvt_verklaring import (
    verklaring_elders_vastleggen,
    verklaring_elders_wijzigen,
    verklaring_intrekken,
)
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG
from tests.leerroutes.pvtgroep import (
    PIP_OP,
    bijeenkomst,
    gegevens,
    iemand,
    klaar_om_te_tekenen,
    met_pip,
    regel,
    termijn_van,
    vul_in,
    was_er,
)

pytestmark = pytest.mark.django_db

S = PvtDeelnameStatus
GISTEREN = NU - timedelta(days=1)
ONDERTEKENING = {
    "soort": BijeenkomstSoort.ONDERTEKENING,
    "begint_at": GISTEREN,
    "onderwerp": "Ondertekening",
}


@pytest.fixture
def dossier(gemeente, consulent):
    return iemand(consulent)


def onderteken(dossier, door, *, uren=4, **anders):
    bij = bijeenkomst(door, met=[dossier], **ONDERTEKENING)
    return vul_in(bij, door, regel(bij, dossier, uren=uren, ondertekend=True, **anders))


def geweigerd(doe):
    """The reason of the refusal; nothing of what was tried stays."""
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


# --- Who come ------------------------------------------------------------------------------------
def test_who_was_there_gets_the_hours(dossier, consulent):
    bij = was_er(dossier, consulent, uren=3)

    uren = Urenregel.objects.get(inburgeraar=dossier)
    deelname = bij.deelnames.get()
    assert (bij.status, deelname.status, deelname.uren) == (
        BijeenkomstStatus.GEHOUDEN,
        S.AANWEZIG,
        Decimal(3),
    )
    assert (uren.soort, uren.op, uren.uren, uren.pvt_deelname) == (
        "pvt",
        (NU - timedelta(days=7)).date(),
        Decimal(3),
        deelname,
    )


def test_sessions_may_come_before_the_plan(dossier, consulent):
    was_er(dossier, consulent, uren=3)

    assert Urenregel.objects.get(inburgeraar=dossier).traject is None
    assert pvtstand(dossier.pk, op=VANDAAG).uren == 3


def test_hours_count_within_the_800_of_participation(dossier, consulent):
    met_pip(dossier, consulent)

    was_er(dossier, consulent, uren=4)

    totaal = Maandtotaal.objects.get(inburgeraar=dossier, soort="pvt")
    assert (totaal.aanwezig, Urenstand.objects.get(inburgeraar=dossier).participatie) == (4, 4)


def test_a_meeting_to_come_cannot_have_been_held(dossier, consulent):
    bij = bijeenkomst(consulent, met=[dossier], begint_at=NU + timedelta(days=3))

    fout = geweigerd(lambda: vul_in(bij, consulent, regel(bij, dossier)))

    assert fout.reden == "Deze bijeenkomst moet nog komen: wie er was, legt u daarna vast."


def test_who_calls_off_beforehand_gives_the_seat_back(gemeente, consulent):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, met=[een], begint_at=NU + timedelta(days=3), plaatsen=1)

    vul_in(bij, consulent, regel(bij, een, S.AFGEMELD, reden="Ziek"))
    uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=[ander.pk], door=consulent, nu=NU)

    standen = {rij.inburgeraar_id: rij.status for rij in bij.deelnames.all()}
    assert standen == {een.pk: S.AFGEMELD, ander.pk: S.UITGENODIGD}
    assert PvtBijeenkomst.objects.get(pk=bij.pk).status == BijeenkomstStatus.GEPLAND


def test_never_more_people_than_seats(gemeente, consulent):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, plaatsen=1)

    fout = geweigerd(
        lambda: uitnodigen(
            bijeenkomst_id=bij.pk, dossier_ids=[een.pk, ander.pk], door=consulent, nu=NU
        )
    )

    assert (fout.reden, fout.veld) == ("Er is nog 1 plaats vrij.", "mensen")
    assert bij.deelnames.count() == 0


def test_who_called_off_does_not_come_back_in_a_full_room(gemeente, consulent):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, met=[een], plaatsen=1)
    vul_in(bij, consulent, regel(bij, een, S.AFGEMELD))
    uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=[ander.pk], door=consulent, nu=NU)

    fout = geweigerd(lambda: vul_in(bij, consulent, regel(bij, een)))

    assert fout.reden == "Zo komen er meer mensen dan er plaatsen zijn."


def test_nobody_stands_on_a_list_twice(dossier, consulent):
    bij = bijeenkomst(consulent, met=[dossier])

    fout = geweigerd(
        lambda: uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=[dossier.pk], door=consulent, nu=NU)
    )

    assert fout.reden == f"{dossier.persoon.naam} staat al op de lijst."


@pytest.mark.parametrize("uren", [0, 5, None])
def test_nobody_was_there_longer_than_the_meeting(dossier, consulent, uren):
    bij = bijeenkomst(consulent, met=[dossier])

    fout = geweigerd(lambda: vul_in(bij, consulent, regel(bij, dossier, uren=uren)))

    assert fout.reden == "Vul meer dan 0 en hoogstens 4 uur in."
    assert fout.veld == f"uren_{bij.deelnames.get().pk}"


@pytest.mark.parametrize("naar", [S.UITGENODIGD, S.AFWEZIG, S.AFGEMELD])
def test_who_was_not_there_after_all_loses_the_hours(dossier, consulent, naar):
    bij = was_er(dossier, consulent)

    vul_in(bij, consulent, regel(bij, dossier, naar))

    assert bij.deelnames.get().status == naar
    assert list(Urenregel.objects.filter(inburgeraar=dossier)) == []
    assert pvtstand(dossier.pk, op=VANDAAG).uren == 0


@pytest.mark.parametrize("van", [S.UITGENODIGD, S.AFWEZIG, S.AFGEMELD])
def test_who_was_there_after_all_gets_them(dossier, consulent, van):
    bij = bijeenkomst(consulent, met=[dossier])
    vul_in(bij, consulent, regel(bij, dossier, van))

    vul_in(bij, consulent, regel(bij, dossier, uren=2))

    assert Urenregel.objects.get(inburgeraar=dossier).uren == 2


def test_other_hours_change_the_line(dossier, consulent):
    bij = was_er(dossier, consulent, uren=4)

    vul_in(bij, consulent, regel(bij, dossier, uren=Decimal("2.5")))

    assert Urenregel.objects.get(inburgeraar=dossier).uren == Decimal("2.50")
    assert pvtstand(dossier.pk, op=VANDAAG).uren == Decimal("2.5")


def test_the_second_to_save_is_told(dossier, consulent):
    bij = bijeenkomst(consulent, met=[dossier])
    geopend = PvtBijeenkomst.objects.get(pk=bij.pk).versie
    vul_in(bij, consulent, regel(bij, dossier))

    with pytest.raises(Gewijzigd):
        presentie_vastleggen(
            bijeenkomst_id=bij.pk,
            versie=geopend,
            regels=[regel(bij, dossier, S.AFWEZIG)],
            door=consulent,
            nu=NU,
        )


# --- The signature -------------------------------------------------------------------------------
def test_twelve_hours_an_activity_and_a_signature_make_the_pvt(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)

    bij = onderteken(dossier, consulent)

    verklaring = Participatieverklaring.objects.get(inburgeraar=dossier)
    assert (verklaring.ondertekend_op, verklaring.ondertekend_door) == (
        GISTEREN.date(),
        consulent,
    )
    assert (verklaring.pvt_deelname, verklaring.verwijtbaar) == (bij.deelnames.get(), None)
    assert bij.deelnames.get().ondertekend


def test_signed_before_twelve_hours_is_refused(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)

    fout = geweigerd(lambda: onderteken(dossier, consulent, uren=3))

    assert fout.reden == ("Tekenen kan nog niet: er mist nog 1 uur. Gedaan is 11 van 12 uur.")
    assert list(Participatieverklaring.objects.all()) == []


def test_signed_without_an_activity_is_refused(dossier, consulent):
    met_pip(dossier, consulent)
    was_er(dossier, consulent, uren=8)

    fout = geweigerd(lambda: onderteken(dossier, consulent))

    assert fout.reden == (
        "Tekenen kan nog niet: er mist een activiteit of excursie. Gedaan is 12 van 12 uur."
    )


def test_the_plan_may_promise_more_than_the_law_asks(dossier, consulent):
    met_pip(dossier, consulent, pvt_uren=16)
    klaar_om_te_tekenen(dossier, consulent)

    fout = geweigerd(lambda: onderteken(dossier, consulent))

    assert fout.reden == "Tekenen kan nog niet: er mist nog 4 uur. Gedaan is 12 van 16 uur."


def test_the_signature_does_not_come_before_the_plan(dossier, consulent):
    klaar_om_te_tekenen(dossier, consulent)

    fout = geweigerd(lambda: onderteken(dossier, consulent))

    assert fout.reden == "Tekenen kan pas als het PIP er is."


def test_the_day_of_the_plan_is_one_day_before_the_term(dossier, consulent):
    met_pip(dossier, consulent, nu=GISTEREN)
    klaar_om_te_tekenen(dossier, consulent)

    fout = geweigerd(lambda: onderteken(dossier, consulent))

    assert fout.reden == (
        "De inburgeringstermijn begon pas op 02-03-2026: tekenen kan vanaf die dag."
    )


def test_hours_after_the_signing_do_not_count_for_it(dossier, consulent):
    met_pip(dossier, consulent)
    was_er(dossier, consulent, uren=4, soort=BijeenkomstSoort.ACTIVITEIT)
    was_er(dossier, consulent, uren=4, begint_at=NU - timedelta(hours=2))

    fout = geweigerd(lambda: onderteken(dossier, consulent))

    assert fout.reden == "Tekenen kan nog niet: er mist nog 4 uur. Gedaan is 8 van 12 uur."


def test_one_signs_only_where_signing_is_done(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = bijeenkomst(consulent, met=[dossier])

    fout = geweigerd(lambda: vul_in(bij, consulent, regel(bij, dossier, uren=4, ondertekend=True)))

    assert fout.reden == "Tekenen kan alleen op een ondertekeningsbijeenkomst."


def test_who_is_not_there_does_not_sign(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = bijeenkomst(consulent, met=[dossier], **ONDERTEKENING)

    fout = geweigerd(
        lambda: vul_in(bij, consulent, regel(bij, dossier, S.AFWEZIG, ondertekend=True))
    )

    assert fout.reden == "Alleen wie er is, kan tekenen."


def test_one_who_may_not_sign_keeps_the_whole_list_from_being_saved(dossier, consulent):
    ander = iemand(consulent)
    bij = bijeenkomst(consulent, met=[dossier, ander], **ONDERTEKENING)

    geweigerd(
        lambda: vul_in(bij, consulent, regel(bij, dossier), regel(bij, ander, ondertekend=True))
    )

    assert {rij.status for rij in bij.deelnames.all()} == {S.UITGENODIGD}


def te_laat(dossier, consulent, eind_op):
    """The term ended on that day."""
    termijn = termijn_van(dossier)
    with spoor(door=consulent, nu=NU):
        termijn.eind_op = eind_op
        termijn.save()


@pytest.mark.parametrize(
    ("eind_op", "antwoord", "reden"),
    [
        (
            date(2026, 3, 1),
            True,
            "Deze datum ligt binnen de termijn: dan vraagt DUO dit niet. Laat het leeg.",
        ),
        (
            date(2026, 2, 20),
            None,
            "Deze datum ligt na de termijn: kies of dat verwijtbaar is.",
        ),
        (
            date(2025, 11, 3),
            False,
            "De termijn is te lang voorbij: ‘Nee’ neemt DUO niet meer aan. Was er geen verwijt, "
            "vraag DUO dan eerst om de termijn te verlengen.",
        ),
    ],
)
def test_blame_is_asked_only_where_duo_takes_it(dossier, consulent, eind_op, antwoord, reden):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    te_laat(dossier, consulent, eind_op)

    fout = geweigerd(lambda: onderteken(dossier, consulent, verwijtbaar=antwoord))

    assert fout.reden == reden


@pytest.mark.parametrize(
    ("eind_op", "antwoord"),
    [(date(2026, 2, 20), False), (date(2026, 2, 20), True), (date(2025, 11, 3), True)],
)
def test_blame_is_kept_with_a_late_signature(dossier, consulent, eind_op, antwoord):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    te_laat(dossier, consulent, eind_op)

    onderteken(dossier, consulent, verwijtbaar=antwoord)

    assert Participatieverklaring.objects.get(inburgeraar=dossier).verwijtbaar is antwoord


def test_what_one_signed_on_stays_true(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    onderteken(dossier, consulent)
    eerder = PvtBijeenkomst.objects.get(onderwerp="Vrijheid")

    fout = geweigerd(lambda: vul_in(eerder, consulent, regel(eerder, dossier, S.AFWEZIG)))

    naam = dossier.persoon.naam
    assert fout.reden == (
        f"{naam} heeft al getekend en zou dan te weinig hebben gedaan (nog 4 uur). "
        "Trek eerst de ondertekening in."
    )


def test_the_row_of_the_signature_itself_stands(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = onderteken(dossier, consulent)

    fout = geweigerd(lambda: vul_in(bij, consulent, regel(bij, dossier, S.AFWEZIG)))

    assert fout.reden == (
        f"{dossier.persoon.naam} heeft hier getekend. Trek eerst de ondertekening in."
    )


def intrekken(dossier, door, reden="Verkeerde persoon"):
    verklaring_intrekken(dossier_id=dossier.pk, versie=None, reden=reden, door=door, nu=NU)


def test_a_signature_is_taken_back_with_a_reason(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = onderteken(dossier, consulent)

    assert geweigerd(lambda: intrekken(dossier, consulent, " ")).veld == "reden"
    intrekken(dossier, consulent)

    assert list(Participatieverklaring.objects.all()) == []
    deelname = bij.deelnames.get()
    assert (deelname.ondertekend, deelname.status, deelname.uren) == (False, S.AANWEZIG, 4)


@pytest.fixture
def dicht(dossier, consulent):
    """Signed, and schakel 4 closed on it."""
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    onderteken(dossier, consulent)
    wie = {"dossier_id": dossier.pk, "nummer": SchakelNummer.INBURGEREN, "door": consulent}
    schakel_openen(**wie, nu=NU, op=PIP_OP.date())
    schakel_afronden(**wie, nu=NU, op=VANDAAG)
    return dossier


def test_not_while_schakel_4_is_closed_on_it(dicht, consulent):
    fout = geweigerd(lambda: intrekken(dicht, consulent))
    assert fout.reden == "Schakel 4 is afgerond: heropen eerst schakel 4."

    heropenen(
        dossier_id=dicht.pk,
        nummer=SchakelNummer.INBURGEREN,
        reden="Verkeerd",
        door=consulent,
        nu=NU,
    )
    intrekken(dicht, consulent)
    assert list(Participatieverklaring.objects.all()) == []


def test_not_after_duo_was_told(dicht, consulent):
    with spoor(door=consulent, nu=NU):
        Afronding(inburgeraar=dicht, gemeld_op=VANDAAG, gemeld_door=consulent).save()

    fout = geweigerd(lambda: intrekken(dicht, consulent))

    assert fout.reden == "De ondertekening is aan DUO gemeld en kan niet meer veranderen."


# --- Elsewhere -----------------------------------------------------------------------------------
def elders(dossier, door, **anders):
    gewoon = {
        "ondertekend_op": date(2025, 6, 2),
        "elders": "Gemeente Assen",
        "uren": Decimal(12),
        "gemeld": False,
        "verwijtbaar": None,
    }
    return verklaring_elders_vastleggen(dossier_id=dossier.pk, door=door, nu=NU, **gewoon | anders)


def test_signed_elsewhere_brings_its_hours(dossier, consulent):
    met_pip(dossier, consulent)

    verklaring = elders(dossier, consulent)

    uren = Urenregel.objects.get(inburgeraar=dossier)
    assert (verklaring.pvt_deelname, verklaring.elders) == (None, "Gemeente Assen")
    assert (uren.uren, uren.op, uren.pvt_deelname) == (12, date(2025, 6, 2), None)


def test_taken_back_the_hours_from_elsewhere_go_too(dossier, consulent):
    met_pip(dossier, consulent)
    elders(dossier, consulent)

    intrekken(dossier, consulent)

    assert list(Urenregel.objects.filter(inburgeraar=dossier)) == []


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"ondertekend_op": date(2026, 3, 3)}, "ondertekend_op"),
        ({"ondertekend_op": PIP_OP.date()}, "ondertekend_op"),
        ({"elders": " "}, "elders"),
        ({"uren": Decimal(5)}, "uren"),
        ({"verwijtbaar": True}, "verwijtbaar"),
    ],
)
def test_what_cannot_have_been_elsewhere(dossier, consulent, anders, veld):
    met_pip(dossier, consulent)

    assert geweigerd(lambda: elders(dossier, consulent, **anders)).veld == veld


def test_the_hours_here_and_elsewhere_count_together(dossier, consulent):
    met_pip(dossier, consulent)
    was_er(dossier, consulent, uren=7, begint_at=datetime(2025, 5, 5, 9, tzinfo=AMSTERDAM))

    elders(dossier, consulent, uren=Decimal(5))

    assert pvtstand(dossier.pk, op=VANDAAG).uren == 12


def wijzig_elders(verklaring, door, **anders):
    gewoon = {
        "ondertekend_op": date(2025, 7, 1),
        "elders": "Gemeente Haren",
        "uren": Decimal(14),
        "gemeld": True,
        "verwijtbaar": None,
        "reden": "Verkeerde dag",
    }
    return verklaring_elders_wijzigen(
        verklaring_id=verklaring.pk, versie=None, door=door, nu=NU, **gewoon | anders
    )


def test_what_was_signed_elsewhere_is_put_right_with_its_hours(dossier, consulent):
    met_pip(dossier, consulent)

    verklaring = wijzig_elders(elders(dossier, consulent), consulent)

    uren = Urenregel.objects.get(inburgeraar=dossier)
    assert (verklaring.ondertekend_op, verklaring.elders) == (date(2025, 7, 1), "Gemeente Haren")
    assert verklaring.elders_gemeld is True
    assert (uren.op, uren.uren) == (date(2025, 7, 1), 14)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"uren": Decimal(11)}, "uren"), ({"reden": ""}, "reden"), ({"elders": " "}, "elders")],
)
def test_elsewhere_is_not_put_right_like_this(dossier, consulent, anders, veld):
    met_pip(dossier, consulent)
    verklaring = elders(dossier, consulent)

    assert geweigerd(lambda: wijzig_elders(verklaring, consulent, **anders)).veld == veld


def test_what_was_signed_here_is_not_put_right_as_elsewhere(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    onderteken(dossier, consulent)
    verklaring = Participatieverklaring.objects.get()

    fout = geweigerd(lambda: wijzig_elders(verklaring, consulent))

    assert fout.reden == "Dit is op een bijeenkomst getekend. Trek eerst de ondertekening in."


def test_one_page_records_elsewhere_and_puts_it_right(dossier, consulent, klant):
    met_pip(dossier, consulent)
    pad = reverse("pvt-elders", args=[dossier.dossiernummer])
    data = {"ondertekend_op": "2-6-2025", "elders": "Gemeente Assen", "gemeld": "ja"}

    zonder_uren = klant.post(pad, data)
    klant.post(pad, data | {"uren": "12"})
    form = klant.get(pad).context["form"]
    klant.post(pad, data | {"uren": "13", "reden": "Vergeten"})

    assert list(zonder_uren.context["form"].errors) == ["uren"]
    assert (form["uren"].value(), form["gemeld"].value()) == ("12", "ja")
    assert Urenregel.objects.get(inburgeraar=dossier).uren == 13


@pytest.mark.parametrize(
    ("gemeld", "verwijtbaar", "fout"),
    [
        (False, None, "Deze datum ligt na de termijn: kies of dat verwijtbaar is."),
        (True, True, "De andere gemeente heeft dit al gemeld: laat dit leeg."),
    ],
)
def test_of_what_was_signed_late_elsewhere_is_asked_what_duo_must_still_hear(
    dossier, consulent, gemeld, verwijtbaar, fout
):
    met_pip(dossier, consulent)
    laat_eindigen(dossier, consulent)

    anders = {"gemeld": gemeld, "verwijtbaar": verwijtbaar}

    assert geweigerd(lambda: elders(dossier, consulent, **anders)).reden == fout
    assert list(Participatieverklaring.objects.all()) == []


def test_what_was_signed_late_elsewhere_and_reported_there_is_not_reported_again(
    dossier, consulent
):
    met_pip(dossier, consulent)
    laat_eindigen(dossier, consulent)

    elders(dossier, consulent, gemeld=True)

    (pvt,) = [
        regel
        for regel in afrondingspagina(dossier, op=VANDAAG).voor_duo
        if regel.naam == "Datum ondertekening PVT"
    ]
    assert (pvt.al_gemeld, pvt.uitleg) == (True, "Al gemeld: Gemeente Assen.")


def laat_eindigen(dossier, door):
    """The term was over when this was signed."""
    termijn = termijn_van(dossier)
    with spoor(door=door, nu=NU):
        termijn.eind_op = date(2025, 5, 1)
        termijn.save()


def test_nobody_signs_twice(dossier, consulent):
    met_pip(dossier, consulent)
    elders(dossier, consulent)

    fout = geweigerd(lambda: elders(dossier, consulent))

    assert fout.reden == "De ondertekening is al vastgelegd."


# --- Meetings ------------------------------------------------------------------------------------
def test_a_meeting_is_called_off_with_a_reason(dossier, consulent):
    bij = bijeenkomst(consulent, met=[dossier], begint_at=NU + timedelta(days=3))
    wie = {"bijeenkomst_id": bij.pk, "versie": None, "door": consulent, "nu": NU}

    assert geweigerd(lambda: bijeenkomst_afzeggen(reden="", **wie)).veld == "reden"
    bijeenkomst_afzeggen(reden="Zaal niet vrij", **wie)

    bij = PvtBijeenkomst.objects.get(pk=bij.pk)
    assert (bij.status, bij.reden) == (BijeenkomstStatus.AFGEZEGD, "Zaal niet vrij")
    assert geweigerd(lambda: vul_in(bij, consulent, regel(bij, dossier))).reden == (
        "Deze bijeenkomst is afgezegd."
    )


def test_fewer_seats_than_people_is_refused(gemeente, consulent):
    bij = bijeenkomst(consulent, met=[iemand(consulent), iemand(consulent)])

    fout = geweigerd(
        lambda: bijeenkomst_wijzigen(
            bijeenkomst_id=bij.pk,
            versie=None,
            gegevens=gegevens(plaatsen=1),
            door=consulent,
            nu=NU,
        )
    )

    assert (fout.veld, fout.reden) == (
        "plaatsen",
        "Er zijn al 2 mensen uitgenodigd. Meld eerst iemand af.",
    )


def verbeter(bij, door, *, reden="Verkeerde dag", **anders):
    return bijeenkomst_wijzigen(
        bijeenkomst_id=bij.pk,
        versie=None,
        gegevens=gegevens(**anders),
        reden=reden,
        door=door,
        nu=NU,
    )


def test_what_was_held_is_put_right_and_the_hours_go_along(dossier, consulent):
    ander = iemand(consulent)
    bij = bijeenkomst(consulent, met=[dossier, ander])
    vul_in(bij, consulent, regel(bij, dossier), regel(bij, ander, uren=2))

    verbeter(bij, consulent, soort=BijeenkomstSoort.ACTIVITEIT, begint_at=GISTEREN, uren=Decimal(5))

    bij = PvtBijeenkomst.objects.get(pk=bij.pk)
    uren = {rij.inburgeraar_id: (rij.op, rij.uren) for rij in Urenregel.objects.all()}
    assert (bij.soort, bij.status) == (BijeenkomstSoort.ACTIVITEIT, BijeenkomstStatus.GEHOUDEN)
    assert uren == {dossier.pk: (GISTEREN.date(), 5), ander.pk: (GISTEREN.date(), 2)}
    assert {rij.inburgeraar_id: rij.uren for rij in bij.deelnames.all()} == {
        dossier.pk: 5,
        ander.pk: 2,
    }


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"reden": " "}, "reden"), ({"begint_at": NU + timedelta(days=1)}, "datum")],
)
def test_what_was_held_is_not_changed_like_this(dossier, consulent, anders, veld):
    bij = was_er(dossier, consulent)

    assert geweigerd(lambda: verbeter(bij, consulent, **anders)).veld == veld


def test_where_somebody_signed_nothing_changes(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = onderteken(dossier, consulent)

    fout = geweigerd(lambda: verbeter(bij, consulent))

    assert fout.reden == "Hier is getekend. Trek eerst de ondertekening in."


def test_a_meeting_does_not_become_too_short_for_who_signed_later(dossier, consulent):
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    onderteken(dossier, consulent)
    eerder = PvtBijeenkomst.objects.get(onderwerp="Vrijheid")

    fout = geweigerd(lambda: verbeter(eerder, consulent, uren=Decimal(3)))

    assert fout.reden == (
        f"{dossier.persoon.naam} heeft al getekend en zou dan te weinig hebben gedaan (nog 1 uur). "
        "Trek eerst de ondertekening in."
    )
    assert Urenregel.objects.get(pvt_deelname__bijeenkomst=eerder).uren == 4


def test_whose_hours_cannot_change_is_named(dossier, consulent):
    """More hours than a day has."""
    bij = was_er(dossier, consulent)
    for _ in range(2):
        was_er(dossier, consulent, uren=12, begint_at=GISTEREN)

    fout = geweigerd(lambda: verbeter(bij, consulent, begint_at=GISTEREN))

    assert fout.reden.startswith(f"{dossier.persoon.naam}: ")
    assert Urenregel.objects.get(pvt_deelname__bijeenkomst=bij).op == bij.begint_at.date()


@pytest.mark.parametrize("getekend", [False, True])
def test_of_whom_one_may_not_see_no_name_is_said(dossier, consulent, partner, getekend):
    """On the list of a partner stands somebody who is not guided by it."""
    van_partner = {"partner": partner.partnerorganisatie, "onderwerp": "Grondwet"}
    bij = was_er(dossier, consulent, **van_partner)
    if getekend:
        met_pip(dossier, consulent)
        was_er(dossier, consulent, soort=BijeenkomstSoort.ACTIVITEIT)
        onderteken(dossier, consulent)
        anders = {"uren": Decimal(3)}
    else:
        for _ in range(2):
            was_er(dossier, consulent, uren=12, begint_at=GISTEREN)
        anders = {"begint_at": GISTEREN}

    fout = geweigerd(lambda: verbeter(bij, partner, **anders))

    assert dossier.persoon.naam not in fout.reden
    assert fout.reden.startswith("Iemand op de lijst van wie u het dossier niet ziet")


def test_the_page_of_what_was_held_asks_why(dossier, consulent, klant):
    bij = was_er(dossier, consulent)
    pad = reverse("pvt-wijzigen", args=[bij.pk])

    form = klant.get(pad).context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields} | {"uren": "3", "partner": ""}
    zonder = klant.post(pad, waarden | {"reden": ""})
    klant.post(pad, waarden | {"reden": "Duurde korter"})

    assert list(zonder.context["form"].errors) == ["reden"]
    assert (form["tijd"].value(), zonder.context["uitleg"]) == (
        f"{bij.begint_at.astimezone(AMSTERDAM):%H:%M}",
        "Deze bijeenkomst is gehouden. Verbeter alleen wat verkeerd is vastgelegd.",
    )
    assert Urenregel.objects.get(inburgeraar=dossier).uren == 3


@pytest.mark.parametrize(
    "moment",
    [datetime(2021, 12, 31, 9, tzinfo=AMSTERDAM), datetime(2028, 1, 1, 9, tzinfo=AMSTERDAM)],
)
def test_a_year_that_must_be_a_slip_of_the_pen(gemeente, consulent, moment):
    with pytest.raises(Geweigerd):
        bijeenkomst(consulent, begint_at=moment)


def test_who_may_be_invited_is_who_must_still_do_it(gemeente, consulent):
    nog, getekend, op_lijst = (iemand(consulent) for _ in range(3))
    met_pip(getekend, consulent)
    elders(getekend, consulent)
    bij = bijeenkomst(consulent, met=[op_lijst])

    keuzes = kandidaten(bij, voor=consulent)

    assert [keuze.dossier_id for keuze in keuzes] == [nog.pk]
    assert keuzes[0].stand == "0 van 12 uur, nog geen activiteit of excursie"


def test_who_signed_cannot_be_invited_past_the_list(dossier, consulent):
    met_pip(dossier, consulent)
    elders(dossier, consulent)

    fout = geweigerd(lambda: bijeenkomst(consulent, met=[dossier]))

    assert fout.reden == f"{dossier.persoon.naam} heeft de participatieverklaring al getekend."


# --- Letters and tasks ---------------------------------------------------------------------------
def test_everybody_who_is_invited_gets_one_letter(gemeente, consulent):
    bij = bijeenkomst(
        consulent,
        met=[iemand(consulent), iemand(consulent)],
        begint_at=NU + timedelta(days=10),
    )

    uitnodigingen_maken(bijeenkomst_id=bij.pk, door=consulent, nu=NU)

    assert Brief.objects.count() == 2
    fout = geweigerd(lambda: uitnodigingen_maken(bijeenkomst_id=bij.pk, door=consulent, nu=NU))
    assert fout.reden == "Iedereen die is uitgenodigd, heeft al een brief."


def test_another_hour_asks_for_another_letter(dossier, consulent):
    bij = bijeenkomst(consulent, met=[dossier], begint_at=NU + timedelta(days=10))
    uitnodigingen_maken(bijeenkomst_id=bij.pk, door=consulent, nu=NU)

    bijeenkomst_wijzigen(
        bijeenkomst_id=bij.pk,
        versie=None,
        gegevens=gegevens(begint_at=NU + timedelta(days=11)),
        door=consulent,
        nu=NU,
    )

    assert len(uitnodigingen_maken(bijeenkomst_id=bij.pk, door=consulent, nu=NU)) == 1


def pvttaken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, soort__startswith="pvt_", status="open")
    return list(rijen.order_by("soort").values_list("soort", "uiterlijk_op"))


def test_the_tasks_follow_the_pvt(dossier, consulent):
    assert pvttaken(dossier) == []

    met_pip(dossier, consulent)
    assert pvttaken(dossier) == [("pvt_plannen", termijn_van(dossier).eind_op)]

    bij = bijeenkomst(consulent, met=[dossier])
    assert pvttaken(dossier) == [("pvt_presentie", bij.begint_at.date())]

    vul_in(bij, consulent, regel(bij, dossier))
    assert pvttaken(dossier) == [("pvt_plannen", termijn_van(dossier).eind_op)]

    elders(dossier, consulent)
    assert pvttaken(dossier) == []


# --- Pages ---------------------------------------------------------------------------------------
def test_a_group_is_recorded_on_one_page(gemeente, consulent, klant):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, met=[een, ander])
    pad = reverse("pvt-presentie", args=[bij.pk])
    eerste, tweede = (
        PvtDeelname.objects.get(bijeenkomst=bij, inburgeraar=wie) for wie in (een, ander)
    )

    antwoord = klant.post(
        pad,
        {
            "versie": PvtBijeenkomst.objects.get(pk=bij.pk).versie,
            f"status_{eerste.pk}": S.AANWEZIG,
            f"uren_{eerste.pk}": "3,5",
            f"status_{tweede.pk}": S.AFWEZIG,
            f"reden_{tweede.pk}": "Ziek",
        },
    )

    assert antwoord.url == reverse("pvt-bijeenkomst", args=[bij.pk])
    rijen = {rij.pk: (rij.status, rij.uren, rij.reden) for rij in bij.deelnames.all()}
    assert rijen == {
        eerste.pk: (S.AANWEZIG, Decimal("3.50"), ""),
        tweede.pk: (S.AFWEZIG, None, "Ziek"),
    }


def test_all_that_is_wrong_is_said_at_once(gemeente, consulent, klant):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, met=[een, ander], **ONDERTEKENING)
    data = {}
    for rij in bij.deelnames.all():
        data |= {f"status_{rij.pk}": S.AANWEZIG, f"uren_{rij.pk}": "4"}
        data |= {f"ondertekend_{rij.pk}": "on"}

    antwoord = klant.post(reverse("pvt-presentie", args=[bij.pk]), data)

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {
        f"ondertekend_{rij.pk}": ["Tekenen kan pas als het PIP er is."]
        for rij in bij.deelnames.all()
    }
    assert {fout.veld for fout in foutoverzicht(antwoord.context["form"])["fouten"]} == {
        f"{een.persoon.naam}, Ondertekend",
        f"{ander.persoon.naam}, Ondertekend",
    }


def test_the_second_to_save_chooses(gemeente, consulent, klant):
    een, ander = iemand(consulent), iemand(consulent)
    bij = bijeenkomst(consulent, met=[een, ander])
    geopend = PvtBijeenkomst.objects.get(pk=bij.pk).versie
    vul_in(bij, consulent, regel(bij, een), nu=NU + timedelta(minutes=5))
    eerste, tweede = bij.deelnames.order_by("pk")

    antwoord = klant.post(
        reverse("pvt-presentie", args=[bij.pk]),
        {
            "versie": geopend,
            f"status_{eerste.pk}": S.UITGENODIGD,
            f"uren_{eerste.pk}": "4",
            f"status_{tweede.pk}": S.AFWEZIG,
            f"uren_{tweede.pk}": "4",
        },
    )

    assert antwoord.status_code == 409
    keuzes = {veld.naam: veld.keuze for veld in antwoord.context["velden"]}
    assert keuzes == {f"status_{eerste.pk}": "nu", f"status_{tweede.pk}": "mijn"}
    assert [veld.label for veld in antwoord.context["velden"]] == [
        f"{rij.inburgeraar.persoon.naam}, Aanwezigheid" for rij in (eerste, tweede)
    ]


def test_the_pages_cost_the_same_for_one_and_for_three(
    gemeente, consulent, klant, django_assert_max_num_queries
):
    bij = bijeenkomst(consulent, met=[iemand(consulent)], **ONDERTEKENING)
    paden = [
        reverse(naam, args=[bij.pk]) for naam in ("pvt-bijeenkomst", "pvt-presentie", "pvt-afdruk")
    ]
    kosten = []
    for pad in paden:
        with django_assert_max_num_queries(30) as gezien:
            klant.get(pad)
        kosten.append(len(gezien))
    ids = [iemand(consulent).pk for _ in range(2)]
    uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=ids, door=consulent, nu=NU)

    for pad, hoogstens in zip(paden, kosten, strict=True):
        with django_assert_max_num_queries(hoogstens):
            assert klant.get(pad).status_code == 200


def test_a_meeting_is_made_and_people_are_invited(dossier, klant):
    antwoord = klant.post(
        reverse("pvt-nieuw"),
        {
            "soort": BijeenkomstSoort.ACTIVITEIT,
            "onderwerp": "Bezoek aan het gemeentehuis",
            "datum": "16-03-2026",
            "tijd": "13:30",
            "uren": "2,5",
            "plaats": "Tolberterstraat 66, Leek",
            "begeleider": "Tess de Vries",
            "plaatsen": "8",
        },
    )
    bij = PvtBijeenkomst.objects.get()
    klant.post(reverse("pvt-uitnodigen", args=[bij.pk]), {"mensen": [dossier.pk]})

    assert antwoord.url == reverse("pvt-bijeenkomst", args=[bij.pk])
    assert (bij.uren, bij.begint_at) == (
        Decimal("2.50"),
        datetime(2026, 3, 16, 13, 30, tzinfo=AMSTERDAM),
    )
    assert bij.deelnames.get().inburgeraar == dossier


@pytest.mark.parametrize(
    ("begint_at", "titel", "vraag"),
    [
        (NU + timedelta(days=7), "Mensen uitnodigen", "Wie nodigt u uit"),
        (NU - timedelta(days=7), "Mensen toevoegen", "Wie was er ook"),
    ],
)
def test_who_came_without_being_invited_is_added_afterwards(
    dossier, consulent, klant, begint_at, titel, vraag
):
    bij = bijeenkomst(consulent, begint_at=begint_at)

    pagina = klant.get(reverse("pvt-bijeenkomst", args=[bij.pk]))
    formulier = klant.get(reverse("pvt-uitnodigen", args=[bij.pk]))
    klant.post(reverse("pvt-uitnodigen", args=[bij.pk]), {"mensen": [dossier.pk]})

    assert titel in pagina.content.decode()
    assert (formulier.context["titel"], formulier.context["form"]["mensen"].label) == (titel, vraag)
    assert bij.deelnames.get().status == S.UITGENODIGD


def test_who_is_chosen_stays_when_one_searches_on(gemeente, consulent, klant):
    anna, bert, carla = (
        iemand(consulent, achternaam=naam) for naam in ("Anders", "Bakker", "Cohen")
    )
    bij = bijeenkomst(consulent)
    pad = reverse("pvt-uitnodigen", args=[bij.pk])

    gezocht = klant.post(pad, {"zoek": "bakk", "mensen": [anna.pk], "zoeken": "naam"})
    form = gezocht.context["form"]
    niets = klant.post(pad, {"zoek": "zzz", "mensen": [anna.pk], "zoeken": "naam"})
    alles = klant.post(pad, {"zoek": "bakk", "mensen": [bert.pk], "zoeken": "alles"})
    klant.post(pad, {"zoek": "bakk", "mensen": [anna.pk, bert.pk]})

    assert [pk for pk, _tekst in form.fields["mensen"].choices] == [anna.pk, bert.pk]
    assert (gezocht.status_code, form["mensen"].value(), form["zoek"].value()) == (
        200,
        [anna.pk],
        "bakk",
    )
    assert [pagina.context["niemand"] for pagina in (gezocht, niets, alles)] == [False, True, False]
    keuzes = [pk for pk, _tekst in alles.context["form"].fields["mensen"].choices]
    assert keuzes == [bert.pk, anna.pk, carla.pk]
    assert {rij.inburgeraar_id for rij in bij.deelnames.all()} == {anna.pk, bert.pk}


def test_a_meeting_that_is_sent_twice_is_made_once(gemeente, consulent):
    eerste = bijeenkomst(consulent, plaats="Leek")

    fout = geweigerd(lambda: bijeenkomst(consulent, plaats="Leek"))
    bijeenkomst(consulent, plaats="Leek", begint_at=GISTEREN)
    bijeenkomst(consulent, plaats="Leek", soort=BijeenkomstSoort.ACTIVITEIT)

    assert fout.reden == "Dit staat er al: dezelfde soort, tijd en plaats."
    bijeenkomst_afzeggen(bijeenkomst_id=eerste.pk, versie=None, reden="Ziek", door=consulent, nu=NU)
    assert bijeenkomst(consulent, plaats="Leek").pk > eerste.pk


def test_a_meeting_without_a_place_is_refused_by_the_field(gemeente, klant):
    antwoord = klant.post(reverse("pvt-nieuw"), {"onderwerp": "Vrijheid"})

    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == {
        "soort",
        "datum",
        "tijd",
        "uren",
        "plaats",
        "begeleider",
        "plaatsen",
    }
