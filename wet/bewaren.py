"""How long data are kept after the duty has ended.

Bijstand and fines are other processes with terms of their own, and are not answered here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import eis_datum_of_niets, voluit
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import laatste_dag_na
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


class Gegevens(StrEnum):
    """Which data."""

    DOSSIER = "dossier"
    KERN = "kern"
    """BSN, name, address, birth date, exemption, dispensation, how and when the duty was met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaren:
    """The last day (inclusive) on which the data are kept."""

    eind_op: date


@regel(
    "Tot wanneer de gegevens bewaard blijven.",
    "einde_plicht=2025-03-15",
    "einde_plicht=2025-03-15 overleden=ja",
    "einde_plicht=2025-03-15 gegevens=kern",
    "einde_plicht=onbekend",
)
def bewaren_tot(
    einde_plicht: date | None, *, overleden: bool = False, gegevens: Gegevens = Gegevens.DOSSIER
) -> Uitkomst[Bewaren]:
    """The last day on which data are kept after the end of the duty (its last day).

    Five years; the listed core data at most fifty. After a death (`overleden`; then `einde_plicht`
    is that day) at once, but for the core data, of which the law does not say so (inferred). The
    Besluit goes before the ten years of the Selectielijst.

    Bron: B26 9.9, ATW 4.
    """
    einde_plicht = eis_datum_of_niets("einde_plicht", einde_plicht)
    if einde_plicht is None:
        return nog_niet("bewaren_tot", "het einde van de inburgeringsplicht", ("B26 9.9",))
    kern = gegevens is Gegevens.KERN
    if overleden and not kern:
        return _tot(einde_plicht, ("Bij overlijden vervallen de gegevens meteen.",))
    lengte = norm("bewaren_lang_jaren" if kern else "bewaren_jaren", einde_plicht)
    hoe = f"hoogstens {lengte}" if kern else str(lengte)
    reden = f"De plicht eindigde op {voluit(einde_plicht)}; bewaren mag {hoe} daarna."
    zekerheid = Zekerheid.AFGELEID if overleden else lengte.zekerheid
    return _tot(laatste_dag_na(einde_plicht, lengte), (reden,), zekerheid)


def _tot(
    dag: date, stappen: tuple[str, ...], zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD
) -> Uitkomst[Bewaren]:
    return Uitkomst(
        regel="bewaren_tot",
        uitkomst=Bewaren(eind_op=dag),
        bron=("B26 9.9", "ATW 4"),
        stappen=(
            *stappen,
            "Bijstand en boetes hebben eigen bewaartermijnen.",
            f"De laatste dag is {voluit(dag)}. Vernietig ze daarna.",
        ),
        zekerheid=zekerheid,
    )
