"""Bijstand, the months of ontzorgen, what is paid in them, and what the bank says of it."""

from ontzorgen.enums import EindeReden, OntzorgStatus
from ontzorgen.models.bank import Bankbestand, Bankmelding
from ontzorgen.models.batch import Batchbestand, Batchpersoon, Betaalbatch
from ontzorgen.models.betaalregels import Betaalregels
from ontzorgen.models.betaling import Betaalverzoek, Betaling, Tekort, Tekortoplossing
from ontzorgen.models.crediteur import Crediteur, Crediteurrekening
from ontzorgen.models.lasten import Coachmoment, Lastbedrag, VasteLast
from ontzorgen.models.periode import Ontzorgperiode, Voortzetting
from ontzorgen.models.uitkering import Toeslag, Uitkering, Uitkeringsbedrag

__all__ = [
    "Bankbestand",
    "Bankmelding",
    "Batchbestand",
    "Batchpersoon",
    "Betaalbatch",
    "Betaalregels",
    "Betaalverzoek",
    "Betaling",
    "Coachmoment",
    "Crediteur",
    "Crediteurrekening",
    "EindeReden",
    "Lastbedrag",
    "OntzorgStatus",
    "Ontzorgperiode",
    "Tekort",
    "Tekortoplossing",
    "Toeslag",
    "Uitkering",
    "Uitkeringsbedrag",
    "VasteLast",
    "Voortzetting",
]
