"""The totals are what the lines say, whatever was done in whatever order, and by two at once."""

from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inburgering.geweigerd import Geweigerd
from leerroutes.enums import Aanwezigheid
from leerroutes.models import Maandtotaal, Urenregel, Urenstand
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.services.uren import (
    UrenGegevens,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from leerroutes.services.urentotalen import totalen_controleren
from medewerkers.models import Medewerker
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.lessen import een_deelname, een_school, een_traject
from wet.leerroutes import Urendoel, Urensoort, tel_uren

_SOORTEN = (Urensoort.NEDERLANDS, Urensoort.KNM, Urensoort.PARTICIPATIE, Urensoort.PVT)
_STAP = st.tuples(
    st.sampled_from(["erbij", "anders", "weg"]),
    st.sampled_from(_SOORTEN),
    st.integers(min_value=0, max_value=120),
    st.integers(min_value=1, max_value=96),
    st.sampled_from(list(Aanwezigheid)),
    st.integers(min_value=0, max_value=20),
)


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stappen=st.lists(_STAP, max_size=12), met_keurmerk=st.booleans())
def test_whatever_happens_the_totals_are_what_the_lines_say(gemeente, stappen, met_keurmerk):
    door = Medewerker.objects.systeem()
    dossier = een_dossier(door=door, wordt_gehuisvest=False)
    school = een_school() if met_keurmerk else een_school(keurmerk=None)
    deelname = een_deelname(een_traject(dossier), school=school)

    for stap in stappen:
        try:
            _doe(stap, dossier, deelname, door)
        except Geweigerd:
            continue

    assert _maanden(dossier) == _geteld(dossier)
    assert _stand(dossier) == _volgens_de_wet(dossier)
    assert afwijkende_dossiers() == []


def _doe(stap, dossier, deelname, door):
    wat, soort, dagen, kwartieren, aanwezigheid, welke = stap
    gegevens = UrenGegevens(
        soort=soort,
        op=VANDAAG - timedelta(days=dagen),
        uren=Decimal(kwartieren) / 4,
        aanwezigheid=aanwezigheid,
        deelname=deelname if soort in _SOORTEN[:2] else None,
    )
    regels = list(Urenregel.objects.filter(inburgeraar=dossier).order_by("pk"))
    wie = {"door": door, "nu": NU}
    if wat == "erbij" or not regels:
        uren_vastleggen(dossier_id=dossier.pk, regels=[gegevens], **wie)
        return
    regel = regels[welke % len(regels)]
    if wat == "anders":
        urenregel_wijzigen(urenregel_id=regel.pk, versie=None, gegevens=gegevens, **wie)
    else:
        urenregels_verwijderen(dossier_id=dossier.pk, urenregel_ids=[regel.pk], reden="Fout", **wie)


def _geteld(dossier):
    """By hand, in Python: kinds of a month with their four sums."""
    uit = {}
    for regel in Urenregel.objects.filter(inburgeraar=dossier):
        plek = (regel.traject_id, regel.op.replace(day=1), regel.soort)
        sommen = uit.setdefault(plek, [Decimal(0)] * 4)
        welke = {"geoorloofd": 2, "ongeoorloofd": 3}.get(
            regel.aanwezigheid, 0 if regel.erkend else 1
        )
        sommen[welke] += regel.uren
    return {plek: tuple(sommen) for plek, sommen in uit.items()}


def _maanden(dossier):
    return {
        (r.traject_id, r.maand, r.soort): (r.aanwezig, r.niet_erkend, r.geoorloofd, r.ongeoorloofd)
        for r in Maandtotaal.objects.filter(inburgeraar=dossier)
    }


def _volgens_de_wet(dossier):
    per_soort = {}
    for (_traject, _maand, soort), sommen in _geteld(dossier).items():
        per_soort[Urensoort(soort)] = per_soort.get(Urensoort(soort), Decimal(0)) + sommen[0]
    doelen = (Urendoel.Z_CURSUS, Urendoel.AFSCHALEN, Urendoel.Z_PARTICIPATIE)
    return tuple(tel_uren(doel, per_soort).bekend.uren for doel in doelen)


def _stand(dossier):
    rij = Urenstand.objects.filter(inburgeraar=dossier).first()
    return (rij.cursus, rij.nederlands, rij.participatie) if rij else (0, 0, 0)


# --- The night -----------------------------------------------------------------------------------
@pytest.fixture
def met_uren(gemeente, consulent):
    """Two people with hours, each in two months."""
    dossiers = []
    for _ in range(2):
        dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
        een_traject(dossier)
        regels = [
            UrenGegevens(
                soort=Urensoort.PARTICIPATIE, op=VANDAAG - timedelta(days=d), uren=Decimal(4)
            )
            for d in (0, 40)
        ]
        uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=consulent, nu=NU)
        dossiers.append(dossier)
    return dossiers


@pytest.mark.django_db
def test_the_night_finds_nothing_where_nothing_is_wrong(met_uren):
    assert totalen_controleren(door=Medewerker.objects.systeem(), nu=NU) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bederf",
    [
        "UPDATE leerroutes_maandtotaal SET aanwezig = 99 WHERE inburgeraar_id = %s",
        "DELETE FROM leerroutes_maandtotaal WHERE inburgeraar_id = %s",
        "UPDATE leerroutes_urenstand SET participatie = 1 WHERE inburgeraar_id = %s",
        "DELETE FROM leerroutes_urenstand WHERE inburgeraar_id = %s",
        "UPDATE leerroutes_urenregel SET uren = 2 WHERE inburgeraar_id = %s",
        "DELETE FROM leerroutes_urenregel WHERE inburgeraar_id = %s",
    ],
)
def test_the_night_puts_right_what_went_astray(met_uren, bederf):
    eerste, tweede = met_uren
    met = Urenstand.objects.get(inburgeraar=tweede)
    with connection.cursor() as cursor:
        cursor.execute(bederf, [eerste.pk])

    door = Medewerker.objects.systeem()
    hersteld = [totalen_controleren(door=door, nu=NU) for _ in range(2)]

    assert hersteld == [1, 0]
    assert _maanden(eerste) == _geteld(eerste)
    assert _stand(eerste) == _volgens_de_wet(eerste)
    assert Urenstand.objects.get(inburgeraar=tweede).participatie == met.participatie


# --- Two at once ---------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_two_at_once_lose_nothing(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    een_traject(dossier)
    samen = Barrier(4)

    def leg_vast(dagen):
        try:
            samen.wait()
            op = VANDAAG - timedelta(days=dagen)
            regel = UrenGegevens(soort=Urensoort.PARTICIPATIE, op=op, uren=Decimal(5))
            uren_vastleggen(dossier_id=dossier.pk, regels=[regel], door=consulent, nu=NU)
        finally:
            connection.close()

    draden = [Thread(target=leg_vast, args=[dagen]) for dagen in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert Urenregel.objects.count() == 4
    assert _maanden(dossier) == _geteld(dossier)
    assert _stand(dossier) == (0, 0, 20)
