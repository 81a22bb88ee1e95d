"""The SPUK inburgeringsvoorzieningen: tariffs per cohort and year, and a municipality's share.

The grant is a share of a national sum, not a number of people times an amount. The amounts per
person tell what one cohort brings on average, spread over three years with the tariff of each year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wet.datums import EEN_DAG, maanden_na, voluit
from wet.doelgroepen import Doelgroep
from wet.geld import NIETS, Bedrag, eis_bedrag, euro, op_de_cent
from wet.normen import NORMEN, norm
from wet.regels import regel
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid

_ASIEL = ("spuk_asiel_1", "spuk_asiel_2", "spuk_asiel_3")
_EERSTE_COHORT = NORMEN["spuk_overig"][0].geldig_vanaf.year


@regel(
    "Wat één persoon uit een cohort in een jaar gemiddeld aan SPUK oplevert.",
    "cohort=2022 doelgroep=asiel jaar=2022",
    "cohort=2022 doelgroep=asiel jaar=2023",
    "cohort=2022 doelgroep=overig jaar=2022",
    "cohort=2022 doelgroep=asiel jaar=2025",
)
def spuk(cohort: int, doelgroep: Doelgroep, jaar: int) -> Uitkomst[Bedrag]:
    """The amount per person of a cohort (year in which the duty began) in a calendar year.

    Asylum: three slices, each with the tariff of its own year. Others: once, in the year of the
    cohort. Other years bring nothing. A year without a tariff is a `GeenNorm`. An average, no
    claim: the grant itself is a share of a national sum. Ex VAT.

    Bron: R23 10.1, R26 10.1, B26 10.1, B26 10.2.
    """
    if cohort < _EERSTE_COHORT:
        raise OngeldigeInvoer(f"Een cohort begint in {_EERSTE_COHORT} of later.")
    slagen = _ASIEL if doelgroep is Doelgroep.ASIEL else ("spuk_overig",)
    nummer = jaar - cohort
    groep = f"Een {doelgroep.label} uit cohort {cohort}"
    if not 0 <= nummer < len(slagen):
        keer = f"in {len(slagen)} jaren" if len(slagen) > 1 else "één keer"
        reden = f"{groep} telt {keer} mee, vanaf {cohort}; {jaar} hoort daar niet bij."
        stappen = (reden, f"Het bedrag is {euro(NIETS)}.")
        return _bedrag("spuk", NIETS, stappen, ("B26 10.1",), Zekerheid.AFGELEID)
    tarief = norm(slagen[nummer], date(jaar, 1, 1))
    stap = f"{groep}: {jaar} is jaar {nummer + 1} van {len(slagen)}."
    return _bedrag(
        "spuk",
        tarief.bedrag,
        (stap, f"Het bedrag is {euro(tarief.bedrag)}, gemiddeld en zonder btw."),
        tarief.bron,
        Zekerheid.AFGELEID if len(slagen) > 1 else tarief.zekerheid,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantallen:
    """The people that weigh in a year: of that year, of the year before, of two years before.

    `afgerond`: trajectories that ended with a diploma or certificate: of two years ago, and in the
    first year in which they weigh all since 2022 up to two years ago (B26 10.3.5).
    """

    jaar_t: int
    jaar_t1: int
    jaar_t2: int
    afgerond: int


@regel(
    "Hoe zwaar een gemeente meetelt in de verdeling van de SPUK.",
    "jaar=2023 voorlopig=nee jaar_t=40 jaar_t1=36 jaar_t2=30 afgerond=0",
    "jaar=2026 voorlopig=ja jaar_t=40 jaar_t1=36 jaar_t2=30 afgerond=12",
)
def gewogen(jaar: int, voorlopig: bool, aantallen: Aantallen) -> Uitkomst[Bedrag]:
    """The weighed sum that decides a municipality's share of the sum for asylum.

    `voorlopig`: the first two numbers are a forecast of which seventy percent counts; the
    definitive sum counts DUO's own numbers. Until 2025 completed trajectories weigh nothing; before
    2026 the weights are the tariffs.

    Bron: B26 10.1, B26 10.2, R26 10.1.
    """
    op = date(jaar, 1, 1)
    a, b, c, d = _gewichten(op)
    deel = Fraction(norm("spuk_prognose_procent", op).aantal, 100) if voorlopig else Fraction(1)
    totaal = (
        aantallen.jaar_t * deel * Fraction(a)
        + aantallen.jaar_t1 * deel * Fraction(b)
        + aantallen.jaar_t2 * Fraction(c)
        + aantallen.afgerond * Fraction(d)
    )
    bedrag = op_de_cent(totaal)
    soort = "voorlopige" if voorlopig else "definitieve"
    return _bedrag(
        "gewogen",
        bedrag,
        (
            f"Voor de {soort} verdeling van {jaar} tellen {aantallen.jaar_t}, {aantallen.jaar_t1} "
            f"en {aantallen.jaar_t2} mensen en {aantallen.afgerond} afgeronde trajecten.",
            f"Gewogen is dat {euro(bedrag)}.",
        ),
        ("B26 10.1" if voorlopig else "B26 10.2", "R26 10.1"),
    )


def _gewichten(op: date) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    if op < NORMEN["spuk_gewicht_d"][0].geldig_vanaf:
        a, b, c = (norm(naam, op).bedrag for naam in _ASIEL)
        return a, b, c, NIETS
    a, b, c, d = (norm(f"spuk_gewicht_{letter}", op).bedrag for letter in "abcd")
    return a, b, c, d


@regel(
    "Het deel van de landelijke SPUK voor asielstatushouders.",
    "gewogen_gemeente=850000.00 gewogen_landelijk=260000000.00 landelijk=245000000.00",
)
def spuk_aandeel(
    gewogen_gemeente: Decimal, gewogen_landelijk: Decimal, landelijk: Decimal
) -> Uitkomst[Bedrag]:
    """A municipality's part of the national sum: its weighed sum against that of all.

    Bron: B26 10.1, B26 10.2.
    """
    for naam, waarde in (
        ("gewogen_gemeente", gewogen_gemeente),
        ("gewogen_landelijk", gewogen_landelijk),
        ("landelijk", landelijk),
    ):
        eis_bedrag(naam, waarde)
    if not gewogen_landelijk or gewogen_gemeente > gewogen_landelijk:
        raise OngeldigeInvoer(
            "Controleer de gewogen aantallen: een gemeente is een deel van het land."
        )
    bedrag = op_de_cent(
        Fraction(gewogen_gemeente) / Fraction(gewogen_landelijk) * Fraction(landelijk)
    )
    return _bedrag(
        "spuk_aandeel",
        bedrag,
        (
            f"{euro(gewogen_gemeente)} van {euro(gewogen_landelijk)}, keer {euro(landelijk)}.",
            f"Het bedrag is {euro(bedrag)}.",
        ),
        ("B26 10.1", "B26 10.2"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spukdatums:
    """The last days (inclusive) on which the amount of a year is known, revised and accounted."""

    bekend_op: date
    definitief_op: date


@regel("Wanneer de SPUK van een jaar bekend is en herzien.", "jaar=2026")
def spukdatums(jaar: int) -> Uitkomst[Spukdatums]:
    """By when the amount of a year is known (before 1 October) and revised (by 30 June after it).

    Bron: Wi 40.3, Wi 41.4.
    """
    begin = date(jaar, 1, 1)
    bekend = maanden_na(begin, -norm("spuk_bekend_maanden", begin).aantal) - EEN_DAG
    na = norm("spuk_definitief_maanden", begin).aantal
    definitief = maanden_na(date(jaar + 1, 1, 1), na) - EEN_DAG
    return Uitkomst(
        regel="spukdatums",
        uitkomst=Spukdatums(bekend_op=bekend, definitief_op=definitief),
        bron=("Wi 40.3", "Wi 41.4"),
        stappen=(
            f"Het bedrag voor {jaar} is uiterlijk {voluit(bekend)} bekend.",
            f"Het wordt herzien, uiterlijk {voluit(definitief)}.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


def _bedrag(
    naam: str,
    bedrag: Decimal,
    stappen: tuple[str, ...],
    bron: tuple[str, ...],
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
) -> Uitkomst[Bedrag]:
    return Uitkomst(
        regel=naam,
        uitkomst=Bedrag(bedrag=bedrag),
        bron=bron,
        stappen=stappen,
        zekerheid=zekerheid,
    )
