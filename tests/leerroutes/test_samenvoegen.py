"""Two records of one person become one, with a route and hours on one of them or on both."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.services.samenvoegen import samenvoegen
from leerroutes.enums import BegeleidingSoort, MapThemaSoort
from leerroutes.models import (
    Afronding,
    Begeleidingsmoment,
    Begeleidingsplan,
    Maandtotaal,
    MaatschappelijkeBegeleiding,
    MapModule,
    MapThema,
    Participatieverklaring,
    PvtElders,
    Urenregel,
    Urenstand,
    Voortgangsgesprek,
)
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.services.uren import uren_vastleggen
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, een_dossier, persoongegevens
from tests.leerroutes.lessen import een_deelname, een_traject, les, schakel_4_dicht
from wet.leerroutes import Urensoort

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def blijft(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False)


@pytest.fixture
def verdwijnt(gemeente, consulent):
    zonder = persoongegevens(v_nummer="", bsn="")
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, gegevens=zonder)


def voeg_samen(blijft, verdwijnt, wie):
    samenvoegen(dossier_id=blijft.pk, verdwijnt_id=verdwijnt.pk, reden="dubbel", **wie)


def standen():
    return dict(Urenstand.objects.values_list("inburgeraar", "cursus"))


def test_totals_follow_the_hours_to_the_record_that_stays(blijft, verdwijnt, wie):
    deelname = een_deelname(een_traject(verdwijnt))
    uren_vastleggen(dossier_id=verdwijnt.pk, regels=[les(deelname)], **wie)
    eerder = les(None, VANDAAG - timedelta(days=40), soort=Urensoort.VOORINBURGERING)
    uren_vastleggen(dossier_id=blijft.pk, regels=[eerder], **wie)

    voeg_samen(blijft, verdwijnt, wie)

    assert set(Urenregel.objects.values_list("inburgeraar", flat=True)) == {blijft.pk}
    assert set(Maandtotaal.objects.values_list("inburgeraar", flat=True)) == {blijft.pk}
    assert standen()[blijft.pk] == 3
    assert standen()[verdwijnt.pk] == 0
    assert afwijkende_dossiers() == []


def test_talks_are_numbered_on(blijft, verdwijnt, wie):
    with spoor(**wie):
        for dossier, dagen in ((blijft, 0), (verdwijnt, 7), (verdwijnt, 14)):
            Voortgangsgesprek(
                inburgeraar=dossier,
                nummer=1 + dossier.voortgangsgesprekken.count(),
                uiterlijk_op=VANDAAG + timedelta(days=dagen),
            ).save()

    voeg_samen(blijft, verdwijnt, wie)

    gesprekken = blijft.voortgangsgesprekken.values_list("nummer", "uiterlijk_op")
    assert list(gesprekken) == [
        (1, VANDAAG),
        (2, VANDAAG + timedelta(days=7)),
        (3, VANDAAG + timedelta(days=14)),
    ]


def _verklaring(dossier, door):
    return Participatieverklaring(
        inburgeraar=dossier, ondertekend_op=VANDAAG, ondertekend_door=door, elders="Assen"
    )


EEN_PER_MENS = {
    "maatschappelijke begeleiding": lambda dossier, _door: MaatschappelijkeBegeleiding(
        inburgeraar=dossier, start_op=VANDAAG
    ),
    "MAP": lambda dossier, _door: MapModule(inburgeraar=dossier),
    "participatieverklaring": _verklaring,
    "PVT van elders": lambda dossier, _door: PvtElders(
        inburgeraar=dossier, waar="Assen", tot_op=VANDAAG
    ),
    "afronding": lambda dossier, _door: Afronding(inburgeraar=dossier),
    "begeleidingsplan": lambda dossier, _door: Begeleidingsplan(
        inburgeraar=dossier, doel="Werk", afspraken="Taalles"
    ),
}


WAT_EERST = {
    "maatschappelijke begeleiding": (
        "Verwijder in het dossier dat verdwijnt eerst de momenten en dan de begeleiding."
    ),
    "MAP": "Heropen in het dossier dat verdwijnt de MAP en haal de data bij de thema’s weg.",
    "participatieverklaring": "Trek in het dossier dat verdwijnt eerst de ondertekening in.",
    "PVT van elders": "Verwijder het eerst in het dossier dat verdwijnt.",
    "afronding": (
        "Heropen in het dossier dat verdwijnt eerst schakel 4 en verwijder dan de afronding."
    ),
    "begeleidingsplan": "Verwijder het eerst in het dossier dat verdwijnt.",
}


@pytest.mark.parametrize("naam", EEN_PER_MENS)
def test_what_both_have_and_can_be_there_once_is_named_and_nothing_moves(
    blijft, verdwijnt, consulent, wie, naam
):
    rijen = [EEN_PER_MENS[naam](dossier, consulent) for dossier in (blijft, verdwijnt)]
    with spoor(**wie):
        for rij in rijen:
            rij.save()

    with pytest.raises(Geweigerd) as fout:
        voeg_samen(blijft, verdwijnt, wie)

    assert (fout.value.veld, fout.value.reden) == (
        "dossiernummer",
        f"Beide dossiers hebben iets wat iemand maar één keer kan hebben: {naam}. "
        f"{WAT_EERST[naam]}",
    )
    assert {rij.inburgeraar_id for rij in type(rijen[0]).objects.all()} == {
        blijft.pk,
        verdwijnt.pk,
    }
    assert Inburgeraar.objects.get(pk=verdwijnt.pk).loopt


@pytest.mark.parametrize("naam", EEN_PER_MENS)
def test_what_only_the_other_has_comes_along(blijft, verdwijnt, consulent, wie, naam):
    rij = EEN_PER_MENS[naam](verdwijnt, consulent)
    with spoor(**wie):
        rij.save()

    voeg_samen(blijft, verdwijnt, wie)

    assert type(rij).objects.get().inburgeraar_id == blijft.pk


# --- What to do first, by hand -------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def _begeleiding_weg(dossier, klant):
    moment = Begeleidingsmoment.objects.get(begeleiding__inburgeraar=dossier)
    data = {"reden": "Dubbel dossier"}
    weigert = klant.post(adres("begeleiding-verwijderen", dossier), data)
    assert weigert.context["geweigerd"].reden == (
        "Er is vastgelegd wat is gedaan: verwijder eerst die momenten."
    )
    klant.post(adres("begeleiding-moment-verwijderen", dossier, moment.pk), data)
    klant.post(adres("begeleiding-verwijderen", dossier), data)


def _begeleiding(dossier, door):
    begeleiding = MaatschappelijkeBegeleiding(inburgeraar=dossier, start_op=VANDAAG)
    begeleiding.save()
    Begeleidingsmoment(
        begeleiding=begeleiding,
        op=VANDAAG,
        soort=BegeleidingSoort.PRAKTISCH,
        onderwerp="Post",
        uren=1,
        door=door,
    ).save()


def _map(dossier, door):
    module = MapModule(inburgeraar=dossier)
    module.save()
    MapThema(map=module, soort=MapThemaSoort.NETWERK, gedaan_op=VANDAAG).save()
    module.eindgesprek_voeren(op=VANDAAG, door=door, verslag="Goed")
    module.save()


def _map_weg(dossier, klant):
    klant.post(adres("leerroute-map-heropenen", dossier), {"reden": "Dubbel dossier"})
    thema = adres("leerroute-map-thema", dossier, MapThemaSoort.NETWERK)
    klant.post(thema, {"gedaan_op": "", "toelichting": ""})


def _afronding(dossier, door):
    schakel_4_dicht(dossier, door)
    Afronding(inburgeraar=dossier, gemeld_op=VANDAAG, gemeld_door=door).save()


def _afronding_weg(dossier, klant):
    data = {"reden": "Dubbel dossier"}
    weigert = klant.post(adres("leerroute-afronding-verwijderen", dossier), data)
    assert weigert.context["geweigerd"].reden == ("Schakel 4 is afgerond: heropen eerst schakel 4.")
    klant.post(adres("schakel", dossier, 4, "heropenen"), data)
    klant.post(adres("leerroute-afronding-verwijderen", dossier), data)


def _plan(dossier, _door):
    dossier.regime = Regime.WI2013
    dossier.save()
    Begeleidingsplan(inburgeraar=dossier, doel="Werk", afspraken="Taalles").save()


def _met_reden(naam):
    return lambda dossier, klant: klant.post(adres(naam, dossier), {"reden": "Dubbel dossier"})


# Per kind: what both have, and how it leaves the one that goes.
MET_DE_HAND = {
    MaatschappelijkeBegeleiding: (_begeleiding, _begeleiding_weg),
    MapModule: (_map, _map_weg),
    Participatieverklaring: (
        lambda dossier, door: _verklaring(dossier, door).save(),
        _met_reden("pvt-intrekken"),
    ),
    PvtElders: (
        lambda dossier, _door: PvtElders(inburgeraar=dossier, waar="Assen", tot_op=VANDAAG).save(),
        _met_reden("pvt-elders-verwijderen"),
    ),
    Afronding: (_afronding, _afronding_weg),
    Begeleidingsplan: (_plan, _met_reden("leerroute-begeleidingsplan-verwijderen")),
}


@pytest.mark.parametrize("model", MET_DE_HAND, ids=lambda model: model.__name__)
def test_what_is_said_makes_it_possible(blijft, verdwijnt, consulent, klant, wie, model):
    maak, haal_weg = MET_DE_HAND[model]
    een_traject(verdwijnt)
    with spoor(**wie):
        for dossier in (blijft, verdwijnt):
            maak(dossier, consulent)
    with pytest.raises(Geweigerd), transaction.atomic():
        voeg_samen(blijft, verdwijnt, wie)

    haal_weg(verdwijnt, klant)

    assert [rij.inburgeraar_id for rij in model.objects.all()] == [blijft.pk]
    voeg_samen(blijft, verdwijnt, wie)
    assert Inburgeraar.objects.get(pk=verdwijnt.pk).loopt is False


@pytest.mark.parametrize(
    "naam",
    [
        "begeleiding-verwijderen",
        "leerroute-afronding-verwijderen",
        "leerroute-begeleidingsplan-verwijderen",
    ],
)
def test_what_is_not_there_is_not_taken_away(blijft, klant, naam):
    assert klant.get(adres(naam, blijft)).status_code == 404


def test_it_is_taken_away_with_a_reason(blijft, consulent, klant, wie):
    with spoor(**wie):
        MaatschappelijkeBegeleiding(inburgeraar=blijft, start_op=VANDAAG).save()

    antwoord = klant.post(adres("begeleiding-verwijderen", blijft), {"reden": ""})

    assert list(antwoord.context["form"].errors) == ["reden"]
    assert MaatschappelijkeBegeleiding.objects.count() == 1
