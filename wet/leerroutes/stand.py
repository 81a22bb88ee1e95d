"""What is still to do: the requirements of a route held against the facts so far.

The final word is DUO's. This list is the same everywhere it is shown, and it only ever gets shorter
as facts are added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from wet.doelgroepen import Doelgroep
from wet.leerroutes.eisen import EXAMENS, Eis, EisSoort, eisen
from wet.leerroutes.routes import Examenonderdeel, Leerroute, Niveau
from wet.leerroutes.uren import Uren, Urendoel, Urensoort, tel_uren, urengetal
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid


class EisStatus(StrEnum):
    """Where a requirement stands. The last two are decisions of DUO."""

    OPEN = "open"
    VOLDAAN = "voldaan"
    VRIJGESTELD = "vrijgesteld"
    ONTHEVEN = "ontheven"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feiten:
    """What a person has done so far, and what DUO decided.

    `behaald` holds the highest level passed per language part. `uren` are totals per kind.
    `pvt_ondertekend_op`: signed at the meeting itself (a form sent in is not signing).
    `eindgesprek_z_op`: held by the municipality itself, never by a third party. `cursusnorm` is a
    lower number of course hours that was granted for an impairment.
    """

    behaald: Mapping[Examenonderdeel, Niveau] = field(default_factory=dict)
    knm_behaald: bool = False
    taalschakeltraject_behaald: bool = False
    uren: Mapping[Urensoort, Uren] = field(default_factory=dict)
    pvt_activiteit: bool = False
    pvt_ondertekend_op: date | None = None
    eindgesprek_map_op: date | None = None
    eindgesprek_z_op: date | None = None
    cursusnorm: int | None = None
    vrijgesteld: frozenset[EisSoort] = frozenset()
    ontheven: frozenset[EisSoort] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class EisStand:
    """One requirement, where it stands, and in Dutch what is still to do.

    `uren_te_gaan` only where hours are still missing.
    """

    eis: Eis
    status: EisStatus
    nog: tuple[str, ...] = ()
    uren_te_gaan: Uren | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """All requirements of the route with their state. `voldaan`: none is open."""

    eisen: tuple[EisStand, ...]
    voldaan: bool

    @property
    def open(self) -> tuple[EisStand, ...]:
        """What is still to do, in the order of the letter."""
        return tuple(stand for stand in self.eisen if stand.status is EisStatus.OPEN)


def voortgang(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    feiten: Feiten,
    *,
    op: date,
    niveaus: Mapping[Examenonderdeel, Niveau] | None = None,
    traject_verlaten: bool = False,
    pvt_uren: int = 0,
    map_uren: int = 0,
) -> Uitkomst[Voortgang]:
    """Every requirement of the route with what is still to do.

    `op` selects the version of the norms (the dagtekening of the plan). `niveaus`,
    `traject_verlaten`, `pvt_uren` and `map_uren` as in `eisen`. An exemption or dispensation that
    the law does not know for a requirement is not counted, and named.

    Bron: Wi 6, Wi 7, Wi 8, Wi 9, B26 2.7, B26 3.1, B26 3.2, B26 3.14, R26 3.1.
    """
    vereist = eisen(
        leerroute,
        doelgroep,
        op=op,
        niveaus=niveaus,
        traject_verlaten=traject_verlaten,
        pvt_uren=pvt_uren,
        map_uren=map_uren,
        cursusnorm=feiten.cursusnorm,
    )
    standen = tuple(_stand(eis, feiten) for eis in vereist)
    antwoord = Voortgang(
        eisen=standen, voldaan=all(stand.status is not EisStatus.OPEN for stand in standen)
    )
    return Uitkomst(
        regel="voortgang",
        uitkomst=antwoord,
        bron=tuple(dict.fromkeys(code for stand in standen for code in stand.eis.bron)),
        stappen=(
            *(_zin(stand) for stand in standen),
            *_kan_niet(feiten),
            "Alles is gedaan. DUO besluit of aan de plicht is voldaan."
            if antwoord.voldaan
            else f"Nog te doen: {len(antwoord.open)} van {len(standen)}.",
        ),
        zekerheid=Zekerheid.AFGELEID if traject_verlaten else Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Wat iemand nog moet doen voor zijn leerroute.",
    "leerroute=Z doelgroep=asiel op=2024-07-01 pvt=12 map_praktijk=40",
    "leerroute=B doelgroep=overig op=2024-07-01 examens_b1=LE,LU knm=ja",
    "leerroute=O doelgroep=asiel op=2024-07-01 taalschakeltraject=ja",
)
def wat_nog_moet(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    op: date,
    *,
    examens_a2: tuple[Examenonderdeel, ...] = (),
    examens_b1: tuple[Examenonderdeel, ...] = (),
    knm: bool = False,
    taalschakeltraject: bool = False,
    cursus: int = 0,
    participatie: int = 0,
    pvt: int = 0,
    pvt_activiteit: bool = False,
    pvt_ondertekend: date | None = None,
    map_praktijk: int = 0,
    eindgesprek_map: date | None = None,
    eindgesprek_z: date | None = None,
    afgeschaald: tuple[Examenonderdeel, ...] = (),
    traject_verlaten: bool = False,
) -> Uitkomst[Voortgang]:
    """`voortgang` with facts that can be typed; hours are whole hours.

    Bron: Wi 6, Wi 7, Wi 8, Wi 9, B26 3.1, B26 3.2, B26 3.14, R26 3.1.
    """
    feiten = Feiten(
        behaald=dict.fromkeys(examens_a2, Niveau.A2) | dict.fromkeys(examens_b1, Niveau.B1),
        knm_behaald=knm,
        taalschakeltraject_behaald=taalschakeltraject,
        uren={
            Urensoort.NEDERLANDS: cursus,
            Urensoort.PARTICIPATIE: participatie,
            Urensoort.PVT: pvt,
            Urensoort.MAP_PRAKTIJK: map_praktijk,
        },
        pvt_activiteit=pvt_activiteit,
        pvt_ondertekend_op=pvt_ondertekend,
        eindgesprek_map_op=eindgesprek_map,
        eindgesprek_z_op=eindgesprek_z,
    )
    niveaus = dict.fromkeys(afgeschaald, Niveau.A2)
    antwoord = voortgang(
        leerroute, doelgroep, feiten, op=op, niveaus=niveaus, traject_verlaten=traject_verlaten
    )
    return replace(antwoord, regel="wat_nog_moet")


def _stand(eis: Eis, feiten: Feiten) -> EisStand:
    if eis.soort in feiten.ontheven & ONTHEFBAAR:
        return EisStand(eis=eis, status=EisStatus.ONTHEVEN)
    if eis.soort in feiten.vrijgesteld & VRIJSTELBAAR:
        return EisStand(eis=eis, status=EisStatus.VRIJGESTELD)
    nog, te_gaan = _NOG[eis.soort](eis, feiten)
    return EisStand(
        eis=eis,
        status=EisStatus.OPEN if nog else EisStatus.VOLDAAN,
        nog=nog,
        uren_te_gaan=te_gaan or None,
    )


VRIJSTELBAAR = frozenset({*(soort for soort, _ in EXAMENS.values()), EisSoort.EXAMEN_KNM})
"""What DUO can exempt from: parts of the exam."""

ONTHEFBAAR = VRIJSTELBAAR | {EisSoort.PARTICIPATIEUREN}
"""What DUO can dispense with: parts of the exam, and in the Z-route the participation."""


def _kan_niet(feiten: Feiten) -> Iterator[str]:
    soorten = (feiten.vrijgesteld - VRIJSTELBAAR) | (feiten.ontheven - ONTHEFBAAR)
    for soort in sorted(soorten):
        yield (
            f"Van ‘{soort.value}’ kan DUO niet vrijstellen of ontheffen: het telt niet. Controleer "
            "het besluit van DUO."
        )


_Nog = tuple[tuple[str, ...], Uren]
"""What is still to do, and how many hours of it."""

_RANG = {niveau: rang for rang, niveau in enumerate(Niveau)}
_GEEN: _Nog = ((), 0)


def _examen(eis: Eis, feiten: Feiten) -> _Nog:
    (onderdeel,) = (deel for deel, (soort, _) in EXAMENS.items() if soort is eis.soort)
    assert eis.niveau is not None  # every exam has its level
    if _gehaald(feiten, onderdeel, eis.niveau):
        return _GEEN
    return (f"Haal het examen {EXAMENS[onderdeel][1]} op niveau {eis.niveau.value} of hoger.",), 0


def _gehaald(feiten: Feiten, onderdeel: Examenonderdeel, niveau: Niveau) -> bool:
    behaald = feiten.behaald.get(onderdeel)
    return behaald is not None and _RANG[behaald] >= _RANG[niveau]


def _knm(eis: Eis, feiten: Feiten) -> _Nog:
    return _GEEN if feiten.knm_behaald else (("Haal het examen KNM.",), 0)


def _traject(eis: Eis, feiten: Feiten) -> _Nog:
    """The diploma of the traject, or else the whole exam: parts exempted by DUO count as passed."""
    vrij = feiten.vrijgesteld | feiten.ontheven
    taal = all(
        soort in vrij or _gehaald(feiten, onderdeel, Niveau.B1)
        for onderdeel, (soort, _) in EXAMENS.items()
    )
    knm = feiten.knm_behaald or EisSoort.EXAMEN_KNM in vrij
    if feiten.taalschakeltraject_behaald or (taal and knm):
        return _GEEN
    return (f"{eis.tekst}.",), 0


def _cursusuren(eis: Eis, feiten: Feiten) -> _Nog:
    return _uren(eis.uren or 0, Urendoel.Z_CURSUS, feiten, "les in Nederlands en KNM")


def _participatieuren(eis: Eis, feiten: Feiten) -> _Nog:
    return _uren(
        eis.uren or 0, Urendoel.Z_PARTICIPATIE, feiten, "participatie, met PVT en MAP erin"
    )


def _uren(norm: Uren, doel: Urendoel, feiten: Feiten, wat: str) -> _Nog:
    geteld = tel_uren(doel, feiten.uren).bekend
    assert geteld is not None  # counting always has an answer
    te_gaan = norm - geteld.uren
    if te_gaan <= 0:
        return _GEEN
    return (f"Nog {urengetal(te_gaan)} van {urengetal(norm)} uur {wat}.",), te_gaan


def _pvt(eis: Eis, feiten: Feiten) -> _Nog:
    nog, te_gaan = _uren(eis.uren or 0, Urendoel.PVT, feiten, "PVT")
    if not feiten.pvt_activiteit:
        nog = (*nog, "Doe een activiteit of excursie in het PVT.")
    if feiten.pvt_ondertekend_op is None:
        nog = (*nog, "Onderteken de participatieverklaring op de bijeenkomst.")
    return nog, te_gaan


def _map(eis: Eis, feiten: Feiten) -> _Nog:
    nog, te_gaan = _uren(eis.uren or 0, Urendoel.MAP, feiten, "praktijk in de MAP")
    if feiten.eindgesprek_map_op is None:
        nog = (*nog, "Voer het eindgesprek van de MAP met de gemeente.")
    return nog, te_gaan


def _eindgesprek(eis: Eis, feiten: Feiten) -> _Nog:
    if feiten.eindgesprek_z_op is not None:
        return _GEEN
    return ("Voer het eindgesprek van de Z-route met de gemeente zelf.",), 0


_NOG: Mapping[EisSoort, Callable[[Eis, Feiten], _Nog]] = {
    **{soort: _examen for soort, _ in EXAMENS.values()},
    EisSoort.EXAMEN_KNM: _knm,
    EisSoort.TAALSCHAKELTRAJECT: _traject,
    EisSoort.CURSUSUREN: _cursusuren,
    EisSoort.PARTICIPATIEUREN: _participatieuren,
    EisSoort.PVT: _pvt,
    EisSoort.MAP: _map,
    EisSoort.EINDGESPREK_Z: _eindgesprek,
}


def _zin(stand: EisStand) -> str:
    match stand.status:
        case EisStatus.OPEN:
            return f"{stand.eis.tekst}: nog niet klaar. {' '.join(stand.nog)}"
        case EisStatus.VOLDAAN:
            return f"{stand.eis.tekst}: gedaan."
        case _:
            return f"{stand.eis.tekst}: {stand.status.value} door DUO."
