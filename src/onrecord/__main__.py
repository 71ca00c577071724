"""`python -m onrecord` is the command line."""

from onrecord.cli import main

main()
