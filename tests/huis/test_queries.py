"""A page costs the same on a demo three times the size, and never much.

One test asks every page on both demos, so that the round is made once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from tests.demo import Demo, in_database, kopie
from tests.huis.ronde import Bezoek, ronde
from tests.huis.voorbeelden import DINGEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_demo", "demoklok")]

HOOGSTENS = 25
_FEITEN = "what is still to do comes from every part of the route: exams, PVT, MAP, hours, talks"
# Pages that may cost more, each with its reason.
DUURDER: dict[str, tuple[int, str]] = {
    "intake": (40, "a card each for the parts, talks, summonses, goals, test, advice, diagnosis"),
    "pip-afschalen": (26, _FEITEN),
    "pip-schakelen": (26, _FEITEN),
    "pip-voorbeeld": (27, _FEITEN),
    "leerroute-uren": (
        28,
        "what was planned at lessons, placements and pairs, beside the forecast",
    ),
    "ontzorgen": (
        38,
        "costs, bijstand, allowances, what is short or failed, and the check of two months",
    ),
}
# Pages that ask more when there is something to show: how often, and what a demo may lack.
EERSTE_RIJ: dict[str, tuple[int, str]] = {
    "leerroute-eindgesprek": (2, "a talk that was held: the term, and whether DUO was told"),
    "leerroute-lessen": (6, "an offer that is to be made: which schools have room"),
    "pvt-elders-gevolgd": (1, "a PVT that was followed elsewhere: its hours"),
    "leerroute-map": (3, "a MAP that is done: what DUO would say of its closing talk"),
    "leerroute-taalschakel": (1, "the parts of a taalschakeltraject"),
    "ontzorgen-lijst": (1, "periods that wait to be arranged: counted first, then read"),
    "ontzorgen": (2, "bijstand with its period: the permit it rests on, and its term"),
    "ontzorgen-regelen": (1, "a partner in the household: whether that dossier may be seen"),
    "pip-vaststellen": (12, "a plan in the making, which the smaller demo lacks: all its checks"),
    "pip-bijlagen": (4, "a plan in the making, which the smaller demo lacks: what may join it"),
    "clienten": (6, "households of the partner that move, with their people and dossiers"),
    "woningen": (6, "households that a home is kept for, with their people and dossiers"),
}
# Pages that the smaller demo answers with "not found": that costs less than any page.
NIET_IN_DE_KLEINERE = {
    "leerroute-eindgesprek-ongedaan": "nobody in it held the closing talk",
    "leerroute-eindgesprek-wijzigen": "nobody in it held the closing talk",
    "pvt-elders-verwijderen": "nobody in it followed the PVT elsewhere",
}


@pytest.fixture(scope="module")
def kleinere_demo(kleinere_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    with django_db_blocker.unblock(), kopie(kleinere_bron, "kleiner") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def bezoeken(
    op_demo: Demo, kleinere_demo: Demo, django_db_blocker: Any
) -> tuple[dict[str, Bezoek], dict[str, Bezoek]]:
    """Every page on both demos."""
    with django_db_blocker.unblock():
        gewoon = ronde(connection.settings_dict["NAME"])
        with in_database(kleinere_demo):
            kleiner = ronde(connection.settings_dict["NAME"])
    return gewoon, kleiner


def test_a_page_costs_little_and_the_same_on_a_smaller_demo(bezoeken):
    gewoon, kleiner = bezoeken
    duur = {
        naam: (len(gezien.kosten), Counter(gezien.kosten).most_common(3))
        for naam, gezien in gewoon.items()
        if len(gezien.kosten) > DUURDER.get(naam, (HOOGSTENS, ""))[0]
    }
    groeit = {
        naam: (Counter(gewoon[naam].kosten) - Counter(gezien.kosten)).most_common(3)
        for naam, gezien in kleiner.items()
        if naam not in NIET_IN_DE_KLEINERE
        and len(gewoon[naam].kosten) > len(gezien.kosten) + EERSTE_RIJ.get(naam, (0, ""))[0]
    }

    assert duur == {}
    assert groeit == {}
    zonder_rij = {naam for naam, b in gewoon.items() if not set(b.adres.parameters) & set(DINGEN)}
    assert zonder_rij <= set(kleiner), "every list is compared"
    anders = {naam for naam, gezien in kleiner.items() if gezien.status != gewoon[naam].status}
    assert anders == set(NIET_IN_DE_KLEINERE), "what is compared answers the same"
