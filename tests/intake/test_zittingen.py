"""Three sittings with an interpreter: planned, moved, held, paid, not come to, called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from intake.models import BredeIntake, IntakeStatus, TolkSoort, Zitting
from intake.queries.zittingen import zittingen_van
from intake.services.intake import intake_starten
from intake.services.zittingen import (
    Tolk,
    tolkkosten_bijwerken,
    zitting_afzeggen,
    zitting_houden,
    zitting_niet_verschenen,
    zitting_plannen,
    zitting_verzetten,
)
from tests.factories import NU, VANDAAG

pytestmark = pytest.mark.django_db

STRAKS = NU + timedelta(hours=2)
MORGEN = NU + timedelta(days=1)
OP_LOCATIE = Tolk(soort=TolkSoort.LOCATIE, bureau="Tolkbureau Noord")


def plan(dossier, wie, *, begint_at=STRAKS, tolk=OP_LOCATIE) -> Zitting:
    return zitting_plannen(
        dossier_id=dossier.pk,
        begint_at=begint_at,
        plaats="Leek",
        tolktaal="Tigrinya",
        tolk=tolk,
        **wie,
    )


def houd(zitting, wie, **anders) -> Zitting:
    gewoon = {
        "op": VANDAAG,
        "tolk": OP_LOCATIE,
        "aanwezigen": "partner, tolk",
        "alleen_gesproken": False,
        "onderwerpen": "",
        "verslag": "",
    }
    return zitting_houden(zitting_id=zitting.pk, versie=None, **(gewoon | anders), **wie)


def test_the_first_talk_may_be_planned_before_the_intake_begins(dossier, wie):
    zitting = plan(dossier, wie)

    assert zitting.intake.status == IntakeStatus.GEPLAND
    assert (zitting.afspraak.soort, zitting.afspraak.consulent) == ("intake", wie["door"])
    with pytest.raises(Geweigerd, match="nog niet gestart"):
        houd(zitting, wie)
    intake = intake_starten(dossier_id=dossier.pk, **wie)
    assert houd(zitting, wie).intake == intake


def test_it_is_held_with_its_cost_line(dossier, intake, wie):
    zitting = plan(dossier, wie)

    zitting = houd(
        zitting,
        wie,
        tolk=replace(OP_LOCATIE, minuten=75, bedrag=Decimal("68.40")),
        alleen_gesproken=True,
        verslag="Kennisgemaakt.",
    )

    assert (zitting.afspraak.status, zitting.afspraak.gehouden_op) == ("gehouden", VANDAAG)
    assert (zitting.tolk_minuten, zitting.tolk_bedrag) == (75, Decimal("68.40"))
    assert zitting.alleen_gesproken
    with pytest.raises(Geweigerd, match="het is gehouden"):
        houd(zitting, wie)


def test_told_of_speaking_alone_the_first_time_counts(dossier, intake, wie):
    eerste, tweede = plan(dossier, wie), plan(dossier, wie, begint_at=MORGEN)

    houd(eerste, wie, alleen_spreken_gemeld=True)
    houd(tweede, wie | {"nu": MORGEN}, op=MORGEN.date(), alleen_spreken_gemeld=True)

    assert BredeIntake.objects.get().alleen_spreken_op == VANDAAG


def test_three_sittings_and_what_the_interpreters_came_to(dossier, intake, wie):
    eerste, tweede = plan(dossier, wie), plan(dossier, wie, begint_at=MORGEN)
    plan(dossier, wie, begint_at=MORGEN + timedelta(days=7))
    houd(eerste, wie, tolk=replace(OP_LOCATIE, minuten=60, bedrag=Decimal("55.10")))
    tweede = houd(
        tweede,
        wie | {"nu": MORGEN},
        op=MORGEN.date(),
        tolk=replace(OP_LOCATIE, minuten=45),
    )

    stand = zittingen_van(dossier.pk, op=VANDAAG)
    assert (stand.gehouden, stand.minuten, stand.bedrag) == (2, 105, Decimal("55.10"))
    assert stand.zonder_bedrag == 1
    assert [regel.gepland for regel in stand.regels] == [False, False, True]

    tolkkosten_bijwerken(
        zitting_id=tweede.pk,
        versie=tweede.versie,
        tolk=replace(OP_LOCATIE, minuten=45, bedrag=Decimal("41.33")),
        **wie,
    )
    stand = zittingen_van(dossier.pk, op=VANDAAG)
    assert (stand.bedrag, stand.zonder_bedrag) == (Decimal("96.43"), 0)


@pytest.mark.parametrize("soort", [TolkSoort.GEEN, TolkSoort.BEKENDE])
def test_who_helps_for_nothing_costs_nothing(dossier, intake, wie, soort):
    zitting = plan(dossier, wie)

    with pytest.raises(Geweigerd, match="horen bij een ingehuurde tolk"):
        houd(zitting, wie, tolk=Tolk(soort=soort, minuten=30))
    zitting.tolk_soort, zitting.tolk_bedrag = soort, Decimal(1)
    with pytest.raises(IntegrityError, match="zitting_kosten"), transaction.atomic():
        Zitting._base_manager.bulk_create(
            [
                Zitting(
                    intake=intake,
                    afspraak=zitting.afspraak,
                    tolk_soort=soort,
                    tolk_bedrag=Decimal(1),
                )
            ]
        )


@pytest.mark.parametrize(
    ("tolk", "veld"),
    [
        (replace(OP_LOCATIE, minuten=481), "tolk_minuten"),
        (replace(OP_LOCATIE, bedrag=Decimal("-0.01")), "tolk_bedrag"),
    ],
)
def test_amounts_that_cannot_be(dossier, intake, wie, tolk, veld):
    with pytest.raises(Geweigerd) as fout:
        houd(plan(dossier, wie), wie, tolk=tolk)

    assert fout.value.veld == veld


def test_moved_it_stays_the_same_appointment(dossier, intake, wie):
    zitting = plan(dossier, wie)

    zitting_verzetten(
        zitting_id=zitting.pk, begint_at=MORGEN, plaats="Marum", reden="Tolk ziek", **wie
    )

    afspraak = Zitting.objects.get().afspraak
    assert (afspraak.begint_at, afspraak.plaats) == (MORGEN, "Marum")
    assert afspraak.status == AfspraakStatus.GEPLAND
    assert afspraak.pk == zitting.afspraak_id
    with pytest.raises(Geweigerd, match="al voorbij"):
        zitting_verzetten(
            zitting_id=zitting.pk,
            begint_at=NU - timedelta(days=1),
            plaats="Leek",
            reden="Vergissing",
            **wie,
        )


def test_not_come_is_recorded_when_the_day_is_there(dossier, intake, wie):
    zitting = plan(dossier, wie, begint_at=MORGEN)

    with pytest.raises(Geweigerd, match="moet nog komen"):
        zitting_niet_verschenen(zitting_id=zitting.pk, reden="Onbekend", **wie)
    zitting_niet_verschenen(zitting_id=zitting.pk, reden="Onbekend", **wie | {"nu": MORGEN})

    zitting.afspraak.refresh_from_db()
    assert zitting.afspraak.status == AfspraakStatus.NIET_VERSCHENEN


def test_called_off_it_asks_for_nothing_more(dossier, intake, wie):
    def taken():
        return Taak.objects.filter(soort="gesprek_vastleggen", status="open").count()

    zitting = plan(dossier, wie)
    assert taken() == 1

    zitting_afzeggen(zitting_id=zitting.pk, reden="Tolk ziek", **wie)

    assert taken() == 0


def test_it_is_planned_and_held_without_javascript(klant, dossier, intake):
    nummer = dossier.dossiernummer
    klant.post(
        reverse("zitting-plannen", args=[nummer]),
        {
            "datum": "3-3-2026",
            "tijd": "10:00",
            "minuten": "90",
            "plaats": "Leek",
            "tolktaal": "Tigrinya",
            "tolk_soort": "locatie",
            "tolk_bureau": "Tolkbureau Noord",
        },
    )
    zitting = Zitting.objects.get()
    adres = reverse("zitting-houden", args=[nummer, zitting.pk])
    begin = klant.get(adres).context["form"].initial

    antwoord = klant.post(
        adres,
        {
            "versie": "1",
            "op": "2-3-2026",
            "tolk_soort": "locatie",
            "tolk_bureau": begin["tolk_bureau"],
            "tolk_minuten": "75",
            "tolk_bedrag": "68,40",
            "aanwezigen": "tolk",
            "alleen_spreken_gemeld": "on",
        },
    )

    assert antwoord.status_code == 302
    zitting.refresh_from_db()
    assert (zitting.tolk_minuten, zitting.tolk_bedrag) == (75, Decimal("68.40"))
    tab = klant.get(reverse("intake", args=[nummer])).text
    assert "75 minuten, € 68,40" in tab
    assert BredeIntake.objects.get().alleen_spreken_op == VANDAAG


def test_the_file_for_the_calendar_works(klant, dossier, intake, wie):
    zitting = plan(dossier, wie)
    tab = klant.get(reverse("intake", args=[dossier.dossiernummer])).text
    adres = reverse("afspraak-agenda", args=[dossier.dossiernummer, zitting.afspraak_id])

    assert adres in tab
    assert "SUMMARY:Brede intake\\, dossier" in klant.get(adres).text
