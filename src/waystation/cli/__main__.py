"""`python -m waystation.cli`."""

from waystation.cli.app import main

main()
