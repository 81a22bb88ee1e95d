"""Terms of others, or towards others: DUO, COA, the CBS, and the course that must be offered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import (
    EEN_DAG,
    eis_datum,
    eis_datum_of_niets,
    hoofdletter,
    maanden_na,
    voluit,
    weken_na,
)
from wet.leerroutes.routes import Examenonderdeel, Leerroute, Niveau
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, Uiterlijk, laatste_dag_na, na_de_dag, uiterlijk
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid, nog_niet


class Verzoek(StrEnum):
    """What a person asks DUO to decide."""

    VERLENGING = "verlenging"
    VRIJSTELLING = "vrijstelling"
    ONTHEFFING = "ontheffing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodtermijn:
    """The last days (inclusive) on which an offer, or the start of the traject, is not yet late.

    `start_eind_op` is only there for the onderwijsroute.
    """

    eind_op: date
    start_eind_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """The first day of something that has no end in the law."""

    start_op: date


@regel(
    "De acht weken waarin DUO over een verzoek beslist.",
    "verzoek=verlenging ontvangen=2024-12-02",
    "verzoek=vrijstelling ontvangen=2024-12-02",
)
def beslistermijn_duo(verzoek: Verzoek, ontvangen: date | None) -> Uitkomst[Looptijd]:
    """The weeks in which DUO decides on a request, from the day after it received it.

    `eind_op` is inclusive, moved to a working day.

    Bron: B26 4.5.1, B26 2.7.5, B26 2.8.3, ATW 1, ATW 3, ATW 5.
    """
    ontvangen = eis_datum_of_niets("ontvangen", ontvangen)
    naam = "duo_verlenging_weken" if verzoek is Verzoek.VERLENGING else "duo_vrijstelling_weken"
    if ontvangen is None:
        bron = ("B26 4.5.1", "B26 2.7.5", "B26 2.8.3")
        return nog_niet("beslistermijn_duo", "de dag waarop DUO het verzoek ontving", bron)
    return na_de_dag(
        "beslistermijn_duo",
        ontvangen,
        norm(naam, ontvangen),
        (f"DUO ontving het verzoek om {verzoek.value} op {voluit(ontvangen)}.",),
    )


@regel(
    "De veertien weken van COA en gemeenten om een huishouden te huisvesten.",
    "koppeling=2024-03-04",
)
def huisvestingsnorm(koppeling: date | None) -> Uitkomst[Looptijd]:
    """The fourteen weeks in which COA and municipalities mean to house a household.

    `koppeling` is the day COA linked the household to the municipality. A practice, no statutory
    term: `eind_op` (inclusive) is never moved for a weekend and nothing follows from passing it.
    Two weeks to link, ten to house and two to move; COA itself also speaks of twelve on average.

    Bron: geen wet; de werkwijze van het COA en gemeenten (T25).
    """
    koppeling = eis_datum_of_niets("koppeling", koppeling)
    if koppeling is None:
        return nog_niet(
            "huisvestingsnorm",
            "de koppeling door het COA",
            ("T25",),
            zekerheid=Zekerheid.PRAKTIJK,
        )
    lengte = norm("huisvesting_weken", koppeling)
    eind = weken_na(koppeling, lengte.aantal)
    return Uitkomst(
        regel="huisvestingsnorm",
        uitkomst=Looptijd(start_op=koppeling + EEN_DAG, eind_op=eind),
        bron=lengte.bron,
        stappen=(
            f"Het COA koppelde op {voluit(koppeling)}.",
            f"Na {lengte} is het {voluit(eind)}. Dit is een richtdatum, geen wettelijke termijn.",
        ),
        zekerheid=lengte.zekerheid,
    )


@regel("Vanaf wanneer de gemeente maatschappelijk begeleidt.", "brp=2024-06-19")
def begin_maatschappelijke_begeleiding(brp: date | None) -> Uitkomst[Begin]:
    """The day on which maatschappelijke begeleiding of an asielstatushouder starts.

    `brp` is the day of registration in the municipality that houses the person. The law knows no
    end.

    Bron: Wi 13.3, Hvw 28.
    """
    brp = eis_datum_of_niets("brp", brp)
    if brp is None:
        return nog_niet(
            "begin_maatschappelijke_begeleiding", "de inschrijving in de BRP", ("Wi 13.3",)
        )
    return Uitkomst(
        regel="begin_maatschappelijke_begeleiding",
        uitkomst=Begin(start_op=brp),
        bron=("Wi 13.3", "Hvw 28"),
        stappen=(
            "De begeleiding begint met de inschrijving in de BRP van de gemeente die huisvest.",
            f"De eerste dag is {voluit(brp)}. De wet noemt geen einde.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Tot wanneer een aanbod voor een cursus nog op tijd is.",
    "dagtekening=2022-03-15 leerroute=B",
    "dagtekening=2022-03-15 leerroute=O",
)
def aanbodtermijn(dagtekening: date | None, leerroute: Leerroute) -> Uitkomst[Aanbodtermijn]:
    """Until when the absence of an offer gives the person no extension.

    The law says "in time"; without an offer within three months after the PIP (`dagtekening`) the
    person gets an extension and the college gives a statement. For the onderwijsroute also when the
    traject has not started within six months. How long: `wet.verlengingen`.

    Bron: Wi 16.1, R26 4.1 onder g, B26 9.3.2b, ATW 4.
    """
    dagtekening = eis_datum_of_niets("dagtekening", dagtekening)
    if dagtekening is None:
        return nog_niet("aanbodtermijn", "de dagtekening van het PIP", ("Wi 16.1", "R26 4.1g"))
    aanbod, start = norm("aanbod_maanden", dagtekening), norm("tst_start_maanden", dagtekening)
    eind = maanden_na(dagtekening, aanbod.aantal)
    start_eind = maanden_na(dagtekening, start.aantal) if leerroute is Leerroute.O else None
    traject = (
        (f"Het taalschakeltraject moet binnen {start} beginnen: {voluit(start_eind)}.",)
        if start_eind
        else ()
    )
    return Uitkomst(
        regel="aanbodtermijn",
        uitkomst=Aanbodtermijn(eind_op=eind, start_eind_op=start_eind),
        bron=("Wi 16.1", *aanbod.bron, "B26 9.3.2b"),
        stappen=(
            f"Het PIP is van {voluit(dagtekening)}. Het aanbod moet tijdig komen (Wi 16.1).",
            f"Zonder aanbod binnen {aanbod} krijgt deze persoon meer tijd van DUO, en geeft de "
            "gemeente daarvoor een verklaring.",
            *traject,
            f"De laatste dag voor het aanbod is {voluit(eind)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


@regel(
    "Wanneer de uitslag van een examen er uiterlijk is.",
    "examen=2026-03-02 onderdeel=LE niveau=B1",
    "examen=2026-09-01 onderdeel=SP niveau=A2",
)
def examenuitslag(examen: date, onderdeel: Examenonderdeel, niveau: Niveau) -> Uitkomst[Uiterlijk]:
    """The day (inclusive) by which DUO gives a result: how it is done, no rule of law.

    Speaking and writing at A2 take longer for the time being.

    Bron: geen wet; de uitleg van DUO (INB).
    """
    eis_datum("examen", examen)
    traag = niveau is Niveau.A2 and onderdeel in (
        Examenonderdeel.SPREKEN,
        Examenonderdeel.SCHRIJVEN,
    )
    lengte = norm("examenuitslag_a2_weken" if traag else "examenuitslag_weken", examen)
    eind = weken_na(examen, lengte.aantal)
    return uiterlijk(
        "examenuitslag",
        eind,
        lengte,
        f"Het examen was op {voluit(examen)}. DUO rekent op {lengte}.",
        f"De uitslag is er naar verwachting uiterlijk {voluit(eind)}.",
    )


@regel("Wanneer DUO een boete kan herhalen.", "eind_op=2025-09-15")
def herhaalde_boete_duo(eind_op: date) -> Uitkomst[Uiterlijk]:
    """The day on which two years have passed since a new term of DUO ended (`eind_op`, inclusive).

    Only information: the municipality never makes this fine.

    Bron: Wi 24.4, Wi 25.2.
    """
    lengte = norm("duo_herhaling_jaren", eis_datum("eind_op", eind_op))
    eind = laatste_dag_na(eind_op, lengte)
    return uiterlijk(
        "herhaalde_boete_duo",
        eind,
        lengte,
        f"De nieuwe termijn eindigde op {voluit(eind_op)}. DUO kan elke {lengte} opnieuw beboeten.",
        f"De volgende keer is na {voluit(eind)}.",
    )


@regel("Tot wanneer DUO een lening kan terugvragen.", "eind_op=2025-03-15")
def lening_vervalt(eind_op: date) -> Uitkomst[Uiterlijk]:
    """The last day (inclusive) of DUO's claim on a loan, six years after the term (`eind_op`).

    Bron: Wi 20.2.
    """
    lengte = norm("lening_vervalt_jaren", eis_datum("eind_op", eind_op))
    eind = laatste_dag_na(eind_op, lengte)
    return uiterlijk(
        "lening_vervalt",
        eind,
        lengte,
        f"De (verlengde) inburgeringstermijn eindigde op {voluit(eind_op)}.",
        f"Na {lengte} vervalt de vordering: de laatste dag is {voluit(eind)}.",
    )


@regel("Wanneer de gegevens van een kwartaal bij het CBS zijn.", "kwartaal_eind_op=2026-09-30")
def cbs_levering(kwartaal_eind_op: date) -> Uitkomst[Uiterlijk]:
    """The last day (inclusive) to deliver the figures of a quarter: four weeks after its end.

    `kwartaal_eind_op` must be the last day of a quarter, else an OngeldigeInvoer.

    Bron: R26 9.1; de vier weken zijn van het CBS (T30).
    """
    eis_datum("kwartaal_eind_op", kwartaal_eind_op)
    volgende = kwartaal_eind_op + EEN_DAG
    if volgende.day != 1 or volgende.month not in (1, 4, 7, 10):
        raise OngeldigeInvoer(
            f"{hoofdletter(voluit(kwartaal_eind_op))} is niet de laatste dag van een kwartaal."
        )
    lengte = norm("cbs_weken", kwartaal_eind_op)
    eind = weken_na(kwartaal_eind_op, lengte.aantal)
    return uiterlijk(
        "cbs_levering",
        eind,
        lengte,
        f"Het kwartaal eindigt op {voluit(kwartaal_eind_op)}. Leveren mag {lengte} duren.",
        f"De laatste dag is {voluit(eind)}.",
    )
