"""For those who help others: the knowledge itself, to search, read, compare and follow."""
