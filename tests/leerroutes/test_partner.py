"""The partner log-in: what it reaches, what it does there, and what it never sees."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from inburgering.services.contacten import notitie_schrijven
from leerroutes.enums import (
    BegeleidingSoort,
    BijeenkomstSoort,
    BijeenkomstStatus,
    PvtDeelnameStatus,
)
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from leerroutes.queries.pvt_persoon import pvtkaart
from leerroutes.services.begeleiding import (
    MomentGegevens,
    begeleiding_beeindigen,
    begeleiding_hervatten,
    begeleiding_starten,
    begeleiding_wijzigen,
    moment_vastleggen,
)
from leerroutes.services.pvt import bijeenkomst_afzeggen, uitnodigen
from leerroutes.services.pvt_verklaring import (
    verklaring_elders_vastleggen,
    verklaring_intrekken,
)
from leerroutes.services.vrijwilligers import koppelen
from medewerkers.enums import Rol
from medewerkers.rechten import RECHTEN_PER_ROL, Recht
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.leerroutes.pvtgroep import (
    PIP_OP,
    bijeenkomst,
    iemand,
    klaar_om_te_tekenen,
    met_pip,
    regel,
    termijn_van,
    vrijwilliger,
    vul_in,
    woont_hier,
)

pytestmark = pytest.mark.django_db

S = PvtDeelnameStatus


@pytest.fixture
def dossier(gemeente, consulent, partner):
    """Somebody with everything a partner may and may not see."""
    dossier = iemand(consulent, partner=partner, achternaam="Haile")
    woont_hier(dossier, consulent)
    met_pip(dossier, consulent)
    return dossier


def een_moment(onderwerp="Post"):
    return MomentGegevens(
        op=VANDAAG, soort=BegeleidingSoort.PRAKTISCH, onderwerp=onderwerp, uren=Decimal(1)
    )


@pytest.fixture
def vol(dossier, consulent, partner):
    """The same, with a row behind every address."""
    begeleiding = begeleiding_starten(
        dossier_id=dossier.pk,
        start_op=PIP_OP.date(),
        begeleider="Tess",
        door=partner,
        nu=NU,
    )
    moment = moment_vastleggen(
        begeleiding_id=begeleiding.pk,
        gegevens=een_moment(),
        door=partner,
        nu=NU,
    )
    klaar_om_te_tekenen(dossier, consulent)
    teken(dossier, partner)
    koppel = koppelen(
        dossier_id=dossier.pk,
        vrijwilliger_id=vrijwilliger(partner).pk,
        doel="",
        start_op=VANDAAG,
        door=partner,
        nu=NU,
    )
    return {"dossier": dossier, "moment": moment, "koppel": koppel}


def teken(dossier, door, **anders):
    bij = bijeenkomst(
        door,
        met=[dossier],
        soort=BijeenkomstSoort.ONDERTEKENING,
        begint_at=NU - timedelta(days=1),
        **anders,
    )
    return vul_in(bij, door, regel(bij, dossier, ondertekend=True))


def paden(vol):
    nummer = vol["dossier"].dossiernummer
    gewoon = [
        "begeleiding",
        "begeleiding-starten",
        "begeleiding-wijzigen",
        "begeleiding-beeindigen",
        "begeleiding-hervatten",
        "begeleiding-verwijderen",
        "begeleiding-moment",
        "pvt-intrekken",
        "taalkoppel",
    ]
    moment, koppel = vol["moment"].pk, vol["koppel"].pk
    return [reverse(naam, args=[nummer]) for naam in gewoon] + [
        reverse("begeleiding-moment-wijzigen", args=[nummer, moment]),
        reverse("begeleiding-moment-verwijderen", args=[nummer, moment]),
        reverse("taalkoppel-beeindigen", args=[nummer, koppel]),
    ]


# --- Which people --------------------------------------------------------------------------------
def test_every_page_of_somebody_else_is_not_there(vol, client_als):
    ander = client_als(MedewerkerFactory(rol=Rol.PARTNER))

    assert {pad: ander.get(pad).status_code for pad in paden(vol)} == dict.fromkeys(paden(vol), 404)
    assert {pad: ander.post(pad).status_code for pad in paden(vol)[1:]} == dict.fromkeys(
        paden(vol)[1:], 404
    )


def test_every_page_of_its_own_people_is(vol, partner, client_als):
    eigen = client_als(partner)

    assert {pad: eigen.get(pad).status_code for pad in paden(vol)} == dict.fromkeys(paden(vol), 200)


def test_a_row_of_one_is_not_reached_through_another(vol, consulent, partner, client_als):
    ander = iemand(consulent, partner=partner)
    namen = [
        ("begeleiding-moment-wijzigen", vol["moment"].pk),
        ("begeleiding-moment-verwijderen", vol["moment"].pk),
        ("taalkoppel-beeindigen", vol["koppel"].pk),
    ]
    paden_ = [reverse(naam, args=[ander.dossiernummer, pk]) for naam, pk in namen]

    assert [client_als(partner).get(pad).status_code for pad in paden_] == [404, 404, 404]


def test_only_the_municipality_says_what_happened_elsewhere(dossier, partner, client_als):
    pad = reverse("pvt-elders", args=[dossier.dossiernummer])

    assert client_als(partner).get(pad).status_code == 403


# --- What it never sees --------------------------------------------------------------------------
def test_the_tab_shows_nothing_but_guidance_and_pvt(vol, consulent, partner, client_als):
    dossier = vol["dossier"]
    notitie_schrijven(dossier_id=dossier.pk, tekst="Is vaak ziek.", door=consulent, nu=NU)
    for pad in paden(vol):
        pagina = client_als(partner).get(pad).content.decode()
        geheim = [
            dossier.persoon.bsn,
            dossier.persoon.bsn[-4:],
            dossier.persoon.v_nummer,
            "Is vaak ziek",
            "Leerroute",
            "Z-route vanaf",
            "800 uur",
            "Examens",
            "Voortgang",
            "Ontzorgen",
            "Historie",
            "Documenten",
            "Inburgeringstermijn",
            "€",
        ]
        assert [woord for woord in geheim if woord in pagina] == []


def test_the_rights_of_a_partner_are_these():
    assert RECHTEN_PER_ROL[Rol.PARTNER] == {
        Recht.DOSSIERS_PARTNER,
        Recht.CLIENTEN,
        Recht.PERSOON_CONTACT,
        Recht.BEGELEIDING_ZIEN,
        Recht.BEGELEIDING_DOEN,
        Recht.COACHING_ZIEN,
        Recht.COACHING_DOEN,
    }


# --- A group of which it knows some --------------------------------------------------------------
@pytest.fixture
def groep(dossier, consulent, partner):
    """Its own meeting: a client of its own beside two others, with a secret of a name."""
    anderen = [iemand(consulent, achternaam="Geheimenis") for _ in range(2)]
    organisatie = partner.partnerorganisatie
    return bijeenkomst(consulent, met=[dossier, *anderen], partner=organisatie)


@pytest.mark.parametrize("naam", ["pvt-bijeenkomst", "pvt-afdruk", "pvt-presentie"])
def test_of_others_it_sees_only_how_many(groep, partner, client_als, naam):
    antwoord = client_als(partner).get(reverse(naam, args=[groep.pk]))
    pagina = antwoord.content.decode()

    assert ("Haile" in pagina, "Geheimenis" in pagina) == (True, False)
    if naam != "pvt-presentie":
        assert antwoord.context["pagina"].anderen == 2


def test_others_cannot_be_invited(dossier, consulent, partner, client_als):
    vreemd = iemand(consulent, achternaam="Geheimenis")
    bij = bijeenkomst(partner)
    pad = reverse("pvt-uitnodigen", args=[bij.pk])
    klant = client_als(partner)

    pagina = klant.get(pad).content.decode()
    antwoord = klant.post(pad, {"mensen": [vreemd.pk]})

    assert ("Haile" in pagina, "Geheimenis" in pagina) == (True, False)
    assert antwoord.status_code == 422
    assert list(bij.deelnames.all()) == []


def test_of_others_it_says_nothing_about_who_came(groep, dossier, partner, client_als):
    data = {"versie": PvtBijeenkomst.objects.get(pk=groep.pk).versie}
    for rij in groep.deelnames.all():
        data |= {f"status_{rij.pk}": S.AANWEZIG, f"uren_{rij.pk}": "4"}

    client_als(partner).post(reverse("pvt-presentie", args=[groep.pk]), data)

    standen = {rij.inburgeraar_id == dossier.pk: rij.status for rij in groep.deelnames.all()}
    assert standen == {True: S.AANWEZIG, False: S.UITGENODIGD}


def test_it_does_not_close_a_meeting_of_which_others_must_say_who_came(
    groep, dossier, consulent, partner
):
    vul_in(groep, partner, regel(groep, dossier))
    assert PvtBijeenkomst.objects.get(pk=groep.pk).status == BijeenkomstStatus.GEPLAND
    assert geweigerd(lambda: zeg_af(groep, consulent)).reden == (
        "Er is al vastgelegd wie er was: deze bijeenkomst is doorgegaan."
    )

    anderen = [rij.inburgeraar for rij in groep.deelnames.exclude(inburgeraar=dossier)]
    vul_in(groep, consulent, *(regel(groep, ander) for ander in anderen))
    assert PvtBijeenkomst.objects.get(pk=groep.pk).status == BijeenkomstStatus.GEHOUDEN


def test_of_a_meeting_of_another_it_does_not_say_who_came(dossier, consulent, partner):
    bij = bijeenkomst(consulent, met=[dossier])

    fout = geweigerd(lambda: vul_in(bij, partner, regel(bij, dossier)))

    assert fout.reden == "Deze bijeenkomst is van een andere organisatie."
    assert bij.deelnames.get().status == S.UITGENODIGD


def test_it_changes_and_calls_off_only_its_own_meetings(dossier, consulent, partner, client_als):
    bij = bijeenkomst(consulent, met=[dossier])
    pad = reverse("pvt-afzeggen", args=[bij.pk])

    antwoord = client_als(partner).post(pad, {"reden": "Zaal bezet"})

    assert antwoord.status_code == 404
    assert PvtBijeenkomst.objects.get(pk=bij.pk).status == "gepland"


def test_it_opens_no_form_of_a_meeting_of_another(dossier, consulent, partner, client_als):
    """Nor puts its people on that list; the buttons say why."""
    bij = bijeenkomst(consulent, met=[dossier], begint_at=NU - timedelta(days=1))
    eigen = client_als(partner)
    namen = ("pvt-wijzigen", "pvt-afzeggen", "pvt-uitnodigen", "pvt-presentie")

    statussen = [eigen.get(reverse(naam, args=[bij.pk])).status_code for naam in namen]
    pagina = eigen.get(reverse("pvt-bijeenkomst", args=[bij.pk])).context["pagina"]

    assert statussen == [404] * 4
    assert {
        pagina.geen_wijzigen,
        pagina.geen_afzeggen,
        pagina.geen_uitnodigen,
        pagina.geen_presentie,
    } == {"Deze bijeenkomst is van een andere organisatie."}


def test_it_invites_nobody_to_a_meeting_of_another(dossier, consulent, partner):
    bij = bijeenkomst(consulent)

    fout = geweigerd(
        lambda: uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=[dossier.pk], door=partner, nu=NU)
    )

    assert fout.reden == "Deze bijeenkomst is van een andere organisatie."
    assert list(bij.deelnames.all()) == []


# --- What another recorded -----------------------------------------------------------------------
def zeg_af(bij, door):
    return bijeenkomst_afzeggen(
        bijeenkomst_id=bij.pk, versie=None, reden="Zaal bezet", door=door, nu=NU
    )


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


def trek_in(dossier, door):
    verklaring_intrekken(dossier_id=dossier.pk, versie=None, reden="Fout", door=door, nu=NU)


VAN_EEN_ANDER = "Dit legde een ander vast: vraag de consulent om het in te trekken."


def test_it_takes_back_a_signature_it_recorded_itself(dossier, partner):
    klaar_om_te_tekenen(dossier, partner)
    teken(dossier, partner)

    trek_in(dossier, partner)

    assert list(Participatieverklaring.objects.all()) == []


def test_it_does_not_take_back_what_the_municipality_recorded(dossier, consulent, partner):
    """Not even at its own meeting."""
    klaar_om_te_tekenen(dossier, partner)
    teken(dossier, consulent, partner=partner.partnerorganisatie)

    assert geweigerd(lambda: trek_in(dossier, partner)).reden == VAN_EEN_ANDER
    assert pvtkaart(dossier, voor=partner, nu=NU).geen_intrekken == VAN_EEN_ANDER


def test_it_does_not_take_back_what_was_signed_elsewhere(dossier, consulent, partner):
    verklaring_elders_vastleggen(
        dossier_id=dossier.pk,
        ondertekend_op=date(2025, 6, 2),
        elders="Gemeente Assen",
        uren=Decimal(12),
        gemeld=False,
        verwijtbaar=None,
        door=consulent,
        nu=NU,
    )

    assert geweigerd(lambda: trek_in(dossier, partner)).reden == VAN_EEN_ANDER


def test_it_leaves_guidance_of_another_as_it_is(dossier, consulent, partner):
    rij = begeleiding_starten(
        dossier_id=dossier.pk, start_op=PIP_OP.date(), begeleider="", door=consulent, nu=NU
    )
    wie = {"begeleiding_id": rij.pk, "versie": None, "door": partner, "nu": NU}

    redenen = [
        geweigerd(doe).reden
        for doe in (
            lambda: begeleiding_wijzigen(start_op=rij.start_op, begeleider="Tess", **wie),
            lambda: begeleiding_beeindigen(eind_op=VANDAAG, reden="Klaar", **wie),
            lambda: begeleiding_hervatten(reden="Toch", **wie),
            lambda: moment_vastleggen(
                begeleiding_id=rij.pk, gegevens=een_moment(), door=partner, nu=NU
            ),
        )
    ]

    assert redenen == ["Deze begeleiding is van een andere organisatie."] * 4
    rij.refresh_from_db()
    assert (rij.partner, rij.begeleider, rij.eind_op) == (None, "", None)
    assert list(rij.momenten.all()) == []


def test_it_opens_no_form_of_guidance_of_another(dossier, consulent, partner, client_als):
    """The buttons say why."""
    begeleiding_starten(
        dossier_id=dossier.pk, start_op=PIP_OP.date(), begeleider="", door=consulent, nu=NU
    )
    eigen, nummer = client_als(partner), dossier.dossiernummer
    namen = ("wijzigen", "beeindigen", "hervatten", "verwijderen", "moment")

    paden_ = [reverse(f"begeleiding-{naam}", args=[nummer]) for naam in namen]
    kaart = eigen.get(reverse("begeleiding", args=[nummer])).context["kaart"]

    assert [eigen.get(pad).status_code for pad in paden_] == [404] * 5
    assert kaart.geen_wijzigen == "Deze begeleiding is van een andere organisatie."


def test_it_opens_no_form_of_a_moment_another_wrote(vol, consulent, partner, client_als):
    moment = moment_vastleggen(
        begeleiding_id=vol["moment"].begeleiding_id,
        gegevens=een_moment(onderwerp="Zorgtoeslag"),
        door=consulent,
        nu=NU,
    )
    args = [vol["dossier"].dossiernummer, moment.pk]
    namen = ("begeleiding-moment-wijzigen", "begeleiding-moment-verwijderen")

    statussen = [client_als(partner).get(reverse(n, args=args)).status_code for n in namen]

    assert statussen == [404, 404]


def test_it_opens_no_form_to_take_back_what_another_recorded(
    dossier, consulent, partner, client_als
):
    klaar_om_te_tekenen(dossier, partner)
    teken(dossier, consulent, partner=partner.partnerorganisatie)
    pad = reverse("pvt-intrekken", args=[dossier.dossiernummer])

    assert client_als(partner).get(pad).status_code == 404


def test_what_it_makes_is_its_own(dossier, partner, client_als):
    antwoord = client_als(partner).post(
        reverse("pvt-nieuw"),
        {
            "soort": "inleiding",
            "onderwerp": "Solidariteit",
            "datum": "9-3-2026",
            "tijd": "10:00",
            "uren": "3",
            "plaats": "Leek",
            "begeleider": "Tess",
            "plaatsen": "6",
            "partner": "",
        },
    )

    assert antwoord.status_code == 302
    assert PvtBijeenkomst.objects.get().partner == partner.partnerorganisatie


def test_it_records_the_signature_within_the_term(dossier, partner, client_als):
    klaar_om_te_tekenen(dossier, partner)
    bij = bijeenkomst(
        partner,
        met=[dossier],
        soort=BijeenkomstSoort.ONDERTEKENING,
        begint_at=NU - timedelta(days=1),
    )
    rij = bij.deelnames.get()

    client_als(partner).post(
        reverse("pvt-presentie", args=[bij.pk]),
        {f"status_{rij.pk}": S.AANWEZIG, f"uren_{rij.pk}": "4", f"ondertekend_{rij.pk}": "on"},
    )

    verklaring = Participatieverklaring.objects.get()
    assert (verklaring.ondertekend_op, verklaring.ondertekend_door) == (date(2026, 3, 1), partner)


def test_after_the_term_the_consulent_records_it(dossier, consulent, partner, client_als):
    klaar_om_te_tekenen(dossier, partner)
    bij = bijeenkomst(
        partner,
        met=[dossier],
        soort=BijeenkomstSoort.ONDERTEKENING,
        begint_at=NU - timedelta(days=1),
    )
    laat_eindigen(dossier, consulent)
    pad = reverse("pvt-presentie", args=[bij.pk])
    rij = PvtDeelname.objects.get(bijeenkomst=bij)

    van_partner = client_als(partner).get(pad).context["form"].fields
    van_consulent = client_als(consulent).get(pad).context["form"].fields

    assert f"ondertekend_{rij.pk}" not in van_partner
    assert {f"ondertekend_{rij.pk}", f"verwijtbaar_{rij.pk}"} <= set(van_consulent)


def laat_eindigen(dossier, door):
    termijn = termijn_van(dossier)
    with spoor(door=door, nu=NU):
        termijn.eind_op = date(2026, 2, 20)
        termijn.save()


def test_a_partner_without_an_organisation_changes_nothing(gemeente, consulent, client_als):
    los = client_als(MedewerkerFactory(rol=Rol.PARTNER, partnerorganisatie=None))
    bij = bijeenkomst(consulent, begint_at=NU + timedelta(days=3))

    antwoord = los.post(reverse("pvt-afzeggen", args=[bij.pk]), {"reden": "Zomaar"})

    assert antwoord.status_code == 404
    assert PvtBijeenkomst.objects.get(pk=bij.pk).status == "gepland"
