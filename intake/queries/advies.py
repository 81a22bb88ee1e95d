"""The facts that the route advice rests on, and the advice as it was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models import Inburgeraar, VorigPip
from intake.models import BredeIntake, IntakeStatus, Leerbaarheidstoets, Profiel, Routeadvies
from intake.queries.toets import oordeel_van
from wet.bronnen import voluit
from wet.leerroutes import (
    Advies,
    AdviesFeiten,
    Alfabetiseringsonderwijs,
    Leerroute,
    Schrift,
    Taalniveau,
    ToetsOordeel,
    leerroute_advies,
)
from wet.uitkomst import Uitkomst, Zekerheid, plat

LABELS: Mapping[str, str] = {
    "toets": "Uitslag van de toets",
    "schrift": "Lezen en schrijven",
    "taalniveau": "Taalniveau Nederlands",
    "jaren_onderwijs": "Jaren onderwijs",
    "opleidingsniveau": "Hoogste opleiding",
    "wil_studeren": "Wil een opleiding op mbo, hbo of wo",
    "kans_op_diploma": "Grote kans op een diploma",
    "leeftijd": "Leeftijd",
    "leerroute_vorig_pip": "Leerroute in het PIP van de vorige gemeente",
}
_WOORDEN: Mapping[object, str] = {
    None: "nog niet bekend",
    "": "nog niet bekend",
    True: "ja",
    False: "nee",
    ToetsOordeel.HAALBAAR: "B1-route haalbaar",
    ToetsOordeel.NIET_HAALBAAR: "B1-route niet haalbaar",
    ToetsOordeel.ONBEKEND: "uitslag onbekend",
    ToetsOordeel.ONTHEVEN: "niet nodig",
    Schrift.LATIJNS: "het Latijnse schrift",
    Schrift.ANDER_SCHRIFT: "een ander schrift",
    Schrift.NIET: "nog niet",
}
_NIET_VERGELIJKEN = frozenset({"leeftijd"})  # weighs nothing, and changes by itself
ZEKERHEID: Mapping[str, str] = {
    Zekerheid.GEVERIFIEERD.value: "Zeker: de feiten wijzen allemaal deze kant op.",
    Zekerheid.AFGELEID.value: "Minder zeker: er wijst ook iets de andere kant op. Weeg zelf.",
    Zekerheid.PRAKTIJK.value: "Onzeker: de wet zegt niet hoe u dit weegt. Weeg zelf.",
}


@dataclass(frozen=True, kw_only=True)
class Advieskaart:
    """The latest advice, and whether it still holds.

    `gewijzigd` names the facts that are other now; `wacht_op` what a new advice would lack.
    """

    advies: Routeadvies | None
    gewijzigd: Sequence[str]
    wacht_op: str
    zekerheid: str
    bronnen: Sequence[str]
    alfabetisering: str
    mag_opmaken: bool

    @property
    def verouderd(self) -> bool:
        return bool(self.gewijzigd)


def feiten_voor_advies(dossier_id: int, *, op: date) -> AdviesFeiten:
    """What the intake, the test and a plan of before the move say now; the age is that of `op`."""
    dossier = Inburgeraar.objects.select_related("persoon").get(pk=dossier_id)
    feiten = _feiten(
        Profiel.objects.filter(intake__inburgeraar=dossier).first(),
        Leerbaarheidstoets.objects.filter(inburgeraar=dossier).first(),
    )
    geboren = dossier.persoon.geboortedatum
    vorig = _vorige_routes([dossier_id]).get(dossier_id)
    return replace(feiten, leeftijd=geboren.leeftijd_op(op), leerroute_vorig_pip=vorig)


def _feiten(profiel: Profiel | None, toets: Leerbaarheidstoets | None) -> AdviesFeiten:
    oordeel = oordeel_van(toets)
    if profiel is None:
        return AdviesFeiten(toets=oordeel)
    return AdviesFeiten(
        toets=oordeel,
        schrift=Schrift(profiel.alfabetisering) if profiel.alfabetisering else None,
        taalniveau=Taalniveau(profiel.taalniveau) if profiel.taalniveau else None,
        jaren_onderwijs=profiel.jaren_onderwijs,
        opleidingsniveau=profiel.get_opleidingsniveau_display(),
        wil_studeren=profiel.wil_studeren,
        kans_op_diploma=profiel.kans_op_diploma,
    )


def _vorige_routes(dossiers: Collection[int]) -> dict[int, Leerroute]:
    """The route of the plan with which somebody moved here."""
    rijen = VorigPip.objects.filter(inburgeraar__in=dossiers)
    return {
        dossier: Leerroute(route)
        for dossier, route in rijen.values_list("inburgeraar", "leerroute")
    }


def laatste_advies(dossier_id: int) -> Routeadvies | None:
    rijen = Routeadvies.objects.filter(inburgeraar=dossier_id).select_related("gemaakt_door")
    return rijen.first()


def advies_van(dossier_id: int, *, op: date) -> Advieskaart | None:
    """The card; None as long as the intake has not begun and there is no advice."""
    intake = BredeIntake.objects.filter(inburgeraar=dossier_id).select_related("inburgeraar")
    begonnen = intake.exclude(status=IntakeStatus.GEPLAND).first()
    advies = laatste_advies(dossier_id)
    if begonnen is None and advies is None:
        return None
    feiten = feiten_voor_advies(dossier_id, op=op)
    gewijzigd = wat_is_gewijzigd(advies, feiten)
    return Advieskaart(
        advies=advies,
        gewijzigd=gewijzigd,
        wacht_op=leerroute_advies(feiten).wacht_op or "",
        zekerheid=ZEKERHEID[advies.zekerheid] if advies else "",
        bronnen=[voluit(bron) for bron in advies.bron] if advies else [],
        alfabetisering=_alfabetisering(advies),
        mag_opmaken=begonnen is not None
        and begonnen.inburgeraar.loopt
        and (advies is None or bool(gewijzigd)),
    )


def _alfabetisering(advies: Routeadvies | None) -> str:
    if advies is None or not advies.alfabetisering:
        return ""
    return Alfabetiseringsonderwijs(advies.alfabetisering).label


def wat_is_gewijzigd(advies: Routeadvies | None, feiten: AdviesFeiten) -> list[str]:
    """The labels of the facts that differ from those the advice was made with."""
    if advies is None:
        return []
    nu: dict[str, Any] = plat(feiten)
    return [
        LABELS[naam]
        for naam in LABELS
        if naam not in _NIET_VERGELIJKEN and nu[naam] != advies.feiten.get(naam)
    ]


def in_woorden(feiten: AdviesFeiten) -> list[dict[str, str]]:
    """The facts as rows for people, in the order of the rule; the former plan only after a move."""
    waarden = {veld.name: getattr(feiten, veld.name) for veld in fields(feiten)}
    return [
        {"label": label, "waarde": _woord(waarden[naam])}
        for naam, label in LABELS.items()
        if naam != "leerroute_vorig_pip" or waarden[naam] is not None
    ]


def _woord(waarde: Any) -> str:
    if waarde is None or isinstance(waarde, bool) or waarde in ("", *ToetsOordeel, *Schrift):
        return _WOORDEN[waarde]
    return str(getattr(waarde, "label", waarde))


def nog_te_adviseren(dossiers: Collection[int] | None) -> Iterator[tuple[int, bool]]:
    """Dossiers whose facts give an advice that is not made yet, and whether there was one before.

    Only while schakel 3 is open. Five queries, however many.
    """
    intakes = BredeIntake.objects.exclude(status=IntakeStatus.GEPLAND).filter(
        overgenomen=False,
        inburgeraar__schakels__nummer=SchakelNummer.INTAKE_EN_PIP,
        inburgeraar__schakels__status=SchakelStatus.OPEN,
    )
    if dossiers is not None:
        intakes = intakes.filter(inburgeraar__in=dossiers)
    ids = list(intakes.order_by("pk").values_list("inburgeraar", flat=True))
    profielen = {
        profiel.intake.inburgeraar_id: profiel
        for profiel in Profiel.objects.filter(intake__inburgeraar__in=ids).select_related("intake")
    }
    toetsen = {
        toets.inburgeraar_id: toets
        for toets in Leerbaarheidstoets.objects.filter(inburgeraar__in=ids)
    }
    adviezen = {
        advies.inburgeraar_id: advies
        for advies in Routeadvies.objects.filter(inburgeraar__in=ids).order_by("pk")
    }
    vorige = _vorige_routes(ids)
    for dossier_id in ids:
        advies = adviezen.get(dossier_id)
        feiten = replace(
            _feiten(profielen.get(dossier_id), toetsen.get(dossier_id)),
            leerroute_vorig_pip=vorige.get(dossier_id),
        )
        uitkomst: Uitkomst[Advies] = leerroute_advies(feiten)
        anders = advies is None or bool(wat_is_gewijzigd(advies, feiten))
        if uitkomst.bekend is not None and anders:
            yield dossier_id, advies is not None
