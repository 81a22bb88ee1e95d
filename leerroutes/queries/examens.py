"""The exam per part: what the route asks, what was sat, what DUO decided, what is still free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.enums import Onderdeel, VrijstellingSoort
from inburgering.models import Inburgeraar, Ontheffing, Vrijstelling
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import ExamenUitslag, TaalschakelStatus
from leerroutes.models import Examenresultaat, Taalschakeltraject, Traject
from leerroutes.queries.ontheven import vrijstelling_telt
from wet.datums import weken_na
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau, gratis_pogingen, standaardniveau
from wet.normen import norm
from wet.termijnen import examenuitslag

_RANG = {niveau.value: rang for rang, niveau in enumerate(Niveau)}


class Onderdeelstand(StrEnum):
    BEHAALD = "behaald"
    VRIJGESTELD = "vrijgesteld"
    ONTHEVEN = "ontheven"
    WACHT = "wacht"
    OPEN = "open"
    NIET_NODIG = "niet_nodig"


@dataclass(frozen=True, kw_only=True)
class Poging:
    """`telt_niet`: why a pass does not count. `uitslag_uiterlijk`: while the result is awaited."""

    examen: Examenresultaat
    telt_niet: str
    uitslag_uiterlijk: date | None

    @property
    def telt(self) -> bool:
        return self.examen.uitslag == ExamenUitslag.GESLAAGD and not self.telt_niet


@dataclass(frozen=True, kw_only=True)
class Onderdeelblad:
    """One part. `niveau` is empty for KNM and where no route asks for a level.

    `gratis` is what the law gives, `gratis_over` what is left of it by our own count.
    """

    onderdeel: Onderdeel
    niveau: str
    stand: Onderdeelstand
    besluit_op: date | None
    gratis: int
    gratis_over: int
    pogingen: Sequence[Poging]

    @property
    def behaald(self) -> Poging | None:
        """The attempt by which the part was passed, at the highest level."""
        geslaagd = [poging for poging in self.pogingen if poging.telt]
        return max(geslaagd, key=lambda p: _RANG.get(p.examen.niveau, 0), default=None)


@dataclass(frozen=True, kw_only=True)
class Examenpagina:
    traject: Traject | None
    bladen: Sequence[Onderdeelblad]
    uitleg: str
    taalschakel: Taalschakeltraject | None
    mag_taalschakel: bool


@dataclass(frozen=True, kw_only=True)
class _Feiten:
    """What the parts of one person have in common."""

    doelgroep: Doelgroep
    traject: Traject | None
    taalschakel: Taalschakeltraject | None
    start_termijn: date | None
    vrijgesteld: dict[str, date]
    ontheven: dict[str, date]
    op: date

    @property
    def leerroute(self) -> Leerroute | None:
        return Leerroute(self.traject.leerroute) if self.traject else None


def examenpagina(dossier: Inburgeraar, *, op: date) -> Examenpagina:
    feiten = _feiten(dossier, op)
    examens = list(Examenresultaat.objects.filter(inburgeraar=dossier))
    return Examenpagina(
        traject=feiten.traject,
        bladen=[_blad(deel, examens, feiten) for deel in Onderdeel],
        uitleg=_uitleg(feiten),
        taalschakel=feiten.taalschakel,
        mag_taalschakel=feiten.leerroute is Leerroute.O or feiten.taalschakel is not None,
    )


def onderdeelblad(dossier: Inburgeraar, onderdeel: Onderdeel, *, op: date) -> Onderdeelblad:
    examens = list(Examenresultaat.objects.filter(inburgeraar=dossier, onderdeel=onderdeel))
    return _blad(onderdeel, examens, _feiten(dossier, op))


def leerroute_op(dossier_id: int, dag: date) -> Leerroute | None:
    """The route that was followed on a day, or else the last one."""
    trajecten = list(Traject.objects.filter(inburgeraar=dossier_id).order_by("-start_op", "-pk"))
    toen = [t for t in trajecten if t.start_op <= dag and (t.eind_op is None or dag <= t.eind_op)]
    gevonden = next(iter(toen or trajecten), None)
    return Leerroute(gevonden.leerroute) if gevonden else None


def andere_dagen(dossier_id: int, onderdeel: str, *, behalve: int = 0) -> set[date]:
    """The days on which this part was sat, in other rows than this one."""
    examens = Examenresultaat.objects.filter(inburgeraar=dossier_id, onderdeel=onderdeel)
    return set(examens.exclude(pk=behalve).values_list("examen_op", flat=True))


def uitslag_uiterlijk(examen: Examenresultaat) -> date:
    """The day (inclusive) by which DUO gives the result; KNM as the other exams."""
    if examen.onderdeel == Onderdeel.KNM:
        return weken_na(examen.examen_op, norm("examenuitslag_weken", examen.examen_op).aantal)
    antwoord = examenuitslag(
        examen.examen_op, Examenonderdeel(examen.onderdeel), Niveau(examen.niveau)
    ).bekend
    assert antwoord is not None  # this rule always has an answer
    return antwoord.eind_op


def niveau_van(traject: Traject | None, onderdeel: str) -> str:
    """The level the route asks of a part; empty for KNM, in the Z-route and without a route."""
    if traject is None or onderdeel == Onderdeel.KNM:
        return ""
    afgesproken = traject.niveaus.get(Examenonderdeel(onderdeel))
    niveau = afgesproken or standaardniveau(Leerroute(traject.leerroute))
    return niveau.value if niveau else ""


def gevraagd_niveau(dossier_id: int, onderdeel: str) -> str:
    """The level that the plan in the B1-route asks of a part; empty on another route."""
    traject = Traject.objects.filter(inburgeraar=dossier_id).first()
    op_b1 = traject is not None and traject.leerroute == Leerroute.B.value
    return niveau_van(traject, onderdeel) if op_b1 else ""


def _feiten(dossier: Inburgeraar, op: date) -> _Feiten:
    termijn = inburgeringstermijn(dossier.pk)
    vrij = Vrijstelling.objects.filter(
        vrijstelling_telt(op), inburgeraar=dossier, soort=VrijstellingSoort.GEDEELTELIJK
    )
    ontheven = Ontheffing.objects.filter(inburgeraar=dossier)
    return _Feiten(
        doelgroep=Doelgroep(dossier.doelgroep),
        traject=Traject.objects.filter(inburgeraar=dossier).first(),
        taalschakel=Taalschakeltraject.objects.filter(inburgeraar=dossier)
        .select_related("aanbieder")
        .first(),
        start_termijn=termijn.start_op if termijn else None,
        vrijgesteld=_per_deel(list(vrij)),
        ontheven=_per_deel(list(ontheven)),
        op=op,
    )


def _per_deel(besluiten: Sequence[Vrijstelling | Ontheffing]) -> dict[str, date]:
    return {deel: besluit.besloten_op for besluit in besluiten for deel in besluit.onderdelen}


def _blad(
    onderdeel: Onderdeel, examens: Sequence[Examenresultaat], feiten: _Feiten
) -> Onderdeelblad:
    niveau = niveau_van(feiten.traject, onderdeel)
    eigen = [examen for examen in examens if examen.onderdeel == onderdeel]
    pogingen = [_poging(examen, niveau, feiten) for examen in eigen]
    gratis = _gratis(onderdeel, feiten)
    stand, besluit_op = _stand(onderdeel, pogingen, feiten)
    return Onderdeelblad(
        onderdeel=onderdeel,
        niveau=niveau,
        stand=stand,
        besluit_op=besluit_op,
        gratis=gratis,
        gratis_over=max(0, gratis - sum(examen.gratis for examen in eigen)),
        pogingen=pogingen,
    )


def _poging(examen: Examenresultaat, niveau: str, feiten: _Feiten) -> Poging:
    wacht = not examen.uitslag
    return Poging(
        examen=examen,
        telt_niet="" if wacht else _telt_niet(examen, niveau, feiten),
        uitslag_uiterlijk=uitslag_uiterlijk(examen) if wacht else None,
    )


def _telt_niet(examen: Examenresultaat, niveau: str, feiten: _Feiten) -> str:
    """Why a pass is no pass for this route; nothing for what was not passed."""
    if examen.uitslag != ExamenUitslag.GESLAAGD:
        return ""
    if feiten.start_termijn is None or examen.examen_op < feiten.start_termijn:
        return "Van vóór de inburgeringstermijn: telt alleen met een vrijstelling van DUO."
    if niveau and _RANG[examen.niveau] < _RANG[niveau]:
        return f"Voor deze leerroute is niveau {niveau} nodig."
    return ""


def _stand(
    onderdeel: Onderdeel, pogingen: Sequence[Poging], feiten: _Feiten
) -> tuple[Onderdeelstand, date | None]:
    if any(poging.telt for poging in pogingen):
        return Onderdeelstand.BEHAALD, None
    for stand, besluiten in (
        (Onderdeelstand.VRIJGESTELD, feiten.vrijgesteld),
        (Onderdeelstand.ONTHEVEN, feiten.ontheven),
    ):
        if onderdeel in besluiten:
            return stand, besluiten[onderdeel]
    if any(poging.uitslag_uiterlijk for poging in pogingen):
        return Onderdeelstand.WACHT, None
    return (Onderdeelstand.OPEN if _nodig(feiten) else Onderdeelstand.NIET_NODIG), None


def _nodig(feiten: _Feiten) -> bool:
    """The B1-route asks for every part; the onderwijsroute only of who left the programme."""
    if feiten.leerroute is Leerroute.O:
        return _verlaten(feiten)
    return feiten.leerroute is Leerroute.B


def _verlaten(feiten: _Feiten) -> bool:
    schakel = feiten.taalschakel
    return schakel is not None and schakel.status == TaalschakelStatus.VERLATEN


def _gratis(onderdeel: Onderdeel, feiten: _Feiten) -> int:
    if feiten.leerroute is None:
        return 0
    antwoord = gratis_pogingen(
        feiten.doelgroep, feiten.leerroute, onderdeel == Onderdeel.KNM, feiten.op
    ).bekend
    assert antwoord is not None  # this rule always has an answer
    return antwoord.aantal


def _uitleg(feiten: _Feiten) -> str:
    match feiten.leerroute:
        case Leerroute.B:
            return "De B1-route vraagt alle examens. Een hoger niveau telt ook."
        case Leerroute.O if _verlaten(feiten):
            return (
                "Het taalschakeltraject is gestopt zonder diploma. Nu zijn lezen, luisteren, "
                "schrijven en spreken op B1 nodig, en KNM (Wi 8.4)."
            )
        case Leerroute.O:
            return (
                "In de onderwijsroute telt het diploma van het taalschakeltraject. Examens hoeven "
                "alleen zonder dat diploma (Wi 8.4)."
            )
        case Leerroute.Z:
            return (
                "De Z-route vraagt geen examens. Wie examen wil doen en dat kan, mag het: dan "
                "staat het in het PIP (Besluit 3.14.7). KNM is in de Z-route les."
            )
        case None:
            return "Er loopt geen leerroute. Eerdere examens blijven hier staan."
