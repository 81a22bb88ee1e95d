"""The words of schakel 4: lessons, exams, modules, taking part, guidance."""

from django.db.models import TextChoices


class TrajectStatus(TextChoices):
    LOPEND = "lopend", "Loopt"
    BEEINDIGD = "beeindigd", "Beëindigd"


class TrajectEinde(TextChoices):
    """Why a traject ended: only what stopped with the dossier goes on with it."""

    ANDERE_ROUTE = "andere_route", "Er kwam een andere leerroute"
    DOSSIER = "dossier", "Het dossier stopte"
    INGETROKKEN = "ingetrokken", "Het PIP is ingetrokken"


class Beperking(TextChoices):
    """For which, with a revalidatietraject, the Z-route may ask less (B26 3.14.8, R26 3.16.2)."""

    AUDITIEF = "auditief", "Auditieve beperking, met een revalidatietraject"
    VISUEEL = "visueel", "Visuele beperking, met een revalidatietraject"


class AanbiederSoort(TextChoices):
    """What a provider gives; one may give several."""

    TAAL = "taal", "Taalles en KNM"
    TAALSCHAKEL = "taalschakel", "Taalschakeltraject (onderwijsroute)"
    PARTICIPATIE = "participatie", "Participatie"
    PVT = "pvt", "Participatieverklaringstraject (PVT)"
    BEGELEIDING = "begeleiding", "Maatschappelijke begeleiding"


class KeurmerkSoort(TextChoices):
    """What a school must have before its lessons count."""

    BLIK_OP_WERK = "blik_op_werk", "Keurmerk Blik op Werk"
    DIPLOMA_ERKENNING = "diploma", "Diploma-erkenning (WEB), voor het taalschakeltraject"


class TariefEenheid(TextChoices):
    UUR = "uur", "per uur"
    TRAJECT = "traject", "per traject"
    MAAND = "maand", "per maand"
    STUK = "stuk", "per stuk"


class KlachtStatus(TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen"
    AFGEHANDELD = "afgehandeld", "Afgehandeld"


class Fase(TextChoices):
    """When an inburgeraar is asked how it goes."""

    START = "start", "Na de start"
    HALVERWEGE = "halverwege", "Halverwege"
    EINDE = "einde", "Aan het einde"


class AanbodStatus(TextChoices):
    GEDAAN = "gedaan", "Aangeboden"
    AANVAARD = "aanvaard", "Aanvaard"
    GEWEIGERD = "geweigerd", "Geweigerd"
    GESTART = "gestart", "Gestart"
    BEEINDIGD = "beeindigd", "Beëindigd"


class Lessoort(TextChoices):
    TAAL = "taal", "Taal en KNM"
    ALFABETISERING = "alfabetisering", "Alfabetisering"
    TAALSCHAKEL = "taalschakel", "Taalschakeltraject"
    KNM = "knm", "Alleen KNM"


class DeelnameStatus(TextChoices):
    GESTART = "gestart", "Gestart"
    BEEINDIGD = "beeindigd", "Beëindigd"


class Aanwezigheid(TextChoices):
    AANWEZIG = "aanwezig", "Aanwezig"
    GEOORLOOFD = "geoorloofd", "Afwezig met reden"
    ONGEOORLOOFD = "ongeoorloofd", "Afwezig zonder reden"


class ExamenUitslag(TextChoices):
    """As DUO gives it."""

    GESLAAGD = "geslaagd", "Geslaagd"
    GEZAKT = "gezakt", "Gezakt"
    GEEN = "geen", "Geen uitslag"


class RedenGeenUitslag(TextChoices):
    NIET_VERSCHENEN = "niet_verschenen", "Niet verschenen"
    AFGEBROKEN = "afgebroken", "Afgebroken"
    ONGELDIG = "ongeldig", "Ongeldig verklaard"
    ANDERS = "anders", "Andere reden"


class TaalschakelStatus(TextChoices):
    LOPEND = "lopend", "Loopt"
    BEHAALD = "behaald", "Diploma behaald"
    VERLATEN = "verlaten", "Gestopt zonder diploma"


class TaalschakelDeel(TextChoices):
    NEDERLANDS = "nederlands", "Nederlands op B1 of B2"
    REKENEN = "rekenen", "Rekenen"
    ENGELS = "engels", "Engels"
    LEERVAARDIGHEDEN = "leervaardigheden", "Leervaardigheden"
    LOOPBAAN = "loopbaan", "Loopbaan en beroepskeuze"
    KNM = "knm", "Kennis van de Nederlandse maatschappij"


class MapStatus(TextChoices):
    LOPEND = "lopend", "Loopt"
    AFGEROND = "afgerond", "Eindgesprek gevoerd"


class MapThemaSoort(TextChoices):
    """The eight themes of B26 3.2.1."""

    BEROEPENORIENTATIE = "beroepenorientatie", "Oriëntatie op beroepen"
    WERKNEMERSCOMPETENTIES = "werknemerscompetenties", "Competenties als werknemer"
    BEROEPSBEELD = "beroepsbeeld", "Een realistisch beroepsbeeld"
    BEROEPSKANSEN = "beroepskansen", "Kansen op werk"
    BEROEPSCOMPETENTIES = "beroepscompetenties", "Beroepscompetenties verwerven"
    NETWERK = "netwerk", "Een netwerk opbouwen"
    WERK_VINDEN = "werk_vinden", "Werk vinden"
    WERKCULTUUR = "werkcultuur", "Werkcultuur"


class BijeenkomstSoort(TextChoices):
    INLEIDING = "inleiding", "Inleiding in de kernwaarden"
    ACTIVITEIT = "activiteit", "Activiteit of excursie"
    ONDERTEKENING = "ondertekening", "Ondertekeningsbijeenkomst"


class BijeenkomstStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    AFGEZEGD = "afgezegd", "Afgezegd"


class PvtDeelnameStatus(TextChoices):
    UITGENODIGD = "uitgenodigd", "Uitgenodigd"
    AANWEZIG = "aanwezig", "Aanwezig"
    AFWEZIG = "afwezig", "Niet gekomen"
    AFGEMELD = "afgemeld", "Afgemeld"


class PlekSoort(TextChoices):
    EIGEN = "eigen", "Eigen voorziening van de gemeente"
    VRIJWILLIGERSWERK = "vrijwilligerswerk", "Vrijwilligerswerk"
    INGEKOCHT = "ingekocht", "Ingekochte plek"


class VacatureStatus(TextChoices):
    OPEN = "open", "Open"
    VERVULD = "vervuld", "Vervuld"
    VERVALLEN = "vervallen", "Vervallen"


class PlaatsingStatus(TextChoices):
    AANGEMELD = "aangemeld", "Aangemeld"
    GESTART = "gestart", "Gestart"
    BEEINDIGD = "beeindigd", "Beëindigd"
    NIET_DOORGEGAAN = "niet_doorgegaan", "Niet doorgegaan"


class SubsidieSoort(TextChoices):
    GEEN = "", "Geen subsidie"
    PROEFPLAATSING = "proefplaatsing", "Proefplaatsing"
    LOONKOSTEN = "loonkosten", "Loonkostensubsidie"
    ANDERS = "anders", "Andere subsidie"


class PlaatsingUitkomst(TextChoices):
    WERK = "werk", "Betaald werk"
    OPLEIDING = "opleiding", "Opleiding"
    ANDERE_PLEK = "andere_plek", "Andere plek"
    AFGEROND = "afgerond", "Afgerond zoals afgesproken"
    GESTOPT = "gestopt", "Voortijdig gestopt"


class VrijwilligerSoort(TextChoices):
    TAALCOACH = "taalcoach", "Taalcoach"
    TAALMAATJE = "taalmaatje", "Taalmaatje"


class BegeleidingSoort(TextChoices):
    """The two parts the law names (Wi 13)."""

    PRAKTISCH = "praktisch", "Praktische hulp"
    VOORLICHTING = "voorlichting", "Voorlichting over basisvoorzieningen"


class GesprekStatus(TextChoices):
    GEPLAND = "gepland", "Nog te voeren"
    GEHOUDEN = "gehouden", "Gevoerd"
    VERVALLEN = "vervallen", "Vervallen"


class Oordeel(TextChoices):
    """How it goes, by the word of who held the talk; a talk judges effort, never a person."""

    GENOEG = "genoeg", "Genoeg inspanning"
    TE_WEINIG = "te_weinig", "Te weinig inspanning"
