"""What is new, what is known, and what is wrong: read only, for all households at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.geweigerd import Geweigerd
from inburgering.models import Persoon
from inburgering.namen import vouw
from inburgering.queries.dubbelen import Kandidaat, Treffer, dubbelen
from inburgering.services.personen import weigeringen
from medewerkers.models import Gemeente, Medewerker
from opdrachten.soorten import Bevinding, Eenheid, Oordeel, Rij
from overdracht.invoer.gezin import Gezinsrijen, lees_gezin, persoonsgegevens
from overdracht.invoer.kolommen import LABELS
from overdracht.models import Overdrachtslid, OverdrachtStatus
from overdracht.policies.huishouden import (
    check_huishouden,
    check_koppeling,
    check_vergunning,
    check_verwacht,
)
from overdracht.services.aanvullen import (
    GEZINSVELDEN,
    LIDVELDEN,
    PERSOONSVELDEN,
    afwijkend,
    ontbrekend,
)

_LOOPT = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)
_IN_KANDIDAAT = ("voornamen", "voorvoegsel", "achternaam", "geboortedatum", "v_nummer", "bsn")


@dataclass(frozen=True)
class _Bekend:
    """Everybody the list resembles, with the handover they are in that runs."""

    personen: Mapping[int, Persoon]
    leden: Mapping[int, Overdrachtslid]


def beoordeel(
    eenheden: Sequence[Eenheid], op: date, _door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    rijen = [(eenheid, rij) for eenheid in eenheden for rij in eenheid.rijen]
    treffers = dubbelen([_kandidaat(rij) for _eenheid, rij in rijen])
    plekken = [(eenheid.sleutel, rij.nummer) for eenheid, rij in rijen]
    per_rij = {
        rij.nummer: treffer for (_e, rij), treffer in zip(rijen, treffers, strict=True) if treffer
    }
    bekend = _haal_op({t.persoon_id for t in per_rij.values() if t.persoon_id is not None})
    gemeente = Gemeente.objects.values_list("naam", flat=True).first() or ""
    gevonden = {}
    for eenheid in eenheden:
        gezin = lees_gezin(eenheid)
        fouten = list(dict.fromkeys(_fouten(eenheid, gezin, gemeente, per_rij, op)))
        gevonden[eenheid.sleutel] = fouten or list(
            _bekenden(eenheid, gezin, per_rij, bekend, plekken)
        )
    return gevonden


def _kandidaat(rij: Rij) -> Kandidaat:
    return Kandidaat(**{naam: rij.waarden[naam] for naam in _IN_KANDIDAAT if naam in rij.waarden})


def _haal_op(personen: set[int]) -> _Bekend:
    leden = Overdrachtslid.objects.filter(
        persoon__in=personen, eind_op=None, overdracht__status__in=_LOOPT
    ).select_related("overdracht")
    return _Bekend(
        personen=Persoon.objects.in_bulk(personen), leden={lid.persoon_id: lid for lid in leden}
    )


# --- Wrong -------------------------------------------------------------------------------------
def _fouten(
    eenheid: Eenheid,
    gezin: Gezinsrijen,
    gemeente: str,
    per_rij: Mapping[int, Treffer],
    op: date,
) -> Iterator[Bevinding]:
    """Everything at once; of a household as such, by its first row."""
    eerste = eenheid.rijen[0].nummer
    for naam, nummer in gezin.strijdig:
        reden = "Bij een andere regel van dit gezin staat iets anders."
        yield _fout(reden, naam, nummer)
    for rij in eenheid.rijen:
        elders = rij.waarden.get("gemeente", "")
        if elders and gemeente and vouw(elders) != vouw(gemeente):
            yield _fout(
                f"Gekoppeld aan een andere gemeente dan {gemeente}.", "gemeente", rij.nummer
            )
        for fout in weigeringen(_zonder_nummers(rij), vandaag=op):
            yield _fout(fout.reden, fout.veld or "achternaam", rij.nummer)
    for fout in filter(None, map(_geweigerd, _gezinscontroles(eenheid, gezin, per_rij, op))):
        nummer, veld = _plek(fout.veld or "", eenheid, eerste)
        yield _fout(fout.reden, veld, nummer)


def _gezinscontroles(
    eenheid: Eenheid, gezin: Gezinsrijen, per_rij: Mapping[int, Treffer], op: date
) -> list[Callable[[], None]]:
    koppeling_op = gezin.waarden["koppeling_op"]
    controles: list[Callable[[], None]] = [
        lambda: check_koppeling(koppeling_op, vandaag=op),
        lambda: check_verwacht(gezin.waarden.get("verwacht_op"), koppeling_op=koppeling_op),
        lambda: check_vergunning(gezin.vergunning_vanaf, koppeling_op=koppeling_op, vandaag=op),
    ]
    if not any(rij.nummer in per_rij for rij in eenheid.rijen):
        controles.append(lambda: check_huishouden(gezin.leden, op=op))
    return controles


def _geweigerd(controle: Callable[[], None]) -> Geweigerd | None:
    try:
        controle()
    except Geweigerd as fout:
        return fout
    return None


def _plek(veld: str, eenheid: Eenheid, eerste: int) -> tuple[int, str]:
    """`personen-1-rol` is the role in the second row of this household."""
    delen = veld.split("-")
    if delen[0] == "personen":
        return eenheid.rijen[int(delen[1])].nummer, delen[2]
    return eerste, veld


def _fout(reden: str, kolom: str, nummer: int) -> Bevinding:
    bekend = kolom if kolom in LABELS else ""
    return Bevinding(oordeel=Oordeel.FOUT, reden=reden, kolom=bekend, rij=nummer)


def _zonder_nummers(rij: Rij) -> dict[str, Any]:
    """Whether a number is known already was asked for the whole list at once."""
    return {n: w for n, w in persoonsgegevens(rij).items() if n not in ("v_nummer", "bsn")}


# --- Known -------------------------------------------------------------------------------------
def _bekenden(
    eenheid: Eenheid,
    gezin: Gezinsrijen,
    per_rij: Mapping[int, Treffer],
    bekend: _Bekend,
    plekken: Sequence[tuple[str, int]],
) -> Iterator[Bevinding]:
    treffers = [(rij, per_rij[rij.nummer]) for rij in eenheid.rijen if rij.nummer in per_rij]
    personen = {t.persoon_id for _rij, t in treffers if t.persoon_id is not None}
    overdrachten = {bekend.leden[pk].overdracht_id for pk in personen if pk in bekend.leden}
    zeker = (
        len(overdrachten) == 1
        and all(t.zeker for _rij, t in treffers)
        and all(pk in bekend.leden for pk in personen)
    )
    for rij in eenheid.rijen:
        treffer = per_rij.get(rij.nummer)
        if treffer is None:
            if zeker:
                yield Bevinding(
                    oordeel=Oordeel.AANVULLING,
                    reden="Komt erbij in de overdracht van dit gezin.",
                    rij=rij.nummer,
                )
        elif treffer.persoon_id is None:
            assert treffer.plek is not None  # one of the two is set
            yield _in_het_bestand(rij, treffer, plekken[treffer.plek])
        elif zeker:
            yield _aanvulling(rij, gezin, treffer.persoon_id, bekend)
        else:
            yield _dubbel(rij, treffer, bekend)


def _in_het_bestand(rij: Rij, treffer: Treffer, plek: tuple[str, int]) -> Bevinding:
    reden = f"Lijkt op regel {plek[1]}: {treffer.reden}."
    oordeel = Oordeel.FOUT if treffer.zeker else Oordeel.DUBBEL
    return Bevinding(oordeel=oordeel, reden=reden, rij=rij.nummer)


def _dubbel(rij: Rij, treffer: Treffer, bekend: _Bekend) -> Bevinding:
    assert treffer.persoon_id is not None  # asked before
    waar = (
        "staat in een lopende overdracht"
        if treffer.persoon_id in bekend.leden
        else "staat al in het systeem"
    )
    return Bevinding(
        oordeel=Oordeel.DUBBEL,
        reden=f"{treffer.reden[0].upper()}{treffer.reden[1:]}: deze persoon {waar}.",
        rij=rij.nummer,
        persoon_id=treffer.persoon_id,
    )


def _aanvulling(rij: Rij, gezin: Gezinsrijen, persoon_id: int, bekend: _Bekend) -> Bevinding:
    lid, persoon = bekend.leden[persoon_id], bekend.personen[persoon_id]
    nieuw = [
        *ontbrekend(persoon, rij.waarden, PERSOONSVELDEN),
        *ontbrekend(lid, rij.waarden, LIDVELDEN),
        *ontbrekend(lid.overdracht, gezin.gegevens, GEZINSVELDEN),
    ]
    anders = [
        *afwijkend(persoon, rij.waarden, PERSOONSVELDEN),
        *afwijkend(lid, rij.waarden, LIDVELDEN),
        *afwijkend(lid.overdracht, gezin.gegevens, GEZINSVELDEN),
    ]
    delen = []
    if nieuw:
        delen.append(f"Vult aan: {_opsomming(nieuw)}.")
    if anders:
        delen.append(f"Is anders en blijft zoals het is: {_opsomming(anders)}.")
    return Bevinding(
        oordeel=Oordeel.AANVULLING if nieuw else Oordeel.ONGEWIJZIGD,
        reden=" ".join(delen),
        rij=rij.nummer,
        persoon_id=persoon_id,
    )


def _opsomming(namen: Sequence[str]) -> str:
    return ", ".join(LABELS[naam] for naam in namen if naam in LABELS)
