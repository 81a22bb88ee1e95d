"""An attendance list: per person what is new, what is different and what is wrong; then written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import Lessoort
from leerroutes.invoer.kolommen import KOLOMMEN, NAAM, OP, UREN, WIE
from leerroutes.invoer.lessen import Les, Lijst, lees_lijst
from leerroutes.models import Urenregel
from leerroutes.policies.uren import UrenGegevens
from leerroutes.prognose import getal
from leerroutes.queries.gesloten import met_schakel4_afgerond
from leerroutes.queries.keurmerken import keurmerk_voor
from leerroutes.services.uren import uren_overnemen
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from opdrachten.soorten import Bevinding, Eenheid, Importsoort, Oordeel, Rij, Spoor
from wet.datums import zonder_weekdag

_KOLOM_VAN = {"op": OP, "uren": UREN, "soort": "soort", "deelname": "aanbieder"}


def beoordeel(
    eenheden: Sequence[Eenheid], op: date, door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    """In a handful of queries, however long the list is."""
    lijst = lees_lijst(eenheden, voor=door)
    return {eenheid.sleutel: list(_beoordeel_eenheid(lijst, eenheid, op)) for eenheid in eenheden}


def _beoordeel_eenheid(lijst: Lijst, eenheid: Eenheid, op: date) -> Iterator[Bevinding]:
    """Every row is read before a lesson is judged: its hours may stand on several."""
    lessen: list[tuple[Rij, Les]] = []
    for rij in eenheid.rijen:
        try:
            lessen.append((rij, lijst.lees(rij, eenheid.sleutel)))
        except Geweigerd as fout:
            yield _fout(fout, rij)
    for rij, les in lessen:
        if rij.nummer == les.rijen[0]:
            yield from _beoordeel_les(lijst, les, rij, op)


def _beoordeel_les(lijst: Lijst, les: Les, rij: Rij, op: date) -> Iterator[Bevinding]:
    """At its first row; the others say where their hours went."""
    try:
        oordeel, reden = _houd_ertegen(lijst, les, op)
    except Geweigerd as fout:
        yield _fout(fout, rij)
        return
    persoon_id = les.dossier.persoon_id
    yield Bevinding(oordeel=oordeel, reden=reden, rij=rij.nummer, persoon_id=persoon_id)
    samen = f"Opgeteld bij regel {rij.nummer}: samen {getal(les.gegevens.uren)} uur op die dag."
    for nummer in les.rijen[1:]:
        yield Bevinding(oordeel=oordeel, reden=samen, rij=nummer, persoon_id=persoon_id)


def _fout(fout: Geweigerd, rij: Rij) -> Bevinding:
    veld = fout.veld or ""
    kolom = veld if any(k.naam == veld for k in KOLOMMEN) else _KOLOM_VAN.get(veld, "")
    return Bevinding(oordeel=Oordeel.FOUT, reden=fout.reden, kolom=kolom, rij=rij.nummer)


def _houd_ertegen(lijst: Lijst, les: Les, op: date) -> tuple[Oordeel, str]:
    """Against the law and against what is known; raises Geweigerd when it may not be."""
    feiten, bekend, gegevens = lijst.feiten[les.dossier.pk], lijst.bekend(les), les.gegevens
    if bekend is None:
        feiten.laat_toe(gegevens, vandaag=op)
        return Oordeel.NIEUW, _zonder_keurmerk(gegevens, erkend=feiten.erkend(gegevens))
    if not _anders(bekend, gegevens):
        return Oordeel.ONGEWIJZIGD, ""
    feiten.laat_anders(bekend, gegevens, vandaag=op)
    nu = f"{getal(bekend.uren)} uur, {bekend.get_aanwezigheid_display().lower()}"
    wordt = f"{getal(gegevens.uren)} uur, {gegevens.aanwezigheid.label.lower()}"
    return Oordeel.AANVULLING, f"Staat er al met andere uren: {nu}. Wordt: {wordt}."


def _anders(bekend: Urenregel, les: UrenGegevens) -> bool:
    return bekend.uren != les.uren or bekend.aanwezigheid != les.aanwezigheid


def _zonder_keurmerk(les: UrenGegevens, *, erkend: bool) -> str:
    if erkend or les.deelname is None:
        return ""
    keurmerk = keurmerk_voor(Lessoort(les.deelname.lessoort)).label
    return f"Geen geldig keurmerk ({keurmerk}) op {zonder_weekdag(les.op)}: telt niet mee."


# --- Written -------------------------------------------------------------------------------------
def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    """The lessons of one person; what is known as it stands is left alone."""
    personen = {rij.persoon_id for rij in eenheid.rijen}
    dossiers = Inburgeraar.objects.filter(persoon__in=personen).values_list("pk", flat=True)
    with handeling(door=door, nu=nu, dossiers=list(dossiers)):
        lijst = lees_lijst([eenheid], voor=door)
        for rij in eenheid.rijen:
            lijst.lees(rij, eenheid.sleutel)
        lessen = list(lijst.lessen.values())
        gemaakt, gewijzigd = uren_overnemen(
            feiten=lijst.feiten[lessen[0].dossier.pk],
            lessen=[les.gegevens for les in lessen if _zegt_iets(lijst.bekend(les), les.gegevens)],
            door=door,
            nu=nu,
        )
    label = Urenregel._meta.label
    return [
        *(Spoor(label, rij.pk, None) for rij in gemaakt),
        *(Spoor(label, rij.pk, voor) for rij, voor in gewijzigd),
    ]


def _zegt_iets(bekend: Urenregel | None, les: UrenGegevens) -> bool:
    return bekend is None or _anders(bekend, les)


def na_terugdraaien(act: Handeling, dossiers: Collection[int]) -> None:
    """Lines went or are as before: the totals follow."""
    _check_open(dossiers)
    totalen_bijwerken(dossiers)


def _check_open(dossiers: Collection[int]) -> None:
    """Schakel 4 closed on hours that would go."""
    if dicht := len(met_schakel4_afgerond(dossiers)):
        mensen = "1 persoon" if dicht == 1 else f"{dicht} personen"
        raise Geweigerd(
            f"Dit kan niet meer ongedaan worden gemaakt. Van {mensen} is schakel 4 afgerond: "
            "heropen eerst schakel 4."
        )


PRESENTIE = Importsoort(
    naam="presentie",
    titel="Presentielijst van een aanbieder",
    uitleg=(
        "Wie er in de les was, één les per regel. Regels van één persoon horen bij elkaar; "
        "dezelfde les op één dag wordt opgeteld. Wat al bekend is, blijft staan; staan er nu "
        "andere uren, dan ziet u dat voordat u bevestigt."
    ),
    recht=Recht.UREN_INVOEREN,
    kolommen=KOLOMMEN,
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_terugdraaien=na_terugdraaien,
    na_afloop="op-koers",
    toon=(WIE, NAAM, OP),
    groep=WIE,
    eenheid=("persoon", "personen"),
)
