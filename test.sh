#!/usr/bin/env bash
# ビルド、書式、すべてのテストを確かめます。CI（.ci/run）も同じものを実行します。
#   ./test.sh            すべて
#   ./test.sh Domain     名前に Domain を含むテストプロジェクトだけ
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
. .ci/install.sh

require_sdk
require_npm
require_browser
command -v pdftotext >/dev/null || require_packages "PDF のテスト" poppler-utils
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || require_packages "PostgreSQL でのテスト" postgresql

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
export DOTNET_TieredPGO=0 # 短い実行では、計測しない方が速い
configuration=Release
log=$(mktemp)
run=$(mktemp)
trap 'rm -f "$log" "$run"' EXIT
tree_before=$(git status --porcelain)

say "ビルド（警告はエラーです）"
timeout 15m dotnet build --configuration $configuration --verbosity quiet -clp:NoSummary

say "書式（コードの作法はビルドが確かめます）"
timeout 10m dotnet format whitespace --verify-no-changes --no-restore

# run_tests プロジェクト 説明 [dotnet test への引数]：終わりまで続け、失敗は最後にまとめて知らせます。
failed_projects=()
run_tests() {
  say "テスト：$2"
  local project=$1 what=$2
  shift 2
  timeout 25m dotnet test "$project" "$@" --configuration $configuration --no-build --verbosity quiet \
    --logger "console;verbosity=minimal" 2>&1 | tee "$run" || failed_projects+=("$what")
  cat "$run" >>"$log"
  # テストが 1 件も見つからない実行は、成功として終わってしまいます。
  grep -q '^Passed! \|^Failed! ' "$run" || failed_projects+=("$what：テストが実行されませんでした")
}

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ $name == *${1:-}* ]] || continue
  case $name in
    IncentiveGrant.Web.Tests)
      TEST_DATABASE=Sqlite run_tests "$project" "$name（Sqlite）"
      # データベースに触れないテストは、1度で足ります。
      TEST_DATABASE=PostgreSql run_tests "$project" "$name（PostgreSql）" --filter 'Database!=Untouched' ;;
    *) run_tests "$project" "$name" ;;
  esac
done

if [ "$(git status --porcelain)" != "$tree_before" ]; then
  say "ビルドまたはテストが、管理下のファイルを変えたか、無視されないファイルを残しました："
  git status --short
  failed_projects+=("作業ツリー")
fi

# 「Passed!  - Failed: 0, Passed: 33, …」の行を合計します。
read -r passed failed < <(awk -F '[:,]' '/^(Passed|Failed)! /{ f += $2; p += $4 } END { print p + 0, f + 0 }' "$log")
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] || failed_projects+=("「${1:-}」を含むテストプロジェクトがありません")
if [ ${#failed_projects[@]} -gt 0 ]; then
  say "失敗：${failed_projects[*]}"
  exit 1
fi
