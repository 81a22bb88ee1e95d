"""Which kinds of file can be entered. A later room registers its own in `AppConfig.ready()`:

    importsoort(Importsoort(naam="overdrachten", titel="Overdrachten", …))

What this room does for a kind: read the file, match its columns, turn cells into values with
`Kolom.lees`, put rows that share the value of `groep` together in an `Eenheid`, show what
`beoordeel` finds, and after confirmation write unit by unit with `voer_in`.

- Values: `Rij.waarden` holds only what was filled in, by `Kolom.naam`, as `Kolom.lees` gave it.
  A required column that is empty, or a cell that `lees` refuses (`Geweigerd`), is a FOUT of that
  row and column; the unit it is in is not given to `beoordeel` and not written.
- `Eenheid.sleutel` names a unit within its file (the number of its first row). It says nothing of
  a person; the value of the group column stands in `waarden`.
- `beoordeel(eenheden, op, door)` reads only, in a number of queries that does not grow with the
  rows, and gives findings by `sleutel`. `door` is who brought the file, and just before writing who
  confirmed it: what that colleague may not see is not known. A unit without findings is NIEUW;
  `Bevinding.rij` is the number of the row it is about, None for the whole unit. It is asked for all
  units at once for the preview, and for one unit just before that unit is written, within the
  transaction that writes it.
- `voer_in(eenheid=, keuze=, door=, nu=)` writes one unit through the services of its room, within
  the caller's transaction, and returns what it made or completed. `keuze` is "" for a unit that was
  not in doubt, else a value of `enums.Keuze` (NIEUW or AANVULLEN; a unit to skip is never given).
  `Rij.persoon_id` is then the known person that the last judgement found for that row. It may raise
  `Geweigerd`: nothing of this unit is written and the reason is shown.
- A unit that is wholly ONGEWIJZIGD is not written.
- `na_terugdraaien(act, dossiers)`, where a kind has one, follows when a file was taken back, within
  that act: the dossiers that stay, on which rows went or are as before. They are locked.
- `Spoor.versie_voor` is None for a row made, else the version it had before it was completed, to
  which undoing puts it back. What hangs on a row that was made needs no spoor of its own. Every
  person who was made needs one; `Spoor.rij` lets the result point from the row to the person.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices

from medewerkers.rechten import Recht

if TYPE_CHECKING:
    from inburgering.handelingen import Handeling
    from medewerkers.models import Medewerker


class Oordeel(TextChoices):
    NIEUW = "nieuw", "Nieuw"
    AANVULLING = "aanvulling", "Aanvulling"
    DUBBEL = "dubbel", "Waarschijnlijk dubbel"
    ONGEWIJZIGD = "ongewijzigd", "Al bekend, niets nieuws"
    FOUT = "fout", "Fout"


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """A column a kind asks for. `ook` are other headings by which it is recognised."""

    naam: str
    label: str
    lees: Callable[[str], Any]
    verplicht: bool = False
    ook: tuple[str, ...] = ()
    uitleg: str = ""
    voorbeeld: str = ""


@dataclass(frozen=True)
class Rij:
    """One row, with its number as in the file: the first line is 1."""

    nummer: int
    waarden: Mapping[str, Any]
    persoon_id: int | None = None


@dataclass(frozen=True)
class Eenheid:
    """Rows that are written together or not at all."""

    sleutel: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, kw_only=True)
class Bevinding:
    oordeel: Oordeel
    reden: str = ""
    kolom: str = ""
    rij: int | None = None
    persoon_id: int | None = None


@dataclass(frozen=True)
class Spoor:
    """A row that was made or completed. `rij`: the row it is about, for a person."""

    model: str
    pk: int
    versie_voor: int | None
    rij: int | None = None


Terugdraaien = Callable[["Handeling", Collection[int]], None]
Beoordeel = Callable[[Sequence[Eenheid], date, "Medewerker"], Mapping[str, Sequence[Bevinding]]]
VoerIn = Callable[..., Sequence[Spoor]]


@dataclass(frozen=True, kw_only=True)
class Importsoort:
    """`eenheid` says what a unit is, one and more: ("gezin", "gezinnen").

    `toon` names the columns that say whom or what a row is about; without it the first two do.
    `na_afloop` is the name of the address where one goes on when it is done.
    """

    naam: str
    titel: str
    uitleg: str
    recht: Recht
    kolommen: tuple[Kolom, ...]
    beoordeel: Beoordeel
    voer_in: VoerIn
    na_afloop: str
    na_terugdraaien: Terugdraaien | None = None
    toon: tuple[str, ...] = ()
    groep: str = ""
    eenheid: tuple[str, str] = ("regel", "regels")

    @property
    def herkenbaar(self) -> tuple[str, ...]:
        return self.toon or tuple(kolom.naam for kolom in self.kolommen[:2])

    def kolom(self, naam: str) -> Kolom:
        return next(kolom for kolom in self.kolommen if kolom.naam == naam)


IMPORTSOORTEN: dict[str, Importsoort] = {}


def importsoort(soort: Importsoort) -> None:
    """Register a kind. Its group column is one of its columns; a name is given once."""
    namen = {kolom.naam for kolom in soort.kolommen}
    if soort.naam in IMPORTSOORTEN or len(namen) < len(soort.kolommen):
        raise ValueError(f"dubbele naam in importsoort {soort.naam!r}")
    if weg := {*soort.toon, *filter(None, [soort.groep])} - namen:
        raise ValueError(f"importsoort {soort.naam!r} heeft geen kolom {', '.join(sorted(weg))}")
    IMPORTSOORTEN[soort.naam] = soort
