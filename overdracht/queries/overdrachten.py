"""What the board, the page of a handover and the tab of a dossier show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from inburgering.models import Gezinslid, Inburgeraar, Persoon
from medewerkers.models import Medewerker
from overdracht.enums import Fase
from overdracht.models import Huisvesting, HuisvestingStatus, Overdracht, OverdrachtStatus
from overdracht.queries.standen import Lid, Stand, stand_van, standen

NET_KLAAR_DAGEN = 30
NADERT_DAGEN = 14
_OPEN = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)
_VERBORGEN = "Gesloten dossier"


@dataclass(frozen=True)
class Kaart:
    """A household on the board."""

    overdracht_id: int
    naam: str
    personen: int
    azc: str
    fase: Fase
    dagen: int
    wacht_op: tuple[str, ...]
    norm: Norm | None
    adres: str
    verwacht_op: date | None
    koppeling_op: date


@dataclass(frozen=True)
class Norm:
    """The fourteen weeks after the koppeling: the day, and how near it is."""

    op: date
    dagen_over: int
    soort: str

    @property
    def tekst(self) -> str:
        """Not "te laat": no law sets this day."""
        dagen = abs(self.dagen_over)
        woord = "dag" if dagen == 1 else "dagen"
        if self.dagen_over < 0:
            return f"{dagen} {woord} voorbij"
        return f"nog {dagen} {woord}" if dagen else "vandaag"


@dataclass(frozen=True)
class Kolom:
    fase: Fase
    kaarten: tuple[Kaart, ...]


@dataclass(frozen=True)
class Regel:
    """A member of the household as this colleague may see it."""

    naam: str
    rol: str
    geboortedatum: str
    dossiernummer: str
    wat: str
    ingeschreven_op: date | None
    verborgen: bool


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
    geweigerd: tuple[Huisvesting, ...]
    stappen: tuple[Stap, ...]
    norm: Norm | None
    dagen: int


def bord(*, voor: Medewerker, op: date) -> tuple[Kolom, ...]:
    """Every open handover by stage, and what was completed in the last month."""
    recent = Q(
        status=OverdrachtStatus.AFGEROND, afgerond_op__gte=op - timedelta(days=NET_KLAAR_DAGEN)
    )
    rijen = standen(Overdracht.objects.zichtbaar_voor(voor).filter(Q(status__in=_OPEN) | recent))
    zichtbaar = _zichtbare_personen(rijen, voor)
    kaarten = [_kaart(stand, zichtbaar, op) for stand in rijen]
    return tuple(
        Kolom(fase, tuple(kaart for kaart in kaarten if kaart.fase == fase)) for fase in Fase
    )


def overdrachtspagina(overdracht_id: int, *, voor: Medewerker, op: date) -> Pagina:
    stand = stand_van(overdracht_id)
    zichtbaar = _zichtbare_personen([stand], voor)
    return Pagina(
        stand=stand,
        naam=_naam(stand, zichtbaar),
        leden=tuple(_regel(lid, lid.persoon.pk in zichtbaar) for lid in stand.leden),
        geweigerd=tuple(
            rij for rij in stand.huisvestingen if rij.status == HuisvestingStatus.GEWEIGERD
        ),
        stappen=_stappen(stand),
        norm=_norm(stand, op),
        dagen=(op - stand.sinds).days,
    )


def overdracht_van(dossier: Inburgeraar) -> int | None:
    """The handover with which this person came, if any."""
    gezinnen = Gezinslid.objects.filter(persoon=dossier.persoon_id).values("gezin")
    return (
        Overdracht.objects.filter(gezin__in=gezinnen)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
    )


def zichtbare_dossiers_van(stand: Stand, *, voor: Medewerker) -> list[Inburgeraar]:
    personen = [lid.persoon.pk for lid in stand.leden]
    return list(Inburgeraar.objects.zichtbaar_voor(voor).filter(persoon__in=personen))


def _zichtbare_personen(rijen: Iterable[Stand], voor: Medewerker) -> set[int]:
    personen = [lid.persoon.pk for stand in rijen for lid in stand.leden]
    zichtbaar = Persoon.objects.zichtbaar_voor(voor).filter(pk__in=personen)
    return set(zichtbaar.values_list("pk", flat=True))


def _naam(stand: Stand, zichtbaar: set[int]) -> str:
    """Of the main person, or of another with a dossier that may be seen."""
    hoofden = [dossier.persoon for dossier in stand.dossiers] + [lid.persoon for lid in stand.leden]
    return next((wie.naam for wie in hoofden if wie.pk in zichtbaar), _VERBORGEN)


def _kaart(stand: Stand, zichtbaar: set[int], op: date) -> Kaart:
    overdracht = stand.overdracht
    return Kaart(
        overdracht_id=overdracht.pk,
        naam=_naam(stand, zichtbaar),
        personen=len(stand.leden),
        azc=overdracht.azc,
        fase=stand.fase,
        dagen=(op - stand.sinds).days,
        wacht_op=stand.wacht_op,
        norm=_norm(stand, op),
        adres=stand.woning.adres,
        verwacht_op=overdracht.verwacht_op,
        koppeling_op=overdracht.koppeling_op,
    )


def _norm(stand: Stand, op: date) -> Norm | None:
    """While the household has no home to live in."""
    if stand.verhuisd or not stand.loopt:
        return None
    over = (stand.norm_op - op).days
    soort = "fout" if over < 0 else "let_op" if over <= NADERT_DAGEN else "neutraal"
    return Norm(op=stand.norm_op, dagen_over=over, soort=soort)


def _regel(lid: Lid, zichtbaar: bool) -> Regel:
    rol = str(lid.rol.label)
    if not zichtbaar:
        return Regel("Gezinslid met een gesloten dossier", rol, "", "", "", None, verborgen=True)
    return Regel(
        naam=lid.persoon.naam,
        rol=rol,
        geboortedatum=str(lid.persoon.geboortedatum),
        dossiernummer=lid.dossier.dossiernummer if lid.dossier else "",
        wat=_wat(lid),
        ingeschreven_op=lid.ingeschreven_op,
        verborgen=False,
    )


def _wat(lid: Lid) -> str:
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
