"""Many rows at once keep what one row keeps: a version, and a line of history."""

from __future__ import annotations

import pytest

from medewerkers.models import Partnerorganisatie, werk_bij
from medewerkers.sporen import spoor
from tests.factories import NU, PartnerorganisatieFactory
from tests.ontzorgen.fabriek import een_crediteur

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("namen", [("Leek", "Zuidhorn"), ("Leek", "Grijpskerk")])
def test_rows_saved_together_keep_version_and_history(administratie, namen):
    rijen = [PartnerorganisatieFactory() for _ in namen]
    for rij, naam in zip(rijen, namen, strict=True):
        rij.naam = naam

    with spoor(door=administratie, nu=NU, reden="samen"):
        werk_bij(rijen, ["naam"])

    assert list(Partnerorganisatie.objects.order_by("pk").values_list("naam", "versie")) == [
        (naam, 2) for naam in namen
    ]
    laatste = [rij.history.latest() for rij in rijen]
    assert [(h.naam, h.versie, h.history_user, h.history_change_reason) for h in laatste] == [
        (naam, 2, administratie, "samen") for naam in namen
    ]


def test_the_same_value_for_all_is_one_statement(administratie, django_assert_num_queries):
    """However many rows: one to save them and one for their history."""
    rijen = [een_crediteur() for _ in range(3)]
    for rij in rijen:
        rij.plaats = "Leek"

    with spoor(door=administratie, nu=NU), django_assert_num_queries(2):
        werk_bij(rijen, ["plaats"])

    assert {rij.versie for rij in rijen} == {2}
    for rij in rijen:
        rij.refresh_from_db()
    assert {(rij.plaats, rij.versie) for rij in rijen} == {("Leek", 2)}
