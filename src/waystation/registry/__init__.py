"""THE KNOWLEDGE: from files to one checked, frozen Knowledge."""
