"""Which hours may be recorded, of what kind, on which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.enums import BeeindigReden
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_niet_later
from leerroutes.enums import Aanwezigheid
from leerroutes.models import (
    Begeleidingsmoment,
    Deelname,
    Plaatsing,
    PvtDeelname,
    Taalkoppel,
    Traject,
)
from leerroutes.models.uren import UREN_PER_DAG
from wet.datums import zonder_weekdag
from wet.leerroutes import Urensoort, vooropleiding_telt

MET_KEURMERK = frozenset({Urensoort.NEDERLANDS, Urensoort.ALFABETISERING, Urensoort.KNM})
"""Lessons: they count at a school with the mark only (B26 3.14.2, B26 5.5)."""

_IN_DE_INTAKE = frozenset(soort for soort in Urensoort if soort.value.startswith("intake_"))
ALLEEN_VOOR_HET_PIP = _IN_DE_INTAKE | {Urensoort.VOORINBURGERING, Urensoort.VSO_PRO_ENTREE}
VOOR_EN_NA_HET_PIP = frozenset({Urensoort.PVT, Urensoort.BEGELEIDING})
"""What the law lets come before the plan (B26 3.1.5, 3.14.6) and may go on after it."""

_IN_BEGINSTAND_PARTICIPATIE = frozenset(
    {Urensoort.PARTICIPATIE, Urensoort.BEGELEIDING, Urensoort.MAP_LES}
)
_BIJ_BRON: Mapping[str, frozenset[Urensoort]] = {
    "deelname": MET_KEURMERK | {Urensoort.MAP_LES},
    "plaatsing": frozenset({Urensoort.PARTICIPATIE, Urensoort.MAP_PRAKTIJK}),
    "taalkoppel": frozenset({Urensoort.PARTICIPATIE}),
    "pvt_deelname": frozenset({Urensoort.PVT, Urensoort.INTAKE_PVT}),
    "begeleiding": frozenset({Urensoort.BEGELEIDING}),
}

Bron = Deelname | Plaatsing | Taalkoppel | PvtDeelname | Begeleidingsmoment
Sleutel = tuple[str, int | None, date | None, str]


@dataclass(frozen=True, kw_only=True)
class UrenGegevens:
    """Hours of one kind on one day; at most one source. `uren` is what was planned if absent."""

    soort: Urensoort
    op: date
    uren: Decimal
    aanwezigheid: Aanwezigheid = Aanwezigheid.AANWEZIG
    deelname: Deelname | None = None
    plaatsing: Plaatsing | None = None
    taalkoppel: Taalkoppel | None = None
    pvt_deelname: PvtDeelname | None = None
    begeleiding: Begeleidingsmoment | None = None
    opmerking: str = ""

    @property
    def bron(self) -> tuple[str, Bron | None]:
        """The name of the source and the source itself, or an empty name and None."""
        for naam in _BIJ_BRON:
            if (rij := getattr(self, naam)) is not None:
                return naam, rij
        return "", None

    @property
    def sleutel(self) -> Sleutel:
        """What there may be one of: per lesson, placement, pair or person one line a day and kind;
        per meeting and moment of guidance one line.
        """
        naam, rij = self.bron
        pk = rij.pk if rij is not None else None
        if naam in ("pvt_deelname", "begeleiding"):
            return naam, pk, None, ""
        return naam, pk, self.op, self.soort.value


def check_niet_samengevoegd(dossier: Inburgeraar) -> None:
    """What was done is recorded and put right also after the end; not on a dossier that moved."""
    if dossier.beeindigd_reden == BeeindigReden.SAMENGEVOEGD:
        raise Geweigerd("Dit dossier is samengevoegd: werk verder in het andere dossier.")


def check_dossier(dossier: Inburgeraar, *, op: date) -> None:
    """Judged by the day: up to and including the one on which the dossier ended or came to rest.

    Who met the duty may still be guided; other hours ask for a traject that runs.
    """
    check_niet_samengevoegd(dossier)
    laatste = dossier.beeindigd_op or dossier.opgeschort_op
    if laatste is not None and op > laatste:
        status = str(dossier.get_status_display()).lower()
        raise Geweigerd(f"Het dossier is {status} op {zonder_weekdag(laatste)}.", veld="op")


def check_niet_afgerond(*, afgerond: bool) -> None:
    """`afgerond`: schakel 4 closed on these hours."""
    if afgerond:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")


def traject_van(trajecten: Sequence[Traject], gegevens: UrenGegevens) -> Traject | None:
    """The traject that ran on that day; on the day of a switch that of the lessons, else the new.

    Hours of before the plan belong to no traject.
    """
    if gegevens.soort in ALLEEN_VOOR_HET_PIP:
        return None
    dag = [
        t for t in trajecten if t.start_op <= gegevens.op and gegevens.op <= (t.eind_op or date.max)
    ]
    eigen = gegevens.deelname.traject_id if gegevens.deelname else None
    dag.sort(key=lambda t: (t.pk == eigen, t.start_op, t.pk))
    return dag[-1] if dag else None


def check_uren(
    gegevens: UrenGegevens,
    *,
    trajecten: Sequence[Traject],
    vandaag: date,
    zonder_plan: bool = False,
) -> None:
    """One line by itself, whatever else there is that day.

    `zonder_plan`: the ondertussengroep takes part too, and has no PIP.
    """
    check_niet_later(gegevens.op, vandaag=vandaag, veld="op", wat="De dag")
    check_aantal(gegevens.uren)
    _check_bron(gegevens)
    if not (zonder_plan and gegevens.bron[0] in ("plaatsing", "taalkoppel")):
        _check_rond_het_pip(gegevens, trajecten)
    _check_beginstand(gegevens, trajecten)


def check_aantal(uren: Decimal) -> None:
    if not 0 < uren <= UREN_PER_DAG:
        raise Geweigerd(
            f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uren in: meer past niet in een dag.",
            veld="uren",
        )
    if uren != round(uren, 2):
        raise Geweigerd("Vul hoogstens twee cijfers achter de komma in.", veld="uren")


def _check_bron(gegevens: UrenGegevens) -> None:
    """The kind goes with the source, and the day is within its period."""
    naam, rij = gegevens.bron
    if rij is None:
        if gegevens.soort in MET_KEURMERK:
            raise Geweigerd(
                "Kies bij welke lessen deze uren horen: alleen les op een school met een keurmerk "
                "telt mee.",
                veld="deelname",
            )
        return
    if gegevens.soort not in _BIJ_BRON[naam]:
        wat = rij._meta.verbose_name
        raise Geweigerd(f"Uren voor {gegevens.soort.label} horen niet bij een {wat}.", veld="soort")
    if isinstance(rij, Deelname):
        _check_binnen(gegevens.op, rij.start_op, rij.eind_op, wat="de lessen")
    elif isinstance(rij, Plaatsing):
        _check_binnen(gegevens.op, rij.start_op, rij.eind_op, wat="de plaatsing")
    elif isinstance(rij, Taalkoppel):
        _check_binnen(gegevens.op, rij.start_op, rij.eind_op, wat="het taalkoppel")


def _check_binnen(op: date, start: date | None, eind: date | None, *, wat: str) -> None:
    if start is None:
        raise Geweigerd(f"Deze dag kan nog niet: {wat} heeft nog geen begindag.", veld="op")
    if start <= op <= (eind or date.max):
        return
    tot = f" tot en met {zonder_weekdag(eind)}" if eind else ""
    raise Geweigerd(f"Deze dag valt buiten {wat}: vanaf {zonder_weekdag(start)}{tot}.", veld="op")


def _check_rond_het_pip(gegevens: UrenGegevens, trajecten: Sequence[Traject]) -> None:
    """Effort before the plan does not count unless the law says so (B26 5.3.5)."""
    eerste = min((t.start_op for t in trajecten), default=None)
    if gegevens.soort in ALLEEN_VOOR_HET_PIP:
        _check_voor_het_pip(gegevens, eerste)
        return
    if gegevens.soort in VOOR_EN_NA_HET_PIP or traject_van(trajecten, gegevens) is not None:
        return
    if eerste is None:
        reden = "Er loopt nog geen leerroute: deze uren tellen pas vanaf het PIP."
    elif gegevens.op < eerste:
        reden = (
            f"Deze dag ligt vóór het PIP van {zonder_weekdag(eerste)}. Wat daarvoor is gedaan, "
            "telt niet mee."
        )
    else:
        reden = "Op deze dag liep er geen leerroute."
    raise Geweigerd(reden, veld="op")


def _check_voor_het_pip(gegevens: UrenGegevens, dagtekening: date | None) -> None:
    if gegevens.soort is Urensoort.VSO_PRO_ENTREE:
        _check_vooropleiding(gegevens, dagtekening)
    if dagtekening is not None and gegevens.op > dagtekening:
        raise Geweigerd(
            f"Dit kan alleen vóór het PIP, en dat is van {zonder_weekdag(dagtekening)}.",
            veld="op",
        )


def _check_vooropleiding(gegevens: UrenGegevens, dagtekening: date | None) -> None:
    """Which lessons count is known once the day of the plan is (B26 3.14.9)."""
    if dagtekening is None:
        raise Geweigerd(
            "Leg deze uren vast na het PIP: dan is bekend welke lessen meetellen.", veld="soort"
        )
    telt = vooropleiding_telt(dagtekening).bekend
    assert telt is not None  # a day of the plan always has an answer
    if gegevens.op < telt.vanaf_op:
        raise Geweigerd(
            f"Alleen lessen vanaf {zonder_weekdag(telt.vanaf_op)} tellen mee.", veld="op"
        )


def _check_beginstand(gegevens: UrenGegevens, trajecten: Sequence[Traject]) -> None:
    """What stands in the opening balance is not counted once more."""
    for traject in trajecten:
        tot = traject.eerdere_uren_op
        if tot is None or gegevens.op > tot:
            continue
        taal = traject.eerdere_uren_taal is not None and gegevens.soort in MET_KEURMERK
        participatie = (
            traject.eerdere_uren_participatie is not None
            and gegevens.soort in _IN_BEGINSTAND_PARTICIPATIE
        )
        if taal or participatie:
            raise Geweigerd(
                "Deze uren zitten al in de beginstand: die loopt tot en met "
                f"{zonder_weekdag(tot)}.",
                veld="op",
            )


def check_dag(op: date, *, samen: Decimal) -> None:
    """`samen`: all hours of this person on that day, planned and followed."""
    if samen > UREN_PER_DAG:
        raise Geweigerd(
            f"Op {zonder_weekdag(op)} zouden er dan {_getal(samen)} uren staan: een dag heeft er "
            f"{UREN_PER_DAG}.",
            veld="uren",
        )


def check_niet_dubbel(gegevens: UrenGegevens, *, bekend: bool) -> None:
    if bekend:
        raise Geweigerd(
            f"Voor {zonder_weekdag(gegevens.op)} staan er al uren {gegevens.soort.label}: wijzig "
            "die regel.",
            veld="op",
        )


def _getal(uren: Decimal) -> str:
    return f"{uren.normalize():f}".replace(".", ",")
