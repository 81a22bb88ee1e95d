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
    "pip_inleiding_wijziging": (
        "PIP: inleiding bij een nieuwe versie",
        "Uw plan is veranderd. In deze brief staat wat er anders wordt, en hoe uw hele plan er nu "
        "uitziet. Bewaar deze brief goed.",
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
    "pip_als_het_niet_lukt": (
        "PIP: als het niet lukt",
        "Lukt iets uit het plan niet? Bijvoorbeeld door ziekte, een zwangerschap of problemen "
        "thuis? Vertel het ons meteen. Dan zoeken we samen naar een oplossing.\n\n"
        "Komt u niet zonder het te laten weten? Dan vragen wij u eerst wat er aan de hand is.",
    ),
    "pip_voorstel_begeleiding": (
        "PIP: voorstel voor de begeleiding",
        "U hebt een vaste consulent. Met de consulent praat u een paar keer per jaar over hoe het "
        "gaat met de lessen, het werk en uw leven hier.",
    ),
    "pip_voorstel_maatschappelijk": (
        "PIP: voorstel voor de maatschappelijke begeleiding",
        "In het begin krijgt u praktische hulp bij het regelen van uw zaken, zoals een "
        "zorgverzekering, een huisarts, school voor de kinderen en toeslagen. U krijgt ook uitleg "
        "over hoe dat in Nederland werkt.",
    ),
    "pip_voorstel_ontzorgen": (
        "PIP: voorstel voor het ontzorgen",
        "Zes maanden lang betalen wij uw huur, gas, water, stroom en zorgverzekering. Dat geld "
        "gaat van uw uitkering af. Zo hebt u tijd om te leren. Wij helpen u om het daarna zelf te "
        "doen.",
    ),
    "pip_contact": (
        "PIP: contact",
        "Begrijpt u deze brief niet helemaal? Bel of mail uw consulent. Wij leggen de brief uit, "
        "als het nodig is met een tolk.",
    ),
    "ontzorgen_start_uitleg": (
        "Vaste lasten: uitleg bij het begin",
        "Wij betalen deze rekeningen voor u. Het geld gaat van uw bijstand af. Wat overblijft, "
        "krijgt u op uw eigen rekening.\n\n"
        "Krijgt u zelf een rekening voor een van deze lasten? Betaal die niet, maar bel ons. "
        "Zo wordt niets twee keer betaald.",
    ),
    "ontzorgen_einde_wat_doen": (
        "Vaste lasten: wat u doet als u zelf gaat betalen",
        "Bel of mail elk bedrijf in het overzicht. Zeg dat u vanaf nu zelf betaalt, en noem uw "
        "kenmerk. Vraag of zij het geld elke maand van uw rekening halen (automatische incasso). "
        "Dan vergeet u niets.\n\n"
        "U krijgt vanaf dan uw hele bijstand op uw eigen rekening. Zorg dat het geld voor deze "
        "rekeningen op uw rekening blijft staan.\n\n"
        "Vindt u dit moeilijk? Vertel het ons of uw coach. Wij helpen u.",
    ),
    "toets_meenemen": (
        "Leerbaarheidstoets: wat neemt u mee",
        "Neem deze brief mee, en uw verblijfsdocument of paspoort. Hebt u een bril of een "
        "gehoorapparaat? Neem die ook mee.",
    ),
}
