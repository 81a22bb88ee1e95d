"""Accounts as the functional manager sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Count, Q, QuerySet

from medewerkers.enums import Rol
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.models.medewerker import SYSTEEM_EMAIL

WIJZIGINGEN = 10
_VELDEN = {
    "naam": "naam",
    "email": "e-mailadres",
    "functie": "functie",
    "telefoon": "telefoon",
    "partnerorganisatie_id": "partnerorganisatie",
    "afwezig_van": "afwezig vanaf",
    "afwezig_tot": "afwezig tot en met",
    "vervanger_id": "vervanger",
    "is_active": "account open",
}


@dataclass(frozen=True, kw_only=True)
class Accountregel:
    pk: int
    naam: str
    email: str
    functie: str
    rollen: list[str]
    partner: str
    open: bool
    gesloten_op: date | None
    wachtwoord: bool
    laatst: datetime | None
    afwezig: bool


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """What happened to an account: the reason as recorded, or the names of what differs."""

    at: datetime
    door: str
    wat: str


def mensen() -> QuerySet[Medewerker]:
    """Everybody with an account; the system itself is nobody."""
    return Medewerker.objects.exclude(email=SYSTEEM_EMAIL)


def accounts(
    *, op: date, zoek: str = "", rol: str = "", gesloten: bool = False
) -> list[Accountregel]:
    rijen = mensen().filter(is_active=not gesloten)
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(email__icontains=zoek))
    if rol:
        rijen = rijen.filter(groups__name=rol)
    rijen = rijen.select_related("partnerorganisatie").prefetch_related("groups")
    return [_regel(rij, op) for rij in rijen]


def _regel(rij: Medewerker, op: date) -> Accountregel:
    return Accountregel(
        pk=rij.pk,
        naam=rij.naam,
        email=rij.email,
        functie=rij.functie,
        rollen=rolnamen(group.name for group in rij.groups.all()),
        partner=rij.partnerorganisatie.naam if rij.partnerorganisatie else "",
        open=rij.is_active,
        gesloten_op=rij.gesloten_op,
        wachtwoord=rij.has_usable_password(),
        laatst=rij.last_login,
        afwezig=is_afwezig(rij, op),
    )


def partners() -> list[Partnerorganisatie]:
    """With how many open accounts each has, as `collegas`."""
    open_accounts = Count("medewerkers", filter=Q(medewerkers__is_active=True))
    return list(Partnerorganisatie.objects.annotate(collegas=open_accounts))


def is_afwezig(medewerker: Medewerker, op: date) -> bool:
    van, tot = medewerker.afwezig_van, medewerker.afwezig_tot
    return van is not None and van <= op and (tot is None or op <= tot)


def heeft_code(medewerker: Medewerker) -> bool:
    return bool(Authenticator.objects.filter(user=medewerker).exists())


def andere_beheerders(medewerker: Medewerker, *, vast: bool = False) -> int:
    """How many others can sign in as beheerder. `vast` locks them: the last two cannot both go."""
    rijen = Medewerker.objects.actief().filter(groups__name=Rol.BEHEERDER).order_by("pk")
    if vast:
        rijen = rijen.select_for_update(of=("self",))
    return sum(pk != medewerker.pk for pk in rijen.values_list("pk", flat=True))


def rollen_van(medewerker: Medewerker) -> list[str]:
    """The roles in the order of the list; of a row from the history those it had then."""
    toen = getattr(medewerker, "_history", None)
    namen = (
        toen.groups.values_list("group__name", flat=True)
        if toen is not None
        else medewerker.groups.values_list("name", flat=True)
    )
    return gesorteerd(namen)


def gesorteerd(namen: Iterable[str]) -> list[str]:
    bekend = set(namen)
    return [rol.value for rol in Rol if rol in bekend]


def rolnamen(namen: Iterable[str]) -> list[str]:
    return [Rol(naam).label for naam in gesorteerd(namen)]


def wijzigingen(medewerker: Medewerker) -> list[Wijziging]:
    """The last changes of an account, newest first."""
    rijen = list(
        medewerker.history.select_related("history_user")
        .prefetch_related("historicalmedewerker_groups_set__group")
        .order_by("-history_id")[: WIJZIGINGEN + 1]
    )
    vorige = [*rijen[1:], None]
    regels = [
        Wijziging(
            at=rij.history_date,
            door=rij.history_user.naam if rij.history_user else "",
            wat=rij.history_change_reason or _verschil(rij, oud),
        )
        for rij, oud in zip(rijen, vorige, strict=True)
    ]
    return [regel for regel in regels if regel.wat][:WIJZIGINGEN]


def _verschil(rij: Any, oud: Any | None) -> str:
    """The names of what changed; the values stay in the history itself."""
    if oud is None:
        return "Account gemaakt" if rij.history_type == "+" else ""
    anders = [naam for veld, naam in _VELDEN.items() if getattr(rij, veld) != getattr(oud, veld)]
    if _groepen(rij) != _groepen(oud):
        anders.append(f"rollen (nu: {', '.join(rolnamen(_groepen(rij))) or 'geen'})")
    return f"Gewijzigd: {', '.join(anders)}" if anders else ""


def _groepen(rij: Any) -> set[str]:
    return {regel.group.name for regel in rij.historicalmedewerker_groups_set.all()}
