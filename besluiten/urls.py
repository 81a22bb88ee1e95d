from django.urls import path

from besluiten.views import (
    besluiten,
    bezwaar,
    bezwaarhandelingen,
    briefteksten,
    brieven,
    logo,
    vertalingen,
)

_BEZWAAR = "inburgeraars/<str:nummer>/bezwaren/<int:bezwaar_id>/"

urlpatterns = [
    path("bezwaren/", bezwaar.bezwaren, name="bezwaren"),
    path("inburgeraars/<str:nummer>/bezwaren/", bezwaar.van_dossier, name="bezwaren-dossier"),
    path(
        "inburgeraars/<str:nummer>/bezwaren/tegen/<int:besluit_id>/",
        bezwaar.registreren,
        name="bezwaar-registreren",
    ),
    path(_BEZWAAR, bezwaar.bezwaar, name="bezwaar"),
    path(f"{_BEZWAAR}voorbeeld/", bezwaar.voorbeeld, name="bezwaar-voorbeeld"),
    path(f"{_BEZWAAR}bevestigen/", bezwaarhandelingen.bevestigen, name="bezwaar-bevestigen"),
    path(f"{_BEZWAAR}wijzigen/", bezwaarhandelingen.wijzigen, name="bezwaar-wijzigen"),
    path(f"{_BEZWAAR}aanvullen/", bezwaarhandelingen.verzuim, name="bezwaar-verzuim"),
    path(f"{_BEZWAAR}aangevuld/", bezwaarhandelingen.aangevuld, name="bezwaar-aangevuld"),
    path(f"{_BEZWAAR}verdagen/", bezwaarhandelingen.verdagen, name="bezwaar-verdagen"),
    path(f"{_BEZWAAR}te-laat/", bezwaarhandelingen.te_laat, name="bezwaar-te-laat"),
    path(
        f"{_BEZWAAR}hoorzitting/",
        bezwaarhandelingen.hoorzitting_plannen,
        name="bezwaar-hoorzitting",
    ),
    path(f"{_BEZWAAR}gehoord/", bezwaarhandelingen.gehoord, name="bezwaar-gehoord"),
    path(f"{_BEZWAAR}niet-horen/", bezwaarhandelingen.niet_horen, name="bezwaar-niet-horen"),
    path(
        f"{_BEZWAAR}beslissing/",
        bezwaarhandelingen.beslissing_schrijven,
        name="bezwaar-beslissing",
    ),
    path(f"{_BEZWAAR}beslissen/", bezwaarhandelingen.beslissen, name="bezwaar-beslissen"),
    path(f"{_BEZWAAR}intrekken/", bezwaarhandelingen.intrekken, name="bezwaar-intrekken"),
    path(f"{_BEZWAAR}bekendmaken/", bezwaarhandelingen.bekendmaken, name="bezwaar-bekendmaken"),
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
    path("beheer/gemeente/logo/", logo.logo, name="logo"),
    path("beheer/gemeente/logo/beeld/", logo.beeld, name="logo-beeld"),
    path("beheer/gemeente/logo/weghalen/", logo.weghalen, name="logo-weghalen"),
    path("beheer/vertalingen/", vertalingen.vertalingen, name="vertalingen"),
    path("beheer/vertalingen/<slug:taal>/", vertalingen.nagekeken, name="vertaling-nagekeken"),
    path(
        "beheer/vertalingen/<slug:taal>/voorbeeld/",
        vertalingen.voorbeeld,
        name="vertaling-voorbeeld",
    ),
    path("beheer/brieven/<int:brieftekst_id>/", briefteksten.brieftekst, name="brieftekst"),
]
