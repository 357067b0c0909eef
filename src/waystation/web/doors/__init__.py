"""Short doors: one question of somebody in a hurry, one page with the answer."""
