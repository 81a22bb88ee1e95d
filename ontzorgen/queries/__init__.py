"""What the pages show, and what is owed in a month."""
