from django.urls import path

from intake.views import intake, toets

D = "inburgeraars/<str:nummer>/intake/"

urlpatterns = [
    path(D, intake.intake, name="intake"),
    path(D + "starten/", intake.starten, name="intake-starten"),
    path(D + "gegevens/", intake.gegevens, name="intake-gegevens"),
    path(D + "toets/", toets.toets, name="intake-toets"),
    path(D + "toets/ontheffen/", toets.ontheffen, name="intake-toets-ontheffen"),
    path(D + "afronden/", intake.afronden, name="intake-afronden"),
    path(D + "heropenen/", intake.heropenen, name="intake-heropenen"),
    path(D + "<slug:soort>/", intake.onderdeel, name="intake-onderdeel"),
]
