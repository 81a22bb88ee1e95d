from inburgering.models.contact import Afspraak, Contactmoment, Notitie
from inburgering.models.dossier import DossierToegang, Inburgeraar, Nummerreeks
from inburgering.models.duo import Ontheffing, Plicht, VorigPip, Vrijstelling
from inburgering.models.persoon import Gezin, Gezinslid, Persoon, Verblijf, Verblijfsrecht
from inburgering.models.schakel import Schakel
from inburgering.models.sporen import Concept, Document, Gebeurtenis, Raadpleging
from inburgering.models.taak import Taak
from inburgering.models.termijn import Signaal, Termijn, Verlenging

__all__ = [
    "Afspraak",
    "Concept",
    "Contactmoment",
    "Document",
    "DossierToegang",
    "Gebeurtenis",
    "Gezin",
    "Gezinslid",
    "Inburgeraar",
    "Notitie",
    "Nummerreeks",
    "Ontheffing",
    "Persoon",
    "Plicht",
    "Raadpleging",
    "Schakel",
    "Signaal",
    "Taak",
    "Termijn",
    "Verblijf",
    "Verblijfsrecht",
    "Verlenging",
    "VorigPip",
    "Vrijstelling",
]
