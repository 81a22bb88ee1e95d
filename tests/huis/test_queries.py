"""A page costs the same on a demo twice the size, and never much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from tests.demo import Demo, in_database, kopie
from tests.huis.ronde import Bezoek, ronde
from tests.huis.voorbeelden import adressen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_demo", "demoklok")]

HOOGSTENS = 25
# Pages that may cost more, each with its reason.
DUURDER: dict[str, tuple[int, str]] = {}
# Pages that ask once more when there is something to show, each with what the small demo lacks.
EERSTE_RIJ = {"ontzorgen-lijst": "periods that wait to be arranged: counted first, then read"}


@pytest.fixture(scope="session")
def grotere_demo(grotere_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    with django_db_blocker.unblock(), kopie(grotere_bron, "grotere") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def bezoeken(
    op_demo: Demo, grotere_demo: Demo, django_db_blocker: Any
) -> tuple[dict[str, Bezoek], dict[str, Bezoek]]:
    """Every page on both demos."""
    with django_db_blocker.unblock():
        klein = ronde(connection.settings_dict["NAME"])
        with in_database(grotere_demo):
            groter = ronde(connection.settings_dict["NAME"])
    return klein, groter


def vorm(vraag: str) -> str:
    """A query without its values, to compare."""
    zonder = re.sub(r"'[^']*'(::\w+)?|\b\d+\b", "?", vraag)
    return re.sub(r"\(\?(, \?)*\)", "(?)", zonder)


@pytest.mark.parametrize("naam", sorted(adres.naam for adres in adressen()))
def test_a_page_costs_the_same_on_a_larger_demo(naam, bezoeken):
    klein, groter = (kant.get(naam) for kant in bezoeken)
    if klein is None or groter is None:
        return  # takes no GET

    meer = Counter(map(vorm, groter.vragen)) - Counter(map(vorm, klein.vragen))
    assert len(groter.vragen) <= len(klein.vragen) + (naam in EERSTE_RIJ), meer.most_common(5)


@pytest.mark.parametrize("naam", sorted(adres.naam for adres in adressen()))
def test_a_page_costs_little(naam, bezoeken):
    gezien = bezoeken[0].get(naam)
    if gezien is None:
        return  # takes no GET

    hoogstens, _reden = DUURDER.get(naam, (HOOGSTENS, ""))
    telling = Counter(map(vorm, gezien.vragen))
    assert len(gezien.vragen) <= hoogstens, telling.most_common(5)
