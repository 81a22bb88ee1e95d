"""Pages of ontzorgen: per dossier, and over all of them."""
