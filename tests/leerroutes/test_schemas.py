"""The night puts right what hangs on facts of another room: the offer's months and the talks."""

import json
import logging
from datetime import date, datetime
from functools import partial

import pytest
from django.db import connection

from inburgering.datums import AMSTERDAM
from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Termijn
from inburgering.per_dossier import DeelsMislukt
from inburgering.services.termijnen import termijn_vastleggen, verlengen
from leerroutes.models import Urenstand, Voortgangsgesprek
from leerroutes.queries.gesprekken import gesprekkentab
from leerroutes.queries.schemas import afwijkend
from leerroutes.services.schemas import schemas_bijwerken
from leerroutes.services.urentotalen import totalen_controleren
from medewerkers.sporen import spoor
from tests.factories import NU, een_aanbod, een_dossier, een_traject
from wet.doelgroepen import Doelgroep
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db

PIP = datetime(2023, 9, 4, 9, 30, tzinfo=AMSTERDAM)
BEGIN = datetime(2026, 1, 12, 9, 30, tzinfo=AMSTERDAM)


def drie_jaar(dossier, consulent, nu):
    with handeling(door=consulent, nu=nu, dossiers=[dossier.pk]) as act:
        return termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=nu.date()),
        )


def zet_doelgroep(dossier, doelgroep, door):
    with spoor(door=door, nu=NU):
        rij = Inburgeraar.objects.get(pk=dossier.pk)
        rij.doelgroep = doelgroep.value
        rij.save()


def wachten(dossier):
    rijen = Termijn.objects.filter(inburgeraar=dossier, soort=TermijnSoort.AANBOD).order_by("pk")
    return list(rijen.values_list("status", "reden"))


def nacht(consulent):
    return schemas_bijwerken(door=consulent, nu=NU)


def test_a_night_finds_nothing_where_all_is_as_it_should_be(gemeente, consulent):
    for doelgroep in (Doelgroep.ASIEL, Doelgroep.OVERIG):
        dossier = een_dossier(consulent=consulent, doelgroep=doelgroep, nu=BEGIN)
        drie_jaar(dossier, consulent, BEGIN)
        een_traject(dossier, door=consulent, nu=BEGIN, gesprek_weken=10)
    een_aanbod(Inburgeraar.objects.earliest("pk"), door=consulent)

    assert nacht(consulent) == 0


def test_who_is_no_asielstatushouder_any_more_waits_for_no_offer(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, nu=BEGIN)
    een_traject(dossier, door=consulent, nu=BEGIN)
    zet_doelgroep(dossier, Doelgroep.OVERIG, consulent)

    eerste, tweede = nacht(consulent), nacht(consulent)

    assert (eerste, tweede) == (1, 0)
    assert wachten(dossier) == [
        (TermijnStatus.VERVALLEN, "deze persoon krijgt geen aanbod van de gemeente")
    ]


def test_who_turns_out_to_be_one_waits_from_the_plan_on(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, nu=BEGIN)
    een_traject(dossier, door=consulent, nu=BEGIN)
    zet_doelgroep(dossier, Doelgroep.ASIEL, consulent)

    eerste, tweede = nacht(consulent), nacht(consulent)

    assert (eerste, tweede) == (1, 0)
    assert wachten(dossier) == [(TermijnStatus.LOPEND, "")]


def verleng(termijn, consulent, eind_op):
    verlengen(
        termijn_id=termijn.pk,
        versie=termijn.versie,
        grond="Ziekte",
        besloten_op=date(2026, 2, 23),
        eind_op=eind_op,
        door=consulent,
        nu=NU,
    )


def dagen(dossier):
    rijen = Voortgangsgesprek.objects.filter(inburgeraar=dossier).order_by("nummer")
    return list(rijen.values_list("uiterlijk_op", flat=True))


def test_talks_go_on_at_their_own_pace_until_the_new_last_day(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, nu=PIP)
    termijn = drie_jaar(dossier, consulent, PIP)
    een_traject(dossier, door=consulent, nu=PIP, voortgangsgesprekken=3, gesprek_weken=52)
    vooraf = dagen(dossier)
    verleng(termijn, consulent, date(2028, 9, 4))

    eerste, tweede = nacht(consulent), nacht(consulent)

    assert (eerste, tweede) == (1, 0)
    assert vooraf == [date(2024, 9, 2), date(2025, 9, 1), date(2026, 8, 31)]
    assert dagen(dossier) == [*vooraf, date(2027, 8, 30), date(2028, 8, 28)]
    assert gesprekkentab(dossier, nu=NU).afgesproken == 5


def test_talks_without_a_pace_are_spread_over_the_longer_term(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, nu=BEGIN)
    termijn = drie_jaar(dossier, consulent, BEGIN)
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=2)
    vooraf = dagen(dossier)
    verleng(termijn, consulent, date(2031, 1, 12))

    assert (nacht(consulent), nacht(consulent)) == (1, 0)
    assert vooraf[-1] <= termijn.eind_op < dagen(dossier)[-1]


def test_it_costs_the_same_for_one_and_for_three(gemeente, consulent, django_assert_num_queries):
    for aantal in (1, 2):
        for _ in range(aantal):
            dossier = een_dossier(consulent=consulent, nu=BEGIN)
            drie_jaar(dossier, consulent, BEGIN)
            een_traject(dossier, door=consulent, nu=BEGIN)

        with django_assert_num_queries(7):
            assert afwijkend(op=NU.date()) == []


# --- One that cannot be put right ----------------------------------------------------------------
WEIGER = """
    CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.inburgeraar_id = TG_ARGV[0]::bigint THEN RAISE EXCEPTION 'van Fatima'; END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER weiger BEFORE INSERT OR UPDATE ON {tabel}
        FOR EACH ROW EXECUTE FUNCTION weiger('{dossier}')
"""


def weiger(dossier, model):
    """The database takes nothing of this dossier."""
    with connection.cursor() as cursor:
        cursor.execute(WEIGER.format(tabel=model._meta.db_table, dossier=dossier.pk))


def drie_met_een_langere_termijn(consulent):
    dossiers = [een_dossier(consulent=consulent, nu=PIP) for _ in range(3)]
    for dossier in dossiers:
        termijn = drie_jaar(dossier, consulent, PIP)
        een_traject(dossier, door=consulent, nu=PIP, voortgangsgesprekken=3, gesprek_weken=52)
        verleng(termijn, consulent, date(2028, 9, 4))
    return dossiers


def test_one_that_fails_does_not_keep_the_others_waiting(gemeente, consulent, caplog):
    dossiers = drie_met_een_langere_termijn(consulent)
    weiger(dossiers[1], Voortgangsgesprek)

    with pytest.raises(DeelsMislukt) as fout:
        nacht(consulent)

    assert (fout.value.gedaan, fout.value.mislukt) == (2, 1)
    assert [len(dagen(dossier)) for dossier in dossiers] == [5, 3, 5]
    (regel,) = [json.loads(logging.getLogger().handlers[0].format(r)) for r in caplog.records]
    assert (regel["event"], regel["rij"]) == ("een dossier is mislukt", dossiers[1].pk)
    assert "Fatima" not in str(regel)


def test_hours_of_one_that_fail_do_not_keep_the_others_waiting(gemeente, consulent, caplog):
    dossiers = [een_dossier(consulent=consulent, nu=PIP) for _ in range(3)]
    for dossier in dossiers:
        een_traject(dossier, door=consulent, nu=PIP)
    Urenstand.objects.all().delete()
    Urenstand._base_manager.bulk_create(
        Urenstand(inburgeraar=dossier, cursus=5) for dossier in dossiers
    )
    weiger(dossiers[0], Urenstand)

    with pytest.raises(DeelsMislukt) as fout:
        totalen_controleren(door=consulent, nu=NU)

    assert (fout.value.gedaan, fout.value.mislukt) == (2, 1)
    assert list(Urenstand.objects.order_by("pk").values_list("cursus", flat=True)) == [5, 0, 0]
    assert [record.rij for record in caplog.records] == [dossiers[0].pk]
