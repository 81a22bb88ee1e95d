"""The words of the field, as the law and the letters use them."""

from django.db.models import IntegerChoices, TextChoices


class Regime(TextChoices):
    WI2021 = "Wi2021", "Wet inburgering 2021"
    WI2013 = "Wi2013", "Wet inburgering 2013 (ondertussengroep)"


class DossierStatus(TextChoices):
    ACTIEF = "actief", "Actief"
    OPGESCHORT = "opgeschort", "Opgeschort"
    VOLTOOID = "voltooid", "Voltooid"
    BEEINDIGD = "beeindigd", "Beëindigd"


class BeeindigReden(TextChoices):
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    VERTROKKEN = "vertrokken", "Vertrokken uit Nederland"
    OVERLEDEN = "overleden", "Overleden"
    ONTHEFFING = "ontheffing", "Gehele ontheffing door DUO"
    VRIJSTELLING = "vrijstelling", "Gehele vrijstelling door DUO"
    VERBLIJF = "verblijf", "Verblijfsrecht gewijzigd"
    SAMENGEVOEGD = "samengevoegd", "Samengevoegd met een ander dossier"
    ANDERS = "anders", "Andere reden"


class SchakelNummer(IntegerChoices):
    PLICHT = 1, "Vaststellen inburgeringsplicht"
    VOORBEREIDEN = 2, "Voorbereiden op inburgering"
    INTAKE_EN_PIP = 3, "Brede intake en PIP"
    INBURGEREN = 4, "Inburgeren en participeren"
    AFRONDEN = 5, "Afronden inburgering"


class SchakelStatus(TextChoices):
    WACHT = "wacht", "Wacht"
    OPEN = "open", "Open"
    AFGEROND = "afgerond", "Afgerond"
    NVT = "niet_van_toepassing", "Niet van toepassing"


class Geslacht(TextChoices):
    VROUW = "v", "Vrouw"
    MAN = "m", "Man"
    ANDERS = "x", "Anders of onbekend"


class Gezinsrol(TextChoices):
    REFERENT = "referent", "Hoofdpersoon"
    PARTNER = "partner", "Partner"
    KIND = "kind", "Kind"
    ANDERS = "anders", "Ander gezinslid"


class VerblijfSoort(TextChoices):
    AZC = "azc", "Opvang COA"
    TIJDELIJK = "tijdelijk", "Tijdelijke huisvesting"
    WONING = "woning", "Woning"


class VerblijfsrechtSoort(TextChoices):
    ASIEL_BEPAALD = "asiel_bepaald", "Asiel, bepaalde tijd"
    ASIEL_ONBEPAALD = "asiel_onbepaald", "Asiel, onbepaalde tijd"
    NAREIS = "nareis", "Asiel, afgeleid (nareis)"
    REGULIER_GEZIN = "regulier_gezin", "Regulier, gezin"
    REGULIER_OVERIG = "regulier_overig", "Regulier, overig"


class Herkomst(TextChoices):
    EIGEN = "eigen", "Eigen vastlegging"
    DUO = "duo", "DUO"
    COA = "coa", "COA"
    IND = "ind", "IND"
    BRP = "brp", "BRP"


class RedenGeenPlicht(TextChoices):
    VRIJGESTELD = "vrijgesteld", "Vrijgesteld"
    ONTHEVEN = "ontheven", "Ontheven"
    NIET_PLICHTIG = "niet_plichtig", "Niet inburgeringsplichtig"
    VOLDAAN = "voldaan", "Voldaan"


class VrijstellingSoort(TextChoices):
    GEHEEL = "geheel", "Geheel"
    GEDEELTELIJK = "gedeeltelijk", "Gedeeltelijk"
    TIJDELIJK = "tijdelijk", "Tijdelijk"


class VrijstellingReden(TextChoices):
    """DUO's codes."""

    AVI = "AVI", "Aantoonbaar voldoende ingeburgerd"
    DIP = "DIP", "Diploma in het register van DUO"
    DOC = "DOC", "Diploma of document, beoordeeld door DUO"
    GED = "GED", "Onderdeel al behaald"
    INB = "INB", "Ingeburgerd onder de Wet inburgering 2013"
    INS = "INS", "Bewijs van inschrijving bij een opleiding"
    OPL = "OPL", "Vervolgopleiding, ambtshalve"


class Onderdeel(TextChoices):
    """Parts of the exam, with DUO's codes."""

    LEZEN = "LE", "Lezen"
    LUISTEREN = "LU", "Luisteren"
    SCHRIJVEN = "SC", "Schrijven"
    SPREKEN = "SP", "Spreken"
    KNM = "KNM", "Kennis van de Nederlandse maatschappij"


class OntheffingSoort(TextChoices):
    GEHEEL = "geheel", "Geheel"
    GEDEELTELIJK = "gedeeltelijk", "Gedeeltelijk"


class OntheffingGrond(TextChoices):
    MED = "MED", "Medisch"
    BIO = "BIO", "Bijzondere individuele omstandigheden"


class TermijnSoort(TextChoices):
    PIP = "pip", "PIP vaststellen"
    INBURGERING = "inburgering", "Inburgeringstermijn"
    BEZWAAR = "bezwaar", "Bezwaartermijn"
    ONTZORGEN = "ontzorgen", "Ontzorgen"
    BESLISSEN = "beslissen", "Beslissen op het bezwaar"
    AANBOD = "aanbod", "Aanbod van een cursus"
    AANBOD_START = "aanbod_start", "Start van het taalschakeltraject"


class TermijnStatus(TextChoices):
    LOPEND = "lopend", "Loopt"
    GEHAALD = "gehaald", "Gehaald"
    VERVALLEN = "vervallen", "Vervallen"


class TaakStatus(TextChoices):
    OPEN = "open", "Open"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"


class GebeurtenisSoort(TextChoices):
    BESLUIT = "besluit", "Besluit"
    TERMIJN = "termijn", "Termijn"
    GELD = "geld", "Geld"
    CONTACT = "contact", "Contact"
    WIJZIGING = "wijziging", "Wijziging"


class AfspraakSoort(TextChoices):
    DRIEPARTIJENGESPREK = "driepartijengesprek", "Driepartijengesprek"
    INTAKE = "intake", "Brede intake"
    TOETS = "toets", "Leerbaarheidstoets"
    BEZICHTIGING = "bezichtiging", "Bezichtiging van de woning"
    VOORTGANG = "voortgang", "Voortgangsgesprek"
    HOORZITTING = "hoorzitting", "Hoorzitting"
    EINDGESPREK = "eindgesprek", "Eindgesprek"
    PVT = "pvt", "PVT-bijeenkomst"
    ANDERS = "anders", "Andere afspraak"


class AfspraakStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    VERVANGEN = "vervangen", "Vervangen"
    NIET_VERSCHENEN = "niet_verschenen", "Niet verschenen"
    AFGEZEGD = "afgezegd", "Afgezegd"


class ContactSoort(TextChoices):
    GESPREK = "gesprek", "Gesprek"
    TELEFOON = "telefoon", "Telefoon"
    MAIL = "mail", "E-mail"
    BRIEF = "brief", "Brief"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"


class DocumentSoort(TextChoices):
    BESCHIKKING = "beschikking", "Beschikking"
    BRIEF = "brief", "Brief"
    IDENTITEIT = "identiteit", "Identiteitsbewijs of verblijfsdocument"
    HUISVESTING = "huisvesting", "Huisvesting"
    INTAKE = "intake", "Intake"
    INKOMEN = "inkomen", "Inkomen en uitkering"
    OVERIG = "overig", "Overig"
