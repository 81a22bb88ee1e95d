"""What the plan promises of PVT and MAP, when that is more than the law asks."""

from datetime import date

import pytest

from wet.doelgroepen import Doelgroep
from wet.leerroutes import EisSoort, Leerroute, eisen

OP = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("beloofd", "verwacht"), [((0, 0), (12, 40)), ((16, 60), (16, 60)), ((8, 20), (12, 40))]
)
@pytest.mark.parametrize("route", [Leerroute.B, Leerroute.Z])
def test_the_plan_may_ask_more_than_the_law_and_never_less(route, beloofd, verwacht):
    vereist = eisen(route, Doelgroep.ASIEL, op=OP, pvt_uren=beloofd[0], map_uren=beloofd[1])

    uren = {eis.soort: eis.uren for eis in vereist}
    assert (uren[EisSoort.PVT], uren[EisSoort.MAP]) == verwacht


@pytest.mark.parametrize(
    ("norm", "uren", "bron"), [(None, 800, False), (500, 500, True), (900, 800, False)]
)
def test_an_impairment_may_lower_the_course_hours_and_nothing_raises_them(norm, uren, bron):
    cursus = eisen(Leerroute.Z, Doelgroep.ASIEL, op=OP, cursusnorm=norm)[0]

    assert (cursus.soort, cursus.uren) == (EisSoort.CURSUSUREN, uren)
    assert ("B26 3.14.8" in cursus.bron, "door een beperking" in cursus.tekst) == (bron, bron)
