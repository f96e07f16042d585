#!/usr/bin/env bash
# ポータルをビルドして起動します。
#   ./run.sh                              見本データ入りで http://127.0.0.1:5080 に起動します
#   ./run.sh --urls http://127.0.0.1:80   引数はそのままポータルに渡ります
#   ./run.sh import results FILE          コマンドを渡すと、起動せずにそのコマンドを実行します
# 設定は環境変数で変えられます（例：Database__Provider=PostgreSql ConnectionStrings__Portal=… ./run.sh）。
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$root/src/IncentiveGrant.Web
. "$root/.ci/install.sh"

require_sdk
require_npm
require_browser || say "PDF の作成は使えませんが、ほかの機能のために続けます。"

say "ビルドしています…"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet build "$project" --configuration Release --verbosity quiet -clp:NoSummary >&2

export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://127.0.0.1:5080}
export Storage__Path=${Storage__Path:-$root/data}
export Demo__Enabled=${Demo__Enabled:-true}
# 呼び出した場所で実行するので、引数のファイルは相対パスで指定できます。
if [ $# = 0 ]; then say "$ASPNETCORE_URLS で起動します（Ctrl+C で終了）。データは $Storage__Path にあります。"; fi
exec dotnet "$project/bin/Release/net10.0/IncentiveGrant.Web.dll" "$@"
