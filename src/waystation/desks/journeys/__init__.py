"""Whether somebody may cross from one country to another, and what endangers them on the way."""

from waystation.desks.journeys.crossing import FindDangers, exit_reads, may_travel

__all__ = ["FindDangers", "exit_reads", "may_travel"]
