# SPDX-License-Identifier: EPL-2.0
"""What the tests share; run.py sets HUB before they run."""

import pathlib

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / 'docs' / 'python'
HUB = None
