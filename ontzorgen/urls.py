from django.urls import path

from ontzorgen.views import perioden

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
]
