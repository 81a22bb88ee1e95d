"""What the province and COA say of the taakstelling, recorded: acts of the municipality.

They hang on no dossier. The row of the municipality is locked first, so that two of them follow
each other and neither can pass a check that the other makes untrue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db.models import Q

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Persoon
from inburgering.policies import check_reden
from medewerkers.models import Gemeente, Medewerker
from medewerkers.models.rij import maak_aan
from overdracht.models import Overdracht
from overdracht.models.taakstelling import (
    Beginstand,
    CoaTelling,
    CoaTelregel,
    Correctie,
    Opgave,
)
from overdracht.policies.taakstelling import (
    check_beginstand,
    check_coa_telling,
    check_correctie,
    check_correctie_van_persoon,
    check_som,
    check_tijdvak_vrij,
    check_uiterlijk,
)
from overdracht.queries.taakstelling_tellen import beginstand, telt_op
from wet.taakstelling import Tijdvak


@dataclass(frozen=True, kw_only=True)
class OpgaveGegevens:
    """What the province asks; with the three numbers of the sum it can be checked."""

    jaar: int
    helft: int
    aantal: int
    bron: str
    landelijk: int | None = None
    inwoners_gemeente: int | None = None
    inwoners_nederland: int | None = None
    uiterlijk_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class CoaRegel:
    """One line of COA's list."""

    v_nummer: str
    gehuisvest_op: date
    naam: str = ""


@contextmanager
def _gemeentehandeling(*, door: Medewerker, nu: datetime, reden: str = "") -> Iterator[Handeling]:
    with handeling(door=door, nu=nu, reden=reden) as act:
        Gemeente.objects.select_for_update().get()
        yield act


def opgave_vastleggen(
    *,
    gegevens: OpgaveGegevens,
    door: Medewerker,
    nu: datetime,
    opgave_id: int | None = None,
    versie: int | None = None,
) -> Opgave:
    """A new opgave, or another number for one that is there."""
    tijdvak = Tijdvak(jaar=gegevens.jaar, helft=gegevens.helft)
    with _gemeentehandeling(door=door, nu=nu) as act:
        opgave = act.vergrendel(Opgave, opgave_id, versie=versie) if opgave_id else Opgave()
        andere = [rij for rij in Opgave.objects.all() if rij.pk != opgave_id]
        check_tijdvak_vrij(tijdvak, andere)
        check_uiterlijk(gegevens.uiterlijk_op, tijdvak=tijdvak)
        check_som(gegevens.landelijk, gegevens.inwoners_gemeente, gegevens.inwoners_nederland)
        for veld, waarde in asdict(gegevens).items():
            setattr(opgave, veld, waarde)
        opgave.save()
    return opgave


def beginstand_vastleggen(
    *,
    op: date,
    aantal: int,
    bron: str,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
) -> Beginstand:
    """How many were housed up to and including `op`; there is one, and it can be corrected."""
    with _gemeentehandeling(door=door, nu=nu) as act:
        eerste = Correctie.objects.order_by("op").values_list("op", flat=True).first()
        check_beginstand(op, eerste_correctie=eerste, vandaag=act.op)
        bestaand = beginstand()
        if bestaand is not None and versie is None:
            raise Gewijzigd(bestaand, geopende_versie=0)  # a colleague was first
        rij = act.vergrendel(Beginstand, 1, versie=versie) if bestaand else Beginstand()
        rij.op, rij.aantal, rij.bron = op, aantal, bron
        rij.save()
    return rij


def correctie_vastleggen(
    *,
    op: date,
    aantal: int,
    reden: str,
    door: Medewerker,
    nu: datetime,
    v_nummer: str = "",
) -> Correctie:
    """The province changes the count from `op`; with a V-nummer it is about that one person."""
    with _gemeentehandeling(door=door, nu=nu, reden=reden) as act:
        check_reden(reden)
        check_correctie(op, aantal, vandaag=act.op, beginstand=beginstand())
        persoon = _persoon(v_nummer, door) if v_nummer else None
        if persoon is not None:
            check_correctie_van_persoon(aantal, telt=telt_op(persoon.pk, op))
        correctie = Correctie(op=op, aantal=aantal, reden=reden, persoon=persoon)
        correctie.save()
    return correctie


def coa_telling_vastleggen(
    *,
    op: date,
    regels: Sequence[CoaRegel],
    door: Medewerker,
    nu: datetime,
    vanaf_op: date | None = None,
) -> CoaTelling:
    """COA's own list up to and including `op`, as it came; from then on it is what we compare."""
    with _gemeentehandeling(door=door, nu=nu) as act:
        check_coa_telling(regels, vanaf_op=vanaf_op, peil_op=op, vandaag=act.op)
        telling = CoaTelling(
            peil_op=op, vanaf_op=vanaf_op, vastgelegd_op=act.op, vastgelegd_door=door
        )
        telling.save()
        nummers = [regel.v_nummer for regel in regels]
        personen = dict(Persoon.objects.filter(v_nummer__in=nummers).values_list("v_nummer", "pk"))
        maak_aan(
            [
                CoaTelregel(
                    telling=telling, persoon_id=personen.get(regel.v_nummer), **asdict(regel)
                )
                for regel in regels
            ]
        )
    return telling


def _persoon(v_nummer: str, door: Medewerker) -> Persoon:
    """Whom one may not see is not there."""
    overdrachten = Overdracht.objects.zichtbaar_voor(door)
    hier = Q(inburgeraar=None, overgedragen__overdracht__in=overdrachten.values("pk"))
    zichtbaar = Persoon.objects.zichtbaar_voor(door).values("pk")
    persoon = Persoon.objects.filter(Q(pk__in=zichtbaar) | hier, v_nummer=v_nummer).first()
    if persoon is None:
        raise Geweigerd("Er is hier niemand met dit V-nummer.", veld="v_nummer")
    return persoon
