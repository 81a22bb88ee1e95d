"""What a check of a row is, and what it can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from inburgering.enums import Regime
from medewerkers.models import Medewerker, Partnerorganisatie
from opdrachten.soorten import Bevinding, Oordeel
from werkplek.livegang.invoer import Invoer
from wet.doelgroepen import Doelgroep, doelgroep_van
from wet.normen import NORMEN

BEGIN_WI2021 = NORMEN["inburgeringstermijn_jaren"][0].geldig_vanaf
BEGIN = {Regime.WI2021: BEGIN_WI2021, Regime.WI2013: date(2013, 1, 1)}
"""The first day of each law: no duty under it began before."""


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """What the checks ask of the database, for the whole file at once."""

    op: date
    collegas: Mapping[str, Medewerker] = field(default_factory=dict)
    partners: Mapping[str, Partnerorganisatie] = field(default_factory=dict)


Controle = Callable[[Invoer, Feiten], Iterator[Bevinding]]


def fout(lid: Invoer, kolom: str, reden: str) -> Bevinding:
    """This cannot be: the household waits until it is put right."""
    return Bevinding(oordeel=Oordeel.FOUT, reden=reden, kolom=kolom, rij=lid.nummer)


def let_op(lid: Invoer, kolom: str, reden: str) -> Bevinding:
    """This goes in; a task, or this remark, says what is missing."""
    return Bevinding(oordeel=Oordeel.NIEUW, reden=reden, kolom=kolom, rij=lid.nummer)


def is_asiel(lid: Invoer) -> bool:
    return lid.doelgroep is not None and doelgroep_van(lid.doelgroep).bekend is Doelgroep.ASIEL
