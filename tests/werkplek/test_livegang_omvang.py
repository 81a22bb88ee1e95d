"""A whole municipality goes live at once: 197 people under the Wi2021 and 130 before it."""

from itertools import count, product
from time import perf_counter

import pytest

from inburgering.models import Inburgeraar, Taak
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.ontvangen import lezen, ontvangen
from tests.factories import NU, geldig_bsn, geldig_v_nummer
from tests.opdrachten.hulp import als_xlsx, invoeren, teruggedraaid
from tests.werkplek.livegangbestand import ASIEL, KIND, ONDERTUSSEN, PLAN, als_tabel
from werkplek.livegang.soort import LIVEGANG

pytestmark = [pytest.mark.django_db, pytest.mark.lang]

LETTERGREPEN = ("ba", "dir", "fen", "gul", "hem", "kor", "lum", "mas", "nev", "pod", "rus", "tol")


def gemeente_vol(consulent):
    """Two in three have a plan, one in five is a household with a child."""
    namen = ("".join(delen).capitalize() for delen in product(LETTERGREPEN, repeat=3))
    for nummer, naam in zip(count(), namen):
        if nummer == 327:
            return
        vast = {
            "achternaam": naam,
            "geboortedatum": f"{nummer % 28 + 1:02}-{nummer % 12 + 1:02}-{1965 + nummer % 35}",
            "v_nummer": geldig_v_nummer(),
            "bsn": geldig_bsn(),
            "consulent": consulent.email,
        }
        if nummer >= 197:
            yield ONDERTUSSEN | vast
            continue
        plan = PLAN | {"uren_taal": str(nummer)} if nummer % 3 else {}
        gezin = {"gezin": f"G-{nummer}"} if nummer % 5 == 0 else {}
        yield ASIEL | plan | vast | gezin | {"rol": "hoofdpersoon"}
        if gezin:
            yield KIND | gezin | {"achternaam": naam}


def test_a_municipality_goes_live_within_minutes(gemeente, consulent, teamleider):
    inhoud = als_xlsx(als_tabel(gemeente_vol(consulent)))

    begin = perf_counter()
    opdracht = ontvangen(
        soort=LIVEGANG, bestandsnaam="lopend.xlsx", inhoud=inhoud, door=teamleider, nu=NU
    )
    lezen(opdracht_id=opdracht.pk, nu=NU)
    voorbeeld = perf_counter() - begin
    opdracht.refresh_from_db()
    assert set(opdracht.oordelen) == {"nieuw"}

    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=teamleider, nu=NU)
    begin = perf_counter()
    invoeren(opdracht)
    laden = perf_counter() - begin
    assert Inburgeraar.objects.count() == 327
    assert set(Taak.objects.values_list("soort", flat=True)) == {
        "intake_starten",
        "pip_vaststellen",
    }
    assert voorbeeld < 10
    assert laden < 300

    begin = perf_counter()
    teruggedraaid(opdracht, teamleider)
    terug = perf_counter() - begin
    print(f"voorbeeld {voorbeeld:.2f} s, laden {laden:.1f} s, terug {terug:.1f} s")  # noqa: T201
    assert not Inburgeraar.objects.exists()
    assert terug < 300
