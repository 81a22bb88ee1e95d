from django.urls import path

from ontzorgen.views import (
    aanpassen,
    bank,
    batches,
    betaalregels,
    crediteuren,
    perioden,
    rekeningen,
)

B = "ontzorgen/batches/"
C = "ontzorgen/crediteuren/"
EEN = C + "<int:crediteur_id>/"
REKENING = EEN + "rekeningen/<int:rekening_id>/"
D = "inburgeraars/<str:nummer>/ontzorgen/"

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
]
