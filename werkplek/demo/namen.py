"""Names from many countries and scripts; streets and colleagues that exist nowhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """Where somebody comes from and how people are called; `een_naam`: some have one only."""

    nationaliteit: str
    talen: tuple[str, ...]
    tolktaal: str
    vrouwen: tuple[str, ...]
    mannen: tuple[str, ...]
    achternamen: tuple[str, ...]
    een_naam: bool = False


SYRIE = Land(
    "Syrische",
    ("Arabisch",),
    "Arabisch",
    ("Rania", "Hala", "Nour", "Samira", "Lina", "Yasmin", "Dima", "Maha"),
    ("Nabil", "Khaled", "Omar", "Bassel", "Tarek", "Youssef", "Samer", "Anas"),
    ("Al-Hassan", "Haddad", "Al-Ahmad", "Khoury", "Darwish", "Al-Masri", "Sabbagh", "Najjar"),
)
ERITREA = Land(
    "Eritrese",
    ("Tigrinya",),
    "Tigrinya",
    ("Selam", "Feven", "Rahel", "Winta", "Saba", "Luwam", "Yordanos"),
    ("Filmon", "Yonas", "Abel", "Merhawi", "Samuel", "Tekle", "Henok"),
    ("Tesfay", "Gebremedhin", "Kidane", "Habtemariam", "Woldemichael", "Tewelde", "Ghebreyesus"),
)
AFGHANISTAN = Land(
    "Afghaanse",
    ("Dari", "Pasjtoe"),
    "Dari",
    ("Fatima", "Zahra", "Laila", "Shabnam", "Parwana"),
    ("Najib", "Hamid", "Farid", "Zabihullah", "Mirwais", "Abdul"),
    ("Ahmadi", "Rahimi", "Noori", "Karimi", "Sultani"),
    een_naam=True,
)
JEMEN = Land(
    "Jemenitische",
    ("Arabisch",),
    "Arabisch",
    ("Amal", "Huda", "Aisha", "Intisar"),
    ("Mohammed", "Ali", "Fahd", "Walid", "Abdulrahman"),
    ("Al-Sana'ani", "Al-Hamdani", "Saleh", "Ba'abbad"),
)
TURKIJE = Land(
    "Turkse",
    ("Turks", "Koerdisch"),
    "Turks",
    ("Elif", "Zeynep", "Emine", "Gülşen"),
    ("Mehmet", "Emre", "Hakan", "Özgür", "İbrahim"),
    ("Yılmaz", "Demir", "Çelik", "Şahin", "Öztürk"),  # noqa: RUF001  # a Turkish letter
)
IRAN = Land(
    "Iraanse",
    ("Farsi",),
    "Farsi",
    ("Shirin", "Mahsa", "Niloufar", "Parisa"),
    ("Reza", "Arash", "Kamran", "Behrouz"),
    ("Hosseini", "Moradi", "Rostami", "Tehrani"),
)
SOMALIE = Land(
    "Somalische",
    ("Somali",),
    "Somali",
    ("Hodan", "Ayaan", "Sahra", "Ifrah"),
    ("Abdi", "Mahad", "Guled", "Liban"),
    ("Warsame", "Jama", "Abdullahi", "Farah"),
    een_naam=True,
)
# People who come for a partner or for work: gezins- en overige migranten.
THAILAND = Land(
    "Thaise",
    ("Thais",),
    "Thais",
    ("Siriporn", "Malee", "Kanokwan"),
    ("Somchai", "Anan"),
    ("Wongsawat", "Chaiyasit", "Phongphan"),
)
BRAZILIE = Land(
    "Braziliaanse",
    ("Portugees",),
    "Portugees",
    ("Ana Clara", "Mariana", "Juliana"),
    ("João Pedro", "Thiago"),
    ("dos Santos Oliveira", "de Souza", "Ferreira Lima"),
)
MAROKKO = Land(
    "Marokkaanse",
    ("Arabisch", "Tamazight"),
    "Arabisch",
    ("Khadija", "Salma", "Ikram"),
    ("Mustapha", "Ayoub", "Rachid"),
    ("El Amrani", "Bennani", "Ouali"),
)
INDONESIE = Land(
    "Indonesische",
    ("Indonesisch",),
    "Indonesisch",
    ("Suharti", "Dewi", "Wulandari"),
    ("Budi", "Agus"),
    ("Pratama", "Santoso"),
    een_naam=True,
)

ASIEL = (SYRIE, SYRIE, SYRIE, ERITREA, ERITREA, AFGHANISTAN, JEMEN, TURKIJE, IRAN, SOMALIE)
OVERIG = (THAILAND, BRAZILIE, MAROKKO, INDONESIE, TURKIJE)

# The same names as people write them at home; who is not here has no name in another script.
EIGEN_SCHRIFT = {
    "Rania": "رانيا",
    "Hala": "هالة",
    "Nour": "نور",
    "Samira": "سميرة",
    "Lina": "لينا",
    "Yasmin": "ياسمين",
    "Dima": "ديما",
    "Maha": "مها",
    "Nabil": "نبيل",
    "Khaled": "خالد",
    "Omar": "عمر",
    "Bassel": "باسل",
    "Tarek": "طارق",
    "Youssef": "يوسف",
    "Samer": "سامر",
    "Anas": "أنس",
    "Al-Hassan": "الحسن",
    "Haddad": "حداد",
    "Al-Ahmad": "الأحمد",
    "Khoury": "خوري",
    "Darwish": "درويش",
    "Al-Masri": "المصري",
    "Sabbagh": "صباغ",
    "Najjar": "نجار",
    "Selam": "ሰላም",
    "Feven": "ፌቨን",
    "Rahel": "ራሄል",
    "Winta": "ዊንታ",
    "Saba": "ሳባ",
    "Luwam": "ሉዋም",
    "Yordanos": "ዮርዳኖስ",
    "Filmon": "ፊልሞን",
    "Yonas": "ዮናስ",
    "Abel": "ኣቤል",
    "Merhawi": "መርሃዊ",
    "Samuel": "ሳሙኤል",
    "Tekle": "ተክለ",
    "Henok": "ሄኖክ",
    "Tesfay": "ተስፋይ",
    "Gebremedhin": "ገብረመድህን",
    "Kidane": "ኪዳነ",
    "Habtemariam": "ሃብተማርያም",
    "Woldemichael": "ወልደሚካኤል",
    "Tewelde": "ተወልደ",
    "Ghebreyesus": "ገብረየሱስ",
    "Fatima": "فاطمه",
    "Zahra": "زهرا",
    "Laila": "لیلا",
    "Shabnam": "شبنم",
    "Parwana": "پروانه",
    "Najib": "نجیب",
    "Hamid": "حمید",
    "Farid": "فرید",
    "Mirwais": "میرویس",
    "Ahmadi": "احمدی",
    "Rahimi": "رحیمی",
    "Noori": "نوری",
    "Karimi": "کریمی",
    "Sultani": "سلطانی",
    "Amal": "أمل",
    "Huda": "هدى",
    "Aisha": "عائشة",
    "Intisar": "انتصار",
    "Mohammed": "محمد",
    "Ali": "علي",
    "Fahd": "فهد",
    "Walid": "وليد",
    "Abdulrahman": "عبد الرحمن",
    "Al-Sana'ani": "الصنعاني",
    "Al-Hamdani": "الهمداني",
    "Saleh": "صالح",
    "Ba'abbad": "باعباد",
    "Shirin": "شیرین",
    "Mahsa": "مهسا",
    "Niloufar": "نیلوفر",
    "Parisa": "پریسا",
    "Reza": "رضا",
    "Arash": "آرش",
    "Kamran": "کامران",
    "Behrouz": "بهروز",
    "Hosseini": "حسینی",
    "Moradi": "مرادی",
    "Rostami": "رستمی",
    "Tehrani": "تهرانی",
    "Siriporn": "ศิริพร",
    "Malee": "มาลี",
    "Kanokwan": "กนกวรรณ",
    "Somchai": "สมชาย",
    "Anan": "อนันต์",
    "Wongsawat": "วงศ์สวัสดิ์",
    "Chaiyasit": "ไชยสิทธิ์",
    "Phongphan": "พงศ์พันธ์",
    "Khadija": "خديجة",
    "Salma": "سلمى",
    "Ikram": "إكرام",
    "Mustapha": "مصطفى",
    "Ayoub": "أيوب",
    "Rachid": "رشيد",
    "El Amrani": "العمراني",
    "Bennani": "بناني",
    "Ouali": "والي",
}


def in_eigen_schrift(*delen: str) -> str:
    """The whole name in its own script, or "" when a part of it is not known."""
    geschreven = [EIGEN_SCHRIFT.get(deel, "") for deel in delen if deel]
    return " ".join(geschreven) if all(geschreven) else ""


# Places of Westerkwartier; the streets are invented.
PLAATSEN = (
    ("Leek", "9351"),
    ("Zuidhorn", "9801"),
    ("Marum", "9363"),
    ("Grootegast", "9861"),
    ("Aduard", "9831"),
    ("Tolbert", "9356"),
)
STRATEN = ("Wilgenhof", "Turfschipper", "Kerkelaan", "Eendenpad", "Molenhorst", "Oude Singel")
AZCS = ("Delfzijl", "Ter Apel", "Musselkanaal", "Assen", "Sneek")
CORPORATIE = "Wold & Waard"

MEDEWERKERS = (
    # name, e-mail name, role, function
    ("Marieke Bos", "consulent", "consulent", "consulent Mens & Gezin"),
    ("Jelle Hoekstra", "consulent2", "consulent", "consulent Mens & Gezin"),
    ("Fenna Dijkema", "consulent3", "consulent", "consulent Mens & Gezin"),
    ("Roel Hofstra", "oov", "oov", "adviseur Openbare Orde en Veiligheid"),
    ("Anita Veen", "administratie", "administratie", "administratie Ondersteuning M&G"),
    ("Geert Oosterhuis", "administratie2", "administratie", "administratie Ondersteuning M&G"),
    ("Jan Postma", "teamleider", "teamleider", "teamleider Mens & Gezin"),
    ("Ellen Wiersma", "jurist", "jurist", "juridisch adviseur"),
    ("Karin Blauw", "contractbeheer", "contractbeheer", "contractbeheerder"),
    ("Harm Nienhuis", "management", "management", "beleidsadviseur"),
    ("Wim de Groot", "partner", "partner", "coördinator De Schans"),
    ("Sanne Kuipers", "beheerder", "beheerder", "functioneel beheerder"),
)
