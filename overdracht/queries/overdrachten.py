"""What the page of a handover and the tab of a dossier show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from overdracht.enums import Fase
from overdracht.models import (
    Huisvesting,
    MedischeNotitie,
    Nareis,
    NareisStatus,
    Overdracht,
    Overdrachtslid,
    RedenAfgevallen,
)
from overdracht.queries.norm import Norm, norm_van
from overdracht.queries.standen import Lid, Stand, stand_van
from overdracht.queries.zicht import gezinsnaam, zichtbare_personen


@dataclass(frozen=True)
class Nareisregel:
    nareis: Nareis
    bij: str
    te_laat: bool


@dataclass(frozen=True)
class Regel:
    """A member of the household as this colleague may see it."""

    lid_id: int
    persoon_id: int
    naam: str
    rol: str
    geboortedatum: str
    dossiernummer: str
    wat: str
    telt_als: str
    voorinburgering: str
    ingeschreven_op: date | None
    verborgen: bool
    kan_terug: bool = False


@dataclass(frozen=True)
class Stap:
    """`status` in the words of a schakel: `afgerond`, `open` or `wacht`."""

    nummer: int
    naam: str
    status: str
    datum: date | None
    reden: str = ""

    @property
    def status_label(self) -> str:
        return _STAND[self.status]


_STAND = {"afgerond": "", "open": "Nu", "wacht": "Nog niet"}


@dataclass(frozen=True)
class Pagina:
    stand: Stand
    naam: str
    leden: tuple[Regel, ...]
    afgevallen: tuple[Regel, ...]
    nareizen: tuple[Nareisregel, ...]
    heeft_medische_notitie: bool
    geweigerd: tuple[Huisvesting, ...]
    stappen: tuple[Stap, ...]
    norm: Norm | None
    dagen: int


def verwachte_nareis(*, voor: Medewerker, op: date) -> list[Nareisregel]:
    """Family that is announced and not here yet, the first day first."""
    rijen = Nareis.objects.zichtbaar_voor(voor).filter(status=NareisStatus.VERWACHT)
    return [_nareisregel(rij, op) for rij in rijen.select_related("inburgeraar__persoon")]


def overdrachtspagina(overdracht_id: int, *, voor: Medewerker, op: date) -> Pagina:
    stand = stand_van(overdracht_id)
    zichtbaar = zichtbare_personen([stand], voor)
    return Pagina(
        stand=stand,
        naam=gezinsnaam(stand, zichtbaar),
        leden=tuple(_regel(lid, lid.persoon.pk in zichtbaar) for lid in stand.leden),
        afgevallen=tuple(_regel(lid, lid.persoon.pk in zichtbaar) for lid in stand.afgevallen),
        nareizen=tuple(nareis_bij(stand.dossier_ids, voor=voor, op=op)),
        heeft_medische_notitie=MedischeNotitie.objects.filter(overdracht=overdracht_id).exists(),
        geweigerd=stand.geweigerd,
        stappen=_stappen(stand),
        norm=norm_van(stand, op),
        dagen=(op - stand.sinds).days,
    )


def nareis_bij(dossiers: Iterable[int], *, voor: Medewerker, op: date) -> list[Nareisregel]:
    """The family that is or was to come to these people."""
    rijen = Nareis.objects.zichtbaar_voor(voor).filter(inburgeraar__in=list(dossiers))
    return [_nareisregel(rij, op) for rij in rijen.select_related("inburgeraar__persoon")]


def leden_om_te_kiezen(overdracht_id: int, *, voor: Medewerker) -> list[tuple[int, str]]:
    stand = stand_van(overdracht_id)
    return _als_keuze(stand, stand.leden, voor)


def zichtbaar_lid(lid: Overdrachtslid, *, voor: Medewerker, ook_afgevallen: bool = False) -> str:
    """The name of who is part of the handover now, or ever was. Raises Http404 for another."""
    stand = stand_van(lid.overdracht_id)
    leden = (*stand.leden, *stand.afgevallen) if ook_afgevallen else stand.leden
    keuze = dict(_als_keuze(stand, leden, voor))
    if lid.persoon_id not in keuze:
        raise Http404
    return keuze[lid.persoon_id]


def _als_keuze(stand: Stand, leden: Iterable[Lid], voor: Medewerker) -> list[tuple[int, str]]:
    zichtbaar = zichtbare_personen([stand], voor)
    regels = (_regel(lid, lid.persoon.pk in zichtbaar) for lid in leden)
    return [(regel.persoon_id, f"{regel.naam} ({regel.rol.lower()})") for regel in regels]


def overdracht_van(dossier: Inburgeraar) -> int | None:
    """The handover with which this person came, if any."""
    return (
        Overdracht.objects.filter(leden__persoon=dossier.persoon_id)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
    )


def zichtbare_dossiers_van(stand: Stand, *, voor: Medewerker) -> list[Inburgeraar]:
    personen = [lid.persoon.pk for lid in stand.leden]
    return list(Inburgeraar.objects.zichtbaar_voor(voor).filter(persoon__in=personen))


def _regel(lid: Lid, zichtbaar: bool) -> Regel:
    rol = str(lid.rol.label)
    if not zichtbaar:
        return Regel(
            lid_id=lid.overdrachtslid.pk,
            persoon_id=lid.persoon.pk,
            naam="Gezinslid met een gesloten dossier",
            rol=rol,
            geboortedatum="",
            dossiernummer="",
            wat="",
            telt_als="",
            voorinburgering="",
            ingeschreven_op=None,
            verborgen=True,
        )
    return Regel(
        lid_id=lid.overdrachtslid.pk,
        persoon_id=lid.persoon.pk,
        naam=lid.persoon.naam,
        rol=rol,
        geboortedatum=str(lid.persoon.geboortedatum),
        dossiernummer=lid.dossier.dossiernummer if lid.dossier else "",
        wat=_wat(lid),
        telt_als=str(lid.overdrachtslid.get_grond_display()),
        voorinburgering=_voorinburgering(lid),
        ingeschreven_op=lid.ingeschreven_op,
        verborgen=False,
        kan_terug=lid.overdrachtslid.eind_reden not in ("", RedenAfgevallen.GESPLITST),
    )


def _voorinburgering(lid: Lid) -> str:
    rij = lid.overdrachtslid
    gevolgd = str(rij.get_voorinburgering_display()) if rij.voorinburgering else ""
    return ": ".join(filter(None, (gevolgd, rij.voorinburgering_resultaat)))


def _nareisregel(rij: Nareis, op: date) -> Nareisregel:
    dag = rij.verwacht_op if rij.status == NareisStatus.VERWACHT else None
    return Nareisregel(
        nareis=rij, bij=rij.inburgeraar.persoon.naam, te_laat=dag is not None and dag < op
    )


def _wat(lid: Lid) -> str:
    if lid.overdrachtslid.eind_reden:
        return str(lid.overdrachtslid.get_eind_reden_display()).lower()
    if lid.persoon.overleden_op:
        return "overleden"
    if lid.dossier is None:
        return "geen dossier"
    return "" if lid.dossier.loopt else str(lid.dossier.get_status_display()).lower()


def _stappen(stand: Stand) -> tuple[Stap, ...]:
    """The six stages with their own facts: the talk and the home go side by side."""
    overdracht, woning = stand.overdracht, stand.woning
    gesprek = stand.gesprek.gehouden_op if stand.gesprek else None
    beslist = woning.beslist_op
    verwerkt = overdracht.verwerkt_op
    ingeschreven = stand.ingeschreven_op if stand.verhuisd else None
    feiten = (
        (Fase.ONTVANGEN, overdracht.ontvangen_op, True),
        (Fase.VERWERKT, verwerkt, True),
        (Fase.GESPREK, gesprek, verwerkt is not None),
        (Fase.WONING, beslist, verwerkt is not None),
        (Fase.VERHUIZING, woning.verhuisd_op, beslist is not None),
        (Fase.INGESCHREVEN, ingeschreven, stand.verhuisd),
    )
    return tuple(
        Stap(
            nummer=nummer,
            naam=str(fase.label),
            status="afgerond" if op else "open" if aan_de_beurt and stand.loopt else "wacht",
            datum=op,
        )
        for nummer, (fase, op, aan_de_beurt) in enumerate(feiten, 1)
    )
