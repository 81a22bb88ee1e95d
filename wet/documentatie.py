"""`docs/wet.md`: every rule and every norm, written from the code so that it cannot be stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wet.bronnen import voluit
from wet.invoer import schrijf
from wet.normen import NORMEN, Norm
from wet.regels import Regel, alle_regels, delen

_KOP = """# De wet in dit systeem

Dit bestand is gemaakt uit de code, met `python -m wet documentatie`. Wijzig het niet met de hand.

Elke regel is een functie in de kamer `wet/`: waarden erin, een antwoord eruit, met de stappen, de
artikelen en hoe zeker de lezing is. Vraag een regel met `python -m wet REGEL naam=waarde …`; met
`--json` komt het antwoord als gegevens. Wat nog niet bekend is, heet `onbekend`.
"""

_STREEP = r"\|"
"""A bar within a cell of a table."""

_ZEKERHEID = """## Hoe zeker

| woord | betekenis |
| --- | --- |
| geverifieerd | de tekst van de wet is gelezen en zegt dit |
| afgeleid | het volgt uit de tekst; laat een jurist kijken voordat er een zaak van afhangt |
| praktijk | zo gaat het, zonder tekst die het zegt |
"""


def documentatie() -> str:
    """The whole text.

    Bron: geen; de regels en normen noemen zelf hun bron.
    """
    return "\n".join((_KOP, _ZEKERHEID, *_regels(), *_normen()))


def _regels() -> Iterator[str]:
    per_kamer: dict[str, list[Regel]] = defaultdict(list)
    for regel in alle_regels().values():
        per_kamer[regel.functie.__module__.split(".")[1]].append(regel)
    yield f"## De {len(alle_regels())} regels\n"
    for kamer, regels in sorted(per_kamer.items()):
        yield f"### {kamer}\n"
        for regel in regels:
            yield _regel(regel)


def _regel(regel: Regel) -> str:
    vragen = "\n".join(
        f"| `{deel.naam}` | {deel.soort.uitleg.replace('|', _STREEP)} | "
        f"{'ja' if deel.verplicht else 'nee'} |"
        for deel in regel.parameters
    )
    tabel = f"| gegeven | hoe | verplicht |\n| --- | --- | --- |\n{vragen}\n\n" if vragen else ""
    return (
        f"#### `{regel.naam}`\n\n{regel.tekst}\n\n{tabel}Bron: {regel.bron}\n\n{_voorbeeld(regel)}"
    )


def _voorbeeld(regel: Regel) -> str:
    """The first example, with its answer step by step."""
    vraag = regel.voorbeelden[0]
    antwoord = regel.antwoord(delen(vraag.split()))
    stappen = "\n".join(f"{nummer}. {stap}" for nummer, stap in enumerate(antwoord.stappen, 1))
    bronnen = "; ".join(map(voluit, antwoord.bron))
    opdracht = f"python -m wet {regel.naam} {vraag}".rstrip()
    return f"```\n{opdracht}\n```\n\n{stappen}\n\n*{bronnen}. Zekerheid: {antwoord.zekerheid}.*\n"


def _normen() -> Iterator[str]:
    yield f"## De {len(NORMEN)} normen\n"
    yield "| norm | waarde | vanaf | tot en met | bron | zekerheid |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for naam in sorted(NORMEN):
        for rij in NORMEN[naam]:
            yield _norm(rij)
    yield ""


def _norm(rij: Norm) -> str:
    tot = schrijf(rij.geldig_tot) if rij.geldig_tot else ""
    return (
        f"| `{rij.naam}` | {rij} | {schrijf(rij.geldig_vanaf)} | {tot} | "
        f"{', '.join(rij.bron)} | {rij.zekerheid} |"
    )
