"""Pages of handovers: the board, a household, the tab of a dossier, and the acts."""
