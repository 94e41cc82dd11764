# SPDX-License-Identifier: EPL-2.0
# A display of our own, with a window manager, for what needs windows where nobody looks. Sourced after common.sh.

DISPLAY_PIDS=()
DISPLAY_SIZE=1400x900x24

has_gtk() {
  local ldconfig
  ldconfig=$(PATH="$PATH:/sbin:/usr/sbin" command -v ldconfig || true)
  [ -z "$ldconfig" ] || [[ "$("$ldconfig" -p)" == *libgtk-3.so.0* ]]
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; }

# need_gtk: GTK 3, which every Eclipse on Linux draws with
need_gtk() {
  [ "$(uname)" != Linux ] || has_gtk || install_packages libgtk-3-0 || install_packages libgtk-3-0t64 || true
  [ "$(uname)" != Linux ] || has_gtk || die "GTK 3 is needed: install it (Debian/Ubuntu: libgtk-3-0, Fedora: gtk3)."
}

# need_virtual_display: what start_display starts
need_virtual_display() {
  local missing=()
  command -v Xvfb >/dev/null || missing+=(xvfb)
  command -v metacity >/dev/null || missing+=(metacity)
  [ -n "$(fc-list 2>/dev/null)" ] || missing+=(fonts-dejavu-core)
  [ ${#missing[@]} -eq 0 ] && return
  install_packages "${missing[@]}" || true
  command -v Xvfb >/dev/null && command -v metacity >/dev/null ||
    die "A virtual display and a window manager are needed: install them (Debian/Ubuntu: xvfb metacity, Fedora: xorg-x11-server-Xvfb metacity)."
}

# start_display: a display on a number that is free; stop_display must follow, see the callers' trap
start_display() {
  local number
  coproc XVFB { exec Xvfb -displayfd 1 -screen 0 "$DISPLAY_SIZE" -nolisten tcp 2>/dev/null; }
  DISPLAY_PIDS+=("$XVFB_PID")
  read -r -t 30 number <&"${XVFB[0]}" || die "Xvfb did not start."
  unset WAYLAND_DISPLAY
  export DISPLAY=":$number" GDK_BACKEND=x11 NO_AT_BRIDGE=1
  GSETTINGS_BACKEND=memory metacity --sm-disable --no-composite >/dev/null 2>&1 9>&- &
  DISPLAY_PIDS+=("$!")
}

# stop_display: ends what start_display started, and nothing else
stop_display() {
  local pid
  for pid in "${DISPLAY_PIDS[@]}"; do
    kill "$pid" 2>/dev/null || true
  done
  DISPLAY_PIDS=()
}
