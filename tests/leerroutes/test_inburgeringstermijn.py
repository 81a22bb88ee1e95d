"""Every page that names the last day of the three years names the same one."""

from datetime import date
from functools import partial

import pytest

from inburgering.enums import TermijnSoort
from inburgering.handelingen import handeling
from inburgering.services.termijnen import termijn_vastleggen, termijnen_laten_vervallen
from leerroutes.queries.afronding import afrondingspagina
from leerroutes.queries.pvt_presentie import vlaggen_op
from leerroutes.queries.verhuizing import overdrachtsgegevens
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.queries.wissel import wisselfeiten
from tests.factories import NU, VANDAAG, een_dossier, een_traject
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db

PIP, LATER = date(2025, 3, 3), date(2025, 6, 2)


def test_a_term_that_was_replaced_by_an_earlier_one_is_named_nowhere(gemeente, consulent):
    dossier = een_dossier(consulent=consulent)
    een_traject(dossier, door=consulent)
    welk = {"dossier_id": dossier.pk, "soort": TermijnSoort.INBURGERING}
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        termijn_vastleggen(act, **welk, vraag=partial(inburgeringstermijn, dagtekening=LATER))
        termijnen_laten_vervallen(act, **welk, reden="Er is een ander PIP.")
        loopt = termijn_vastleggen(act, **welk, vraag=partial(inburgeringstermijn, dagtekening=PIP))

    dagen = {
        afrondingspagina(dossier, op=VANDAAG).laatste_dag,
        overdrachtsgegevens(dossier).laatste_dag,
        wisselfeiten(dossier).eind_op,
    }

    assert dagen == {loopt.eind_op}
    assert vlaggen_op([dossier.pk], op=VANDAAG) == {dossier.pk: vlag_voor(dossier.pk, VANDAAG)}
