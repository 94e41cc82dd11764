#!/usr/bin/env python3
# SPDX-License-Identifier: EPL-2.0
"""Turns .properties files that were written in UTF-8 into ASCII, in place: what is outside becomes \\uXXXX. See docs/german.md."""
import sys

for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="") as file:
        text = file.read()
    units = text.encode("utf-16-be")
    codes = (units[i] << 8 | units[i + 1] for i in range(0, len(units), 2))
    with open(name, "w", encoding="ascii", newline="") as file:
        file.write("".join(chr(code) if code < 0x80 else f"\\u{code:04X}" for code in codes))
