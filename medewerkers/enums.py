"""Roles as people know them, with what each is for."""

from django.db.models import TextChoices


class Rol(TextChoices):
    CONSULENT = "consulent", "Consulent"
    OOV = "oov", "Openbare Orde en Veiligheid"
    ADMINISTRATIE = "administratie", "Uitkeringsadministratie"
    TEAMLEIDER = "teamleider", "Teamleider"
    JURIST = "jurist", "Jurist"
    CONTRACTBEHEER = "contractbeheer", "Contractbeheer"
    MANAGEMENT = "management", "Management en beleid"
    PARTNER = "partner", "Partner (De Schans / VluchtelingenWerk)"
    BEHEERDER = "beheerder", "Functioneel beheerder"

    @property
    def omschrijving(self) -> str:
        return OMSCHRIJVINGEN[self]


OMSCHRIJVINGEN: dict[Rol, str] = {
    Rol.CONSULENT: (
        "Begeleidt inburgeraars van team Mens & Gezin. Ziet alle dossiers van het team, "
        "behalve gesloten dossiers en betaalbatches."
    ),
    Rol.OOV: (
        "Ontvangt overdrachten van het COA, regelt woningen en bewaakt de taakstelling. "
        "Ziet van een dossier alleen de identiteit en de huisvesting."
    ),
    Rol.ADMINISTRATIE: (
        "Betaalt de vaste lasten tijdens het ontzorgen. "
        "Ziet van een dossier alleen de identiteit en het ontzorgen."
    ),
    Rol.TEAMLEIDER: (
        "Als consulent, voor het hele team. Verdeelt het werk, sluit dossiers af voor anderen "
        "en geeft akkoord waar vier ogen gevraagd zijn."
    ),
    Rol.JURIST: "Behandelt bezwaren en juridische toetsen.",
    Rol.CONTRACTBEHEER: "Beheert aanbieders en contracten. Ziet getallen zonder namen.",
    Rol.MANAGEMENT: "Ziet stuurinformatie: alleen getallen, geen namen.",
    Rol.PARTNER: "Ziet alleen de mensen die aan de eigen organisatie zijn toegewezen.",
    Rol.BEHEERDER: (
        "Beheert accounts, gemeentegegevens en brieven, en ziet wie welk dossier opende. "
        "Ziet zelf geen dossiers."
    ),
}
