"""For programs: the knowledge and the desks as JSON. No key, no cookie, no address looked at."""
