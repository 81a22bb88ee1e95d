"""A kind of import for the tests: households of people, each with a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from inburgering.enums import Geslacht, Gezinsrol
from inburgering.models import Persoon
from inburgering.queries.dubbelen import Kandidaat, Treffer, dubbelen
from inburgering.services.dossiers import dossier_openen
from inburgering.services.personen import (
    PersoonGegevens,
    gezin_vormen,
    gezinslid_toevoegen,
    persoon_vastleggen,
    persoon_wijzigen,
)
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from opdrachten import lezers
from opdrachten.enums import Keuze
from opdrachten.soorten import (
    IMPORTSOORTEN,
    Bevinding,
    Eenheid,
    Importsoort,
    Kolom,
    Oordeel,
    Rij,
    Spoor,
    importsoort,
)
from wet.doelgroepen import Doelgroep

KOLOMMEN = (
    Kolom(naam="gezin", label="Gezin", lees=lezers.tekst(20), ook=("huishouden", "gezinsnummer")),
    Kolom(naam="achternaam", label="Achternaam", lees=lezers.tekst(), verplicht=True),
    Kolom(naam="voornamen", label="Voornamen", lees=lezers.tekst(), ook=("voornaam",)),
    Kolom(
        naam="geboortedatum",
        label="Geboortedatum",
        lees=lezers.onzekere_datum,
        verplicht=True,
        ook=("geb. datum", "geboren"),
        uitleg="dd-mm-jjjj, met 00 voor wat niet bekend is.",
        voorbeeld="31-12-1990",
    ),
    Kolom(naam="v_nummer", label="V-nummer", lees=lezers.v_nummer, ook=("vreemdelingnummer",)),
    Kolom(naam="bsn", label="BSN", lees=lezers.bsn),
    Kolom(naam="geslacht", label="Geslacht", lees=lezers.keuze(Geslacht)),
    Kolom(naam="telefoon", label="Telefoon", lees=lezers.tekst(20)),
)
_IN_KANDIDAAT = ("voornamen", "achternaam", "geboortedatum", "v_nummer", "bsn")


def beoordeel(
    eenheden: Sequence[Eenheid], op: date, _door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    rijen = [(eenheid, rij) for eenheid in eenheden for rij in eenheid.rijen]
    treffers = dubbelen([_kandidaat(rij) for _e, rij in rijen])
    bekend = Persoon.objects.in_bulk({t.persoon_id for t in treffers if t and t.persoon_id})
    gevonden: dict[str, list[Bevinding]] = {}
    for (eenheid, rij), treffer in zip(rijen, treffers, strict=True):
        if rij.waarden["geboortedatum"].vroegst > op:
            fout = Bevinding(
                oordeel=Oordeel.FOUT,
                reden="Deze geboortedatum is nog niet geweest.",
                kolom="geboortedatum",
                rij=rij.nummer,
            )
            gevonden.setdefault(eenheid.sleutel, []).append(fout)
        elif treffer is not None:
            bevinding = _bevinding(rij, treffer, bekend, [r.nummer for _e, r in rijen])
            gevonden.setdefault(eenheid.sleutel, []).append(bevinding)
    return gevonden


def _kandidaat(rij: Rij) -> Kandidaat:
    return Kandidaat(**{naam: rij.waarden[naam] for naam in _IN_KANDIDAAT if naam in rij.waarden})


def _bevinding(
    rij: Rij, treffer: Treffer, bekend: Mapping[int, Persoon], nummers: Sequence[int]
) -> Bevinding:
    if treffer.plek is not None:
        reden = f"Lijkt op regel {nummers[treffer.plek]}: {treffer.reden}."
        return Bevinding(oordeel=Oordeel.DUBBEL, reden=reden, rij=rij.nummer)
    persoon = bekend[treffer.persoon_id]
    oordeel = Oordeel.DUBBEL
    if treffer.zeker:
        nieuws = rij.waarden.get("telefoon", persoon.telefoon) != persoon.telefoon
        oordeel = Oordeel.AANVULLING if nieuws else Oordeel.ONGEWIJZIGD
    return Bevinding(
        oordeel=oordeel, reden=f"{treffer.reden}.", rij=rij.nummer, persoon_id=persoon.pk
    )


def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    sporen: list[Spoor] = []
    nieuw = []
    for rij in eenheid.rijen:
        if rij.persoon_id is not None and keuze != Keuze.NIEUW:
            sporen.append(_vul_aan(rij, door, nu))
        else:
            persoon = _persoon(rij, door, nu)
            nieuw.append(persoon)
            sporen.append(Spoor("inburgering.Persoon", persoon.pk, None, rij.nummer))
    if len(nieuw) > 1:
        gezin = gezin_vormen(door=door, nu=nu)
        sporen.append(Spoor("inburgering.Gezin", gezin.pk, None))
        for persoon in nieuw:
            gezinslid_toevoegen(
                gezin=gezin,
                persoon=persoon,
                rol=Gezinsrol.PARTNER,
                start_op=date(2026, 1, 1),
                door=door,
                nu=nu,
            )
    return sporen


def _persoon(rij: Rij, door: Medewerker, nu: datetime) -> Persoon:
    waarden = {naam: w for naam, w in rij.waarden.items() if naam != "gezin"}
    persoon = persoon_vastleggen(gegevens=PersoonGegevens(**waarden), door=door, nu=nu)
    dossier_openen(
        persoon=persoon, doelgroep=Doelgroep.ASIEL, wordt_gehuisvest=True, door=door, nu=nu
    )
    return persoon


def _vul_aan(rij: Rij, door: Medewerker, nu: datetime) -> Spoor:
    persoon = Persoon.objects.get(pk=rij.persoon_id)
    velden: dict[str, Any] = {
        veld: getattr(persoon, veld) or "" for veld in PersoonGegevens.__dataclass_fields__
    }
    velden |= {"talen": tuple(persoon.talen), "bsn": None}
    gegevens = PersoonGegevens(**velden)
    persoon_wijzigen(
        persoon_id=persoon.pk,
        versie=persoon.versie,
        gegevens=replace(gegevens, telefoon=rij.waarden.get("telefoon", persoon.telefoon)),
        door=door,
        nu=nu,
    )
    return Spoor("inburgering.Persoon", persoon.pk, persoon.versie, rij.nummer)


PROEF = Importsoort(
    naam="proef",
    titel="Gezinnen",
    uitleg="Een lijst van gezinnen, één persoon per regel.",
    recht=Recht.OVERDRACHT_BEHEREN,
    kolommen=KOLOMMEN,
    toon=("voornamen", "achternaam"),
    groep="gezin",
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_afloop="inburgeraars",
    eenheid=("gezin", "gezinnen"),
)


@contextmanager
def aangemeld(soort: Importsoort = PROEF) -> Iterator[Importsoort]:
    """Registered for as long as the tests need it."""
    anders = IMPORTSOORTEN.pop(soort.naam, None)
    importsoort(soort)
    try:
        yield soort
    finally:
        del IMPORTSOORTEN[soort.naam]
        if anders is not None:
            importsoort(anders)
