"""DUO's detailed group, the group in the law, and what the municipality offers that group.

The duty itself, exemptions and the group are DUO's decisions: recorded with their date, never
computed into being. A group can change (SS124, SS125); DUO's own `indeling` leads over what follows
from the detailed group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


class Doelgroep(StrEnum):
    """The two groups of the law."""

    ASIEL = "asiel"
    OVERIG = "overig"

    @property
    def label(self) -> str:
        """The name in a sentence."""
        return _LABELS[self]

    @property
    def duo_indeling(self) -> str:
        """The value of `indeling` in DUO's contract."""
        return _DUO_INDELING[self]


_LABELS = {
    Doelgroep.ASIEL: "asielstatushouder",
    Doelgroep.OVERIG: "gezins- of overige migrant",
}
_DUO_INDELING = {
    Doelgroep.ASIEL: "Asielstatushouder",
    Doelgroep.OVERIG: "Gezinsmigrant en overige migrant",
}


class GedetailleerdeDoelgroep(StrEnum):
    """DUO's finer division, with DUO's own values."""

    ASIELSTATUSHOUDER = "Asielstatushouder"
    GEESTELIJK_BEDIENAAR = "Geestelijk bedienaar"
    GEZINSHERENIGER = "Gezinshereniger"
    GEZINSHERENIGER_MET_ASIELSTATUSHOUDER = "Gezinshereniger met Asielstatushouder"
    GEZINSVORMER = "Gezinsvormer"
    GEZINSVORMER_MET_ASIELSTATUSHOUDER = "Gezinsvormer met Asielstatushouder"
    OVERIG = "Overig"


_ASIEL = frozenset(
    {
        GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        GedetailleerdeDoelgroep.GEZINSHERENIGER_MET_ASIELSTATUSHOUDER,
        GedetailleerdeDoelgroep.GEZINSVORMER_MET_ASIELSTATUSHOUDER,
    }
)


@regel(
    "Bij welke groep in de wet iemand hoort.",
    "gedetailleerd=Asielstatushouder",
    "gedetailleerd=Gezinsvormer",
    "gedetailleerd=onbekend",
)
def doelgroep_van(gedetailleerd: GedetailleerdeDoelgroep | None) -> Uitkomst[Doelgroep]:
    """The group in the law that belongs to DUO's detailed group; None: DUO has not told yet.

    A family member of an asielstatushouder belongs to that group, also with a regular permit.

    Bron: Wi 13.1, DUO inburgeringsplicht.
    """
    if gedetailleerd is None:
        return nog_niet("doelgroep_van", "de doelgroep van DUO", ("Wi 13.1",))
    groep = Doelgroep.ASIEL if gedetailleerd in _ASIEL else Doelgroep.OVERIG
    return Uitkomst(
        regel="doelgroep_van",
        uitkomst=groep,
        bron=("Wi 13.1", "DUO inburgeringsplicht"),
        stappen=(
            f"DUO noemt deze persoon: {gedetailleerd.value}.",
            f"In de wet is dat een {groep.label}.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


class Aanbod(StrEnum):
    """What a municipality can offer a person who integrates."""

    BREDE_INTAKE = "brede_intake"
    PIP = "pip"
    INTENSITEIT_LEERROUTE = "intensiteit_leerroute"
    MAATSCHAPPELIJKE_BEGELEIDING = "maatschappelijke_begeleiding"
    LEERROUTE = "leerroute"
    PVT = "pvt"
    MAP = "map"
    KNM = "knm"
    ONTZORGEN = "ontzorgen"
    BEGELEIDING = "begeleiding"
    EXAMENPOGINGEN = "examenpogingen"

    @property
    def label(self) -> str:
        """The name as a heading."""
        return _AANBOD_LABELS[self]


_AANBOD_LABELS = {
    Aanbod.BREDE_INTAKE: "Brede intake met leerbaarheidstoets",
    Aanbod.PIP: "Persoonlijk plan Inburgering en Participatie (PIP)",
    Aanbod.INTENSITEIT_LEERROUTE: "Intensiteit van de leerroute in het PIP",
    Aanbod.MAATSCHAPPELIJKE_BEGELEIDING: "Maatschappelijke begeleiding",
    Aanbod.LEERROUTE: "Cursus van de leerroute",
    Aanbod.PVT: "Participatieverklaringstraject (PVT)",
    Aanbod.MAP: "Module Arbeidsmarkt en Participatie (MAP)",
    Aanbod.KNM: "Cursus Kennis van de Nederlandse Maatschappij (KNM)",
    Aanbod.ONTZORGEN: "Financieel ontzorgen",
    Aanbod.BEGELEIDING: "Begeleiding, voortgang en handhaving",
    Aanbod.EXAMENPOGINGEN: "Gratis examenpogingen",
}


class Toekenning(StrEnum):
    """Whether a group gets an offer."""

    JA = "ja"
    NEE = "nee"
    VOORWAARDELIJK = "voorwaardelijk"
    """Only under the condition in the explanation."""
    EIGEN_KOSTEN = "eigen_kosten"
    """The person may, and pays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodregel:
    """One offer for one group, with its explanation in Dutch and its source."""

    aanbod: Aanbod
    toekenning: Toekenning
    bron: tuple[str, ...]
    toelichting: str = ""
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD


def _regel(
    aanbod: Aanbod,
    toekenning: Toekenning,
    *bron: str,
    toelichting: str = "",
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
) -> Aanbodregel:
    return Aanbodregel(
        aanbod=aanbod,
        toekenning=toekenning,
        bron=bron,
        toelichting=toelichting,
        zekerheid=zekerheid,
    )


_VOOR_IEDEREEN = (
    _regel(Aanbod.BREDE_INTAKE, Toekenning.JA, "Wi 14"),
    _regel(Aanbod.PIP, Toekenning.JA, "Wi 15.1"),
    _regel(Aanbod.PVT, Toekenning.JA, "Wi 6.3"),
    _regel(
        Aanbod.MAP, Toekenning.JA, "Wi 6.3", "Wi 8.3", toelichting="Niet tijdens de onderwijsroute."
    ),
)
_AANBOD: dict[Doelgroep, tuple[Aanbodregel, ...]] = {
    Doelgroep.ASIEL: (
        *_VOOR_IEDEREEN,
        _regel(Aanbod.BEGELEIDING, Toekenning.JA, "Wi 17", "Wi 23"),
        _regel(Aanbod.INTENSITEIT_LEERROUTE, Toekenning.JA, "Wi 15.2"),
        _regel(Aanbod.MAATSCHAPPELIJKE_BEGELEIDING, Toekenning.JA, "Wi 13"),
        _regel(Aanbod.LEERROUTE, Toekenning.JA, "Wi 16", toelichting="Gratis."),
        _regel(Aanbod.KNM, Toekenning.JA, "Wi 16", toelichting="Hoort bij de leerroute."),
        _regel(
            Aanbod.ONTZORGEN,
            Toekenning.VOORWAARDELIJK,
            "Pw 56a",
            toelichting="Alleen met een asielvergunning voor bepaalde tijd en met bijstand.",
        ),
        _regel(
            Aanbod.EXAMENPOGINGEN,
            Toekenning.JA,
            "R26",
            toelichting="Per onderdeel een vast aantal.",
        ),
    ),
    Doelgroep.OVERIG: (
        *_VOOR_IEDEREEN,
        _regel(
            Aanbod.BEGELEIDING,
            Toekenning.JA,
            "Wi 17",
            "Wi 23",
            toelichting="Geen boete voor te weinig uren in de leerroute.",
        ),
        _regel(Aanbod.INTENSITEIT_LEERROUTE, Toekenning.NEE, "Wi 15.2"),
        _regel(Aanbod.MAATSCHAPPELIJKE_BEGELEIDING, Toekenning.NEE, "Wi 13"),
        _regel(
            Aanbod.LEERROUTE,
            Toekenning.EIGEN_KOSTEN,
            "Wi 16",
            "Wi 19",
            toelichting="De gemeente adviseert. Bij DUO is een lening mogelijk.",
        ),
        _regel(
            Aanbod.KNM,
            Toekenning.EIGEN_KOSTEN,
            "Wi 19",
            zekerheid=Zekerheid.AFGELEID,
            toelichting="Het beleidskader noemt KNM naast de MAP; de wet doet dat niet.",
        ),
        _regel(Aanbod.ONTZORGEN, Toekenning.NEE, "Pw 56a"),
        _regel(Aanbod.EXAMENPOGINGEN, Toekenning.EIGEN_KOSTEN, "R26"),
    ),
}


def aanbod_voor(doelgroep: Doelgroep) -> tuple[Aanbodregel, ...]:
    """Everything the municipality offers a group, or does not, in the order of `Aanbod`.

    Interpreters are local policy and not in this table.

    Bron: Wi 13, Wi 14, Wi 15, Wi 16, Wi 17, Wi 19, Wi 23, Pw 56a, R26.
    """
    volgorde = list(Aanbod)
    return tuple(sorted(_AANBOD[doelgroep], key=lambda deel: volgorde.index(deel.aanbod)))


@regel("Wat de gemeente een groep aanbiedt.", "doelgroep=asiel", "doelgroep=overig")
def aanbod(doelgroep: Doelgroep) -> Uitkomst[Mapping[Aanbod, Toekenning]]:
    """`aanbod_voor` as an answer: every offer, and whether the group gets it.

    Bron: Wi 13, Wi 14, Wi 15, Wi 16, Wi 17, Wi 19, Wi 23, Pw 56a, R26.
    """
    regels = aanbod_voor(doelgroep)
    return Uitkomst(
        regel="aanbod",
        uitkomst={deel.aanbod: deel.toekenning for deel in regels},
        bron=tuple(dict.fromkeys(code for deel in regels for code in deel.bron)),
        stappen=tuple(_zin(deel) for deel in regels),
        zekerheid=Zekerheid.zwakste(*(deel.zekerheid for deel in regels)),
    )


def _zin(deel: Aanbodregel) -> str:
    zin = f"{deel.aanbod.label}: {deel.toekenning.value.replace('_', ' ')}."
    return f"{zin} {deel.toelichting}" if deel.toelichting else zin


def krijgt(doelgroep: Doelgroep, aanbod: Aanbod) -> Aanbodregel:
    """Whether a group gets one offer, with the explanation.

    Bron: as `aanbod_voor`: Wi 13 tot en met 23, Pw 56a.
    """
    (deel,) = (deel for deel in _AANBOD[doelgroep] if deel.aanbod is aanbod)
    return deel
