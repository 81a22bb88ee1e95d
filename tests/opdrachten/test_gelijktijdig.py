"""Two workers at once, and a worker that is killed half-way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from inburgering.models import Inburgeraar, Persoon
from medewerkers.models import Gemeente, Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.queries.regels import te_doen
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.invoeren import afronden, eenheid_invoeren
from opdrachten.services.opruimen import hervatten
from opdrachten.soorten import IMPORTSOORTEN
from tests.factories import NU
from tests.opdrachten.hulp import KOP, geplaatst, invoeren
from tests.proefsoort import PROEF, voer_in

TWINTIG = [
    KOP,
    *[(str(n // 2), f"Naam{chr(97 + n)}", "Omar", f"1-2-{1960 + n}", "", "") for n in range(20)],
]


class Gedood(BaseException):
    """As a killed process: nothing catches it."""


@pytest.mark.django_db(transaction=True)
def test_two_workers_write_every_unit_once(oov: Medewerker, gemeente: Gemeente):
    opdracht = geplaatst(oov, TWINTIG)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)

    def werker(_: int) -> None:
        try:
            for eenheid in te_doen(opdracht.pk):
                eenheid_invoeren(opdracht_id=opdracht.pk, eenheid=eenheid, nu=NU)
            afronden(opdracht_id=opdracht.pk, nu=NU)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(werker, range(2)))

    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.KLAAR
    assert opdracht.uitkomsten == {"ingevoerd": 20}
    assert (Persoon.objects.count(), Inburgeraar.objects.count()) == (20, 20)


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_left_is_done_by_the_next(oov, gemeente, monkeypatch):
    opdracht = geplaatst(oov, TWINTIG)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)
    gedaan: list[str] = []

    def tot_de_vierde(**wat):
        sporen = voer_in(**wat)
        gedaan.append(wat["eenheid"].sleutel)
        if len(gedaan) == 4:
            raise Gedood
        return sporen

    monkeypatch.setitem(
        IMPORTSOORTEN, PROEF.naam, type(PROEF)(**{**vars(PROEF), "voer_in": tot_de_vierde})
    )
    with pytest.raises(Gedood):
        invoeren(opdracht)
    monkeypatch.undo()

    assert Persoon.objects.count() == 6, "three whole households, not a half one"
    assert hervatten(nu=NU + timedelta(minutes=20)) == 1
    invoeren(opdracht)
    assert opdracht.uitkomsten == {"ingevoerd": 20}
    assert Persoon.objects.count() == 20


@pytest.mark.django_db
def test_a_unit_that_breaks_down_does_not_stop_the_others(oov, monkeypatch, caplog):
    opdracht = geplaatst(oov, TWINTIG)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=oov, nu=NU)

    def breekt(**wat):
        if wat["eenheid"].sleutel == "4":
            raise KeyError("Naamc")
        return voer_in(**wat)

    monkeypatch.setitem(
        IMPORTSOORTEN, PROEF.naam, type(PROEF)(**{**vars(PROEF), "voer_in": breekt})
    )
    invoeren(opdracht)

    assert opdracht.uitkomsten == {"ingevoerd": 18, "fout": 2}
    assert "KeyError" in caplog.text
    assert "Naamc" not in caplog.text
