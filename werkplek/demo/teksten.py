"""What consulenten wrote down, in the demo."""

from __future__ import annotations

from intake.models import OnderdeelSoort
from wet.leerroutes import Leerroute

INTAKE: dict[str, tuple[str, ...]] = {
    OnderdeelSoort.OPLEIDING_EN_WERK: (
        "Twaalf jaar school, daarna vier jaar gewerkt als elektricien.",
        "Zes jaar basisschool. Werkte op het land van de familie.",
        "Universiteit afgerond, gaf drie jaar les in wiskunde.",
    ),
    OnderdeelSoort.OMSTANDIGHEDEN: (
        "Woont met het gezin in de nieuwe woning. De oudste kinderen gaan naar school.",
        "Is alleen gekomen. De familie is nog in een ander land, dat geeft zorgen.",
    ),
    OnderdeelSoort.FYSIEK: (
        "Geen klachten die het leren in de weg staan.",
        "Rugklachten: kan niet lang achter elkaar zitten. Is bij de huisarts bekend.",
    ),
    OnderdeelSoort.MENTAAL: (
        "Slaapt goed, heeft zin om te beginnen.",
        "Slaapt slecht door wat eerder is gebeurd. Wil hierover met de huisarts praten.",
    ),
    OnderdeelSoort.VVE: (
        "De jongste gaat vier ochtenden per week naar de voorschool.",
        "Kind van drie: aanmelden voor de voorschool, consulent helpt.",
    ),
    OnderdeelSoort.TAAL: (
        "Kent het alfabet, spreekt enkele zinnen Nederlands.",
        "Nog geen Nederlands. Leest en schrijft de eigen taal goed.",
        "Heeft in de eigen taal niet leren lezen en schrijven.",
    ),
    OnderdeelSoort.WERK: (
        "Wil in de techniek werken. Kans op een leerwerkplek is goed.",
        "Eerst taal, daarna oriëntatie in de zorg.",
    ),
    OnderdeelSoort.NETWERK: (
        "Een zus woont in Groningen. De buren helpen met de fiets.",
        "Kent hier nog niemand. De Schans zoekt een maatje.",
    ),
    OnderdeelSoort.ICT: (
        "Gebruikt de telefoon voor alles. Een computer is nieuw.",
        "Kan mailen en zoeken op internet.",
    ),
    OnderdeelSoort.FINANCIEN: (
        "Er is een schuld aan de familie voor de reis. Verder geen zorgen.",
        "Weet nog niet hoe de toeslagen gaan.",
    ),
    OnderdeelSoort.WENSEN: (
        "Wil eerst werken en later een diploma halen.",
        "Wil voor mensen zorgen, het liefst in een ziekenhuis.",
    ),
    OnderdeelSoort.ZELFREDZAAMHEID: (
        "Regelt post en bank zelf, vraagt hulp bij toeslagen.",
        "Heeft bij post, bank en afspraken nog hulp nodig van De Schans.",
    ),
}

# Facts that go with any of the texts.
FEITEN: dict[str, dict[str, object]] = {
    OnderdeelSoort.TAAL: {"taalniveau": "pre_a1"},
    OnderdeelSoort.ICT: {"ict_niveau": "voldoende"},
    OnderdeelSoort.WERK: {"uren_per_week": 24},
}

MOTIVERING: dict[Leerroute, str] = {
    Leerroute.B: (
        "U kunt goed leren en u wilt graag werken. Uit de brede intake blijkt dat niveau B1 voor u "
        "haalbaar is binnen drie jaar."
    ),
    Leerroute.O: (
        "U hebt gezegd dat u een opleiding wilt doen. Uit de brede intake blijkt dat u een grote "
        "kans hebt om een diploma te halen."
    ),
    Leerroute.Z: (
        "U hebt weinig onderwijs gehad. Uit de brede intake blijkt dat het examen voor u niet "
        "haalbaar is binnen drie jaar. In deze route leert u de taal en doet u mee."
    ),
}
BEGELEIDING = (
    "Uw consulent spreekt u in het eerste jaar elke twee maanden. De Schans helpt u met post, "
    "school en vervoer. Lukt iets niet, dan zoeken wij samen een oplossing."
)
