"""The net bijstand per household and month, from a file of the benefits administration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.versleuteling import blinde_index
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from ontzorgen.invoer.kolommen import BEDRAG, BSN, EINDE, KOLOMMEN, MAAND, WIE
from ontzorgen.models import EindeReden, Uitkering, Uitkeringsbedrag
from ontzorgen.policies.bedragen import check_netto
from ontzorgen.policies.perioden import Bijstand, check_bijstand_einde
from ontzorgen.services.bedragen import netto_vastleggen
from ontzorgen.services.bijstand import bijstand_corrigeren, periode_volgt
from opdrachten.soorten import Bevinding, Eenheid, Importsoort, Oordeel, Rij, Spoor
from wet.geld import euro

_KOLOM_VAN = {"eind_op": EINDE}
_ONBEKEND = "Dit nummer is niet bekend."


@dataclass(frozen=True)
class Lijst:
    """The bijstand of the people of a list, by every number that leads to it; read at once."""

    uitkeringen: Mapping[str, Sequence[Uitkering]]
    bekend: Mapping[tuple[int, date], Uitkeringsbedrag]
    personen: set[str]

    def uitkering(self, rij: Rij) -> Uitkering:
        """What runs in that month; of two the later. Raises Geweigerd when there is none, or when
        the two numbers of a row do not lead to one household.
        """
        sleutels = _sleutels(rij)
        if not sleutels:
            raise Geweigerd("Vul een dossiernummer, een V-nummer of een BSN in.", veld=WIE)
        gevonden = [self._bij(sleutel, rij.waarden[MAAND], veld) for veld, sleutel in sleutels]
        if len({uitkering.pk for uitkering in gevonden}) > 1:
            raise Geweigerd("Dit BSN hoort bij een ander huishouden dan het nummer.", veld=BSN)
        return gevonden[0]

    def _bij(self, sleutel: str, maand: date, veld: str) -> Uitkering:
        if sleutel not in self.personen:
            raise Geweigerd(_ONBEKEND, veld=veld)
        alle = self.uitkeringen.get(sleutel, ())
        if not alle:
            raise Geweigerd("Van deze persoon is geen bijstand vastgelegd.", veld=veld)
        raakt = [u for u in alle if u.eind_op is None or u.eind_op >= maand]
        return max(raakt or alle, key=lambda u: (u.start_op.replace(day=1) <= maand, u.start_op))


def _sleutels(rij: Rij) -> list[tuple[str, str]]:
    """By column: the number of the first, and the BSN by its blind index."""
    wie, bsn = rij.waarden.get(WIE), rij.waarden.get(BSN)
    return [
        *([(WIE, str(wie))] if wie else []),
        *([(BSN, blinde_index(bsn))] if bsn else []),
    ]


def lees_lijst(rijen: Sequence[Rij], *, voor: Medewerker) -> Lijst:
    sleutels = {sleutel for rij in rijen for _veld, sleutel in _sleutels(rij)}
    uitkeringen: dict[str, list[Uitkering]] = defaultdict(list)
    zichtbaar = Uitkering.objects.zichtbaar_voor(voor).select_related(
        "inburgeraar__persoon", "ontzorgperiode__partner__inburgeraar"
    )
    for uitkering in zichtbaar.filter(_van(sleutels)):
        for nummer in _nummers(uitkering) & sleutels:
            uitkeringen[nummer].append(uitkering)
    bedragen = Uitkeringsbedrag.objects.filter(
        uitkering__in={u.pk for alle in uitkeringen.values() for u in alle},
        maand__in={rij.waarden[MAAND] for rij in rijen},
    )
    return Lijst(
        uitkeringen=uitkeringen,
        bekend={(rij.uitkering_id, rij.maand): rij for rij in bedragen},
        personen={*uitkeringen, *_zonder_bijstand(sleutels - set(uitkeringen), voor)},
    )


def _van(sleutels: set[str]) -> Q:
    """Of the person, or of the partner who shares the bijstand."""
    vraag = Q(inburgeraar__dossiernummer__in=sleutels)
    for pad in ("inburgeraar__persoon", "ontzorgperiode__partner"):
        vraag |= Q(**{f"{pad}__v_nummer__in": sleutels})
        vraag |= Q(**{f"{pad}__bsn_index__in": sleutels})
    return vraag | Q(ontzorgperiode__partner__inburgeraar__dossiernummer__in=sleutels)


def _nummers(uitkering: Uitkering) -> set[str]:
    periode = getattr(uitkering, "ontzorgperiode", None)
    nummers = {uitkering.inburgeraar.dossiernummer}
    for persoon in (uitkering.inburgeraar.persoon, periode.partner if periode else None):
        if persoon is not None:
            dossier = getattr(persoon, "inburgeraar", None)
            nummers |= {persoon.v_nummer or "", persoon.bsn_index or ""}
            nummers.add(dossier.dossiernummer if dossier else "")
    return nummers - {""}


def _zonder_bijstand(sleutels: set[str], voor: Medewerker) -> set[str]:
    """People who are known, of whom no bijstand is."""
    rijen = Inburgeraar.objects.zichtbaar_voor(voor).filter(
        Q(dossiernummer__in=sleutels)
        | Q(persoon__v_nummer__in=sleutels)
        | Q(persoon__bsn_index__in=sleutels)
    )
    velden = ("dossiernummer", "persoon__v_nummer", "persoon__bsn_index")
    return {str(nummer) for rij in rijen.values_list(*velden) for nummer in rij}


# --- Judged --------------------------------------------------------------------------------------
def beoordeel(
    eenheden: Sequence[Eenheid], op: date, door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    """In a handful of queries, however long the list is."""
    lijst = lees_lijst([rij for eenheid in eenheden for rij in eenheid.rijen], voor=door)
    dubbel = _dubbel(lijst, eenheden)
    return {
        eenheid.sleutel: [_beoordeel(lijst, rij, dubbel, op) for rij in eenheid.rijen]
        for eenheid in eenheden
    }


def _dubbel(lijst: Lijst, eenheden: Sequence[Eenheid]) -> Mapping[tuple[int, date], list[int]]:
    """The rows per household and month: of a couple each may have been given one."""
    per: dict[tuple[int, date], list[int]] = defaultdict(list)
    for rij in (rij for eenheid in eenheden for rij in eenheid.rijen):
        try:
            per[lijst.uitkering(rij).pk, rij.waarden[MAAND]].append(rij.nummer)
        except Geweigerd:
            continue
    return per


def _beoordeel(
    lijst: Lijst, rij: Rij, dubbel: Mapping[tuple[int, date], list[int]], op: date
) -> Bevinding:
    try:
        uitkering = lijst.uitkering(rij)
        ook = [n for n in dubbel[uitkering.pk, rij.waarden[MAAND]] if n != rij.nummer]
        _check(uitkering, rij, ook=ook, op=op)
    except Geweigerd as fout:
        veld = fout.veld or ""
        kolom = _KOLOM_VAN.get(veld, veld)
        return Bevinding(oordeel=Oordeel.FOUT, reden=fout.reden, kolom=kolom, rij=rij.nummer)
    oordeel, reden = _houd_ertegen(lijst, uitkering, rij)
    persoon_id = uitkering.inburgeraar.persoon_id
    return Bevinding(oordeel=oordeel, reden=reden, rij=rij.nummer, persoon_id=persoon_id)


def _check(uitkering: Uitkering, rij: Rij, *, ook: Sequence[int], op: date) -> None:
    if ook:
        raise Geweigerd(
            f"Over deze maand staat dit huishouden ook op regel {ook[0]}. Zet het hele bedrag op "
            "één regel.",
            veld="maand",
        )
    if einde := rij.waarden.get(EINDE):
        check_bijstand_einde(uitkering, einde, vandaag=op)
    check_netto(uitkering, maand=rij.waarden[MAAND], bedrag=rij.waarden[BEDRAG])


def _houd_ertegen(lijst: Lijst, uitkering: Uitkering, rij: Rij) -> tuple[Oordeel, str]:
    """Against what is known: the amount of that month, and the end of the bijstand."""
    bekend = lijst.bekend.get((uitkering.pk, rij.waarden[MAAND]))
    verschillen = []
    if bekend is not None and bekend.netto_bedrag != rij.waarden[BEDRAG]:
        nu, wordt = euro(bekend.netto_bedrag), euro(rij.waarden[BEDRAG])
        verschillen.append(f"Staat er al met een ander bedrag: {nu}. Wordt: {wordt}.")
    if _stopt(uitkering, rij):
        verschillen.append(
            f"De bijstand stopt op {rij.waarden[EINDE]:%d-%m-%Y}. Dan stopt ook het ontzorgen."
        )
    if verschillen:
        return Oordeel.AANVULLING, " ".join(verschillen)
    return (Oordeel.NIEUW if bekend is None else Oordeel.ONGEWIJZIGD), ""


def _stopt(uitkering: Uitkering, rij: Rij) -> bool:
    einde = rij.waarden.get(EINDE)
    return einde is not None and uitkering.eind_op != einde


# --- Written -------------------------------------------------------------------------------------
def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    """One row: the amount of that month, and the end of the bijstand when one is given."""
    (rij,) = eenheid.rijen
    lijst = lees_lijst(eenheid.rijen, voor=door)
    uitkering = lijst.uitkering(rij)
    bekend = lijst.bekend.get((uitkering.pk, rij.waarden[MAAND]))
    sporen = []
    with handeling(door=door, nu=nu, dossiers=[uitkering.inburgeraar_id]):
        if bekend is None or bekend.netto_bedrag != rij.waarden[BEDRAG]:
            gezet = netto_vastleggen(
                uitkering_id=uitkering.pk,
                maand=rij.waarden[MAAND],
                bedrag=rij.waarden[BEDRAG],
                door=door,
                nu=nu,
            )
            versie = bekend.versie if bekend else None
            sporen.append(Spoor(Uitkeringsbedrag._meta.label, gezet.pk, versie))
        if _stopt(uitkering, rij):
            sporen.append(_laat_stoppen(uitkering, rij.waarden[EINDE], door=door, nu=nu))
    return sporen


def _laat_stoppen(uitkering: Uitkering, einde: date, *, door: Medewerker, nu: datetime) -> Spoor:
    bijstand_corrigeren(
        uitkering_id=uitkering.pk,
        versie=None,
        bijstand=Bijstand(
            start_op=uitkering.start_op, besluit_op=uitkering.besluit_op, eind_op=einde
        ),
        door=door,
        nu=nu,
        reden="Uit het bestand met de bijstand per maand",
    )
    return Spoor(Uitkering._meta.label, uitkering.pk, uitkering.versie)


def na_terugdraaien(act: Handeling, dossiers: Iterable[int]) -> None:
    """The bijstand is as it was: what ended with it runs again. Nothing else is looked at."""
    gestopt = Uitkering.objects.filter(
        inburgeraar__in=list(dossiers), ontzorgperiode__reden_einde=EindeReden.BIJSTAND
    )
    for uitkering in gestopt.order_by("pk"):
        periode_volgt(act, uitkering)


BIJSTAND = Importsoort(
    naam="bijstand",
    titel="Bijstand per maand",
    uitleg=(
        "De netto bijstand van elk huishouden over een maand. Wat al bekend is, blijft staan; "
        "staat er een ander bedrag, dan ziet u dat voordat u bevestigt."
    ),
    recht=Recht.ONTZORGEN_DOEN,
    kolommen=KOLOMMEN,
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_terugdraaien=na_terugdraaien,
    na_afloop="ontzorgen-lijst",
    toon=(WIE, MAAND, BEDRAG),
)
