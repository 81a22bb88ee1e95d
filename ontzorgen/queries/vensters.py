"""The days in which fixed costs are paid: the six months, and going on after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ontzorgen.enums import EindeReden, OntzorgStatus, VoortzettingStatus
from ontzorgen.models import Ontzorgperiode, Voortzetting
from wet.datums import EEN_DAG, maanden_na
from wet.termijnen.looptijd import Looptijd

_TOT_HET_EINDE = (EindeReden.PERIODE, EindeReden.BIJSTAND)
"""What ended by itself is paid to its last day, also when the batch is made later. After any other
end somebody first looks what is still right to pay."""


def vensters(
    periode: Ontzorgperiode | None,
    voortzettingen: Iterable[Voortzetting],
    *,
    bijstand_tot: date | None,
) -> list[Looptijd]:
    """The days in which we pay, in order; days that follow each other are one window.

    Nothing without the decision and every machtiging, nothing after the bijstand ended.
    """
    stukken = [
        *_van_periode(periode),
        *(_van_voortzetting(v) for v in voortzettingen),
    ]
    einde = bijstand_tot or date.max
    binnen = [Looptijd(start_op=s.start_op, eind_op=min(s.eind_op, einde)) for s in stukken]
    return _aaneen(sorted((s for s in binnen if s.start_op <= s.eind_op), key=_begin))


def eerste_maand(periode: Ontzorgperiode | None) -> date:
    """The first month we may pay: of what was taken over, all up to that month was paid already."""
    if periode is None or periode.overgenomen_op is None:
        return date.min
    return maanden_na(periode.overgenomen_op.replace(day=1), 1)


def venster_in(stukken: Sequence[Looptijd], maand: date) -> Looptijd | None:
    """The window that touches the month of `maand` (its first day)."""
    laatste = maanden_na(maand, 1) - EEN_DAG
    return next((s for s in stukken if s.start_op <= laatste and s.eind_op >= maand), None)


def _van_periode(periode: Ontzorgperiode | None) -> list[Looptijd]:
    if periode is None or not periode.geregeld or periode.status == OntzorgStatus.AANGEMELD:
        return []
    if periode.status == OntzorgStatus.ACTIEF:
        return [Looptijd(start_op=periode.start_op, eind_op=periode.eind_op)]
    if periode.reden_einde not in _TOT_HET_EINDE or periode.beeindigd_op is None:
        return []
    einde = min(periode.eind_op, periode.beeindigd_op)
    return [Looptijd(start_op=periode.start_op, eind_op=einde)]


def _van_voortzetting(rij: Voortzetting) -> Looptijd:
    einde = rij.eind_op
    if rij.status == VoortzettingStatus.BEEINDIGD and rij.beeindigd_op is not None:
        einde = min(einde, rij.beeindigd_op)
    return Looptijd(start_op=rij.start_op, eind_op=einde)


def _begin(stuk: Looptijd) -> date:
    return stuk.start_op


def _aaneen(stukken: Iterable[Looptijd]) -> list[Looptijd]:
    heel: list[Looptijd] = []
    for stuk in stukken:
        if heel and stuk.start_op <= heel[-1].eind_op + EEN_DAG:
            laatste = max(heel[-1].eind_op, stuk.eind_op)
            heel[-1] = Looptijd(start_op=heel[-1].start_op, eind_op=laatste)
        else:
            heel.append(stuk)
    return heel
