"""`verwijtbaar` is asked only where DUO takes it."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from wet.duo import Vlag


def check_verwijtbaar_elders(vlag: Vlag, verwijtbaar: bool | None, *, gemeld: bool) -> None:
    """Of what another municipality closed. `gemeld`: it told DUO, so nothing is asked here."""
    if not gemeld:
        check_verwijtbaar(vlag, verwijtbaar)
    elif verwijtbaar is not None:
        raise Geweigerd(
            "De andere gemeente heeft dit al gemeld: laat dit leeg.", veld="verwijtbaar"
        )


def check_verwijtbaar(
    vlag: Vlag, verwijtbaar: bool | None, *, mag: bool = True, veld: str = "verwijtbaar"
) -> None:
    """Within the term nothing, soon after it yes or no, later only yes.

    Whether it is the person's fault is for the municipality: `mag`.
    """
    if vlag is Vlag.NIET_VRAGEN and verwijtbaar is not None:
        raise Geweigerd(
            "Deze datum ligt binnen de termijn: dan vraagt DUO dit niet. Laat het leeg.",
            veld=veld,
        )
    if vlag is not Vlag.NIET_VRAGEN and not mag:
        raise Geweigerd(
            "De termijn is voorbij. De consulent legt dit vast, en of het verwijtbaar is.",
            veld=veld,
        )
    if vlag is not Vlag.NIET_VRAGEN and verwijtbaar is None:
        raise Geweigerd("Deze datum ligt na de termijn: kies of dat verwijtbaar is.", veld=veld)
    if vlag is Vlag.ALLEEN_JA and verwijtbaar is False:
        raise Geweigerd(
            "De termijn is te lang voorbij: ‘Nee’ neemt DUO niet meer aan. Was er geen verwijt, "
            "vraag DUO dan eerst om de termijn te verlengen.",
            veld=veld,
        )
