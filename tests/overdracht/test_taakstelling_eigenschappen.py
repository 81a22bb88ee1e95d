"""What holds for every set of people, numbers and decisions, against a count by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from overdracht.models import Correctie, Opgave
from overdracht.queries.taakstelling import taakstelling_op
from overdracht.queries.taakstelling_mensen import getelden, niet_getelden
from overdracht.queries.taakstelling_tellen import alle_correcties, tel
from tests.factories import NU, VANDAAG, GemeenteFactory, MedewerkerFactory
from tests.overdracht.tellingen import beginstand, gehuisvesten, ingeschreven, overgedragen
from wet.taakstelling import Tijdvak

EERSTE, LAATSTE = date(2023, 1, 1), VANDAAG
DAG = st.dates(EERSTE, LAATSTE)
HALFJAREN = [
    Tijdvak(jaar=jaar, helft=helft)
    for jaar in range(2023, 2027)
    for helft in (1, 2)
    if Tijdvak(jaar=jaar, helft=helft).start_op <= VANDAAG
]
kort = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class TestTelling(TestCase):
    def setup_example(self):
        super().setup_example()
        GemeenteFactory()
        self.oov = MedewerkerFactory(rol=Rol.OOV)

    @kort
    @given(
        dagen=st.lists(DAG, min_size=1, max_size=20),
        opgaven=st.lists(st.integers(0, 8), min_size=len(HALFJAREN), max_size=len(HALFJAREN)),
        vooraf=st.integers(0, 6),
    )
    def test_half_years_add_up_and_nothing_is_lost_between_them(self, dagen, opgaven, vooraf):
        gehuisvesten(dagen)
        self._vraag(opgaven)
        beginstand(self.oov, EERSTE - timedelta(days=1), vooraf)

        pagina = taakstelling_op(VANDAAG, vandaag=VANDAAG)
        delen = [regel.stand for regel in reversed(pagina.regels)]

        assert sum(deel.gehuisvest for deel in delen) == len(dagen) == pagina.geteld
        assert [deel.meegenomen for deel in delen] == [
            vooraf,
            *(deel.saldo for deel in delen[:-1]),
        ]
        assert all(deel.saldo == deel.gehuisvest - deel.te_huisvesten for deel in delen)
        assert 0 in (pagina.stand.voorsprong, pagina.stand.nog_te_huisvesten)
        assert delen[-1].saldo == pagina.stand.voorsprong - pagina.stand.nog_te_huisvesten
        assert not any(regel.voorsprong and regel.achterstand for regel in pagina.regels)

    @kort
    @given(
        verhalen=st.lists(
            st.tuples(
                st.lists(DAG, max_size=3, unique=True),
                st.lists(st.tuples(DAG, st.booleans()), max_size=3),
            ),
            min_size=1,
            max_size=6,
        ),
        op=st.tuples(DAG, DAG),
    )
    def test_nobody_counts_twice(self, verhalen, op):
        """Moved in more than once, handed over more than once, decided about more than once."""
        for inschrijvingen, besluiten in verhalen:
            self._verhaal(sorted(inschrijvingen), besluiten)
        telling = tel(alle_correcties())

        for dag in op:
            mensen = getelden(op=dag)
            wie = [mens.persoon_id for mens in mensen]
            assert len(wie) == len(set(wie)) <= len(verhalen)
            assert telling.tot_en_met(dag) == len(wie)
            assert not set(wie) & {mens.persoon_id for mens in niet_getelden(op=dag)}

    @kort
    @given(dagen=st.lists(DAG, min_size=1, max_size=15), op=st.tuples(DAG, DAG))
    def test_as_counted_later_there_are_never_fewer(self, dagen, op):
        gehuisvesten(dagen)
        eerder, later = sorted(op)

        toen, daarna = (
            {mens.persoon_id: mens.dag for mens in getelden(op=dag)} for dag in (eerder, later)
        )
        assert toen.items() <= daarna.items()
        assert len(toen) == sum(dag <= eerder for dag in dagen)

    @kort
    @given(dagen=st.lists(DAG, min_size=1, max_size=10), kans=st.randoms())
    def test_the_order_in_which_people_came_in_does_not_matter(self, dagen, kans):
        gehuisvesten(kans.sample(dagen, len(dagen)))

        assert sorted(mens.dag for mens in getelden(op=VANDAAG)) == sorted(dagen)
        per_dag = tel([]).per_dag
        assert per_dag == {dag: dagen.count(dag) for dag in dagen}

    def _vraag(self, opgaven):
        with spoor(door=self.oov, nu=NU):
            for tijdvak, aantal in zip(HALFJAREN, opgaven, strict=True):
                Opgave(jaar=tijdvak.jaar, helft=tijdvak.helft, aantal=aantal, bron="proef").save()

    def _verhaal(self, inschrijvingen, besluiten):
        persoon = overgedragen(koppeling_op=EERSTE, eind_op=LAATSTE + timedelta(days=1))
        overgedragen(persoon=persoon, koppeling_op=EERSTE)
        for dag in inschrijvingen:
            ingeschreven(persoon, dag)
        with spoor(door=self.oov, nu=NU):
            for dag, wel in besluiten:
                Correctie(op=dag, aantal=1 if wel else -1, reden="besluit", persoon=persoon).save()
