"""Destruction is whole, leaves its trace, and has one door."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import (
    Gebeurtenis,
    Gezin,
    Gezinslid,
    Inburgeraar,
    Persoon,
    Raadpleging,
    Schakel,
)
from inburgering.queries.samenhang import samenhang
from inburgering.services.sporen import raadplegen
from inburgering.services.vernietigen import vernietigen
from medewerkers.models import Medewerker
from tests.factories import NU, een_dossier

pytestmark = pytest.mark.django_db
REDEN = "bewaartermijn voorbij"


@pytest.fixture
def dossier(consulent: Medewerker, gemeente: object) -> Inburgeraar:
    dossier = een_dossier(door=consulent)
    raadplegen(dossier=dossier, onderdeel="Overzicht", medewerker=consulent, nu=NU)
    return dossier


def weg(dossier: Inburgeraar, door: Medewerker) -> None:
    vernietigen(rijen={Persoon: [dossier.persoon_id]}, door=door, nu=NU, reden=REDEN)


def test_a_person_goes_with_all_that_hangs_on_it_and_leaves_the_history(dossier, consulent):
    ander = een_dossier(door=consulent)
    geschiedenis = Inburgeraar.history.filter(id=dossier.pk).count()

    weg(dossier, consulent)

    assert list(Persoon.objects.values_list("pk", flat=True)) == [ander.persoon_id]
    for model in (Schakel, Gebeurtenis, Raadpleging):
        assert not model.objects.filter(inburgeraar=dossier.pk).exists()
    assert Schakel.objects.filter(inburgeraar=ander.pk).exists()
    laatste = Inburgeraar.history.filter(id=dossier.pk).first()
    assert Inburgeraar.history.filter(id=dossier.pk).count() == geschiedenis + 1
    assert (laatste.history_type, laatste.history_user, laatste.history_change_reason) == (
        "-",
        consulent,
        REDEN,
    )
    connection.check_constraints()


def test_who_was_not_named_does_not_go_along(dossier, consulent):
    ander = een_dossier(door=consulent)
    with handeling(door=consulent, nu=NU):
        gezin = Gezin(aangemaakt_op=NU.date())
        gezin.save()
        for persoon in (dossier.persoon, ander.persoon):
            Gezinslid(gezin=gezin, persoon=persoon, rol="partner", start_op=NU.date()).save()
        ander.persoon.samengevoegd_in = dossier.persoon
        ander.persoon.save()

    with pytest.raises(Geweigerd, match="dat moet blijven"):
        weg(dossier, consulent)

    assert Persoon.objects.count() == 2


def test_without_the_service_the_trigger_holds(dossier):
    regel = Gebeurtenis.objects.filter(inburgeraar=dossier).first()

    with pytest.raises(DatabaseError, match="alleen-toevoegen"), transaction.atomic():
        regel.delete()


def test_the_door_is_shut_again_behind_the_service(dossier, consulent):
    ander = een_dossier(door=consulent)
    weg(dossier, consulent)

    with pytest.raises(DatabaseError, match="alleen-toevoegen"), transaction.atomic():
        Gebeurtenis.objects.filter(inburgeraar=ander).first().delete()


def test_the_door_lets_no_change_through(dossier):
    regel = Gebeurtenis.objects.filter(inburgeraar=dossier).first()
    regel.tekst = "Er is niets gebeurd"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL inburgering.vernietigen = 'aan'")

    with pytest.raises(DatabaseError, match="alleen-toevoegen"), transaction.atomic():
        regel.save()


def test_one_module_has_the_key():
    wortel = Path(settings.BASE_DIR)
    met_sleutel = [
        str(pad.relative_to(wortel))
        for pad in wortel.rglob("*.py")
        if not {".venv", "tests", "node_modules"} & set(pad.relative_to(wortel).parts)
        and "SET LOCAL inburgering.vernietigen" in pad.read_text(encoding="utf-8")
    ]

    assert met_sleutel == ["inburgering/services/vernietigen.py"]


def test_what_hangs_on_it_is_found_in_as_many_questions_for_many_as_for_one(
    consulent, gemeente, django_assert_max_num_queries
):
    personen = [een_dossier(door=consulent).persoon_id for _ in range(4)]

    with django_assert_max_num_queries(400):
        alles = samenhang({Persoon: personen})

    assert len(alles[Inburgeraar]) == 4
    assert len(alles[Schakel]) == 20
    assert GebeurtenisSoort.WIJZIGING
