"""Letters and decisions: template and texts become a PDF, a document with its hash, a decision."""
