from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Intake"

    def ready(self) -> None:
        from inburgering.aanhaken import bij_beeindigen, taakbron
        from intake.queries.taakbronnen import advies_opmaken, toets_bewegen
        from intake.services.toetsplek import dossier_stopt
        from intake.taakbronnen import (
            gesprek_vastleggen,
            intake_gaande,
            intake_starten,
            oproep_beantwoorden,
            oproep_vervolgen,
        )

        taakbron(intake_starten)
        taakbron(intake_gaande)
        taakbron(gesprek_vastleggen)
        taakbron(oproep_beantwoorden)
        taakbron(oproep_vervolgen)
        taakbron(toets_bewegen)
        taakbron(advies_opmaken)
        bij_beeindigen(dossier_stopt)
