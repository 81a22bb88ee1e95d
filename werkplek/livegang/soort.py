"""Go-live as a kind of import."""

from __future__ import annotations

from medewerkers.rechten import Recht
from opdrachten.soorten import Importsoort
from werkplek.livegang.invoeren import voer_in
from werkplek.livegang.kolommen import KOLOMMEN
from werkplek.livegang.oordelen import beoordeel

LIVEGANG = Importsoort(
    naam="livegang",
    titel="Lopende dossiers overnemen",
    uitleg=(
        "Voor de start met dit systeem: iedereen die de gemeente al begeleidt, met PIP, termijnen, "
        "uren en ontzorgen zoals ze nu staan. Eén regel per persoon; het nummer in de kolom Gezin "
        "houdt een gezin bij elkaar. Er wordt geen brief gemaakt en niets aan DUO gemeld."
    ),
    recht=Recht.LIVEGANG,
    kolommen=KOLOMMEN,
    groep="gezin",
    eenheid=("gezin", "gezinnen"),
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_afloop="inburgeraars",
    toon=("voornamen", "voorvoegsel", "achternaam"),
)
