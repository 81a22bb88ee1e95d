"""What people type about a handover, turned into typed values."""
