from django.urls import path

from inburgering.views import contact, dossier, persoon

D = "inburgeraars/<str:nummer>/"

urlpatterns = [
    path("inburgeraars/nieuw/", persoon.nieuw_dossier, name="nieuw-dossier"),
    path(D + "persoon/", persoon.persoon, name="persoon"),
    path(D + "persoon/bsn/", persoon.bsn, name="bsn"),
    path(D + "persoon/wijzigen/", persoon.wijzigen, name="persoon-wijzigen"),
    path(D + "persoon/gezinslid/", persoon.gezinslid, name="gezinslid"),
    path(
        D + "persoon/gezinslid/<int:lid_id>/",
        persoon.gezinslid_wijzigen,
        name="gezinslid-wijzigen",
    ),
    path(D + "persoon/plicht/", persoon.plicht, name="plicht"),
    path(
        D + "persoon/plicht/<int:plicht_id>/", persoon.plicht_corrigeren, name="plicht-corrigeren"
    ),
    path(D + "persoon/vrijstelling/", persoon.vrijstelling, name="vrijstelling"),
    path(D + "persoon/ontheffing/", persoon.ontheffing, name="ontheffing"),
    path(D + "persoon/adres/", persoon.verblijf, name="verblijf"),
    path(
        D + "persoon/adres/<int:verblijf_id>/",
        persoon.verblijf_corrigeren,
        name="verblijf-corrigeren",
    ),
    path(D + "persoon/verblijfsrecht/", persoon.verblijfsrecht, name="verblijfsrecht"),
    path(
        D + "persoon/verblijfsrecht/<int:verblijfsrecht_id>/",
        persoon.verblijfsrecht_corrigeren,
        name="verblijfsrecht-corrigeren",
    ),
    path(D + "contact/", contact.contact, name="contact"),
    path(D + "contact/notitie/", contact.notitie, name="notitie"),
    path(D + "contact/moment/", contact.contactmoment, name="contactmoment"),
    path(D + "contact/afspraak/", contact.afspraak, name="afspraak"),
    path(
        D + "contact/afspraak/<int:afspraak_id>/afzeggen/",
        contact.afspraak_afzeggen,
        name="afspraak-afzeggen",
    ),
    path(
        D + "contact/afspraak/<int:afspraak_id>/agenda.ics",
        contact.afspraak_agenda,
        name="afspraak-agenda",
    ),
    path(D + "documenten/", contact.documenten, name="documenten"),
    path(D + "documenten/<int:document_id>/", contact.document, name="document"),
    path(D + "taak/", contact.taak, name="taak"),
    path(D + "beheren/", dossier.beheren, name="beheren"),
    path(D + "beheren/toewijzen/", dossier.toewijzen, name="toewijzen"),
    path(D + "beheren/partner/", dossier.partner, name="partner-toewijzen"),
    path(D + "beheren/opschorten/", dossier.opschorten, name="opschorten"),
    path(D + "beheren/hervatten/", dossier.hervatten, name="hervatten"),
    path(D + "beheren/voltooien/", dossier.voltooien, name="voltooien"),
    path(D + "beheren/termijn/<int:termijn_id>/verlengen/", dossier.verlengen, name="verlengen"),
    path(D + "beheren/beeindigen/", dossier.beeindigen, name="beeindigen"),
    path(D + "beheren/sluiten/", dossier.sluiten, name="sluiten"),
    path(D + "beheren/openstellen/", dossier.openstellen, name="openstellen"),
    path(D + "beheren/samenvoegen/", dossier.samenvoegen, name="samenvoegen"),
    path(D + "beheren/schakel/<int:schakelnummer>/<slug:wat>/", dossier.schakel, name="schakel"),
    path("taken/<int:taak_id>/geven/", contact.taak_geven, name="taak-geven"),
    path("taken/<int:taak_id>/oppakken/", contact.taak_oppakken, name="taak-oppakken"),
    path("taken/<int:taak_id>/afdoen/", contact.taak_afdoen, name="taak-afdoen"),
    path("concept/", contact.concept, name="concept"),
    path("concept/wissen/", contact.concept_wissen, name="concept-wissen"),
]
