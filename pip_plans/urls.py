from django.urls import path

from pip_plans.views import besluit, bijlagen, overnemen, pip, wisselen

D = "inburgeraars/<str:nummer>/pip/"
P = D + "<int:pip_id>/"

urlpatterns = [
    path(D, pip.pip, name="pip"),
    path(D + "opstellen/", pip.opstellen, name="pip-opstellen"),
    path(D + "vorige-gemeente/", overnemen.vorige, name="pip-vorige"),
    path(D + "op-papier/", overnemen.papier, name="pip-papier"),
    path(D + "schakelen/", wisselen.schakelen, name="pip-schakelen"),
    path(D + "afschalen/", wisselen.afschalen, name="pip-afschalen"),
    path(P, besluit.versie, name="pip-versie"),
    path(P + "wijzigen/", pip.wijzigen, name="pip-wijzigen"),
    path(P + "aanvullen/", pip.aanvullen, name="pip-aanvullen"),
    path(P + "bijlagen/", bijlagen.bijlagen, name="pip-bijlagen"),
    path(P + "bijlagen/kiezen/", bijlagen.bijlage_kiezen, name="pip-bijlage-kiezen"),
    path(
        D + "bijlagen/<int:bijlage_id>/weghalen/",
        bijlagen.bijlage_weghalen,
        name="pip-bijlage-weghalen",
    ),
    path(P + "voorbeeld/", pip.voorbeeld, name="pip-voorbeeld"),
    path(P + "voorleggen/", pip.voorleggen, name="pip-voorleggen"),
    path(P + "terugnemen/", pip.terugnemen, name="pip-terugnemen"),
    path(P + "vaststellen/", besluit.vaststellen, name="pip-vaststellen"),
    path(P + "toelichting/", besluit.toelichting, name="pip-toelichting"),
    path(P + "intrekken/", besluit.intrekken, name="pip-intrekken"),
]
