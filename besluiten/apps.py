from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "besluiten"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from besluiten.taakbronnen import besluit_bekendmaken
        from inburgering.aanhaken import taakbron

        taakbron(besluit_bekendmaken)
