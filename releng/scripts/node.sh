# SPDX-License-Identifier: EPL-2.0
# Node.js and the packages of npm that a module of the tests needs. Sourced after common.sh.

NODE_OLDEST=18

# has_node: Node.js, not older than what the modules take, and npm
has_node() {
  local version
  command -v npm >/dev/null && version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge "$NODE_OLDEST" ]
}

# need_node: these, and openssl, which makes the certificates of devices
need_node() {
  local missing=()
  has_node || missing+=(nodejs npm)
  command -v openssl >/dev/null || missing+=(openssl)
  [ ${#missing[@]} -eq 0 ] && return
  install_packages "${missing[@]}" || true
  has_node && command -v openssl >/dev/null ||
    die "Node.js $NODE_OLDEST or newer, npm and openssl are needed: install them (Debian/Ubuntu: nodejs npm openssl)."
}

# npm_packages <module>: installs what the module's package-lock.json names, unless that was done
npm_packages() {
  local module="$ROOT/$1" now log="$ROOT/target/npm.log"
  now=$(cd "$module" && cksum package-lock.json .npmrc)
  [ -f "$module/node_modules/.installed" ] && [ "$(cat "$module/node_modules/.installed")" = "$now" ] && return
  say "Installing npm's packages of $1"
  mkdir -p "$ROOT/target"
  (cd "$module" && npm ci) >"$log" 2>&1 || { tail -20 "$log"; die "npm could not install the packages of $1: see $log"; }
  printf '%s' "$now" >"$module/node_modules/.installed"
}
