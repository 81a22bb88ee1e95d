"""The words of a plan."""

from django.db.models import TextChoices


class Aanleiding(TextChoices):
    """Why there is this version."""

    EERSTE = "eerste", "Eerste plan"
    WIJZIGING = "wijziging", "Iets in het leven of in de afspraken is veranderd"
    BEZWAAR = "bezwaar", "Beslissing op bezwaar"
    VERHUIZING = "verhuizing", "Verhuisd naar onze gemeente"
    HERSTEL = "herstel", "Er stond een fout in het vorige plan"
    SCHAKELEN = "schakelen", "Schakelen naar een andere leerroute"
    AFSCHALEN = "afschalen", "Afschalen van examenonderdelen naar A2"


WISSEL = (Aanleiding.SCHAKELEN, Aanleiding.AFSCHALEN)


class Voortgangsreden(TextChoices):
    """Why another route: the two reasons the law knows (Wi 17.2)."""

    MINDER = "minder", "Minder voortgang dan de leerroute vraagt"
    MEER = "meer", "Meer voortgang dan de leerroute vraagt"


class TeLaatOorzaak(TextChoices):
    """Why a plan came after its ten weeks."""

    WACHTEN_OP_TOETS = "toets", "Wachten op de leerbaarheidstoets of de uitslag"
    WACHTEN_OP_DERDE = "derde", "Wachten op informatie van een ander (arts, school, deskundige)"
    NIET_GEKOMEN = "niet_gekomen", "Niet gekomen op oproepen of afspraken"
    TOLK = "tolk", "Geen tolk beschikbaar"
    ZIEKTE_PERSOON = "ziekte", "Ziekte of omstandigheden van de persoon"
    HUISVESTING = "huisvesting", "Verhuizing of huisvesting"
    CAPACITEIT = "capaciteit", "Te weinig tijd of bezetting bij de gemeente"
    LATE_MELDING = "melding", "Melding van DUO of een andere gemeente kwam laat"
    ANDERS = "anders", "Anders"
