"""What the pages and the jobs ask of opdrachten."""
