"""What we measure ourselves against: each anchor solves the same problem in its own way, from the same values."""
