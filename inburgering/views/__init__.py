"""Pages of the ground: person and household, contacts, documents, and acts on the record itself."""
