"""The ground of all records: people, dossiers, the five schakels, terms, tasks and the timeline."""
