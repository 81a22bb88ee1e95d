"""An attendance list: per person what is new, what is different and what is wrong; then written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import Lessoort
from leerroutes.invoer.kolommen import KOLOMMEN, NAAM, OP, UREN, WIE
from leerroutes.invoer.lessen import Lijst, lees_lijst
from leerroutes.models import Urenregel
from leerroutes.policies.uren import UrenGegevens
from leerroutes.prognose import getal
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
    return {
        eenheid.sleutel: [_beoordeel_rij(lijst, rij, op) for rij in eenheid.rijen]
        for eenheid in eenheden
    }


def _beoordeel_rij(lijst: Lijst, rij: Rij, op: date) -> Bevinding:
    try:
        dossier = lijst.dossier(rij)
        les = lijst.les(dossier, rij)
        _check_een_keer(lijst, dossier, les, rij)
        oordeel, reden = _houd_ertegen(lijst, dossier, les, op)
    except Geweigerd as fout:
        veld = fout.veld or ""
        kolom = veld if any(k.naam == veld for k in KOLOMMEN) else _KOLOM_VAN.get(veld, "")
        return Bevinding(oordeel=Oordeel.FOUT, reden=fout.reden, kolom=kolom, rij=rij.nummer)
    return Bevinding(oordeel=oordeel, reden=reden, rij=rij.nummer, persoon_id=dossier.persoon_id)


def _check_een_keer(lijst: Lijst, dossier: Inburgeraar, les: UrenGegevens, rij: Rij) -> None:
    eerder = lijst.gezien.setdefault((dossier.pk, les.sleutel), rij.nummer)
    if eerder != rij.nummer:
        raise Geweigerd(f"Deze les staat ook op regel {eerder}.", veld=OP)


def _houd_ertegen(
    lijst: Lijst, dossier: Inburgeraar, les: UrenGegevens, op: date
) -> tuple[Oordeel, str]:
    """Against the law and against what is known; raises Geweigerd when it may not be."""
    feiten, bekend = lijst.feiten[dossier.pk], lijst.bekend(dossier, les)
    if bekend is None:
        feiten.laat_toe(les, vandaag=op)
        return Oordeel.NIEUW, _zonder_keurmerk(les, erkend=feiten.erkend(les))
    if not _anders(bekend, les):
        return Oordeel.ONGEWIJZIGD, ""
    feiten.laat_anders(bekend, les, vandaag=op)
    nu = f"{getal(bekend.uren)} uur, {bekend.get_aanwezigheid_display().lower()}"
    wordt = f"{getal(les.uren)} uur, {les.aanwezigheid.label.lower()}"
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
        dossier = lijst.dossier(eenheid.rijen[0])
        lessen = [lijst.les(dossier, rij) for rij in eenheid.rijen]
        gemaakt, gewijzigd = uren_overnemen(
            feiten=lijst.feiten[dossier.pk],
            lessen=[les for les in lessen if _zegt_iets(lijst.bekend(dossier, les), les)],
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
    totalen_bijwerken(dossiers)


PRESENTIE = Importsoort(
    naam="presentie",
    titel="Presentielijst van een aanbieder",
    uitleg=(
        "Wie er in de les was, één les per regel. Regels van één persoon horen bij elkaar. Wat al "
        "bekend is, blijft staan; staan er nu andere uren, dan ziet u dat voordat u bevestigt."
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
