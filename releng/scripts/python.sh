# SPDX-License-Identifier: EPL-2.0
# Python for what the tests run in it. Sourced after common.sh.

has_python() { python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; }

# need_python: Python and its standard library, no packages
need_python() {
  has_python || install_packages python3 || true
  has_python || die "Python 3.9 or newer is needed: install it (Debian/Ubuntu: python3)."
}
