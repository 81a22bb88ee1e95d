from django.urls import path

from leerroutes.views import (
    aanbieders,
    aanbieders_contract,
    aanbod,
    afronding,
    afzien,
    begeleiding,
    deelname,
    eindgesprek,
    enquete,
    examens,
    gesprekken,
    klachten,
    koers,
    ondertussen,
    plaatsingen,
    plekken,
    pvt,
    pvt_elders,
    pvt_verklaring,
    taalschakel,
    traject,
    uren,
    verhuizing,
    vragenlijst,
    vrijwilligers,
    werkgevers,
)
from leerroutes.views import map as mapviews

L = "inburgeraars/<str:nummer>/leerroute/"
A = "aanbieders/"
EEN = "aanbieders/<int:aanbieder_id>/"
B = "inburgeraars/<str:nummer>/begeleiding/"
PVT = "pvt/"
V = "vrijwilligers/"
EXAMEN = L + "examens/<int:examen_id>/"
SCHAKEL = L + "examens/taalschakel/<int:taalschakel_id>/"
AANBOD = L + "aanbod/<int:aanbod_id>/"
DEELNAME = L + "lessen/<int:deelname_id>/"
GESPREK = L + "gesprekken/<int:gesprek_id>/"
MOMENT = B + "momenten/<int:begeleidingsmoment_id>/"
BIJEENKOMST = PVT + "<int:bijeenkomst_id>/"
VRIJWILLIGER = V + "<int:vrijwilliger_id>/"

urlpatterns = [
    # Progress and the end of the chain
    path(L, traject.leerroute, name="leerroute"),
    path(L + "afronden/", afronding.afronden, name="leerroute-afronden"),
    path(L + "afronden/schakel-4/", afronding.schakel, name="leerroute-schakel-afronden"),
    path(L + "afronden/melden/", afronding.melden, name="leerroute-melden"),
    path(L + "afronden/certificaat/", afronding.certificaat, name="leerroute-certificaat"),
    path(L + "afronden/begeleiding/", afronding.begeleiding, name="leerroute-begeleiding-einde"),
    path(L + "afronden/verschil/", afronding.verschil, name="leerroute-verschil"),
    # Lessons and hours
    path(L + "lessen/", aanbod.lessen, name="leerroute-lessen"),
    path(L + "aanbod/doen/", aanbod.aanbod_doen, name="leerroute-aanbod-doen"),
    path(L + "aanbod/afzien/", afzien.afzien, name="leerroute-aanbod-afzien"),
    path(L + "aanbod/toch/", afzien.toch_aanbieden, name="leerroute-aanbod-toch"),
    path(AANBOD + "aanvaarden/", aanbod.aanvaarden, name="leerroute-aanbod-aanvaarden"),
    path(AANBOD + "weigeren/", aanbod.weigeren, name="leerroute-aanbod-weigeren"),
    path(AANBOD + "wachtlijst/", aanbod.op_wachtlijst, name="leerroute-aanbod-wachtlijst"),
    path(AANBOD + "starten/", aanbod.starten, name="leerroute-aanbod-starten"),
    path(AANBOD + "beeindigen/", aanbod.beeindigen, name="leerroute-aanbod-beeindigen"),
    path(AANBOD + "wijzigen/", aanbod.wijzigen, name="leerroute-aanbod-wijzigen"),
    path(
        AANBOD + "antwoord-terugnemen/",
        aanbod.antwoord_terugnemen,
        name="leerroute-aanbod-antwoord-terugnemen",
    ),
    path(AANBOD + "brief/", aanbod.brief, name="leerroute-aanbod-brief"),
    path(L + "verklaring/", aanbod.verklaring, name="leerroute-verklaring"),
    path(L + "lessen/starten/", deelname.starten, name="leerroute-deelname-starten"),
    path(DEELNAME + "wijzigen/", deelname.wijzigen, name="leerroute-deelname-wijzigen"),
    path(DEELNAME + "beeindigen/", deelname.beeindigen, name="leerroute-deelname-beeindigen"),
    path(DEELNAME + "hervatten/", deelname.hervatten, name="leerroute-deelname-hervatten"),
    path(L + "uren/", uren.uren, name="leerroute-uren"),
    path(L + "uren/nieuw/", uren.nieuw, name="leerroute-uren-nieuw"),
    path(L + "uren/<int:urenregel_id>/wijzigen/", uren.wijzigen, name="leerroute-uren-wijzigen"),
    path(L + "uren/<int:jaar>/<int:maand>/", uren.maand, name="leerroute-uren-maand"),
    path(
        L + "uren/<int:jaar>/<int:maand>/verwijderen/",
        uren.verwijderen,
        name="leerroute-uren-verwijderen",
    ),
    path("op-koers/", koers.op_koers, name="op-koers"),
    # Exams and modules
    path(L + "examens/", examens.examens, name="leerroute-examens"),
    path(
        L + "examens/aanmelden/<str:onderdeel>/",
        examens.aanmelden,
        name="leerroute-examen-aanmelden",
    ),
    path(EXAMEN + "wijzigen/", examens.wijzigen, name="leerroute-examen-wijzigen"),
    path(EXAMEN + "uitslag/", examens.uitslag, name="leerroute-examen-uitslag"),
    path(EXAMEN + "verwijderen/", examens.verwijderen, name="leerroute-examen-verwijderen"),
    path(L + "examens/taalschakel/", taalschakel.taalschakel, name="leerroute-taalschakel"),
    path(
        L + "examens/taalschakel/starten/",
        taalschakel.starten,
        name="leerroute-taalschakel-starten",
    ),
    path(SCHAKEL + "wijzigen/", taalschakel.wijzigen, name="leerroute-taalschakel-wijzigen"),
    path(SCHAKEL + "onderdelen/", taalschakel.delen, name="leerroute-taalschakel-delen"),
    path(SCHAKEL + "behalen/", taalschakel.behalen, name="leerroute-taalschakel-behalen"),
    path(SCHAKEL + "verlaten/", taalschakel.verlaten, name="leerroute-taalschakel-verlaten"),
    path(SCHAKEL + "hervatten/", taalschakel.hervatten, name="leerroute-taalschakel-hervatten"),
    path(L + "map/", mapviews.module, name="leerroute-map"),
    path(L + "map/thema/<str:thema>/", mapviews.thema, name="leerroute-map-thema"),
    path(L + "map/uren/", mapviews.uren, name="leerroute-map-uren"),
    path(L + "map/eindgesprek/", mapviews.eindgesprek, name="leerroute-map-eindgesprek"),
    path(L + "map/elders/", mapviews.elders, name="leerroute-map-elders"),
    path(L + "map/heropenen/", mapviews.heropenen, name="leerroute-map-heropenen"),
    path(L + "eindgesprek/", eindgesprek.eindgesprek, name="leerroute-eindgesprek"),
    path(L + "eindgesprek/voeren/", eindgesprek.voeren, name="leerroute-eindgesprek-voeren"),
    path(L + "eindgesprek/wijzigen/", eindgesprek.wijzigen, name="leerroute-eindgesprek-wijzigen"),
    path(
        L + "eindgesprek/ongedaan-maken/",
        eindgesprek.ongedaan_maken,
        name="leerroute-eindgesprek-ongedaan",
    ),
    # Talks
    path(L + "gesprekken/", gesprekken.gesprekken, name="leerroute-gesprekken"),
    path(L + "gesprekken/extra/", gesprekken.extra, name="leerroute-gesprek-extra"),
    path(GESPREK + "blad/", gesprekken.blad, name="leerroute-gesprek-blad"),
    path(GESPREK + "afspreken/", gesprekken.afspreken, name="leerroute-gesprek-afspreken"),
    path(GESPREK + "voeren/", gesprekken.voeren, name="leerroute-gesprek-voeren"),
    path(GESPREK + "corrigeren/", gesprekken.corrigeren, name="leerroute-gesprek-corrigeren"),
    path(GESPREK + "terugzetten/", gesprekken.terugzetten, name="leerroute-gesprek-terugzetten"),
    path(GESPREK + "niet-gekomen/", gesprekken.niet_gekomen, name="leerroute-gesprek-niet-gekomen"),
    path(GESPREK + "vervallen/", gesprekken.vervallen, name="leerroute-gesprek-vervallen"),
    # Taking part
    path(L + "participatie/", plaatsingen.participatie, name="leerroute-participatie"),
    path(L + "participatie/plaatsen/", plaatsingen.plaatsen, name="leerroute-plaatsen"),
    path(
        L + "participatie/<int:plaatsing_id>/starten/",
        plaatsingen.starten,
        name="leerroute-plaatsing-starten",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/niet-doorgaan/",
        plaatsingen.niet_doorgaan,
        name="leerroute-plaatsing-niet-doorgaan",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/beeindigen/",
        plaatsingen.beeindigen,
        name="leerroute-plaatsing-beeindigen",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/wijzigen/",
        plaatsingen.wijzigen,
        name="leerroute-plaatsing-wijzigen",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/hervatten/",
        plaatsingen.hervatten,
        name="leerroute-plaatsing-hervatten",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/subsidie-bespreken/",
        plaatsingen.subsidie_bespreken,
        name="leerroute-subsidie-bespreken",
    ),
    path(
        L + "participatie/<int:plaatsing_id>/uren/",
        plaatsingen.uren,
        name="leerroute-plaatsing-uren",
    ),
    path("participatie/", plekken.overzicht, name="participatie"),
    path("participatie/plekken/nieuw/", plekken.nieuw, name="participatie-plek-nieuw"),
    path("participatie/plekken/<int:plek_id>/", plekken.tonen, name="participatie-plek"),
    path(
        "participatie/plekken/<int:plek_id>/wijzigen/",
        plekken.wijzigen,
        name="participatie-plek-wijzigen",
    ),
    path(
        "participatie/plekken/<int:plek_id>/stoppen/",
        plekken.stoppen,
        name="participatie-plek-stoppen",
    ),
    path(
        "participatie/plekken/<int:plek_id>/hervatten/",
        plekken.hervatten,
        name="participatie-plek-hervatten",
    ),
    path(
        "participatie/werkgevers/",
        werkgevers.overzicht,
        name="participatie-werkgevers",
    ),
    path(
        "participatie/werkgevers/nieuw/",
        werkgevers.nieuw,
        name="participatie-werkgever-nieuw",
    ),
    path(
        "participatie/werkgevers/<int:werkgever_id>/",
        werkgevers.tonen,
        name="participatie-werkgever",
    ),
    path(
        "participatie/werkgevers/<int:werkgever_id>/wijzigen/",
        werkgevers.wijzigen,
        name="participatie-werkgever-wijzigen",
    ),
    path(
        "participatie/werkgevers/<int:werkgever_id>/stoppen/",
        werkgevers.stoppen,
        name="participatie-werkgever-stoppen",
    ),
    path(
        "participatie/werkgevers/<int:werkgever_id>/hervatten/",
        werkgevers.hervatten,
        name="participatie-werkgever-hervatten",
    ),
    path(
        "participatie/werkgevers/<int:werkgever_id>/vacature/",
        werkgevers.vacature_openen,
        name="participatie-vacature-openen",
    ),
    path(
        "participatie/vacatures/<int:vacature_id>/wijzigen/",
        werkgevers.vacature_wijzigen,
        name="participatie-vacature-wijzigen",
    ),
    path(
        "participatie/vacatures/<int:vacature_id>/vervullen/",
        werkgevers.vacature_vervullen,
        name="participatie-vacature-vervullen",
    ),
    path(
        "participatie/vacatures/<int:vacature_id>/vervallen/",
        werkgevers.vacature_laten_vervallen,
        name="participatie-vacature-laten-vervallen",
    ),
    path(
        "participatie/vacatures/<int:vacature_id>/heropenen/",
        werkgevers.vacature_heropenen,
        name="participatie-vacature-heropenen",
    ),
    # Guidance, PVT and volunteers
    path(B, begeleiding.begeleiding, name="begeleiding"),
    path(B + "starten/", begeleiding.starten, name="begeleiding-starten"),
    path(B + "wijzigen/", begeleiding.wijzigen, name="begeleiding-wijzigen"),
    path(B + "beeindigen/", begeleiding.beeindigen, name="begeleiding-beeindigen"),
    path(B + "hervatten/", begeleiding.hervatten, name="begeleiding-hervatten"),
    path(B + "verwijderen/", begeleiding.verwijderen, name="begeleiding-verwijderen"),
    path(B + "momenten/nieuw/", begeleiding.moment_nieuw, name="begeleiding-moment"),
    path(MOMENT, begeleiding.moment_wijzigen, name="begeleiding-moment-wijzigen"),
    path(
        MOMENT + "verwijderen/",
        begeleiding.moment_verwijderen,
        name="begeleiding-moment-verwijderen",
    ),
    path(PVT, pvt.lijst, name="pvt"),
    path(PVT + "nieuw/", pvt.nieuw, name="pvt-nieuw"),
    path(BIJEENKOMST, pvt.tonen, name="pvt-bijeenkomst"),
    path(BIJEENKOMST + "wijzigen/", pvt.wijzigen, name="pvt-wijzigen"),
    path(BIJEENKOMST + "afzeggen/", pvt.afzeggen, name="pvt-afzeggen"),
    path(BIJEENKOMST + "uitnodigen/", pvt.mensen, name="pvt-uitnodigen"),
    path(BIJEENKOMST + "presentie/", pvt.presentie, name="pvt-presentie"),
    path(BIJEENKOMST + "brieven/", pvt.brieven, name="pvt-brieven"),
    path(BIJEENKOMST + "lijst/", pvt.afdrukken, name="pvt-afdruk"),
    path(B + "taalkoppel/", vrijwilligers.koppelen, name="taalkoppel"),
    path(
        B + "taalkoppels/<int:taalkoppel_id>/beeindigen/",
        vrijwilligers.koppel_beeindigen,
        name="taalkoppel-beeindigen",
    ),
    path(
        B + "taalkoppels/<int:taalkoppel_id>/uren/",
        vrijwilligers.koppel_uren,
        name="taalkoppel-uren",
    ),
    path(V, vrijwilligers.lijst, name="vrijwilligers"),
    path(V + "nieuw/", vrijwilligers.nieuw, name="vrijwilliger-nieuw"),
    path(VRIJWILLIGER, vrijwilligers.tonen, name="vrijwilliger"),
    path(VRIJWILLIGER + "wijzigen/", vrijwilligers.wijzigen, name="vrijwilliger-wijzigen"),
    path(VRIJWILLIGER + "stoppen/", vrijwilligers.stoppen, name="vrijwilliger-stoppen"),
    path(VRIJWILLIGER + "hervatten/", vrijwilligers.hervatten, name="vrijwilliger-hervatten"),
    # Ondertussengroep
    path(L + "begeleidingsplan/", ondertussen.begeleidingsplan, name="leerroute-begeleidingsplan"),
    path(
        L + "begeleidingsplan/plan/",
        ondertussen.plan,
        name="leerroute-begeleidingsplan-plan",
    ),
    path(
        L + "begeleidingsplan/bespreken/",
        ondertussen.bespreken,
        name="leerroute-begeleidingsplan-bespreken",
    ),
    path(
        L + "begeleidingsplan/verwijderen/",
        ondertussen.verwijderen,
        name="leerroute-begeleidingsplan-verwijderen",
    ),
    path(
        L + "begeleidingsplan/cursus/",
        ondertussen.cursus,
        name="leerroute-begeleidingsplan-cursus",
    ),
    path(
        L + "begeleidingsplan/termijn/",
        ondertussen.termijn,
        name="leerroute-begeleidingsplan-termijn",
    ),
    path(
        L + "begeleidingsplan/brief/",
        ondertussen.brief,
        name="leerroute-begeleidingsplan-brief",
    ),
    # Providers and what inburgeraars think of them
    path(A, aanbieders.lijst, name="aanbieders"),
    path(A + "nieuw/", aanbieders.nieuw, name="aanbieder-nieuw"),
    path(EEN, aanbieders.tonen, name="aanbieder"),
    path(EEN + "wijzigen/", aanbieders.wijzigen, name="aanbieder-wijzigen"),
    path(EEN + "stoppen/", aanbieders.stoppen, name="aanbieder-stoppen"),
    path(EEN + "hervatten/", aanbieders.hervatten, name="aanbieder-hervatten"),
    path(EEN + "keurmerk/", aanbieders.keurmerk_nieuw, name="keurmerk-nieuw"),
    path(A + "keurmerk/<int:keurmerk_id>/", aanbieders.keurmerk_wijzigen, name="keurmerk-wijzigen"),
    path(
        A + "keurmerk/<int:keurmerk_id>/verlengen/",
        aanbieders.keurmerk_verlengen,
        name="keurmerk-verlengen",
    ),
    path(EEN + "contract/", aanbieders_contract.contract_nieuw, name="contract-nieuw"),
    path(
        A + "contract/<int:contract_id>/",
        aanbieders_contract.contract_wijzigen,
        name="contract-wijzigen",
    ),
    path(
        A + "contract/<int:contract_id>/tarief/",
        aanbieders_contract.tarief_nieuw,
        name="tarief-nieuw",
    ),
    path(
        A + "tarief/<int:tarief_id>/", aanbieders_contract.tarief_wijzigen, name="tarief-wijzigen"
    ),
    path(EEN + "gesprek/", aanbieders_contract.gesprek_nieuw, name="contractgesprek-nieuw"),
    path(
        A + "gesprek/<int:contractgesprek_id>/",
        aanbieders_contract.gesprek_wijzigen,
        name="contractgesprek-wijzigen",
    ),
    path(EEN + "klacht/", klachten.bij_aanbieder, name="aanbieder-klacht"),
    path(A + "klacht/<int:klacht_id>/", klachten.afhandelen, name="klacht-afhandelen"),
    path(L + "klachten/", klachten.van_dossier, name="leerroute-klachten"),
    path(L + "klachten/nieuw/", klachten.bij_dossier, name="leerroute-klacht"),
    path(EEN + "enquete/", enquete.nieuw, name="enquete-nieuw"),
    path(A + "enquete/<int:enquete_id>/", enquete.tonen, name="enquete"),
    path(A + "enquete/<int:enquete_id>/kaart/", enquete.kaart, name="enquete-kaart"),
    path(A + "enquete/<int:enquete_id>/verlengen/", enquete.verlengen, name="enquete-verlengen"),
    path("ervaring/<str:code>/", enquete.ervaring, name="ervaring"),
    path("beheer/enquete/", vragenlijst.talen, name="vraagtalen"),
    path("beheer/enquete/<str:taal>/", vragenlijst.nagekeken, name="vraagtaal-nagekeken"),
    # Other
    path(B + "verklaring/elders/", pvt_verklaring.elders, name="pvt-elders"),
    path(B + "pvt-elders/", pvt_elders.gevolgd, name="pvt-elders-gevolgd"),
    path(B + "pvt-elders/verwijderen/", pvt_elders.verwijderen, name="pvt-elders-verwijderen"),
    path(B + "verklaring/intrekken/", pvt_verklaring.intrekken, name="pvt-intrekken"),
    path(
        L + "afronden/verwijderen/",
        afronding.verwijderen,
        name="leerroute-afronding-verwijderen",
    ),
    path(L + "uren-van-elders/", verhuizing.eerdere_uren, name="leerroute-eerdere-uren"),
    path(L + "afronden/overdracht/", verhuizing.overdracht, name="leerroute-overdracht"),
]
