"""Chance that is the same every time: people, numbers, addresses and days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any

from inburgering.datums import AMSTERDAM, OnzekereDatum
from inburgering.enums import Geslacht
from inburgering.services.personen import PersoonGegevens
from werkplek.demo.namen import PLAATSEN, STRATEN, Land, in_eigen_schrift
from wet.kalender import verleng_naar_werkdag

_EERSTE_BSN = 10_000_000  # eight digits; the ninth is the check digit
_EERSTE_V_NUMMER = 20_000_001
_RUIMTE = 20  # numbers per story: a household is never larger
_DEEL_BSN_LATER = 0.06
_DEEL_JAAR_ALLEEN = 0.08
_DEEL_EEN_NAAM = 0.15
_DEEL_EIGEN_SCHRIFT = 0.4
_EERSTE_UUR, _AFSPRAKEN_PER_DAG = time(9), 15  # the last one begins at four


@dataclass
class Wereld:
    """The dice of one story. Story `nummer` has chance and numbers of its own, so the stories are
    the same in whatever order, and by however many processes, they are told.
    """

    peildatum: date
    seed: int
    nummer: int
    kans: Random = field(init=False)
    _bsn: Any = field(init=False)
    _v_nummer: Any = field(init=False)
    _seconden: Any = field(init=False)

    def __post_init__(self) -> None:
        self.kans = Random(f"{self.seed}/{self.nummer}")  # noqa: S311  # fiction, not secrets
        self._bsn = count(_EERSTE_BSN + self.nummer * _RUIMTE)
        self._v_nummer = count(_EERSTE_V_NUMMER + self.nummer * _RUIMTE)
        self._seconden = count(self.nummer * 61)

    @property
    def eerste_v_nummer(self) -> str:
        """By which one sees that this story was told before."""
        return f"{_EERSTE_V_NUMMER + self.nummer * _RUIMTE:010}"

    def moment(self, dag: date) -> datetime:
        """A moment in office hours of that day; later calls on one day are later."""
        seconden = 9 * 3600 + next(self._seconden) % (8 * 3600)
        uur = (datetime.combine(dag, time()) + timedelta(seconds=seconden)).time()
        return datetime.combine(dag, uur, tzinfo=AMSTERDAM)

    def afspraak(self, dag: date) -> datetime:
        """A talk on the first working day from then, on the hour or at half past."""
        werkdag = verleng_naar_werkdag(dag)
        later = timedelta(minutes=30 * self.kans.randrange(_AFSPRAKEN_PER_DAG))
        return datetime.combine(werkdag, _EERSTE_UUR, tzinfo=AMSTERDAM) + later

    def bsn(self) -> str:
        """The next number that passes the 11-proof; invented, in a range of its own."""
        while True:
            eerste = f"{next(self._bsn):08}"
            controle = sum(int(c) * (9 - i) for i, c in enumerate(eerste)) % 11
            if controle < 10:
                return f"{eerste}{controle}"

    def v_nummer(self) -> str:
        return f"{next(self._v_nummer):010}"

    def adres(self) -> dict[str, Any]:
        plaats, cijfers = self.kans.choice(PLAATSEN)
        letters = "".join(self.kans.choice("BCDGHJKLMNPRSTVWXZ") for _ in range(2))
        return {
            "straat": self.kans.choice(STRATEN),
            "huisnummer": str(self.kans.randint(1, 180)),
            "postcode": f"{cijfers} {letters}",
            "plaats": plaats,
        }

    def persoon(
        self,
        land: Land,
        *,
        leeftijd: int,
        op: date,
        achternaam: str | None = None,
        vrouw: bool | None = None,
        asiel: bool = True,
    ) -> PersoonGegevens:
        vrouw = self.kans.random() < 0.5 if vrouw is None else vrouw
        voornaam = self.kans.choice(land.vrouwen if vrouw else land.mannen)
        alleen = land.een_naam and achternaam is None and self.kans.random() < _DEEL_EEN_NAAM
        achter = achternaam or self.kans.choice(land.achternamen)
        voor, achter = ("", voornaam) if alleen else (voornaam, achter)
        return PersoonGegevens(
            voornamen=voor,
            achternaam=achter,
            naam_eigen_schrift=(
                in_eigen_schrift(voor, achter) if self.kans.random() < _DEEL_EIGEN_SCHRIFT else ""
            ),
            geslacht=Geslacht.VROUW if vrouw else Geslacht.MAN,
            geboortedatum=self._geboren(leeftijd, op),
            nationaliteit=land.nationaliteit,
            talen=land.talen,
            tolktaal=land.tolktaal,
            v_nummer=self.v_nummer(),
            bsn="" if asiel and self.kans.random() < _DEEL_BSN_LATER else self.bsn(),
            telefoon=f"06-0{self.kans.randint(0, 9_999_999):07}" if leeftijd >= 16 else "",
        )

    def _geboren(self, leeftijd: int, op: date) -> OnzekereDatum:
        jaar = op.year - leeftijd - 1
        if leeftijd >= 18 and self.kans.random() < _DEEL_JAAR_ALLEEN:
            return OnzekereDatum(jaar)
        return OnzekereDatum(jaar, self.kans.randint(1, 12), self.kans.randint(1, 28))
