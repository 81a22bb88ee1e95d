"""Extensions of the inburgeringstermijn by ground: how long, how at most, and with what proof.

DUO decides, on request or ex officio. What is computed here is a forecast; DUO's date leads, and
DUO's own list of grounds may hold more than this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import (
    EEN_DAG,
    MAANDEN_PER_JAAR,
    eis_datum,
    hoofdletter,
    maanden_na,
    maanden_vanaf,
    voluit,
)
from wet.doelgroepen import Doelgroep
from wet.leerroutes.routes import Leerroute
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import in_maanden, laatste_dag_na
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid, nog_niet


class Grond(StrEnum):
    """The grounds of the Regeling, article 4.1."""

    ZIEKTE = "ziekte"
    OVERLIJDEN = "overlijden"
    BEVALLING = "bevalling"
    BLIJF_VAN_MIJN_LIJF = "blijf_van_mijn_lijf"
    ALFABETISERING = "alfabetisering"
    DAKLOOS = "dakloos"
    GEEN_AANBOD = "geen_aanbod"
    AANBIEDER = "aanbieder"
    BIJZONDER = "bijzonder"
    COMBINATIE = "combinatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondregel:
    """What a ground gives: a fixed length (`vast`), or the time it lasted, at most `hoogstens`.

    `minstens`: it must have lasted three months. `bewijs` is what DUO asks for.
    """

    label: str
    letter: str
    bewijs: str
    minstens: bool = True
    vast: str = ""
    hoogstens: str = ""


_GRONDEN: Mapping[Grond, Grondregel] = {
    Grond.ZIEKTE: Grondregel(
        label="ziekte van uzelf, uw partner of naaste familie",
        letter="a",
        bewijs="een medische machtiging",
    ),
    Grond.OVERLIJDEN: Grondregel(
        label="overlijden van uw partner of naaste familie",
        letter="b",
        bewijs="de akte van overlijden",
        minstens=False,
        vast="verlenging_overlijden_maanden",
    ),
    Grond.BEVALLING: Grondregel(
        label="een bevalling",
        letter="c",
        bewijs="de geboorteakte",
        minstens=False,
        vast="verlenging_bevalling_weken",
    ),
    Grond.BLIJF_VAN_MIJN_LIJF: Grondregel(
        label="verblijf in een Blijf-van-mijn-lijfhuis",
        letter="d",
        bewijs="een verklaring van het huis",
    ),
    Grond.ALFABETISERING: Grondregel(
        label="alfabetisering",
        letter="e",
        bewijs="een verklaring van de taalschool",
        hoogstens="verlenging_alfabetisering_maanden",
    ),
    Grond.DAKLOOS: Grondregel(
        label="dakloosheid",
        letter="f",
        bewijs="een uitdraai uit de BRP",
        hoogstens="verlenging_dakloos_jaren",
    ),
    Grond.GEEN_AANBOD: Grondregel(
        label="geen aanbod van de gemeente",
        letter="g",
        bewijs="een verklaring van het college",
        minstens=False,
    ),
    Grond.AANBIEDER: Grondregel(
        label="een omstandigheid bij de aanbieder",
        letter="h",
        bewijs="stukken van de aanbieder",
        hoogstens="verlenging_aanbieder_maanden",
    ),
    Grond.BIJZONDER: Grondregel(
        label="bijzondere persoonlijke omstandigheden",
        letter="i",
        bewijs="stukken over de omstandigheden",
        hoogstens="verlenging_bijzonder_jaren",
    ),
    Grond.COMBINATIE: Grondregel(
        label="meer omstandigheden samen",
        letter="j",
        bewijs="de stukken bij elke omstandigheid",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengd:
    """The last day (inclusive) after the extension, how long that is, and the proof for DUO.

    `dagen` is the length of the extension in days of the calendar; 0: no extension.
    """

    eind_op: date
    dagen: int
    bewijs: str


@regel(
    "Hoe lang DUO de inburgeringstermijn naar verwachting verlengt.",
    *(
        f"grond={grond.value} leerroute=B eind_op=2025-03-15 van=2022-05-01 tot=2024-12-31"
        for grond in Grond
        if grond is not Grond.GEEN_AANBOD
    ),
)
def verlenging(
    grond: Grond, leerroute: Leerroute, eind_op: date, van: date, tot: date | None
) -> Uitkomst[Verlengd]:
    """The extension that a ground gives, as a forecast.

    `eind_op` is the last day (inclusive) of the term as it is. `van` and `tot` are the first and
    last day (inclusive) of the circumstance; `tot` None: it still goes on. Without an offer of the
    municipality: `verlenging_zonder_aanbod`, else an OngeldigeInvoer. Alfabetisering gives time in
    the B1- and onderwijsroute only.

    Bron: R26 4.1.
    """
    eis_datum("eind_op", eind_op)
    if grond is Grond.GEEN_AANBOD:
        raise OngeldigeInvoer("Gebruik voor deze grond de regel ‘verlenging_zonder_aanbod’.")
    wat = _GRONDEN[grond]
    bron = (f"R26 4.1{wat.letter}",)
    if tot is None:
        return nog_niet("verlenging", "het einde van de omstandigheid", bron)
    if tot < eis_datum("van", van):
        raise OngeldigeInvoer(f"{hoofdletter(voluit(tot))} ligt voor {voluit(van)}.")
    aanloop = f"De grond is {wat.label}, van {voluit(van)} tot en met {voluit(tot)}."
    if grond is Grond.ALFABETISERING and leerroute is Leerroute.Z:
        reden = "In de Z-route geeft alfabetisering geen verlenging."
        return _verlengd("verlenging", eind_op, eind_op, wat, bron, (aanloop, reden))
    minstens = norm("verlenging_minstens_maanden", van)
    if wat.minstens and tot < maanden_vanaf(van, minstens.aantal):
        reden = f"Dat is korter dan {minstens}: dan verlengt DUO niet."
        return _verlengd("verlenging", eind_op, eind_op, wat, bron, (aanloop, reden))
    nieuw, reden = _nieuw_einde(eind_op, van, tot, wat)
    return _verlengd("verlenging", eind_op, nieuw, wat, bron, (aanloop, reden))


def _nieuw_einde(eind_op: date, van: date, tot: date, wat: Grondregel) -> tuple[date, str]:
    if wat.vast:
        lengte = norm(wat.vast, van)
        return laatste_dag_na(eind_op, lengte), f"Deze grond geeft {lengte}."
    duur = tot - van + EEN_DAG
    nieuw = eind_op + duur
    if wat.hoogstens:
        hoogstens = norm(wat.hoogstens, van)
        grens = laatste_dag_na(eind_op, hoogstens)
        if nieuw > grens:
            return grens, f"Het duurde {duur.days} dagen; deze grond geeft hoogstens {hoogstens}."
    return nieuw, f"De termijn wordt verlengd met de duur: {duur.days} dagen."


class Aanbodlezing(StrEnum):
    """What a person gets when offer and traject were both late."""

    LANGSTE = "langste"
    VAST = "vast"
    """Always the flat six months."""


@regel(
    "Hoeveel tijd iemand erbij krijgt als het aanbod van de gemeente te laat komt.",
    "dagtekening=2022-03-15 leerroute=B eind_op=2025-03-15 aanbod=2022-09-15 "
    "start_traject=onbekend",
    "dagtekening=2022-03-15 leerroute=O eind_op=2025-03-15 aanbod=2022-05-02 "
    "start_traject=2022-10-20",
)
def verlenging_zonder_aanbod(
    dagtekening: date,
    leerroute: Leerroute,
    eind_op: date,
    aanbod: date | None,
    start_traject: date | None,
    *,
    op: date | None = None,
    lezing: Aanbodlezing = Aanbodlezing.LANGSTE,
) -> Uitkomst[Verlengd]:
    """The extension because the offer of a course came late; the college gives a statement.

    `dagtekening` of the PIP, `aanbod` the day of the offer, `start_traject` that of the
    taalschakeltraject (onderwijsroute only). The time without an offer after the first three
    months; for the onderwijsroute six months flat when the traject did not start within six. When
    both hold, the longest by default (`lezing`); the alternative is always the six months. `op` is
    the day on which it is asked: a traject that has not started by then is late as well.

    Bron: R26 4.1 onder g, R26 4.1.3, B26 9.3.2b; de rekenwijze is afgeleid.
    """
    feiten = _Aanbod(eis_datum("dagtekening", dagtekening), leerroute, aanbod, start_traject, op)
    bron = ("R26 4.1g", "B26 9.3.2b")
    te_laat = feiten.traject_te_laat
    if te_laat is None:
        wacht = "de start van het taalschakeltraject"
        return nog_niet("verlenging_zonder_aanbod", wacht, bron, (feiten.eerste_zin,), _AFGELEID)
    vast = norm("verlenging_taalschakeltraject_maanden", dagtekening)
    keuzes = [laatste_dag_na(eind_op, vast)] if te_laat else []
    redenen = [f"{feiten.traject_zin} Dat geeft {vast}."] if te_laat else []
    if aanbod is None and not te_laat:
        wacht = "het aanbod van de gemeente"
        return nog_niet("verlenging_zonder_aanbod", wacht, bron, (feiten.eerste_zin,), _AFGELEID)
    if aanbod is not None and not (te_laat and lezing is Aanbodlezing.VAST):
        laat = aanbod > feiten.op_tijd
        hoe = "De tijd zonder aanbod daarna telt." if laat else "Dat is op tijd."
        redenen.append(f"Het aanbod kwam op {voluit(aanbod)}. {hoe}")
        keuzes.append(_even_lang(eind_op, feiten.op_tijd, aanbod) if laat else eind_op)
    return _verlengd(
        "verlenging_zonder_aanbod",
        eind_op,
        max(keuzes),
        _GRONDEN[Grond.GEEN_AANBOD],
        bron,
        (feiten.eerste_zin, *redenen),
    )


_AFGELEID = Zekerheid.AFGELEID


@dataclass(frozen=True, slots=True)
class _Aanbod:
    """The facts of an offer, held against its two borders."""

    dagtekening: date
    leerroute: Leerroute
    aanbod: date | None
    start_traject: date | None
    op: date | None

    @property
    def op_tijd(self) -> date:
        """The last day on which the offer was in time."""
        return maanden_na(self.dagtekening, norm("aanbod_maanden", self.dagtekening).aantal)

    @property
    def grens(self) -> date:
        """The last day on which the traject started in time."""
        return maanden_na(self.dagtekening, norm("tst_start_maanden", self.dagtekening).aantal)

    @property
    def traject_te_laat(self) -> bool | None:
        """Whether the traject started too late, or not at all by now; None: not to be said yet."""
        if self.leerroute is not Leerroute.O:
            return False
        if self.start_traject is not None:
            return self.start_traject > self.grens
        return True if self.op is not None and self.op > self.grens else None

    @property
    def eerste_zin(self) -> str:
        return (
            f"Het PIP is van {voluit(self.dagtekening)}; een aanbod was op tijd tot en met "
            f"{voluit(self.op_tijd)}."
        )

    @property
    def traject_zin(self) -> str:
        if self.start_traject is None:
            return f"Het taalschakeltraject is niet begonnen voor {voluit(self.grens + EEN_DAG)}."
        return (
            f"Het taalschakeltraject begon op {voluit(self.start_traject)}, na "
            f"{voluit(self.grens)}."
        )


def _even_lang(eind_op: date, van: date, tot: date) -> date:
    """As much later as `tot` is than `van`: in whole months where it is that, else in days."""
    maanden = (tot.year - van.year) * MAANDEN_PER_JAAR + tot.month - van.month
    if maanden_na(van, maanden) == tot:
        return maanden_na(eind_op, maanden)
    return eind_op + (tot - van)


@regel(
    "Hoeveel later de inburgeringstermijn eindigt na een onderbreking.",
    "eind_op=2025-03-15 van=2023-02-01 tot=2023-07-31",
    "eind_op=2025-03-15 van=2023-02-01 tot=2024-02-01",
)
def verlenging_na_onderbreking(eind_op: date, van: date, tot: date) -> Uitkomst[Verlengd]:
    """The term after an interruption of the duty of at most a year, from `van` to `tot` inclusive.

    Not an inhabitant, a stay for a temporary purpose, or a pause of a geestelijk bedienaar. Longer
    than a year ends the duty: then there is nothing to extend and DUO decides anew (0 days).

    Bron: B26 2.1.2, B26 4.2.
    """
    eis_datum("eind_op", eind_op)
    if eis_datum("tot", tot) < eis_datum("van", van):
        raise OngeldigeInvoer(f"{hoofdletter(voluit(tot))} ligt voor {voluit(van)}.")
    lengte = norm("onderbreking_jaren", van)
    duur = tot - van + EEN_DAG
    aanloop = (
        f"De plicht was onderbroken van {voluit(van)} tot en met {voluit(tot)}: {duur.days} dagen."
    )
    kort = tot <= maanden_vanaf(van, in_maanden(lengte))
    reden = (
        f"Dat is hoogstens {lengte}: de plicht gaat door en de termijn wordt even lang verlengd."
        if kort
        else f"Dat is langer dan {lengte}: de plicht is geëindigd. DUO beslist hoe het verder gaat."
    )
    return Uitkomst(
        regel="verlenging_na_onderbreking",
        uitkomst=Verlengd(
            eind_op=eind_op + duur if kort else eind_op, dagen=duur.days if kort else 0, bewijs=""
        ),
        bron=lengte.bron,
        stappen=(aanloop, reden),
        zekerheid=Zekerheid.AFGELEID,
    )


@regel(
    "Hoeveel tijd iemand krijgt voor een opleiding zonder vrijstelling die al voorbij is.",
    "eind_op=2025-03-15 van=2022-09-01 tot=2023-07-31",
)
def verlenging_na_opleiding(eind_op: date, van: date, tot: date) -> Uitkomst[Verlengd]:
    """The extension for an education that is over: as long as one was enrolled.

    `van` and `tot` are the first and last day (inclusive) of the enrolment within the term.

    Bron: R26 4.2.
    """
    if eis_datum("tot", tot) < eis_datum("van", van):
        raise OngeldigeInvoer(f"{hoofdletter(voluit(tot))} ligt voor {voluit(van)}.")
    duur = tot - van + EEN_DAG
    reden = f"Ingeschreven van {voluit(van)} tot en met {voluit(tot)}: {duur.days} dagen."
    return _opleiding(
        eis_datum("eind_op", eind_op), eind_op + duur, (reden,), naam="verlenging_na_opleiding"
    )


class Opleiding(StrEnum):
    """An education that gives no exemption."""

    PRAKTIJKONDERWIJS = "praktijkonderwijs"
    VSO = "vso"
    ENTREE = "entree"


@regel(
    "Hoeveel tijd iemand krijgt om een opleiding zonder vrijstelling af te maken.",
    "opleiding=praktijkonderwijs eind_op=2025-03-15 keer=1",
    "opleiding=praktijkonderwijs eind_op=2027-03-15 keer=2",
    "opleiding=entree eind_op=2027-03-15 keer=2",
)
def verlenging_opleiding(opleiding: Opleiding, eind_op: date, keer: int) -> Uitkomst[Verlengd]:
    """The extension to finish an education that still runs: two years, then twice one year.

    `keer` is which time it is asked (1, 2 or 3, else an OngeldigeInvoer); entree only once.

    Bron: B26 4.3.2, R26 4.2.
    """
    eis_datum("eind_op", eind_op)
    if keer not in (1, 2, 3):
        raise OngeldigeInvoer("Voor een opleiding verlengt DUO hoogstens drie keer: 1, 2 of 3.")
    if opleiding is Opleiding.ENTREE and keer > 1:
        return _opleiding(eind_op, eind_op, ("Bij entree verlengt DUO hoogstens twee jaar.",))
    naam = "verlenging_opleiding_jaren" if keer == 1 else "verlenging_opleiding_vervolg_jaren"
    lengte = norm(naam, eind_op)
    return _opleiding(
        eind_op, laatste_dag_na(eind_op, lengte), (f"De {keer}e keer geeft DUO {lengte}.",)
    )


def _opleiding(
    eind_op: date, nieuw: date, redenen: tuple[str, ...], *, naam: str = "verlenging_opleiding"
) -> Uitkomst[Verlengd]:
    bewijs = Grondregel(label="", letter="", bewijs="een verklaring van de school")
    return _verlengd(naam, eind_op, nieuw, bewijs, ("B26 4.3.2", "R26 4.2"), redenen)


@dataclass(frozen=True, slots=True, kw_only=True)
class BijnaAfgerond:
    """Whether it can be asked, and the last day (inclusive) that would follow."""

    mag: bool
    eind_op: date


@regel(
    "Of iemand zes maanden erbij kan krijgen omdat hij bijna klaar is.",
    "leerroute=B doelgroep=asiel onderdelen_behaald=2 knm_behaald=ja alle_lessen=ja uren=600 "
    "geprobeerd=ja pvt_klaar=ja map_klaar=ja eind_op=2025-03-15",
)
def bijna_afgerond(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    onderdelen_behaald: int,
    knm_behaald: bool,
    alle_lessen: bool,
    uren: int,
    geprobeerd: bool,
    pvt_klaar: bool,
    map_klaar: bool,
    eind_op: date,
) -> Uitkomst[BijnaAfgerond]:
    """Whether the conditions for the last six months are met, and when they would end; DUO decides.

    `eind_op` is the last day (inclusive) of the term as it is; it selects the version of the norms.

    `geprobeerd`: every part was sat at the level of the PIP, at least A2. `alle_lessen`: all
    lessons were followed; for a gezins- or overige migrant `uren` (whole hours) count instead.

    Bron: B26 4.4.
    """
    uren_nodig = norm("bijna_afgerond_uren", eind_op).aantal
    delen_nodig = norm("bijna_afgerond_onderdelen", eind_op).aantal
    lessen = alle_lessen if doelgroep is Doelgroep.ASIEL else uren >= uren_nodig
    voorwaarden = (
        (leerroute is Leerroute.B, "De leerroute is de B1-route."),
        (geprobeerd, "Alle onderdelen zijn geprobeerd op het niveau van het PIP."),
        (
            lessen,
            "Alle lessen zijn gevolgd."
            if doelgroep is Doelgroep.ASIEL
            else f"Er zijn ten minste {uren_nodig} uren les gevolgd.",
        ),
        (
            onderdelen_behaald >= delen_nodig,
            f"Ten minste {delen_nodig} van de vier taalonderdelen zijn gehaald.",
        ),
        (knm_behaald, "Het examen KNM is gehaald."),
        (pvt_klaar, "Het PVT is klaar."),
        (map_klaar, "De MAP is klaar."),
    )
    mag = all(geldt for geldt, _ in voorwaarden)
    extra = norm("bijna_afgerond_maanden", eind_op)
    nieuw = laatste_dag_na(eind_op, extra) if mag else eind_op
    return Uitkomst(
        regel="bijna_afgerond",
        uitkomst=BijnaAfgerond(mag=mag, eind_op=nieuw),
        bron=extra.bron,
        stappen=(
            *(f"{'Ja' if geldt else 'Nee'}: {zin}" for geldt, zin in voorwaarden),
            f"DUO kan {extra} verlengen: de laatste dag wordt dan {voluit(nieuw)}."
            if mag
            else "Deze verlenging kan niet.",
        ),
        zekerheid=extra.zekerheid,
    )


def _verlengd(
    naam: str,
    oud: date,
    nieuw: date,
    wat: Grondregel,
    bron: tuple[str, ...],
    redenen: tuple[str, ...],
) -> Uitkomst[Verlengd]:
    slot = (
        f"De laatste dag wordt naar verwachting {voluit(nieuw)}. DUO beslist."
        if nieuw > oud
        else f"De laatste dag blijft {voluit(oud)}."
    )
    return Uitkomst(
        regel=naam,
        uitkomst=Verlengd(eind_op=nieuw, dagen=(nieuw - oud).days, bewijs=wat.bewijs),
        bron=bron,
        stappen=(*redenen, slot),
        zekerheid=Zekerheid.AFGELEID,
    )
