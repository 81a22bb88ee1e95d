"""The paragraphs a functional manager may rewrite, with the words they have until then.

Each is plain text; an empty line starts a new paragraph. What the law fixes (the decision, the
terms, where to object) stands in the letters themselves and cannot be written away.
"""

STANDAARD: dict[str, tuple[str, str]] = {
    "pip_inleiding": (
        "PIP: inleiding",
        "In dit plan staat wat u gaat doen om in te burgeren, en hoe wij u daarbij helpen. "
        "Wij hebben het plan met u besproken. Bewaar deze brief goed.",
    ),
    "pip_begeleiding": (
        "PIP: begeleiding",
        "Uw consulent volgt samen met u hoe het gaat. U kunt de consulent altijd bellen of mailen, "
        "ook als iets niet lukt.",
    ),
    "pip_rechten_en_plichten": (
        "PIP: rechten en plichten",
        "U werkt mee aan dit plan. Dat betekent: u gaat naar de lessen en de gesprekken, en u laat "
        "het weten als u niet kunt komen.\n\n"
        "Verandert er iets in uw leven waardoor het plan niet meer past? Vertel het ons. "
        "Dan kijken we samen of het plan anders moet.",
    ),
    "pip_contact": (
        "PIP: contact",
        "Begrijpt u deze brief niet helemaal? Bel of mail uw consulent. Wij leggen de brief uit, "
        "als het nodig is met een tolk.",
    ),
}
