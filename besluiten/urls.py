from django.urls import path

from besluiten.views import besluiten, briefteksten, brieven

urlpatterns = [
    path(
        "inburgeraars/<str:nummer>/besluiten/<int:besluit_id>/bekendmaken/",
        besluiten.bekendmaken,
        name="bekendmaken",
    ),
    path(
        "inburgeraars/<str:nummer>/besluiten/<int:besluit_id>/bundel/",
        besluiten.bundel,
        name="besluit-bundel",
    ),
    path("inburgeraars/<str:nummer>/documenten/brieven/", brieven.brieven, name="brieven"),
    path(
        "inburgeraars/<str:nummer>/documenten/brieven/<int:brief_id>/verzenden/",
        brieven.verzenden,
        name="brief-verzenden",
    ),
    path("beheer/brieven/", briefteksten.briefteksten, name="briefteksten"),
    path("beheer/brieven/<int:brieftekst_id>/", briefteksten.brieftekst, name="brieftekst"),
]
