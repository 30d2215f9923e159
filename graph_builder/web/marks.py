"""The characters that stand around a found word in a snippet, which no published text has."""

from __future__ import annotations

from typing import Final

MARK: Final = "\x02"
"""What stands before a found word."""
END: Final = "\x03"
"""What stands after it."""
