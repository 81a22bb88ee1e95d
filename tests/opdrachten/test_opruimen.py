"""What the night throws away, and what stays to be seen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from medewerkers.models import Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import Importbestand, Importregel
from opdrachten.services.ontvangen import ontvangen
from opdrachten.services.opruimen import hervatten, opruimen
from tests.factories import NU
from tests.opdrachten.hulp import GEZIN, als_csv, geplaatst, ingevoerd
from tests.proefsoort import PROEF

pytestmark = pytest.mark.django_db


def nacht(dagen: int) -> int:
    return opruimen(door=Medewerker.objects.systeem(), nu=NU + timedelta(days=dagen))


def test_what_nobody_confirms_goes_after_thirty_days(oov):
    opdracht = geplaatst(oov)

    assert nacht(30) == 0
    assert nacht(31) == 1
    assert nacht(32) == 0

    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.VERVALLEN
    assert (Importbestand.objects.count(), Importregel.objects.count()) == (0, 0)


def test_what_is_done_loses_its_rows_after_ninety_days_and_keeps_its_counts(
    oov, client_als, django_assert_max_num_queries
):
    opdracht = ingevoerd(oov)

    assert nacht(90) == 0
    assert nacht(91) == 1
    assert nacht(92) == 0

    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.uitkomsten) == (OpdrachtStatus.KLAAR, {"ingevoerd": 3})
    assert opdracht.bevestigd_door == oov
    assert Importregel.objects.count() == 0
    klant = client_als(oov)
    pagina = klant.get(f"/opdrachten/{opdracht.pk}/").content.decode()
    assert "na 90 dagen gewist" in pagina
    assert klant.get(f"/opdrachten/{opdracht.pk}/uitkomst.xlsx").status_code == 404
    assert klant.get(f"/opdrachten/{opdracht.pk}/ongedaan/").status_code == 302


def test_what_stands_still_is_asked_for_again(oov):
    ontvangen(soort=PROEF, bestandsnaam="a.csv", inhoud=als_csv(GEZIN).encode(), door=oov, nu=NU)

    assert hervatten(nu=NU + timedelta(minutes=4)) == 0
    assert hervatten(nu=NU + timedelta(minutes=6)) == 1
