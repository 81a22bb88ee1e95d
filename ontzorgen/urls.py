from django.urls import path

from ontzorgen import views

D = "inburgeraars/<str:nummer>/ontzorgen/"

urlpatterns = [
    path("ontzorgen/", views.overzicht, name="ontzorgen-lijst"),
    path(D, views.ontzorgen, name="ontzorgen"),
    path(D + "bijstand/", views.bijstand, name="bijstand"),
    path(D + "bijstand/<int:uitkering_id>/", views.bijstand_corrigeren, name="bijstand-corrigeren"),
    path(
        D + "bijstand/<int:uitkering_id>/herzien/",
        views.herzien,
        name="ontzorgen-herzien",
    ),
    path(D + "<int:periode_id>/regelen/", views.activeren, name="ontzorgen-regelen"),
    path(D + "<int:periode_id>/beeindigen/", views.beeindigen, name="ontzorgen-beeindigen"),
]
