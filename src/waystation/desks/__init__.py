"""THE ANSWERS: one folder per kind of question. Desks never meet."""
