"""People and households: recorded, corrected, found to be one and the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from stdnum.nl import bsn as bsn_nummer

from inburgering.datums import OnzekereDatum
from inburgering.enums import GebeurtenisSoort, Geslacht, Gezinsrol
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Gezin, Gezinslid, Inburgeraar, Persoon
from inburgering.policies import check_geboortedatum, check_periode
from inburgering.versleuteling import blinde_index
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class PersoonGegevens:
    """What is known of a person. Empty text is not known; a V-nummer has ten digits.

    A BSN of None is left as it is: who changes a person does not see it.
    """

    geboortedatum: OnzekereDatum
    voornamen: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    naam_eigen_schrift: str = ""
    aanspreking: str = ""
    geslacht: Geslacht = Geslacht.ANDERS
    nationaliteit: str = ""
    talen: tuple[str, ...] = ()
    tolktaal: str = ""
    v_nummer: str = ""
    bsn: str | None = ""
    telefoon: str = ""
    email: str = ""


class AlBekend(Geweigerd):
    """A V-nummer or BSN that another record has already: `persoon_id` is that record."""

    def __init__(self, reden: str, *, veld: str, persoon_id: int) -> None:
        super().__init__(reden, veld=veld)
        self.persoon_id = persoon_id


def persoon_vastleggen(*, gegevens: PersoonGegevens, door: Medewerker, nu: datetime) -> Persoon:
    """A new person. Raises AlBekend when the V-nummer or BSN belongs to somebody already."""
    with handeling(door=door, nu=nu) as act:
        persoon = Persoon()
        _controleer(gegevens, persoon, vandaag=act.op)
        _zet(persoon, gegevens)
        _bewaar(persoon, gegevens, vandaag=act.op)
    return persoon


def persoon_wijzigen(
    *, persoon_id: int, versie: int, gegevens: PersoonGegevens, door: Medewerker, nu: datetime
) -> Persoon:
    """Change or correct a person. Raises Gewijzigd when somebody else saved in between."""
    dossiers = _dossiers_rond(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        persoon = act.vergrendel(Persoon, persoon_id, versie=versie)
        _controleer(gegevens, persoon, vandaag=act.op)
        _zet(persoon, gegevens)
        _bewaar(persoon, gegevens, vandaag=act.op)
        for dossier_id in dossiers:
            wat = f"Persoonsgegevens gewijzigd van {persoon.naam}"
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, wat)
    return persoon


def _dossiers_rond(persoon_id: int) -> list[int]:
    """The person's own dossier; for a child or partner without one, those of the household."""
    eigen = Inburgeraar.objects.filter(persoon=persoon_id)
    gezinnen = Gezinslid.objects.filter(persoon=persoon_id, eind_op=None).values("gezin")
    gezin = Inburgeraar.objects.filter(
        persoon__lidmaatschappen__in=Gezinslid.objects.filter(gezin__in=gezinnen, eind_op=None)
    )
    return list(eigen.values_list("pk", flat=True) or gezin.values_list("pk", flat=True))


def gezin_vormen(*, door: Medewerker, nu: datetime) -> Gezin:
    with handeling(door=door, nu=nu) as act:
        gezin = Gezin(aangemaakt_op=act.op)
        gezin.save()
    return gezin


def gezinslid_toevoegen(
    *,
    gezin: Gezin,
    persoon: Persoon,
    rol: Gezinsrol,
    start_op: date,
    door: Medewerker,
    nu: datetime,
) -> Gezinslid:
    """Membership from `start_op`; who lived in another household leaves it the day before."""
    dossiers = list(
        Inburgeraar.objects.filter(persoon__lidmaatschappen__gezin=gezin).values_list(
            "pk", flat=True
        )
    )
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        vorig = Gezinslid.objects.filter(persoon=persoon, eind_op=None).first()
        if vorig is not None:
            if vorig.start_op >= start_op:
                raise Geweigerd(
                    f"{persoon.naam} hoort sinds {vorig.start_op:%d-%m-%Y} bij een ander gezin.",
                    veld="start_op",
                )
            vorig.eind_op = date.fromordinal(start_op.toordinal() - 1)
            vorig.save()
        lid = Gezinslid(gezin=gezin, persoon=persoon, rol=rol, start_op=start_op)
        lid.save()
        for dossier_id in dossiers:
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Gezinslid erbij: {rol.label}")
    return lid


def gezinslid_wijzigen(
    *,
    lid_id: int,
    versie: int,
    gegevens: PersoonGegevens,
    eind_op: date | None,
    door: Medewerker,
    nu: datetime,
) -> Gezinslid:
    """Change or correct a member of a household; with `eind_op` that is the last day there.

    `versie` is that of the person.
    """
    persoon_id = Gezinslid.objects.values_list("persoon", flat=True).get(pk=lid_id)
    dossiers = _dossiers_rond(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        persoon = persoon_wijzigen(
            persoon_id=persoon_id, versie=versie, gegevens=gegevens, door=door, nu=nu
        )
        lid = act.vergrendel(Gezinslid, lid_id)
        if eind_op is not None:
            check_periode(lid.start_op, eind_op)
            lid.eind_op = eind_op
            lid.save()
            for dossier_id in dossiers:
                wat = f"Hoort niet meer bij het gezin: {persoon.naam}"
                act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, wat, op=eind_op)
    return lid


def controleer_bsn(bsn: str) -> str:
    """Nine digits that pass the 11-proof; one lost leading zero is put back. Raises Geweigerd."""
    if sum(teken.isdigit() for teken in bsn) < 8 or not bsn_nummer.is_valid(bsn):
        raise Geweigerd(
            "Dit is geen geldig BSN: het heeft negen cijfers en moet kloppen met de elfproef.",
            veld="bsn",
        )
    return str(bsn_nummer.compact(bsn))


def controleer_v_nummer(v_nummer: str) -> str:
    """Ten digits; DUO's lists lose a leading zero, which is put back. Raises Geweigerd."""
    cijfers = "".join(teken for teken in v_nummer if not teken.isspace() and teken not in ".-")
    if not (cijfers.isascii() and cijfers.isdigit() and len(cijfers) in (9, 10)):
        raise Geweigerd("Een V-nummer heeft tien cijfers.", veld="v_nummer")
    return cijfers.zfill(10)


def weigeringen(
    gegevens: Mapping[str, Any], *, vandaag: date, persoon: Persoon | None = None
) -> Iterator[Geweigerd]:
    """Everything that is wrong with a person at once; a field that is not there is not judged."""
    wie = persoon or Persoon()
    controles: tuple[Callable[[], None], ...] = (
        lambda: _check_naam(gegevens),
        lambda: _check_geboren(gegevens, vandaag),
        lambda: _check_v_nummer(gegevens, wie),
        lambda: _check_bsn(gegevens, wie),
    )
    for controle in controles:
        try:
            controle()
        except Geweigerd as fout:
            yield fout


def _controleer(gegevens: PersoonGegevens, persoon: Persoon, *, vandaag: date) -> None:
    for fout in weigeringen(vars(gegevens), vandaag=vandaag, persoon=persoon):
        raise fout


def _bewaar(persoon: Persoon, gegevens: PersoonGegevens, *, vandaag: date) -> None:
    """Two people may type one number in the same moment: the database lets one of them in."""
    try:
        with transaction.atomic():
            persoon.save()
    except IntegrityError:
        _controleer(gegevens, persoon, vandaag=vandaag)
        raise


def _check_naam(gegevens: Mapping[str, Any]) -> None:
    if not (gegevens.get("voornamen") or gegevens.get("achternaam")):
        raise Geweigerd("Vul een voornaam of een achternaam in.", veld="achternaam")


def _check_geboren(gegevens: Mapping[str, Any], vandaag: date) -> None:
    if gegevens.get("geboortedatum"):
        check_geboortedatum(gegevens["geboortedatum"].vroegst, vandaag=vandaag)


def _check_v_nummer(gegevens: Mapping[str, Any], persoon: Persoon) -> None:
    if gegevens.get("v_nummer"):
        nummer = controleer_v_nummer(gegevens["v_nummer"])
        _weiger_dubbel(persoon, Persoon.objects.filter(v_nummer=nummer), "v_nummer", "V-nummer")


def _check_bsn(gegevens: Mapping[str, Any], persoon: Persoon) -> None:
    if gegevens.get("bsn"):
        index = blinde_index(controleer_bsn(gegevens["bsn"]))
        _weiger_dubbel(persoon, Persoon.objects.filter(bsn_index=index), "bsn", "BSN")


def _weiger_dubbel(persoon: Persoon, bekend: Iterable[Persoon], veld: str, wat: str) -> None:
    ander = next((p for p in bekend if p.pk != persoon.pk), None)
    if ander is not None:
        reden = f"Dit {wat} is al bekend bij een andere persoon."
        raise AlBekend(reden, veld=veld, persoon_id=ander.pk)


def _zet(persoon: Persoon, gegevens: PersoonGegevens) -> None:
    for veld in (
        "voornamen",
        "voorvoegsel",
        "achternaam",
        "naam_eigen_schrift",
        "aanspreking",
        "geslacht",
        "nationaliteit",
        "tolktaal",
        "telefoon",
        "email",
        "geboortedatum",
    ):
        setattr(persoon, veld, getattr(gegevens, veld))
    persoon.talen = list(gegevens.talen)
    persoon.v_nummer = controleer_v_nummer(gegevens.v_nummer) if gegevens.v_nummer else None
    if gegevens.bsn is None:
        return
    nieuw = controleer_bsn(gegevens.bsn) if gegevens.bsn else ""
    if nieuw != persoon.bsn:
        persoon.bsn = nieuw
