"""The list of households that come: one kind of import of the room `opdrachten`."""

from medewerkers.rechten import Recht
from opdrachten.soorten import Importsoort
from overdracht.invoer.kolommen import KOLOMMEN
from overdracht.invoer.oordelen import beoordeel
from overdracht.invoer.schrijven import voer_in

OVERDRACHTEN = Importsoort(
    naam="overdrachten",
    titel="Overdrachten van het COA",
    uitleg=(
        "Een lijst van gezinnen, één persoon per regel. Regels met hetzelfde gezin horen bij "
        "elkaar. Wat u al kent, wordt aangevuld en niet overschreven."
    ),
    recht=Recht.OVERDRACHT_BEHEREN,
    kolommen=KOLOMMEN,
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_afloop="overdrachten",
    toon=("achternaam", "voornamen", "geboortedatum"),
    groep="gezin",
    eenheid=("gezin", "gezinnen"),
)
