"""What is known of handovers: households and how far they are, pages, tasks."""
