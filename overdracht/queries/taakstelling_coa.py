"""The list of COA beside our own, person by person, and in words what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inburgering.models import Persoon
from medewerkers.models import Medewerker
from overdracht.models.taakstelling import CoaTelling, CoaTelregel
from overdracht.queries.taakstelling_mensen import (
    Mens,
    Mensregel,
    getelden,
    redenen,
    regels,
)
from overdracht.queries.taakstelling_tellen import alle_correcties, beginstand, v_nummers
from wet.taakstelling import Tijdvak

_ONBEKEND = (
    "Dit V-nummer kennen wij niet. Controleer het nummer bij het COA en of er een overdracht is."
)
_DOORGEVEN = "Staat niet op de lijst van het COA. Geef de inschrijving door in het TVS."
_ZONDER_NUMMER = "Heeft bij ons geen V-nummer. Vul het aan; dan is vergelijken mogelijk."
_ZELFDE_HALFJAAR = "Zelfde halfjaar: voor de telling maakt het niet uit."
_ANDER_HALFJAAR = "Ander halfjaar: meld het aan het COA, of corrigeer de inschrijving."


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One person on whom the two lists do not agree; `wij` or `zij` is None when not on it.

    `v_nummer` and `naam` are empty for a person whose dossier this colleague may not see.
    """

    v_nummer: str
    naam: str
    wij: date | None
    zij: date | None
    wat_te_doen: str
    mens: Mensregel | None = None

    @property
    def ander_halfjaar(self) -> bool:
        return (
            self.wij is not None
            and self.zij is not None
            and Tijdvak.van(self.wij) != Tijdvak.van(self.zij)
        )


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    telling: CoaTelling
    wij: int
    zij: int
    gelijk: int
    alleen_wij: tuple[Verschil, ...]
    alleen_zij: tuple[Verschil, ...]
    andere_dag: tuple[Verschil, ...]
    in_beginstand: int


def vergelijking(*, voor: Medewerker) -> Vergelijking | None:
    """The newest list of COA beside who we count on its peildatum; None without a list."""
    telling = CoaTelling.objects.first()
    if telling is None:
        return None
    lijst = {regel.v_nummer: regel for regel in telling.regels.all()}
    onze = _onze(telling, lijst)
    nummers = v_nummers([mens.persoon_id for mens in onze])
    bekend = {nummers[mens.persoon_id]: mens for mens in onze if nummers[mens.persoon_id]}
    begin = beginstand()
    na = begin.op if begin else date.min
    meegeteld = [r for nummer, r in lijst.items() if nummer in bekend or r.gehuisvest_op > na]
    anders = [
        (mens, lijst[nummer])
        for nummer, mens in bekend.items()
        if nummer in lijst and mens.dag != lijst[nummer].gehuisvest_op
    ]
    niet_bij_hen = [mens for mens in onze if nummers[mens.persoon_id] not in lijst]
    niet_bij_ons = [regel for regel in meegeteld if regel.v_nummer not in bekend]
    return Vergelijking(
        telling=telling,
        wij=len(onze),
        zij=len(lijst),
        gelijk=len(onze) - len(niet_bij_hen) - len(anders),
        alleen_wij=tuple(_alleen_wij(niet_bij_hen, voor)),
        alleen_zij=tuple(_alleen_zij(niet_bij_ons, telling.peil_op, voor)),
        andere_dag=tuple(_andere_dag(anders, voor)),
        in_beginstand=len(lijst) - len(meegeteld),
    )


def _onze(telling: CoaTelling, lijst: Mapping[str, CoaTelregel]) -> list[Mens]:
    """Whom we count within the days of the list, and who is on it though we count from before."""
    op_de_lijst = set(Persoon.objects.filter(v_nummer__in=lijst).values_list("pk", flat=True))
    vanaf = telling.vanaf_op or date.min
    geteld = getelden(op=telling.peil_op)
    return [mens for mens in geteld if mens.dag >= vanaf or mens.persoon_id in op_de_lijst]


def _alleen_wij(mensen: list[Mens], voor: Medewerker) -> list[Verschil]:
    return [
        Verschil(
            v_nummer=regel.v_nummer,
            naam=regel.naam,
            wij=regel.mens.dag,
            zij=None,
            wat_te_doen=_DOORGEVEN if regel.v_nummer or regel.verborgen else _ZONDER_NUMMER,
            mens=regel,
        )
        for regel in regels(mensen, voor=voor)
    ]


def _andere_dag(paren: list[tuple[Mens, CoaTelregel]], voor: Medewerker) -> list[Verschil]:
    zichtbaar = regels([mens for mens, _regel in paren], voor=voor)
    gevonden = [
        Verschil(
            v_nummer=regel.v_nummer,
            naam=regel.naam,
            wij=mens.dag,
            zij=hun.gehuisvest_op,
            wat_te_doen=_ZELFDE_HALFJAAR,
            mens=regel,
        )
        for (mens, hun), regel in zip(paren, zichtbaar, strict=True)
    ]
    return [_met_halfjaar(verschil) for verschil in gevonden]


def _met_halfjaar(verschil: Verschil) -> Verschil:
    if not verschil.ander_halfjaar:
        return verschil
    return Verschil(**{**vars(verschil), "wat_te_doen": _ANDER_HALFJAAR})


def _alleen_zij(hun: list[CoaTelregel], peil_op: date, voor: Medewerker) -> list[Verschil]:
    """Somebody we do not know, or know and do not count: then our own reason says what to do."""
    bij_nummer = dict(
        Persoon.objects.filter(v_nummer__in=[regel.v_nummer for regel in hun]).values_list(
            "v_nummer", "pk"
        )
    )
    waarom = redenen(
        op=peil_op,
        correcties=alle_correcties(),
        begin=beginstand(),
        tellen=set(),
        alleen=list(bij_nummer.values()),
    )
    mensen = [
        waarom.get(pk) or Mens(persoon_id=pk, dag=peil_op, reden="Heeft bij ons geen overdracht.")
        for pk in bij_nummer.values()
    ]
    zichtbaar = {regel.mens.persoon_id: regel for regel in regels(mensen, voor=voor)}
    return [
        _alleen_bij_hen(regel, zichtbaar.get(bij_nummer.get(regel.v_nummer, 0))) for regel in hun
    ]


def _alleen_bij_hen(hun: CoaTelregel, onze: Mensregel | None) -> Verschil:
    verborgen = onze is not None and onze.verborgen
    return Verschil(
        v_nummer="" if verborgen else hun.v_nummer,
        naam="" if verborgen else (onze.naam if onze else hun.naam),
        wij=None,
        zij=hun.gehuisvest_op,
        wat_te_doen=(
            f"Telt bij ons niet: {onze.mens.reden} Klopt dat niet, pas dan het dossier aan."
            if onze
            else _ONBEKEND
        ),
        mens=onze,
    )
