"""Who counts for the taakstelling, and from which day: counted by the database, per day.

A person counts from the first registration in our own municipality, not before the koppeling and
while still part of the handover. Decisions of the province about a person go over that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Min, Q, QuerySet, Subquery

from inburgering.models import Persoon
from medewerkers.models import Gemeente
from overdracht.models import Overdrachtslid
from overdracht.models.taakstelling import Beginstand, Correctie
from wet.taakstelling import Verblijfsgrond, teldagen, telt_mee

_EEN_DAG = date.min  # any day will do: whether a ground counts does not hang on it


def _telt(grond: Verblijfsgrond) -> bool:
    telling = telt_mee(grond, _EEN_DAG).bekend
    return telling is not None and telling.telt


GRONDEN_DIE_TELLEN = [grond.value for grond in Verblijfsgrond if _telt(grond)]


# `gehuisvesten()` once more, counted per day. Sorted and without the ORM's detour over the person
# it takes half the time at a hundred thousand people. A test holds the two together.
_PER_DAG = """
SELECT dag, CASE WHEN persoon = ANY(%(apart)s) THEN persoon END AS wie, count(*)
FROM (
    SELECT DISTINCT ON (lid.persoon_id) lid.persoon_id AS persoon, verblijf.brp_op AS dag
    FROM overdracht_overdrachtslid AS lid
    JOIN overdracht_overdracht AS overdracht ON overdracht.id = lid.overdracht_id
    JOIN inburgering_verblijf AS verblijf ON verblijf.persoon_id = lid.persoon_id
        AND verblijf.gemeentecode = (SELECT code FROM medewerkers_gemeente)
        AND verblijf.brp_op >= overdracht.koppeling_op
        AND (lid.eind_op IS NULL OR lid.eind_op > verblijf.brp_op)
    WHERE lid.grond = ANY(%(gronden)s)
    ORDER BY lid.persoon_id, verblijf.brp_op
) AS mensen
GROUP BY 1, 2
"""


@dataclass(frozen=True)
class Telling:
    """Days with how many people begin to count on it, and what corrections add or take off."""

    mensen: Mapping[date, int]
    correcties: Mapping[date, int]

    @property
    def per_dag(self) -> dict[date, int]:
        """Both together."""
        samen = Counter(self.mensen)
        for dag, aantal in self.correcties.items():
            samen[dag] += aantal
        return dict(samen)

    def tot_en_met(self, op: date) -> int:
        return sum(aantal for dag, aantal in self.per_dag.items() if dag <= op)


def eigen_gemeente() -> Subquery:
    return Subquery(Gemeente.objects.values("code")[:1])


def inschrijvingen() -> QuerySet[Overdrachtslid]:
    """Members of a handover, once for each registration here that can count."""
    verblijf = "persoon__verblijven"
    return Overdrachtslid.objects.filter(
        Q(eind_op=None) | Q(eind_op__gt=F(f"{verblijf}__brp_op")),
        grond__in=GRONDEN_DIE_TELLEN,
        **{
            f"{verblijf}__gemeentecode": eigen_gemeente(),
            f"{verblijf}__brp_op__gte": F("overdracht__koppeling_op"),
        },
    ).order_by()


def gehuisvesten() -> QuerySet[Overdrachtslid, Any]:
    """Each person that counts by the rule once, with the day: `persoon` and `dag`."""
    return inschrijvingen().values("persoon").annotate(dag=Min("persoon__verblijven__brp_op"))


def tel(correcties: Iterable[Correctie]) -> Telling:
    """Everybody who counts, in one query, however many they are."""
    per_persoon = besluiten_per_persoon(correcties)
    mensen, van_wie = _tel_in_database(list(per_persoon))
    verschil: Counter[date] = Counter()
    for correctie in correcties:
        if correctie.persoon_id is None:
            verschil[correctie.op] += correctie.aantal
    for persoon_id, besluiten in per_persoon.items():
        gehuisvest = van_wie.get(persoon_id)
        if gehuisvest is not None:
            mensen[gehuisvest] += 1
            verschil[gehuisvest] -= 1
        for dag, aantal in teldagen(gehuisvest, besluiten):
            verschil[dag] += aantal
    return Telling(mensen=dict(mensen), correcties={d: n for d, n in verschil.items() if n})


def telt_op(persoon_id: int, op: date) -> bool:
    """Whether this person counts at the end of that day, decisions of the province included."""
    besluiten = besluiten_per_persoon(Correctie.objects.filter(persoon=persoon_id))
    gehuisvest = next((rij["dag"] for rij in gehuisvesten().filter(persoon=persoon_id)), None)
    dagen = teldagen(gehuisvest, besluiten.get(persoon_id, []))
    return sum(aantal for dag, aantal in dagen if dag <= op) > 0


def _tel_in_database(apart: list[int]) -> tuple[Counter[date], dict[int, date]]:
    """How many per day; those with a decision of their own one by one."""
    mensen: Counter[date] = Counter()
    van_wie: dict[int, date] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PER_DAG, {"apart": apart, "gronden": GRONDEN_DIE_TELLEN})
        for dag, persoon_id, aantal in cursor.fetchall():
            if persoon_id is None:
                mensen[dag] += aantal
            else:
                van_wie[persoon_id] = dag
    return mensen, van_wie


def besluiten_per_persoon(
    correcties: Iterable[Correctie],
) -> dict[int, list[tuple[date, bool]]]:
    """What the province decided about each person, in the order in which it did."""
    besluiten: dict[int, list[tuple[date, bool]]] = defaultdict(list)
    for correctie in correcties:
        if correctie.persoon_id is not None:
            besluiten[correctie.persoon_id].append((correctie.op, correctie.aantal > 0))
    return dict(besluiten)


def v_nummers(personen: Sequence[int]) -> dict[int, str]:
    """Of each of these people; empty for who has none. For comparing, not for showing."""
    rijen = Persoon.objects.filter(pk__in=personen).values_list("pk", "v_nummer")
    return {pk: nummer or "" for pk, nummer in rijen}


def beginstand() -> Beginstand | None:
    return Beginstand.objects.first()


def alle_correcties() -> list[Correctie]:
    """In the order in which they were taken."""
    return list(Correctie.objects.order_by("op", "pk"))
