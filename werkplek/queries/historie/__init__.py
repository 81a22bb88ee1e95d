"""What the system recorded of a dossier, and when: every change, and the record as it once was."""
