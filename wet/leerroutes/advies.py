"""The advice on the route: what the facts of the intake and the leerbaarheidstoets point to.

An advice, no decision: the college decides and may deviate with reasons. Every fact that weighs
stands in the steps, and so does every fact that points the other way; then the certainty is lower.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wet.leerroutes.routes import Leerroute, passende_leerroute
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


class ToetsOordeel(StrEnum):
    """What the leerbaarheidstoets says of the B1-level, with why it may say nothing."""

    HAALBAAR = "haalbaar"
    NIET_HAALBAAR = "niet_haalbaar"
    ONBEKEND = "onbekende_uitslag"
    """Taken, but DUO gives no outcome."""
    ONTHEVEN = "ontheven"
    """Not taken, for a reason the law allows."""


class Schrift(StrEnum):
    """Whether a person reads and writes, and in which script."""

    LATIJNS = "latijns"
    ANDER_SCHRIFT = "ander_schrift"
    NIET = "niet"


class Taalniveau(StrEnum):
    """How much Dutch a person knows at the intake."""

    PRE_A1 = "pre_a1"
    A1 = "a1"
    A2 = "a2"
    B1 = "b1"
    B2 = "b2"

    @property
    def label(self) -> str:
        """As people write it."""
        return "pre-A1" if self is Taalniveau.PRE_A1 else self.value.upper()


class Alfabetiseringsonderwijs(StrEnum):
    """Literacy teaching as part of the route, with DUO's codes."""

    A = "A"
    AA = "AA"
    NVT = "NVT"

    @property
    def label(self) -> str:
        """DUO's own description, but for its slip of the pen in the second."""
        return _ALFABETISERING[self]


_ALFABETISERING = {
    Alfabetiseringsonderwijs.A: "Onderwijs voor analfabeet",
    Alfabetiseringsonderwijs.AA: "Onderwijs voor anders-gealfabetiseerde",
    Alfabetiseringsonderwijs.NVT: "Niet van toepassing",
}

_VOOR_SCHRIFT = {
    Schrift.NIET: (
        Alfabetiseringsonderwijs.A,
        "Deze persoon leest en schrijft nog niet: alfabetisering (A) hoort bij de leerroute.",
    ),
    Schrift.ANDER_SCHRIFT: (
        Alfabetiseringsonderwijs.AA,
        "Deze persoon leest en schrijft een ander schrift: alfabetisering voor "
        "anders-gealfabetiseerden (AA) hoort bij de leerroute.",
    ),
    Schrift.LATIJNS: (
        Alfabetiseringsonderwijs.NVT,
        "Deze persoon leest en schrijft het Latijnse schrift: alfabetisering is niet nodig.",
    ),
}

_OP_NIVEAU = frozenset({Taalniveau.B1, Taalniveau.B2})
_GEVORDERD = _OP_NIVEAU | {Taalniveau.A2}
_BRON = ("Wi 8.1", "Wi 9.1", "Wi 14.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviesFeiten:
    """What is known of a person. None or an empty text: not known yet.

    `kans_op_diploma`: the college sees a large chance of a diploma of mbo, hbo or wo.
    `leerroute_vorig_pip`: the route in the plan of the former municipality, after a move.
    """

    toets: ToetsOordeel | None = None
    schrift: Schrift | None = None
    taalniveau: Taalniveau | None = None
    jaren_onderwijs: int | None = None
    opleidingsniveau: str = ""
    wil_studeren: bool | None = None
    kans_op_diploma: bool | None = None
    leeftijd: int | None = None
    leerroute_vorig_pip: Leerroute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """The advised route. `alfabetisering` is None while it is not known how the person reads."""

    leerroute: Leerroute
    alfabetisering: Alfabetiseringsonderwijs | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Haalbaar:
    """Whether the exam can be reached in three years; `wacht_op` says why that is unknown."""

    haalbaar: bool | None
    stappen: tuple[str, ...]
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD
    wacht_op: str = ""


@regel(
    "Welke leerroute de feiten van de intake en de leerbaarheidstoets adviseren.",
    "toets=haalbaar schrift=latijns taalniveau=a1 jaren_onderwijs=10 wil_studeren=nee",
    "toets=niet_haalbaar schrift=niet taalniveau=pre_a1 jaren_onderwijs=0 wil_studeren=nee",
    "toets=haalbaar schrift=ander_schrift wil_studeren=ja kans_op_diploma=ja leeftijd=19",
    "leerroute_vorig_pip=Z",
    "wil_studeren=nee",
)
def leerroute_advies(feiten: AdviesFeiten) -> Uitkomst[Advies]:
    """The route that the facts advise, with literacy teaching where it is needed.

    O when the person says to want mbo, hbo or wo and the chance of a diploma is large; Z when the
    exam is reasonably out of reach in three years, of which the test is the advice; else B. After a
    move the route of the former plan. Without an outcome of the test the facts of the intake
    weigh, which is practice: no law says how. Age is no ground in the law and weighs nothing.

    Bron: Wi 8.1, Wi 9.1, Wi 14.5, Wi 15.4, DUO pip.
    """
    if feiten.leerroute_vorig_pip is not None:
        return _na_verhuizing(feiten, feiten.leerroute_vorig_pip)
    oordeel = _examen_haalbaar(feiten)
    past = passende_leerroute(feiten.wil_studeren, feiten.kans_op_diploma, oordeel.haalbaar)
    aanloop = (*_over_de_persoon(feiten), *oordeel.stappen)
    if past.bekend is None:
        wacht_op = oordeel.wacht_op if _examen_beslist(feiten) else past.wacht_op
        assert wacht_op is not None  # the rule that has no answer says what it waits for
        return nog_niet("leerroute_advies", wacht_op, _BRON, aanloop)
    tegen: tuple[str, ...] = ()
    zekerheid = oordeel.zekerheid
    if past.bekend is Leerroute.O:
        tegen = tuple(_tegen_studeren(feiten))
        zekerheid = Zekerheid.AFGELEID if tegen else Zekerheid.GEVERIFIEERD
    stappen = (*aanloop, *tegen, *past.stappen[:-1])
    return _advies(feiten, past.bekend, stappen, _BRON, zekerheid)


def _na_verhuizing(feiten: AdviesFeiten, route: Leerroute) -> Uitkomst[Advies]:
    stap = (
        f"De vorige gemeente koos de {route.label}. Na een verhuizing blijft die leerroute; "
        "schakelen kan daarna."
    )
    return _advies(feiten, route, (stap,), ("Wi 15.4",), Zekerheid.GEVERIFIEERD)


def _advies(
    feiten: AdviesFeiten,
    route: Leerroute,
    stappen: tuple[str, ...],
    bron: tuple[str, ...],
    zekerheid: Zekerheid,
) -> Uitkomst[Advies]:
    alfabetisering, zin = (
        _VOOR_SCHRIFT[feiten.schrift]
        if feiten.schrift is not None
        else (None, "Of alfabetisering nodig is, is nog niet bekend.")
    )
    return Uitkomst(
        regel="leerroute_advies",
        uitkomst=Advies(leerroute=route, alfabetisering=alfabetisering),
        bron=(*bron, "DUO pip"),
        stappen=(*stappen, zin, f"Advies: {route.label}."),
        zekerheid=zekerheid,
    )


def _examen_beslist(feiten: AdviesFeiten) -> bool:
    """No onderwijsroute: not wanted, or the chance of a diploma is not large."""
    return feiten.wil_studeren is False or _valt_af(feiten)


def _valt_af(feiten: AdviesFeiten) -> bool:
    return feiten.wil_studeren is True and feiten.kans_op_diploma is False


def _over_de_persoon(feiten: AdviesFeiten) -> Iterator[str]:
    if feiten.wil_studeren is False:
        yield "Deze persoon wil geen opleiding op mbo, hbo of wo volgen."
    elif _valt_af(feiten):
        yield "Deze persoon wil een opleiding volgen, maar de kans op een diploma is niet groot."
    if weegt := list(_wat_weegt(feiten)):
        yield " ".join(weegt)
    if feiten.leeftijd is not None:
        yield f"Leeftijd: {feiten.leeftijd}. De wet noemt geen leeftijd voor een leerroute."


def _wat_weegt(feiten: AdviesFeiten) -> Iterator[str]:
    if feiten.jaren_onderwijs is not None:
        yield f"Jaren onderwijs: {feiten.jaren_onderwijs}."
    if feiten.opleidingsniveau:
        yield f"Hoogste opleiding tot nu toe: {feiten.opleidingsniveau}."
    if feiten.taalniveau is not None:
        yield f"Taalniveau Nederlands: {feiten.taalniveau.label}."


def _tegen_studeren(feiten: AdviesFeiten) -> Iterator[str]:
    """What points away from the onderwijsroute; the college weighs it."""
    if feiten.toets is ToetsOordeel.NIET_HAALBAAR:
        yield "Let op: volgens de leerbaarheidstoets is B1 niet haalbaar. Weeg dit zelf."
    if feiten.schrift is Schrift.NIET:
        yield "Let op: deze persoon leest en schrijft nog niet. Weeg dit zelf."


def _examen_haalbaar(feiten: AdviesFeiten) -> _Haalbaar:
    """What is there already outweighs what a test foretells; then the test; then the intake."""
    if feiten.taalniveau in _OP_NIVEAU:
        return _al_op_niveau(feiten)
    match feiten.toets:
        case None:
            zin = "De uitslag van de leerbaarheidstoets is er nog niet."
            wacht = "de uitslag van de leerbaarheidstoets"
            return _Haalbaar(haalbaar=None, stappen=(zin,), wacht_op=wacht)
        case ToetsOordeel.HAALBAAR:
            return _volgens_de_toets(True, "wel", _zonder_basis(feiten))
        case ToetsOordeel.NIET_HAALBAAR:
            gevorderd = feiten.taalniveau in _GEVORDERD
            tegen = "Het taalniveau is al A2." if gevorderd else ""
            return _volgens_de_toets(False, "niet", tegen)
    return _volgens_de_intake(feiten)


def _al_op_niveau(feiten: AdviesFeiten) -> _Haalbaar:
    assert feiten.taalniveau is not None
    stappen = [f"Het taalniveau is al {feiten.taalniveau.label}."]
    if feiten.toets is ToetsOordeel.NIET_HAALBAAR:
        stappen.append("Let op: de leerbaarheidstoets zegt iets anders. Weeg dit zelf.")
    return _Haalbaar(haalbaar=True, stappen=tuple(stappen), zekerheid=Zekerheid.AFGELEID)


def _volgens_de_toets(haalbaar: bool, hoe: str, tegen: str) -> _Haalbaar:
    zin = f"Volgens de leerbaarheidstoets is de B1-route {hoe} haalbaar."
    if not tegen:
        return _Haalbaar(haalbaar=haalbaar, stappen=(zin,))
    let_op = f"Let op: dit wijst de andere kant op. {tegen} Weeg dit zelf."
    return _Haalbaar(haalbaar=haalbaar, stappen=(zin, let_op), zekerheid=Zekerheid.AFGELEID)


def _zonder_basis(feiten: AdviesFeiten) -> str:
    """What makes learning hard from the start, in one sentence; or nothing."""
    if feiten.taalniveau in _GEVORDERD:
        return ""
    if feiten.schrift is Schrift.NIET:
        return "Deze persoon leest en schrijft nog niet."
    return "Deze persoon volgde nooit onderwijs." if feiten.jaren_onderwijs == 0 else ""


def _volgens_de_intake(feiten: AdviesFeiten) -> _Haalbaar:
    """The test says nothing; no law says how to weigh then, so every answer is practice."""
    zinnen = {
        ToetsOordeel.ONBEKEND: "De leerbaarheidstoets gaf geen uitslag.",
        ToetsOordeel.ONTHEVEN: "De leerbaarheidstoets is niet afgenomen.",
    }
    assert feiten.toets is not None
    zin = zinnen[feiten.toets]
    wacht = ""
    if feiten.schrift is None:
        wacht = "of deze persoon leest en schrijft"
    elif feiten.jaren_onderwijs is None:
        wacht = "hoeveel jaren onderwijs deze persoon volgde"
    if wacht:
        return _Haalbaar(haalbaar=None, stappen=(zin,), wacht_op=wacht)
    tegen = _zonder_basis(feiten)
    uitleg = tegen or "De intake noemt niets waardoor B1 in drie jaar buiten bereik is."
    return _Haalbaar(haalbaar=not tegen, stappen=(zin, uitleg), zekerheid=Zekerheid.PRAKTIJK)
