"""Who works here: people, roles, rights, the municipality they work for, and the trace each act leaves."""
