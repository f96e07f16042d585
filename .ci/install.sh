# shellcheck shell=bash
# run.sh と test.sh が読み込む関数です。足りないものを Debian のパッケージから入れます。

say() { if [ -t 2 ]; then printf '\033[1m%s\033[0m\n' "$*" >&2; else echo "$*" >&2; fi; }

# require_packages 用途 パッケージ…：入れられれば 0、入れられなければ実行すべきコマンドを示して 1 を返します。
require_packages() {
  local purpose=$1 as_root=() log
  shift
  if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; }; then
    say "${purpose}に必要なものがありません。次を実行してください：sudo apt-get install -y $*"
    return 1
  fi
  say "${purpose}のために $* を入れます…"
  log=$(mktemp)
  if "${as_root[@]}" apt-get update -qq >"$log" 2>&1 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 20 "$log" >&2
  rm -f "$log"
  say "$* を入れられませんでした。次を実行してください：sudo apt-get install -y $*"
  return 1
}

require_sdk() {
  command -v dotnet >/dev/null || { say ".NET SDK 10 が必要です：https://dotnet.microsoft.com/ja-jp/download"; return 1; }
}

# 画面の部品と文字を npm から用意します（ビルドが npm ci を実行します）。
require_npm() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then require_packages "画面の部品" nodejs npm || return 1; fi
  local version
  version=$(node --version)
  if [ "$(cut -d. -f1 <<<"${version#v}")" -lt 18 ]; then
    say "Node.js 18 以上が必要です（いまは $version）。"
    return 1
  fi
}

require_browser() {
  command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || require_packages "PDF の作成" chromium-headless-shell
}
