"""Schakel 4 and 5 as they are kept."""

from leerroutes.enums import TrajectStatus
from leerroutes.models.aanbieder import (
    Aanbieder,
    Contract,
    Contractgesprek,
    Keurmerk,
    Klacht,
    Tarief,
)
from leerroutes.models.aanbod import Deelname, Inburgeringsaanbod
from leerroutes.models.afronding import Afronding
from leerroutes.models.begeleiding import Begeleidingsmoment, MaatschappelijkeBegeleiding
from leerroutes.models.ervaring import Enquete, Ervaring
from leerroutes.models.examens import Examenresultaat, TaalschakelOnderdeel, Taalschakeltraject
from leerroutes.models.gesprekken import Eindgesprek, Voortgangsgesprek
from leerroutes.models.map import MapModule, MapThema
from leerroutes.models.ondertussen import Begeleidingsplan
from leerroutes.models.participatie import (
    Participatieplek,
    Plaatsing,
    Taalkoppel,
    Vacature,
    Vrijwilliger,
    Werkgever,
)
from leerroutes.models.pvt import (
    Participatieverklaring,
    PvtBijeenkomst,
    PvtDeelname,
    PvtElders,
)
from leerroutes.models.traject import Traject
from leerroutes.models.uren import Maandtotaal, Urenregel, Urenstand

__all__ = [
    "Aanbieder",
    "Afronding",
    "Begeleidingsmoment",
    "Begeleidingsplan",
    "Contract",
    "Contractgesprek",
    "Deelname",
    "Eindgesprek",
    "Enquete",
    "Ervaring",
    "Examenresultaat",
    "Inburgeringsaanbod",
    "Keurmerk",
    "Klacht",
    "Maandtotaal",
    "MaatschappelijkeBegeleiding",
    "MapModule",
    "MapThema",
    "Participatieplek",
    "Participatieverklaring",
    "Plaatsing",
    "PvtBijeenkomst",
    "PvtDeelname",
    "PvtElders",
    "Taalkoppel",
    "TaalschakelOnderdeel",
    "Taalschakeltraject",
    "Tarief",
    "Traject",
    "TrajectStatus",
    "Urenregel",
    "Urenstand",
    "Vacature",
    "Voortgangsgesprek",
    "Vrijwilliger",
    "Werkgever",
]
