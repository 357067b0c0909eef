"""Whether somebody may cross from one country to another, and what endangers them on the way."""

from waystation.desks.journeys.crossing import Borders, FindDangers, exit_reads

__all__ = ["Borders", "FindDangers", "exit_reads"]
