"""A door: pages that keep nothing. Only this ring knows Django."""
