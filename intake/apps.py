from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Intake"

    def ready(self) -> None:
        from inburgering.aanhaken import taakbron
        from intake.taakbronnen import intake_gaande, intake_starten

        taakbron(intake_starten)
        taakbron(intake_gaande)
