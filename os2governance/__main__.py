"""Run as `python -m os2governance`."""

from os2governance.cli.main import main

if __name__ == "__main__":
    main()
