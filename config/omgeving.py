"""The environment of a process: read once, checked, refused with a word on what to do."""

import base64
import binascii
import sys

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

SLEUTEL_BYTES = 32
KORTSTE_SECRET = 50


def verplicht(naam: str, wat_te_doen: str) -> str:
    waarde: str = env.str(naam, default="").strip()
    if not waarde:
        raise ImproperlyConfigured(f"De omgevingsvariabele {naam} ontbreekt. {wat_te_doen}")
    return waarde


def sleutel(naam: str) -> bytes:
    """32 random bytes in base64: `openssl rand -base64 32` makes one."""
    tekst = verplicht(naam, "Maak een sleutel met: openssl rand -base64 32")
    try:
        waarde = base64.b64decode(tekst, validate=True)
    except binascii.Error as fout:
        raise ImproperlyConfigured(f"{naam} is geen geldige base64.") from fout
    if len(waarde) != SLEUTEL_BYTES:
        raise ImproperlyConfigured(
            f"{naam} moet {SLEUTEL_BYTES} bytes zijn, niet {len(waarde)}. "
            "Maak een sleutel met: openssl rand -base64 32"
        )
    return waarde


def weiger_onveilig(*, demo: bool, debug: bool, secret: str, hosts: list[str], site: str) -> None:
    """Outside demo mode the system does not start with a setting that would endanger people."""
    if demo:
        return
    fouten = []
    if debug:
        fouten.append("DEBUG staat aan: foutpagina's zouden persoonsgegevens tonen. Zet DEBUG uit.")
    if len(secret) < KORTSTE_SECRET:
        fouten.append(
            f"SECRET_KEY is korter dan {KORTSTE_SECRET} tekens. "
            "Maak een nieuwe met: openssl rand -base64 64"
        )
    if not hosts or "*" in hosts:
        fouten.append("ALLOWED_HOSTS moet de eigen hostnamen noemen, niet '*'.")
    if not site.startswith("https://"):
        fouten.append("SITE_URL moet met https:// beginnen: zonder versleuteling gaat het niet.")
    if fouten:
        regels = "\n".join(f"- {fout}" for fout in fouten)
        raise ImproperlyConfigured(
            f"Deze instellingen zijn buiten demomodus niet veilig:\n{regels}"
        )


def in_test() -> bool:
    return "pytest" in sys.modules
