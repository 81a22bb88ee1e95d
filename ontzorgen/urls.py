from django.urls import path

from ontzorgen.views import (
    aanpassen,
    bank,
    batches,
    betaalregels,
    brieven,
    coaching,
    crediteuren,
    inhoudingen,
    lasten,
    overzicht,
    perioden,
    rekeningen,
    tekorten,
    toeslagen,
)

B = "ontzorgen/batches/"
C = "ontzorgen/crediteuren/"
EEN = C + "<int:crediteur_id>/"
REKENING = EEN + "rekeningen/<int:rekening_id>/"
D = "inburgeraars/<str:nummer>/ontzorgen/"
UITKERING = D + "bijstand/<int:uitkering_id>/"
LAST = D + "lasten/<int:last_id>/"
TOESLAG = D + "toeslagen/<int:toeslag_id>/"
VOORTZETTING = D + "voortzettingen/<int:voortzetting_id>/"
BETALING = D + "betalingen/<int:betaling_id>/"
COACHING = "inburgeraars/<str:nummer>/coaching/"

urlpatterns = [
    path("ontzorgen/", perioden.overzicht, name="ontzorgen-lijst"),
    path(D, perioden.ontzorgen, name="ontzorgen"),
    path(D + "bijstand/", perioden.bijstand, name="bijstand"),
    path(
        D + "bijstand/<int:uitkering_id>/", perioden.bijstand_corrigeren, name="bijstand-corrigeren"
    ),
    path(
        D + "bijstand/<int:uitkering_id>/herzien/",
        perioden.herzien,
        name="ontzorgen-herzien",
    ),
    path(D + "<int:periode_id>/regelen/", perioden.activeren, name="ontzorgen-regelen"),
    path(D + "<int:periode_id>/beeindigen/", perioden.beeindigen, name="ontzorgen-beeindigen"),
    # Batches of payments
    path(B, batches.overzicht, name="batches"),
    path(B + "maken/", batches.maken, name="batch-maken"),
    path(B + "<int:batch_id>/", batches.tonen, name="batch"),
    path(B + "<int:batch_id>/regels/", batches.regels, name="batch-regels"),
    path(B + "<int:batch_id>/bouwen/", batches.bouwen, name="batch-bouwen"),
    path(B + "<int:batch_id>/dag/", batches.dag, name="batch-dag"),
    path(B + "<int:batch_id>/klaarzetten/", batches.klaarzetten, name="batch-klaarzetten"),
    path(B + "<int:batch_id>/akkoord/", batches.akkoord, name="batch-akkoord"),
    path(B + "<int:batch_id>/terugnemen/", batches.terugnemen, name="batch-terugnemen"),
    path(B + "<int:batch_id>/weggooien/", batches.weggooien, name="batch-weggooien"),
    path(B + "<int:batch_id>/aanbieden/", batches.aanbieden, name="batch-aanbieden"),
    path(B + "<int:batch_id>/bestand/", batches.bestand, name="batch-bestand"),
    path(B + "<int:batch_id>/geboekt/", batches.geboekt, name="batch-geboekt"),
    path(B + "<int:batch_id>/geweigerd/", batches.geweigerd, name="batch-geweigerd"),
    path(B + "<int:batch_id>/herstellen/", batches.herstellen, name="batch-herstellen"),
    path("ontzorgen/bank/", bank.bank, name="bank"),
    # Creditors
    path(C, crediteuren.overzicht, name="crediteuren"),
    path(C + "nieuw/", crediteuren.nieuw, name="crediteur-nieuw"),
    path(EEN, crediteuren.tonen, name="crediteur"),
    path(EEN + "wijzigen/", crediteuren.wijzigen, name="crediteur-wijzigen"),
    path(EEN + "stoppen/", crediteuren.stoppen, name="crediteur-stoppen"),
    path(EEN + "hervatten/", crediteuren.hervatten, name="crediteur-hervatten"),
    path(EEN + "rekening/", rekeningen.voorstellen, name="crediteur-rekening"),
    path(EEN + "bedragen/", aanpassen.bedragen, name="crediteur-bedragen"),
    path(REKENING + "bevestigen/", rekeningen.bevestigen, name="crediteur-rekening-bevestigen"),
    path(REKENING + "afwijzen/", rekeningen.afwijzen, name="crediteur-rekening-afwijzen"),
    # How the municipality pays
    path("beheer/betalen/", betaalregels.wijzigen, name="betaalregels"),
    # Costs of a household
    path(UITKERING + "lasten/nieuw/", lasten.toevoegen, name="ontzorgen-last-nieuw"),
    path(UITKERING + "lasten/weglaten/", lasten.weglaten, name="ontzorgen-last-weglaten"),
    path(UITKERING + "maand/", lasten.netto, name="ontzorgen-netto"),
    path(LAST, lasten.last, name="ontzorgen-last"),
    path(LAST + "bedrag/", lasten.bedrag, name="ontzorgen-last-bedrag"),
    path(LAST + "einde/", lasten.einde, name="ontzorgen-last-einde"),
    path(LAST + "meekijken/", lasten.meekijken, name="ontzorgen-last-meekijken"),
    path(LAST + "overdragen/", lasten.overdragen, name="ontzorgen-last-overdragen"),
    path(LAST + "zelfstandig/", lasten.zelfstandig, name="ontzorgen-last-zelfstandig"),
    path(LAST + "weer-betalen/", lasten.weer_betalen, name="ontzorgen-last-weer-betalen"),
    path(LAST + "toch-betalen/", lasten.toch_betalen, name="ontzorgen-last-toch-betalen"),
    path(LAST + "verzoek/", tekorten.verzoek, name="ontzorgen-verzoek"),
    path(
        D + "verzoeken/<int:verzoek_id>/intrekken/",
        tekorten.intrekken,
        name="ontzorgen-verzoek-intrekken",
    ),
    path(
        D + "tekorten/<int:tekort_id>/oplossen/",
        tekorten.oplossen,
        name="ontzorgen-tekort-oplossen",
    ),
    path(
        D + "oplossingen/<int:oplossing_id>/heropenen/",
        tekorten.heropenen,
        name="ontzorgen-tekort-heropenen",
    ),
    path(BETALING + "opnieuw/", tekorten.opnieuw, name="ontzorgen-betaling-opnieuw"),
    path(BETALING + "niet-opnieuw/", tekorten.niet_opnieuw, name="ontzorgen-betaling-niet-opnieuw"),
    # Allowances, and going on after the six months
    path(UITKERING + "toeslagen/nieuw/", toeslagen.aanvragen, name="ontzorgen-toeslag-nieuw"),
    path(TOESLAG + "wijzigen/", toeslagen.wijzigen, name="ontzorgen-toeslag-wijzigen"),
    path(TOESLAG + "ontvangen/", toeslagen.ontvangen, name="ontzorgen-toeslag-ontvangen"),
    path(TOESLAG + "afwijzen/", toeslagen.afwijzen, name="ontzorgen-toeslag-afwijzen"),
    path(TOESLAG + "terugzetten/", toeslagen.terugzetten, name="ontzorgen-toeslag-terugzetten"),
    path(UITKERING + "voortzetten/", toeslagen.voortzetten, name="ontzorgen-voortzetten"),
    path(
        VOORTZETTING + "beeindigen/",
        toeslagen.voortzetting_beeindigen,
        name="ontzorgen-voortzetting-beeindigen",
    ),
    path(
        VOORTZETTING + "intrekken/",
        toeslagen.voortzetting_intrekken,
        name="ontzorgen-voortzetting-intrekken",
    ),
    # --- Coaching ---
    path(COACHING, coaching.coaching, name="coaching"),
    path(COACHING + "plannen/", coaching.plannen, name="coaching-plannen"),
    path(COACHING + "<int:coachmoment_id>/wijzigen/", coaching.wijzigen, name="coaching-wijzigen"),
    path(COACHING + "<int:coachmoment_id>/houden/", coaching.houden, name="coaching-houden"),
    path(
        COACHING + "<int:coachmoment_id>/vervallen/", coaching.vervallen, name="coaching-vervallen"
    ),
    path(
        COACHING + "<int:coachmoment_id>/terugzetten/",
        coaching.terugzetten,
        name="coaching-terugzetten",
    ),
    # --- Letters about what we pay ---
    path(D + "brieven/", brieven.brieven, name="ontzorgen-brieven"),
    path(D + "brieven/begin/", brieven.start_maken, name="ontzorgen-brief-start"),
    path(D + "brieven/einde/", brieven.einde_maken, name="ontzorgen-brieven-einde"),
    path(D + "brieven/<int:brief_id>/", brieven.brief, name="ontzorgen-brief"),
    # --- What was paid, and what is kept back ---
    path("ontzorgen/overzicht/", overzicht.overzicht, name="ontzorgen-overzicht"),
    path(
        "ontzorgen/overzicht/<int:jaar>/<int:maand>/",
        overzicht.maand,
        name="ontzorgen-overzicht-maand",
    ),
    path("ontzorgen/overzicht/overzicht.xlsx", overzicht.xlsx, name="ontzorgen-overzicht-xlsx"),
    path(
        "ontzorgen/batches/<int:batch_id>/inhoudingen.csv",
        inhoudingen.csv,
        name="ontzorgen-inhoudingen",
    ),
]
