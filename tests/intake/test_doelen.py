"""One hoofddoel at a time; points, wishes and their steps with days that count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd, Gewijzigd
from intake.models import (
    SUBDOELEN_BIJ_AANDACHTSPUNT,
    SUBDOELEN_BIJ_WENS,
    Aandachtspunt,
    AandachtspuntSoort,
    Doel,
    Hoofddoel,
    Ontwikkelwens,
    OntwikkelwensSoort,
    Subdoel,
    ggm_aandachtspunt,
)
from intake.queries.doelen import doelen_van
from intake.services.doelen import (
    aandachtspunt_toevoegen,
    doel_wijzigen,
    hoofddoel_kiezen,
    ontwikkelwens_toevoegen,
    subdoel_toevoegen,
)
from tests.factories import VANDAAG

pytestmark = pytest.mark.django_db

EERDER = VANDAAG - timedelta(days=10)
HULP = "IK_HEB_HULP_BIJ_HET_REGELEN_VAN_MIJN_FINANCIEN"


def kies(dossier, wie, soort=Doel.BETAALD_WERKEN, start_op=VANDAAG):
    return hoofddoel_kiezen(dossier_id=dossier.pk, soort=soort, start_op=start_op, **wie)


def punt_bij(dossier, wie, soort=AandachtspuntSoort.FINANCIEN, start_op=EERDER):
    return aandachtspunt_toevoegen(dossier_id=dossier.pk, soort=soort, start_op=start_op, **wie)


def test_a_new_main_goal_ends_the_one_before(dossier, wie):
    oud = kies(dossier, wie, start_op=EERDER)

    nieuw = kies(dossier, wie, Doel.WERKFIT)

    oud.refresh_from_db()
    assert oud.eind_op == VANDAAG - timedelta(days=1)
    assert doelen_van(dossier.pk).hoofddoel == nieuw
    assert doelen_van(dossier.pk).voorbij == [oud]


def test_two_main_goals_share_no_day(dossier, wie):
    kies(dossier, wie)

    with pytest.raises(Geweigerd, match="Dit staat er al"):
        kies(dossier, wie, Doel.WERKFIT)
    with pytest.raises(IntegrityError, match="hoofddoel_een_tegelijk"), transaction.atomic():
        Hoofddoel._base_manager.bulk_create(
            [Hoofddoel(inburgeraar=dossier, soort=Doel.WERKFIT, start_op=EERDER)]
        )


def test_a_point_stands_there_once_at_a_time(dossier, wie):
    punt = punt_bij(dossier, wie)
    with pytest.raises(Geweigerd, match="Dit staat er al: ‘Geld en schulden’"):
        punt_bij(dossier, wie, start_op=VANDAAG)

    doel_wijzigen(
        model=Aandachtspunt,
        doel_id=punt.pk,
        versie=punt.versie,
        start_op=EERDER,
        eind_op=VANDAAG - timedelta(days=1),
        **wie,
    )

    assert punt_bij(dossier, wie, start_op=VANDAAG).eind_op is None


def test_with_a_point_its_steps_end(dossier, wie):
    punt = punt_bij(dossier, wie)
    stap = subdoel_toevoegen(bij=punt, soort=HULP, start_op=EERDER, **wie)

    doel_wijzigen(
        model=Aandachtspunt,
        doel_id=punt.pk,
        versie=None,
        start_op=EERDER,
        eind_op=VANDAAG,
        **wie,
    )

    stap.refresh_from_db()
    assert stap.eind_op == VANDAAG


def test_a_step_goes_with_its_own_point(dossier, wie):
    punt = punt_bij(dossier, wie, AandachtspuntSoort.TAAL)

    with pytest.raises(Geweigerd, match="hoort niet bij ‘Taal’"):
        subdoel_toevoegen(bij=punt, soort=HULP, start_op=VANDAAG, **wie)
    with pytest.raises(IntegrityError, match="subdoel_hoort_bij_een"), transaction.atomic():
        Subdoel._base_manager.bulk_create(
            [Subdoel(inburgeraar=dossier, soort=HULP, start_op=VANDAAG)]
        )


@pytest.mark.parametrize(
    ("start_op", "eind_op", "reden"),
    [
        (VANDAAG + timedelta(days=1), None, "in de toekomst"),
        (VANDAAG, EERDER, "Het einde ligt voor het begin"),
    ],
)
def test_days_that_cannot_be(dossier, wie, start_op, eind_op, reden):
    punt = punt_bij(dossier, wie)

    with pytest.raises(Geweigerd, match=reden):
        doel_wijzigen(
            model=Aandachtspunt,
            doel_id=punt.pk,
            versie=None,
            start_op=start_op,
            eind_op=eind_op,
            **wie,
        )


def test_who_saves_second_is_told(dossier, wie):
    punt = punt_bij(dossier, wie)
    wijzig = {"model": Aandachtspunt, "doel_id": punt.pk, "start_op": EERDER, "eind_op": None}
    doel_wijzigen(**wijzig, versie=1, toelichting="Schuld bij de huur.", **wie)

    with pytest.raises(Gewijzigd):
        doel_wijzigen(**wijzig, versie=1, toelichting="Anders.", **wie)


def test_every_point_and_wish_offers_steps():
    assert set(SUBDOELEN_BIJ_AANDACHTSPUNT) == set(AandachtspuntSoort)
    assert set(SUBDOELEN_BIJ_WENS) == set(OntwikkelwensSoort)


def test_loneliness_is_ours_and_has_no_value_in_the_model():
    assert ggm_aandachtspunt(AandachtspuntSoort.EENZAAMHEID) == ""
    assert ggm_aandachtspunt(AandachtspuntSoort.TAAL) == "TAAL"


def test_goals_on_the_page_without_javascript(klant, dossier, intake, wie):
    nummer = dossier.dossiernummer
    dag = {"start_op": "2-3-2026"}
    klant.post(reverse("hoofddoel", args=[nummer]), {"soort": "BETAALD_WERKEN", **dag})
    klant.post(reverse("aandachtspunt", args=[nummer]), {"soort": "FINANCIEN", **dag})
    klant.post(reverse("ontwikkelwens", args=[nummer]), {"soort": "OPLEIDING_VOLGEN", **dag})
    punt, wens = Aandachtspunt.objects.get(), Ontwikkelwens.objects.get()
    bij_punt = reverse("subdoel-bij-punt", args=[nummer, punt.pk])
    aangeboden = klant.get(bij_punt).context["form"].fields["soort"].choices
    klant.post(bij_punt, {"soort": HULP, **dag})

    assert list(aangeboden) == list(SUBDOELEN_BIJ_AANDACHTSPUNT["FINANCIEN"])
    tab = klant.get(reverse("intake", args=[nummer])).text
    for tekst in ("Betaald werk", "Geld en schulden", "Ik heb hulp bij het regelen van mijn geld"):
        assert tekst in tab
    klant.post(
        reverse("ontwikkelwens-wijzigen", args=[nummer, wens.pk]),
        {"versie": "1", "start_op": "2-3-2026", "eind_op": "2-3-2026", "toelichting": "Bereikt"},
    )
    assert (
        "Een opleiding volgen, 02-03-2026 tot en met 02-03-2026"
        in klant.get(reverse("intake", args=[nummer])).text
    )


def test_what_it_is_about_is_not_on_the_timeline(dossier, wie):
    punt_bij(dossier, wie, AandachtspuntSoort.VERSLAVING)
    ontwikkelwens_toevoegen(
        dossier_id=dossier.pk, soort=OntwikkelwensSoort.TAAL, start_op=VANDAAG, **wie
    )

    teksten = list(dossier.gebeurtenissen.values_list("tekst", flat=True))
    assert "Aandachtspunt toegevoegd" in teksten
    assert not [tekst for tekst in teksten if "erslaving" in tekst]
