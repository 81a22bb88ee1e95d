"""Who counts and who does not, one by one, with why and the way to the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from inburgering.models import Inburgeraar, Persoon
from medewerkers.models import Medewerker
from overdracht.models import Overdracht, Overdrachtslid, RedenAfgevallen
from overdracht.models.taakstelling import Beginstand, Correctie
from overdracht.queries.taakstelling_tellen import (
    alle_correcties,
    beginstand,
    besluiten_per_persoon,
    eigen_gemeente,
    gehuisvesten,
)
from wet.datums import zonder_weekdag
from wet.taakstelling import Tijdvak, Verblijfsgrond, teldagen, telt_mee

PER_PAGINA = 100
GESLOTEN = "Gesloten dossier"


@dataclass(frozen=True, kw_only=True)
class Mens:
    """Somebody of the count. `dag`: from when it counts, or the day that the reason is about."""

    persoon_id: int
    dag: date
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Mensregel:
    """The same as this colleague may see it; a closed dossier is counted but has no name."""

    mens: Mens
    naam: str
    v_nummer: str
    dossiernummer: str
    overdracht_id: int | None

    @property
    def tijdvak(self) -> Tijdvak:
        return Tijdvak.van(self.mens.dag)

    @property
    def verborgen(self) -> bool:
        return not self.naam


@dataclass(frozen=True, kw_only=True)
class Blad:
    regels: tuple[Mensregel, ...]
    aantal: int
    pagina: int

    @property
    def paginas(self) -> int:
        return max(-(-self.aantal // PER_PAGINA), 1)


def blad(mensen: Sequence[Mens], *, pagina: int, voor: Medewerker) -> Blad:
    """One page of them, with what may be seen; a page beyond the end is the last one."""
    paginas = max(-(-len(mensen) // PER_PAGINA), 1)
    nummer = min(max(pagina, 1), paginas)
    deel = mensen[(nummer - 1) * PER_PAGINA : nummer * PER_PAGINA]
    return Blad(regels=tuple(regels(deel, voor=voor)), aantal=len(mensen), pagina=nummer)


# --- Who counts --------------------------------------------------------------------------------
def getelden(*, op: date, tijdvak: Tijdvak | None = None) -> list[Mens]:
    """Everybody who counts as on a day, the newest first; within a period when asked."""
    besluiten = besluiten_per_persoon(alle_correcties())
    begin = beginstand()
    dagen = {rij["persoon"]: rij["dag"] for rij in gehuisvesten()}
    for persoon_id, besluit in besluiten.items():
        dag = geteld_vanaf(teldagen(dagen.pop(persoon_id, None), besluit), op=op)
        if dag is not None:
            dagen[persoon_id] = dag
    na = begin.op if begin else date.min
    gevonden = [
        Mens(persoon_id=persoon_id, dag=dag)
        for persoon_id, dag in dagen.items()
        if na < dag <= op and (tijdvak is None or binnen(tijdvak, dag))
    ]
    return sorted(gevonden, key=lambda mens: (-mens.dag.toordinal(), mens.persoon_id))


def geteld_vanaf(dagen: Sequence[tuple[date, int]], *, op: date) -> date | None:
    """From when somebody counts who counts on `op`; None for who does not."""
    eerder = [(dag, n) for dag, n in dagen if dag <= op]
    return eerder[-1][0] if eerder and eerder[-1][1] > 0 else None


def binnen(tijdvak: Tijdvak, dag: date) -> bool:
    return tijdvak.start_op <= dag <= tijdvak.eind_op


# --- Who does not ------------------------------------------------------------------------------
def niet_getelden(*, op: date, tijdvak: Tijdvak | None = None) -> list[Mens]:
    """Everybody of a handover who does not count as on a day, with why, the newest first."""
    correcties = alle_correcties()
    tellen = {mens.persoon_id for mens in getelden(op=op)}
    mensen = redenen(op=op, correcties=correcties, begin=beginstand(), tellen=tellen)
    gevonden = [m for m in mensen.values() if tijdvak is None or binnen(tijdvak, m.dag)]
    return sorted(gevonden, key=lambda mens: (-mens.dag.toordinal(), mens.persoon_id))


def redenen(
    *,
    op: date,
    correcties: Sequence[Correctie],
    begin: Beginstand | None,
    tellen: set[int],
    alleen: Sequence[int] | None = None,
) -> dict[int, Mens]:
    """Per person of a handover who is not in `tellen` why not; the newest handover speaks."""
    laatste = {rij.persoon_id: rij for rij in correcties if rij.persoon_id and rij.op <= op}
    return {
        rij["persoon"]: _waarom_niet(rij, laatste.get(rij["persoon"]), begin, op)
        for rij in _leden(op, alleen)
        if rij["persoon"] not in tellen
    }


def _leden(op: date, alleen: Sequence[int] | None) -> QuerySet[Overdrachtslid, Any]:
    """Each member with the first registration here, before and from the koppeling."""
    rijen = Overdrachtslid.objects.filter(overdracht__koppeling_op__lte=op)
    if alleen is not None:
        rijen = rijen.filter(persoon__in=alleen)
    hier = Q(persoon__verblijven__gemeentecode=eigen_gemeente())
    koppeling = F("overdracht__koppeling_op")
    verblijf = "persoon__verblijven__brp_op"
    return (
        rijen.values("pk", "persoon", "grond", "eind_op", "eind_reden")
        .annotate(
            koppeling_op=koppeling,
            ingeschreven_op=Min(verblijf, filter=hier & Q(**{f"{verblijf}__gte": koppeling})),
            eerder_op=Min(verblijf, filter=hier & Q(**{f"{verblijf}__lt": koppeling})),
        )
        .order_by("pk")
    )


def _waarom_niet(
    lid: dict[str, Any], correctie: Correctie | None, begin: Beginstand | None, op: date
) -> Mens:
    dag, reden = _dag_en_reden(lid, correctie, begin, op)
    return Mens(persoon_id=lid["persoon"], dag=dag, reden=reden)


def _dag_en_reden(
    lid: dict[str, Any], correctie: Correctie | None, begin: Beginstand | None, op: date
) -> tuple[date, str]:
    hier: date | None = lid["ingeschreven_op"]
    if hier is not None and hier > op:
        hier = None
    if correctie is not None:
        return correctie.op, f"De provincie telt deze persoon niet mee: {correctie.reden}"
    geen_grond = telt_mee(Verblijfsgrond(lid["grond"]), op)
    if geen_grond.bekend is not None and not geen_grond.bekend.telt:
        return hier or lid["koppeling_op"], geen_grond.conclusie
    if begin is not None and hier is not None and hier <= begin.op:
        return hier, f"Gehuisvest op {zonder_weekdag(hier)}: zit in de beginstand."
    if lid["eind_op"] is not None and lid["eind_op"] <= op:
        waarom = str(RedenAfgevallen(lid["eind_reden"]).label).lower()
        return lid["eind_op"], f"Niet meer in de overdracht: {waarom}."
    if lid["eerder_op"] is not None:
        return lid["eerder_op"], "Stond hier al ingeschreven voordat het COA koppelde."
    return op, f"Nog niet ingeschreven; gekoppeld op {zonder_weekdag(lid['koppeling_op'])}."


# --- What may be seen of them ------------------------------------------------------------------
def regels(mensen: Sequence[Mens], *, voor: Medewerker) -> list[Mensregel]:
    ids = [mens.persoon_id for mens in mensen]
    personen = Persoon.objects.filter(_met_naam(voor)).in_bulk(ids)
    dossiers = dict(
        Inburgeraar.objects.zichtbaar_voor(voor)
        .filter(persoon__in=ids)
        .values_list("persoon", "dossiernummer")
    )
    overdrachten = dict(
        Overdrachtslid.objects.filter(
            persoon__in=ids, overdracht__in=Overdracht.objects.zichtbaar_voor(voor).values("pk")
        )
        .order_by("pk")
        .values_list("persoon", "overdracht")
    )
    return [_regel(mens, personen, dossiers, overdrachten) for mens in mensen]


def _met_naam(voor: Medewerker) -> Q:
    """Who may be seen, and a household of which nobody has a dossier that could be closed."""
    zonder_dossier = Overdracht.objects.zichtbaar_voor(voor).exclude(
        leden__persoon__inburgeraar__isnull=False
    )
    return Q(pk__in=Persoon.objects.zichtbaar_voor(voor).values("pk")) | Q(
        overgedragen__overdracht__in=zonder_dossier.values("pk"), inburgeraar=None
    )


def _regel(
    mens: Mens,
    personen: Mapping[int, Persoon],
    dossiers: Mapping[int, str],
    overdrachten: Mapping[int, int],
) -> Mensregel:
    persoon = personen.get(mens.persoon_id)
    if persoon is None:
        return Mensregel(mens=mens, naam="", v_nummer="", dossiernummer="", overdracht_id=None)
    return Mensregel(
        mens=mens,
        naam=persoon.naam,
        v_nummer=persoon.v_nummer or "",
        dossiernummer=dossiers.get(mens.persoon_id, ""),
        overdracht_id=overdrachten.get(mens.persoon_id),
    )
