"""Two records of one person become one, with a route and hours on one of them or on both."""

from datetime import timedelta

import pytest

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.services.samenvoegen import samenvoegen
from leerroutes.models import (
    Afronding,
    Begeleidingsplan,
    Maandtotaal,
    MaatschappelijkeBegeleiding,
    MapModule,
    Participatieverklaring,
    Urenregel,
    Urenstand,
    Voortgangsgesprek,
)
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.services.uren import uren_vastleggen
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, een_dossier, persoongegevens
from tests.leerroutes.lessen import een_deelname, een_traject, les
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
    "afronding": lambda dossier, _door: Afronding(inburgeraar=dossier),
    "begeleidingsplan": lambda dossier, _door: Begeleidingsplan(
        inburgeraar=dossier, doel="Werk", afspraken="Taalles"
    ),
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
        f"Beide dossiers hebben iets wat iemand maar één keer kan hebben: {naam}. Beëindig of "
        "corrigeer dat eerst in het dossier dat verdwijnt.",
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
