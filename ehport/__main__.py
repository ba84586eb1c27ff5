"""``python -m ehport``: the same as the command ``ehport``."""

from ehport.cli import main

if __name__ == "__main__":
    main()
