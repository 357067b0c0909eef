"""The front door: the questions, the answer, the downloads."""
