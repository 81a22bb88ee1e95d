"""Who works here: people, roles, rights, their municipality, and the trace each act leaves."""
