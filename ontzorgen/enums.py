"""The words of ontzorgen: periods, fixed costs, payments and what the bank answers."""

from django.db.models import TextChoices

from wet.ontzorgen import Lastsoort


class OntzorgStatus(TextChoices):
    AANGEMELD = "aangemeld", "Aangemeld"
    ACTIEF = "actief", "Actief"
    BEEINDIGD = "beeindigd", "Beëindigd"


class EindeReden(TextChoices):
    PERIODE = "periode", "De zes maanden zijn voorbij"
    BIJSTAND = "bijstand", "De bijstand is gestopt"
    VERHUISD = "verhuisd", "Verhuisd"
    DOSSIER = "dossier", "Het dossier is beëindigd of opgeschort"
    GEEN_RECHT = "geen_recht", "Er is geen recht op ontzorgen"
    ANDERS = "anders", "Andere reden"


class VoortzettingStatus(TextChoices):
    LOPEND = "lopend", "Loopt"
    BEEINDIGD = "beeindigd", "Beëindigd"


class ToeslagSoort(TextChoices):
    """Paid by Dienst Toeslagen to the person, never netted here."""

    HUUR = "huur", "Huurtoeslag"
    ZORG = "zorg", "Zorgtoeslag"


class CrediteurSoort(TextChoices):
    VERHUURDER = "verhuurder", "Verhuurder"
    ENERGIE = "energie", "Energie"
    WATER = "water", "Water"
    ZORGVERZEKERAAR = "zorgverzekeraar", "Zorgverzekeraar"
    ANDERS = "anders", "Andere schuldeiser"


class RekeningStatus(TextChoices):
    VOORGESTELD = "voorgesteld", "Wacht op bevestiging"
    BEVESTIGD = "bevestigd", "Bevestigd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    VERVANGEN = "vervangen", "Vervangen"


LASTSOORTEN = [(soort.value, soort.label) for soort in Lastsoort]


class Zelfstandigheid(TextChoices):
    """The steps to independence, per cost."""

    WIJ_BETALEN = "wij_betalen", "Wij betalen"
    KIJKT_MEE = "kijkt_mee", "Wij betalen en u kijkt mee"
    WIJ_KIJKEN_MEE = "wij_kijken_mee", "U betaalt en wij kijken mee"
    ZELFSTANDIG = "zelfstandig", "Zelfstandig"


class CoachOnderwerp(TextChoices):
    BANK = "bank", "Bankrekening en pinnen"
    POST = "post", "Post en administratie"
    BEGROTING = "begroting", "Inkomsten en uitgaven"
    TOESLAGEN = "toeslagen", "Toeslagen"
    HUUR = "huur", "Huur en wonen"
    ENERGIE = "energie", "Energie en water"
    ZORG = "zorg", "Zorgverzekering"
    ANDERS = "anders", "Iets anders"


class CoachStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    VERVALLEN = "vervallen", "Niet doorgegaan"


class BatchStatus(TextChoices):
    CONCEPT = "concept", "Concept"
    KLAAR = "klaar", "Klaar voor akkoord"
    AKKOORD = "akkoord", "Akkoord"
    AANGEBODEN = "aangeboden", "Aangeboden aan de bank"
    VERWERKT = "verwerkt", "Verwerkt"
    AFGEKEURD = "afgekeurd", "Geweigerd door de bank"
    VERVALLEN = "vervallen", "Weggegooid"


class Batchrol(TextChoices):
    """What somebody did with a batch. One person has one: who made it never approves it."""

    MAKER = "maker", "Maakte of wijzigde de batch"
    AKKOORD = "akkoord", "Gaf akkoord"


class BetalingSoort(TextChoices):
    TERMIJN = "termijn", "Termijn"
    NABETALING = "nabetaling", "Nabetaling"
    CORRECTIE = "correctie", "Correctie"


class BetalingStatus(TextChoices):
    KLAARGEZET = "klaargezet", "Klaargezet"
    AANGEBODEN = "aangeboden", "Aangeboden aan de bank"
    BETAALD = "betaald", "Betaald"
    GEWEIGERD = "geweigerd", "Geweigerd door de bank"
    TERUGGEKOMEN = "teruggekomen", "Teruggekomen (storno)"


class TekortReden(TextChoices):
    BIJSTAND = "bijstand", "De bijstand is niet genoeg"
    GEEN_BIJSTAND = "geen_bijstand", "De bijstand van deze maand is niet bekend"
    REKENING = "rekening", "Het rekeningnummer is nog niet bevestigd"
    GEEN_BEDRAG = "geen_bedrag", "Er is geen bedrag voor deze maand"


class TekortOplossing(TextChoices):
    """How what was short was solved, in the words of who solved it with the person."""

    ZELF = "zelf", "De inburgeraar betaalt het zelf"
    BIJZONDER = "bijzonder", "Bijzondere bijstand of voorschot"
    REGELING = "regeling", "Regeling met de schuldeiser"
    NABETALING = "nabetaling", "Wordt nabetaald"
    ANDERS = "anders", "Anders opgelost"


class BankbestandSoort(TextChoices):
    PAIN002 = "pain002", "Antwoord op het bestand (pain.002)"
    CAMT053 = "camt053", "Rekeningafschrift (camt.053)"


class Bankuitslag(TextChoices):
    BETAALD = "betaald", "Betaald"
    GEWEIGERD = "geweigerd", "Geweigerd"
    TERUG = "terug", "Teruggekomen"
    ONBEKEND = "onbekend", "Niet herkend"


class PainVersie(TextChoices):
    V09 = "pain.001.001.09", "pain.001.001.09 (nieuw)"
    V03 = "pain.001.001.03", "pain.001.001.03 (ouder)"
