"""In which languages a sheet may be printed, and when a check may be recorded."""

from __future__ import annotations

from datetime import date

from besluiten.models import Vertaling
from besluiten.toelichting import Blad
from inburgering.geweigerd import Geweigerd


def check_taal(blad: Blad, vertaling: Vertaling | None) -> None:
    """What nobody checked, is not given to anybody."""
    if blad.geleverd:
        return
    if vertaling is None:
        raise Geweigerd(
            f"De tekst in het {blad.naam} is niet nagekeken. "
            "De beheerder legt vast wie de tekst heeft nagekeken.",
            veld="taal",
        )
    if vertaling.sha256 != blad.sha256:
        raise Geweigerd(
            f"De tekst in het {blad.naam} is veranderd nadat hij is nagekeken. "
            "Laat de nieuwe tekst nakijken.",
            veld="taal",
        )


def check_vertaling_vastleggen(
    blad: Blad, *, sha256: str, nagekeken_op: date, vandaag: date
) -> None:
    """`sha256` is of the text the person had in front of them."""
    if blad.geleverd:
        raise Geweigerd("Deze tekst is nagekeken geleverd. Er valt niets vast te leggen.")
    if blad.sha256 != sha256:
        raise Geweigerd("De tekst is intussen veranderd. Bekijk hem opnieuw.")
    if nagekeken_op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="nagekeken_op")
