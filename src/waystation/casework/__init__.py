"""WHOLE TASKS: several desks, or a desk and the safe, joined. No rules of its own."""
