"""What month totals and standings must be, counted by the database from the lines themselves.

One text says it: the service that writes the totals and the night that checks them both use it.
Which kinds count for what is asked of the law.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import connection

from leerroutes.enums import Aanwezigheid
from wet.leerroutes import Leerroute, Urendoel, Urensoort, tel_uren


def _tellen(doel: Urendoel) -> list[str]:
    """The kinds that count for this purpose."""
    uitkomsten = {soort: tel_uren(doel, {soort: 1}).bekend for soort in Urensoort}
    return [soort.value for soort, geteld in uitkomsten.items() if geteld and geteld.uren]


CURSUS = _tellen(Urendoel.Z_CURSUS)
NEDERLANDS = _tellen(Urendoel.AFSCHALEN)
PARTICIPATIE = _tellen(Urendoel.Z_PARTICIPATIE)
LESSEN = [Urensoort.NEDERLANDS.value, Urensoort.ALFABETISERING.value, Urensoort.KNM.value]

SOORTEN: dict[str, Any] = {
    "cursus": CURSUS,
    "nederlands": NEDERLANDS,
    "participatie": PARTICIPATIE,
    "lessen": LESSEN,
    "z": Leerroute.Z.value,
    "aanwezig": Aanwezigheid.AANWEZIG.value,
    "geoorloofd": Aanwezigheid.GEOORLOOFD.value,
    "ongeoorloofd": Aanwezigheid.ONGEOORLOOFD.value,
}

# Per person, traject, month and kind. The filters are empty, or narrow it to some people or months.
MAANDEN = """
SELECT inburgeraar_id, traject_id, date_trunc('month', op)::date AS maand, soort,
    coalesce(sum(uren) FILTER (WHERE aanwezigheid = %(aanwezig)s AND erkend), 0) AS aanwezig,
    coalesce(sum(uren) FILTER (WHERE aanwezigheid = %(aanwezig)s AND NOT erkend), 0) AS niet_erkend,
    coalesce(sum(uren) FILTER (WHERE aanwezigheid = %(geoorloofd)s), 0) AS geoorloofd,
    coalesce(sum(uren) FILTER (WHERE aanwezigheid = %(ongeoorloofd)s), 0) AS ongeoorloofd
FROM leerroutes_urenregel
WHERE (%(dossiers)s::bigint[] IS NULL OR inburgeraar_id = ANY(%(dossiers)s))
    AND (%(maanden)s::date[] IS NULL OR date_trunc('month', op)::date = ANY(%(maanden)s))
GROUP BY 1, 2, 3, 4
"""

# Per person, from the month totals and the opening balances; zero for who had hours and has none
# any more. In the Z-route what the plan deducts counts along, as far as it is not in lessons of an
# earlier route (B26 5.4.4); `reeks`: the last traject with those just before it on the same route.
# Practice of a MAP that was closed elsewhere has no lines.
# `feiten.uren_per_soort` says the same of one person.
STANDEN = """
WITH begin AS (
    SELECT inburgeraar_id, sum(eerdere_uren_taal) AS taal,
        sum(eerdere_uren_nederlands) AS nederlands,
        sum(eerdere_uren_participatie) AS participatie
    FROM leerroutes_traject
    WHERE eerdere_uren_op IS NOT NULL
        AND (%(dossiers)s::bigint[] IS NULL OR inburgeraar_id = ANY(%(dossiers)s))
    GROUP BY 1
), geteld AS (
    SELECT inburgeraar_id,
        sum(aanwezig) FILTER (WHERE soort = ANY(%(cursus)s)) AS cursus,
        sum(aanwezig) FILTER (WHERE soort = ANY(%(nederlands)s)) AS nederlands,
        sum(aanwezig) FILTER (WHERE soort = ANY(%(participatie)s)) AS participatie
    FROM leerroutes_maandtotaal
    WHERE (%(dossiers)s::bigint[] IS NULL OR inburgeraar_id = ANY(%(dossiers)s))
    GROUP BY 1
), reeks AS (
    SELECT eigen.id, eigen.inburgeraar_id, eigen.eerdere_uren_taal
    FROM leerroutes_traject AS eigen
    WHERE (%(dossiers)s::bigint[] IS NULL OR eigen.inburgeraar_id = ANY(%(dossiers)s))
        AND NOT EXISTS (
            SELECT 1
            FROM leerroutes_traject AS later
            WHERE later.inburgeraar_id = eigen.inburgeraar_id
                AND later.leerroute <> eigen.leerroute
                AND (later.start_op, later.id) > (eigen.start_op, eigen.id)
        )
), aftrek AS (
    SELECT nu.inburgeraar_id, greatest(nu.aftrek_uren - coalesce(lessen.uren, 0)
        - coalesce(begin.taal, 0) + coalesce(eigen.taal, 0), 0) AS uren
    FROM (
        SELECT DISTINCT ON (inburgeraar_id) *
        FROM leerroutes_traject
        WHERE (%(dossiers)s::bigint[] IS NULL OR inburgeraar_id = ANY(%(dossiers)s))
        ORDER BY inburgeraar_id, start_op DESC, id DESC
    ) AS nu
    LEFT JOIN begin ON begin.inburgeraar_id = nu.inburgeraar_id
    LEFT JOIN LATERAL (
        SELECT sum(maand.aanwezig) AS uren
        FROM leerroutes_maandtotaal AS maand
        WHERE maand.inburgeraar_id = nu.inburgeraar_id AND maand.soort = ANY(%(lessen)s)
            AND NOT EXISTS (SELECT 1 FROM reeks WHERE reeks.id = maand.traject_id)
    ) AS lessen ON true
    LEFT JOIN LATERAL (
        SELECT sum(reeks.eerdere_uren_taal) AS taal
        FROM reeks
        WHERE reeks.inburgeraar_id = nu.inburgeraar_id
    ) AS eigen ON true
    WHERE nu.leerroute = %(z)s AND nu.aftrek_uren > 0
), laatste AS (
    SELECT inburgeraar_id, max(op) AS op
    FROM leerroutes_urenregel
    WHERE aanwezigheid = %(aanwezig)s AND soort = ANY(%(lessen)s)
        AND (%(dossiers)s::bigint[] IS NULL OR inburgeraar_id = ANY(%(dossiers)s))
    GROUP BY 1
)
SELECT dossier.id AS inburgeraar_id,
    coalesce(geteld.cursus, 0) + coalesce(begin.taal, 0) + coalesce(aftrek.uren, 0) AS cursus,
    coalesce(geteld.nederlands, 0) + coalesce(begin.nederlands, 0) AS nederlands,
    coalesce(geteld.participatie, 0) + coalesce(begin.participatie, 0)
        + coalesce(map.elders_uren, 0) AS participatie,
    laatste.op AS laatste_les_op
FROM inburgering_inburgeraar AS dossier
LEFT JOIN begin ON begin.inburgeraar_id = dossier.id
LEFT JOIN geteld ON geteld.inburgeraar_id = dossier.id
LEFT JOIN aftrek ON aftrek.inburgeraar_id = dossier.id
LEFT JOIN laatste ON laatste.inburgeraar_id = dossier.id
LEFT JOIN leerroutes_mapmodule AS map
    ON map.inburgeraar_id = dossier.id AND map.elders_uren IS NOT NULL
LEFT JOIN leerroutes_urenstand AS staat ON staat.inburgeraar_id = dossier.id
WHERE (%(dossiers)s::bigint[] IS NULL OR dossier.id = ANY(%(dossiers)s))
    AND coalesce(begin.inburgeraar_id, geteld.inburgeraar_id, aftrek.inburgeraar_id,
        map.inburgeraar_id, staat.inburgeraar_id) IS NOT NULL
"""

_AFWIJKEND = f"""
SELECT coalesce(moet.inburgeraar_id, staat.inburgeraar_id)
FROM ({MAANDEN}) AS moet
FULL JOIN leerroutes_maandtotaal AS staat
    ON staat.inburgeraar_id = moet.inburgeraar_id AND staat.maand = moet.maand
    AND staat.soort = moet.soort AND coalesce(staat.traject_id, 0) = coalesce(moet.traject_id, 0)
WHERE (moet.aanwezig, moet.niet_erkend, moet.geoorloofd, moet.ongeoorloofd) IS DISTINCT FROM
    (staat.aanwezig, staat.niet_erkend, staat.geoorloofd, staat.ongeoorloofd)
UNION
SELECT coalesce(moet.inburgeraar_id, staat.inburgeraar_id)
FROM ({STANDEN}) AS moet
FULL JOIN leerroutes_urenstand AS staat ON staat.inburgeraar_id = moet.inburgeraar_id
WHERE (coalesce(moet.cursus, 0), coalesce(moet.nederlands, 0), coalesce(moet.participatie, 0),
        moet.laatste_les_op) IS DISTINCT FROM
    (coalesce(staat.cursus, 0), coalesce(staat.nederlands, 0), coalesce(staat.participatie, 0),
        staat.laatste_les_op)
ORDER BY 1
"""  # noqa: S608  # of the two texts above


def maandsommen(
    dossiers: Collection[int], maanden: Collection[date] | None
) -> list[dict[str, Any]]:
    """What the month totals of these people must be; `maanden` are first days, None is all."""
    eerste = None if maanden is None else list(maanden)
    return _rijen(MAANDEN, dossiers=list(dossiers), maanden=eerste)


def standen(dossiers: Collection[int]) -> list[dict[str, Any]]:
    """What the standings of these people must be, by their month totals as they are now."""
    return _rijen(STANDEN, dossiers=list(dossiers))


def _rijen(vraag: str, **waarden: Any) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(vraag, {**SOORTEN, **waarden})
        namen = [kolom.name for kolom in cursor.description]
        return [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]


def afwijkende_dossiers() -> list[int]:
    """Whose totals are not what the lines say: of everybody, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(_AFWIJKEND, {**SOORTEN, "dossiers": None, "maanden": None})
        return [pk for (pk,) in cursor.fetchall()]
