"""The terms around decisions: summons, objection, the decision on it, and fines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from wet.datums import (
    EEN_DAG,
    eis_datum,
    eis_datum_of_niets,
    hoofdletter,
    voluit,
    weken_na,
)
from wet.geld import euro
from wet.kalender import (
    rond_af,
    verleng_naar_werkdag,
    vrije_dagen_vanaf,
    zekerheid_kalender,
    zin_vrije_dagen,
)
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, Uiterlijk, laatste_dag_na, na_de_dag, uiterlijk
from wet.uitkomst import Aantal, Uitkomst, Zekerheid, nog_niet, oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoorstukken:
    """Before a hearing: the last day for papers, and from when the file lies open."""

    eind_op: date
    inzage_vanaf_op: date


@regel("De datum in een brief: nooit een dag waarop niet wordt gewerkt.", "gewenst=2025-04-18")
def brieftermijn(gewenst: date) -> Uitkomst[Uiterlijk]:
    """A day to write in a letter, such as that of a summons for the intake (Wi 14.1).

    The municipality sets it itself, so it is no statutory term and would not move by law: therefore
    it is never put on a day without work. `eind_op` is `gewenst` or the first working day after it.

    Bron: Wi 14.1, ATW 3; de keuze voor een werkdag is afgeleid.
    """
    eis_datum("gewenst", gewenst)
    dag = verleng_naar_werkdag(gewenst)
    vrij = vrije_dagen_vanaf(gewenst)
    waarom = (
        f"{zin_vrije_dagen(vrij)} Daarom de eerste werkdag erna."
        if vrij
        else f"{hoofdletter(voluit(gewenst))} is een werkdag."
    )
    return Uitkomst(
        regel="brieftermijn",
        uitkomst=Uiterlijk(eind_op=dag),
        bron=("Wi 14.1", "ATW 3"),
        stappen=(
            "De gemeente kiest deze dag zelf en schrijft hem voluit in de brief.",
            waarom,
            f"De dag in de brief is {voluit(dag)}.",
        ),
        zekerheid=Zekerheid.zwakste(Zekerheid.AFGELEID, zekerheid_kalender(dag)),
    )


@regel(
    "De nieuwe termijn na een boete voor de brede intake: hoogstens twee maanden.",
    "bekendmaking=2025-03-03",
)
def nieuwe_oproeptermijn(bekendmaking: date | None) -> Uitkomst[Looptijd]:
    """The longest new term that the fine of article 22 may set for the intake.

    It runs from the day after the bekendmaking of the fine. `eind_op` is inclusive, moved to a
    working day. The letter may set an earlier day.

    Bron: Wi 22.2, ATW 1, ATW 3.
    """
    bekendmaking = eis_datum_of_niets("bekendmaking", bekendmaking)
    if bekendmaking is None:
        return nog_niet("nieuwe_oproeptermijn", "de bekendmaking van de boete", ("Wi 22.2",))
    return na_de_dag(
        "nieuwe_oproeptermijn",
        bekendmaking,
        norm("nieuwe_oproep_maanden", bekendmaking),
        (f"De boete is bekendgemaakt op {voluit(bekendmaking)}.",),
    )


@regel(
    "De zes weken om bezwaar te maken.",
    "bekendmaking=2022-03-16",
    "bekendmaking=2025-03-07",
    "bekendmaking=onbekend",
)
def bezwaartermijn(bekendmaking: date | None) -> Uitkomst[Looptijd]:
    """The six weeks in which a person can object.

    They run from the day after the bekendmaking, not the dagtekening. `eind_op` is inclusive, moved
    to a working day.

    Bron: Awb 6:7, Awb 6:8, ATW 1, ATW 3.
    """
    bekendmaking = eis_datum_of_niets("bekendmaking", bekendmaking)
    if bekendmaking is None:
        return nog_niet("bezwaartermijn", "de bekendmaking", ("Awb 6:7", "Awb 6:8"))
    return na_de_dag(
        "bezwaartermijn",
        bekendmaking,
        norm("bezwaar_weken", bekendmaking),
        (f"Het besluit is bekendgemaakt op {voluit(bekendmaking)}.",),
    )


@regel(
    "Of een bezwaar op tijd is, ook als het per post kwam.",
    "eind_op=2022-04-28 ontvangen=2022-05-03 gepost=2022-04-28",
    "eind_op=2022-04-28 ontvangen=2022-05-03",
)
def bezwaar_op_tijd(
    eind_op: date, ontvangen: date, *, gepost: date | None = None
) -> Uitkomst[bool]:
    """Whether an objection is in time.

    `eind_op` is the last day (inclusive) of the term. Received by then, or posted (`gepost`, the
    postmark) by then and received within a week after it. Late may still be excusable (Awb 6:11):
    that is for a person to judge.

    Bron: Awb 6:9, Awb 6:11.
    """
    for naam, dag in (("eind_op", eind_op), ("ontvangen", ontvangen)):
        eis_datum(naam, dag)
    gepost = eis_datum_of_niets("gepost", gepost)
    lengte = norm("bezwaar_post_weken", eind_op)
    post = rond_af(weken_na(eind_op, lengte.aantal), lengte, op=eind_op)
    stappen = [
        f"De laatste dag voor bezwaar is {voluit(eind_op)}; ontvangen op {voluit(ontvangen)}."
    ]
    op_tijd = ontvangen <= eind_op
    if not op_tijd and gepost is not None:
        op_tijd = gepost <= eind_op and ontvangen <= post.eind_op
        stappen += (
            f"Op de post gedaan op {voluit(gepost)}. Wie dat op tijd deed, heeft voor de bezorging "
            f"nog {lengte}.",
            *post.stappen,
            f"De laatste dag voor ontvangst is dan {voluit(post.eind_op)}.",
        )
    stappen.append(
        "Het bezwaar is op tijd."
        if op_tijd
        else "Het bezwaar is te laat. Beoordeel of dat te verontschuldigen is (Awb 6:11)."
    )
    bron = (*lengte.bron, "Awb 6:11", *post.bron)
    return oordeel("bezwaar_op_tijd", op_tijd, stappen, bron, post.zekerheid)


@regel(
    "Tot wanneer de gemeente op een bezwaar moet beslissen.",
    "einde_bezwaartermijn=2022-04-28 commissie=ja",
    "einde_bezwaartermijn=2022-04-28 commissie=nee",
    "einde_bezwaartermijn=2022-04-28 commissie=nee verdaagd=ja opgeschort_dagen=10",
)
def beslistermijn_bezwaar(
    einde_bezwaartermijn: date | None,
    commissie: bool,
    *,
    verdaagd: bool = False,
    opgeschort_dagen: int = 0,
) -> Uitkomst[Looptijd]:
    """The weeks for the decision on an objection: six, or twelve with a committee.

    They run from the day after the last day of the objection term (`einde_bezwaartermijn`,
    inclusive), not from receipt. `verdaagd`: put off once, by six weeks more. `opgeschort_dagen`:
    days in which it stood still while something missing was supplied. `eind_op` is inclusive, moved
    to a working day. How the two lengths add up after being put off is inferred.

    Bron: Awb 7:10, ATW 1, ATW 3.
    """
    einde = eis_datum_of_niets("einde_bezwaartermijn", einde_bezwaartermijn)
    if einde is None:
        return nog_niet("beslistermijn_bezwaar", "het einde van de bezwaartermijn", ("Awb 7:10",))
    naam = "beslissen_commissie_weken" if commissie else "beslissen_weken"
    lengte = norm(naam, einde)
    hoe = "met een adviescommissie" if commissie else "zonder adviescommissie"
    aanloop = (
        f"De bezwaartermijn eindigde op {voluit(einde)}. "
        f"Beslissen mag {lengte} duren, {hoe}. Wanneer het bezwaar binnenkwam, maakt niet uit.",
    )
    if not verdaagd and not opgeschort_dagen:
        return na_de_dag("beslistermijn_bezwaar", einde, lengte, aanloop)
    return _later(einde, laatste_dag_na(einde, lengte), aanloop, verdaagd, opgeschort_dagen)


def _later(
    einde: date, geteld: date, aanloop: tuple[str, ...], verdaagd: bool, opgeschort: int
) -> Uitkomst[Looptijd]:
    stappen, bron = list(aanloop), ["Awb 7:10.1"]
    extra = norm("verdagen_weken", einde)
    if opgeschort:
        geteld += timedelta(days=opgeschort)
        bron.append("Awb 7:10.2")
        stappen.append(f"De termijn stond {opgeschort} dagen stil en eindigt zoveel later.")
    if verdaagd:
        geteld = laatste_dag_na(geteld, extra)
        bron += extra.bron
        stappen.append(f"De beslissing is verdaagd: er komt {extra} bij.")
    afronding = rond_af(geteld, extra, op=einde)
    return Uitkomst(
        regel="beslistermijn_bezwaar",
        uitkomst=Looptijd(start_op=einde + EEN_DAG, eind_op=afronding.eind_op),
        bron=(*bron, *afronding.bron),
        stappen=(
            *stappen,
            *afronding.stappen,
            f"De laatste dag is {voluit(afronding.eind_op)}.",
        ),
        zekerheid=Zekerheid.zwakste(Zekerheid.AFGELEID, afronding.zekerheid),
    )


@regel(
    "Hoeveel dagen de beslissing op een bezwaar stilstaat om een verzuim.",
    "einde_bezwaartermijn=2022-04-28 gevraagd=2022-05-02 uiterlijk=2022-05-16",
    "einde_bezwaartermijn=2022-04-28 gevraagd=2022-05-02 uiterlijk=2022-05-16 hersteld=2022-05-11",
)
def opschorting_verzuim(
    einde_bezwaartermijn: date, gevraagd: date, uiterlijk: date, *, hersteld: date | None = None
) -> Uitkomst[Aantal]:
    """The days in which the term for the decision stands still while something is supplied.

    From the day after `gevraagd`, on which the person was asked, until the day on which it was
    supplied (`hersteld`, not counted) or the term for it passed unused (`uiterlijk`, inclusive).
    Days before the term for the decision began do not count: there was nothing to stand still.

    Bron: Awb 6:6, Awb 7:10.2.
    """
    for naam, dag in (
        ("einde_bezwaartermijn", einde_bezwaartermijn),
        ("gevraagd", gevraagd),
        ("uiterlijk", uiterlijk),
    ):
        eis_datum(naam, dag)
    hersteld = eis_datum_of_niets("hersteld", hersteld)
    op_tijd = hersteld is not None and hersteld <= uiterlijk
    laatste = hersteld - EEN_DAG if hersteld is not None and op_tijd else uiterlijk
    dagen = max(0, (laatste - max(gevraagd, einde_bezwaartermijn)).days)
    einde = (
        f"Het is hersteld op {voluit(laatste + EEN_DAG)}; die dag telt niet mee."
        if op_tijd
        else f"Het is niet eerder hersteld dan de laatste dag daarvoor, {voluit(uiterlijk)}."
    )
    return Uitkomst(
        regel="opschorting_verzuim",
        uitkomst=Aantal(aantal=dagen),
        bron=("Awb 6:6", "Awb 7:10.2"),
        stappen=(
            f"Gevraagd op {voluit(gevraagd)}; de termijn staat stil vanaf de dag erna.",
            f"De bezwaartermijn eindigde op {voluit(einde_bezwaartermijn)}; eerder stond er niets "
            "stil.",
            einde,
            f"De termijn stond {dagen} {'dag' if dagen == 1 else 'dagen'} stil.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


@regel("Tot wanneer er voor een hoorzitting stukken mogen komen.", "hoorzitting=2022-06-20")
def hoorstukken(hoorzitting: date) -> Uitkomst[Hoorstukken]:
    """Counted back from the hearing: the last day for papers, and from when the file lies open.

    `eind_op` is inclusive: ten days before the hearing. `inzage_vanaf_op`: at least a week before.
    Counted back, so never moved for a weekend.

    Bron: Awb 7:4, ATW 1.2.
    """
    eis_datum("hoorzitting", hoorzitting)
    dagen, weken = norm("stukken_dagen", hoorzitting), norm("inzage_weken", hoorzitting)
    stukken = hoorzitting - timedelta(days=dagen.aantal)
    inzage = hoorzitting - timedelta(weeks=weken.aantal)
    return Uitkomst(
        regel="hoorstukken",
        uitkomst=Hoorstukken(eind_op=stukken, inzage_vanaf_op=inzage),
        bron=(*dagen.bron, *weken.bron, "ATW 1"),
        stappen=(
            f"De hoorzitting is op {voluit(hoorzitting)}.",
            f"Het dossier ligt ten minste {weken} ter inzage: vanaf {voluit(inzage)}.",
            f"Stukken mogen komen tot en met {voluit(stukken)}, {dagen} ervoor.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel("De dertien weken voor een boetebesluit na het boeterapport.", "boeterapport=2025-03-03")
def boetebesluit_termijn(boeterapport: date | None) -> Uitkomst[Looptijd]:
    """The thirteen weeks to decide on a fine, from the day after the dagtekening of the report.

    A term of order: deciding later is still possible, but a long delay may lower the fine. Longer
    than twelve weeks, so `eind_op` (inclusive) is never moved.

    Bron: Awb 5:51, ECLI:NL:RVS:2023:3702, ATW 4.
    """
    boeterapport = eis_datum_of_niets("boeterapport", boeterapport)
    if boeterapport is None:
        return nog_niet("boetebesluit_termijn", "het boeterapport", ("Awb 5:51",))
    return na_de_dag(
        "boetebesluit_termijn",
        boeterapport,
        norm("boetebesluit_weken", boeterapport),
        (
            f"Het boeterapport is van {voluit(boeterapport)}.",
            "Dit is een termijn van orde: daarna besluiten mag, maar kan de boete lager maken.",
        ),
    )


@regel(
    "Tot wanneer voor een gedraging nog een boete mogelijk is.",
    "gedraging=2025-03-11 hoogste_boete=800.00",
    "gedraging=2025-03-11 hoogste_boete=250.00",
)
def boete_vervalt(gedraging: date, hoogste_boete: Decimal) -> Uitkomst[Uiterlijk]:
    """The last day (inclusive) on which a fine can be imposed for conduct of that day.

    Five years, or three where the law allows at most 340 euro for it.

    Bron: Awb 5:45, Awb 5:53 (beide niet nagelezen).
    """
    eis_datum("gedraging", gedraging)
    grens = norm("boete_licht_hoogste", gedraging)
    licht = hoogste_boete <= grens.bedrag
    lengte = norm("boete_vervalt_licht_jaren" if licht else "boete_vervalt_jaren", gedraging)
    eind = laatste_dag_na(gedraging, lengte)
    hoogte = "hoogstens" if licht else "meer dan"
    return uiterlijk(
        "boete_vervalt",
        eind,
        lengte,
        f"De gedraging was op {voluit(gedraging)}. De boete kan {euro(hoogste_boete)} zijn: "
        f"{hoogte} {euro(grens.bedrag)}.",
        f"Dan vervalt de bevoegdheid na {lengte}.",
        f"De laatste dag is {voluit(eind)}.",
        ook=grens.bron,
    )


@regel("De zes weken om een boete te betalen.", "bekendmaking=2025-03-07")
def betaaltermijn_boete(bekendmaking: date | None) -> Uitkomst[Looptijd]:
    """The six weeks in which a fine is paid, from the day after its bekendmaking.

    `eind_op` is inclusive, moved to a working day. An objection does not suspend it (Awb 6:16).

    Bron: Awb 4:87 (niet nagelezen), Awb 6:16, ATW 1, ATW 3.
    """
    bekendmaking = eis_datum_of_niets("bekendmaking", bekendmaking)
    if bekendmaking is None:
        return nog_niet(
            "betaaltermijn_boete",
            "de bekendmaking van de boete",
            ("Awb 4:87",),
            zekerheid=Zekerheid.AFGELEID,
        )
    return na_de_dag(
        "betaaltermijn_boete",
        bekendmaking,
        norm("boete_betalen_weken", bekendmaking),
        (
            f"De boete is bekendgemaakt op {voluit(bekendmaking)}.",
            "Bezwaar maken stelt het betalen niet uit (Awb 6:16).",
        ),
        ("Awb 6:16",),
    )
