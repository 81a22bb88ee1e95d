"""Six months of fixed costs from the bijstand, from the day the right to bijstand arises."""
