#!/usr/bin/env bash
# データベース、ファイルの順に控えを取ります。ポータルを止める必要はありません。
#   deploy/backup.sh 控えの置き場
# 環境変数：Storage__Path（ポータルと同じ値）、Database__Provider（Sqlite または PostgreSql。既定は Sqlite）。
# PostgreSQL への接続は libpq の環境変数（PGHOST、PGDATABASE、PGUSER、PGPASSFILE など）で指定します。
# KEEP（既定 14）より古い控えは削除します。
set -euo pipefail
umask 077

target=${1:?控えの置き場を指定してください}
storage=${Storage__Path:?Storage__Path を指定してください}
keep=${KEEP:-14}

mkdir -p "$target"
folder=$target/incentivegrant-$(TZ=Asia/Tokyo date +%Y%m%d-%H%M%S)
work=$(mktemp -d "$target/.unfinished-XXXXXX")
trap 'rm -rf "$work"' EXIT

# 1. データベース。ここで見える行が指すファイルはもう置かれているので、後からファイルを写せば欠けません。
case ${Database__Provider:-Sqlite} in
  PostgreSql)
    pg_dump --format=custom --file="$work/database.dump" ;;
  Sqlite)
    shopt -s nullglob
    databases=("$storage"/*.db)
    [ ${#databases[@]} -gt 0 ] || { echo "$storage に SQLite のデータベース（*.db）がありません。" >&2; exit 1; }
    for database in "${databases[@]}"; do
      sqlite3 "$database" ".timeout 30000" ".backup '$work/$(basename "$database")'"
    done ;;
  *)
    echo "Database__Provider は Sqlite か PostgreSql です。" >&2; exit 1 ;;
esac

# 2. ファイル（根拠資料など）。書きかけのファイルが消えるのは差し支えないので、tar の 1（読む間に変わった）は許します。
tar --create --gzip --file="$work/files.tar.gz" --directory="$storage" \
  --exclude='./*.db' --exclude='./*.db-wal' --exclude='./*.db-shm' . || [ $? = 1 ]

(cd "$work" && sha256sum -- * >SHA256SUMS)
mv "$work" "$folder"
echo "控えを取りました：$folder"

find "$target" -maxdepth 1 -type d -name 'incentivegrant-*' -print0 | sort -z | head -z -n "-$keep" | xargs -0 -r rm -rf --
