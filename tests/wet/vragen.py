"""A rule asked as one would type it: `vraag("bezwaartermijn bekendmaking=2022-03-16")`."""

from datetime import date

from wet.regels import alle_regels, delen

VANDAAG = date(2026, 3, 2)


def vraag(tekst):
    """The whole answer."""
    naam, *rest = tekst.split()
    return alle_regels()[naam].antwoord(delen(rest), vandaag=VANDAAG)


def uitkomst(tekst):
    """The outcome in plain values, as the command line prints it with --json."""
    return vraag(tekst).als_dict()["uitkomst"]
