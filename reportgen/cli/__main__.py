"""python -m reportgen.cli: the same as the command."""

from reportgen.cli import main

main()
