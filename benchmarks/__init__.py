"""Waystation beside its anchors, in one run: time, memory and ratios. `python -m benchmarks` prints the table."""
