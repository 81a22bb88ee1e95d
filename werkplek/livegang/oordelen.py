"""The verdict on every household of the file: in a number of questions that does not grow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from inburgering.models import Inburgeraar
from inburgering.queries.dubbelen import Kandidaat, Treffer, dubbelen
from medewerkers.models import Medewerker, Partnerorganisatie
from opdrachten.soorten import Bevinding, Eenheid, Oordeel
from werkplek.livegang.bevinden import Feiten
from werkplek.livegang.controles import bevindingen, gezinsbevindingen
from werkplek.livegang.invoer import Invoer, huishouden


def beoordeel(
    eenheden: Sequence[Eenheid], op: date, _door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    """Per household what is known already, what cannot be, and what will be missing."""
    gezinnen = {eenheid.sleutel: huishouden(eenheid) for eenheid in eenheden}
    leden = list(chain.from_iterable(gezinnen.values()))
    feiten = _feiten(leden, op)
    treffers = dict(zip((lid.nummer for lid in leden), _bekend(leden), strict=True))
    met_dossier = _met_dossier(treffers.values())
    nummers = [lid.nummer for lid in leden]
    oordelen: dict[str, list[Bevinding]] = {}
    for sleutel, gezin in gezinnen.items():
        al_bekend = _al_bekend(gezin, treffers, met_dossier)
        oordelen[sleutel] = al_bekend or [
            *gezinsbevindingen(gezin, feiten),
            *(bevinding for lid in gezin for bevinding in bevindingen(lid, feiten)),
            *_lijkt_op(gezin, treffers, nummers),
        ]
    return oordelen


def _feiten(leden: Sequence[Invoer], op: date) -> Feiten:
    """All colleagues and partners: a municipality has some dozens."""
    collegas = Medewerker.objects.filter(is_active=True).prefetch_related("groups")
    return Feiten(
        op=op,
        collegas={collega.email.casefold(): collega for collega in collegas},
        partners={partner.naam.casefold(): partner for partner in Partnerorganisatie.objects.all()},
    )


def _bekend(leden: Sequence[Invoer]) -> list[Treffer | None]:
    return dubbelen(
        [
            Kandidaat(
                geboortedatum=lid.geboortedatum,
                voornamen=lid.voornamen,
                voorvoegsel=lid.voorvoegsel,
                achternaam=lid.achternaam,
                v_nummer=lid.v_nummer,
                bsn=lid.bsn,
            )
            for lid in leden
        ]
    )


def _met_dossier(treffers: Iterable[Treffer | None]) -> set[int]:
    ids = {treffer.persoon_id for treffer in treffers if treffer and treffer.persoon_id}
    return set(
        Inburgeraar.objects.filter(persoon__in=ids).values_list("persoon", flat=True) if ids else ()
    )


def _al_bekend(
    gezin: Sequence[Invoer], treffers: Mapping[int, Treffer | None], met_dossier: set[int]
) -> list[Bevinding]:
    """A household that was entered before: everybody is on record, the cases by their number."""
    gevonden = []
    for lid in gezin:
        treffer = treffers[lid.nummer]
        if treffer is None or treffer.persoon_id is None:
            return []
        if lid.heeft_dossier and not (treffer.zeker and treffer.persoon_id in met_dossier):
            return []
        gevonden.append(
            Bevinding(
                oordeel=Oordeel.ONGEWIJZIGD,
                reden=f"Staat al in het systeem: {treffer.reden}.",
                rij=lid.nummer,
                persoon_id=treffer.persoon_id,
            )
        )
    return gevonden


def _lijkt_op(
    gezin: Sequence[Invoer], treffers: Mapping[int, Treffer | None], nummers: Sequence[int]
) -> Iterator[Bevinding]:
    """By number it is the same person, and cannot go in twice; by name somebody must say."""
    for lid in gezin:
        treffer = treffers[lid.nummer]
        if treffer is None:
            continue
        ander = "een persoon die al bekend is"
        if treffer.plek is not None:
            ander = f"regel {nummers[treffer.plek]}"
        yield Bevinding(
            oordeel=Oordeel.FOUT if treffer.zeker else Oordeel.DUBBEL,
            reden=f"Dit lijkt op {ander}: {treffer.reden}.",
            kolom="bsn" if "BSN" in treffer.reden else "v_nummer" if treffer.zeker else "",
            rij=lid.nummer,
            persoon_id=treffer.persoon_id,
        )
