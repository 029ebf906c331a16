"""Gewu 格物: everything starts here. `python main.py --help` lists the commands."""

import sys

from commands.door import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
