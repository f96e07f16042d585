#!/usr/bin/env bash
# backup.sh の控えから戻します。先にポータルを止めてください（systemctl stop incentivegrant）。
#   deploy/restore.sh 控えのフォルダー
# 環境変数は backup.sh と同じです。いまのデータは上書きされます。
set -euo pipefail

folder=${1:?控えのフォルダーを指定してください}
storage=${Storage__Path:?Storage__Path を指定してください}

(cd "$folder" && sha256sum --check --quiet SHA256SUMS) || { echo "控えが壊れています：$folder" >&2; exit 1; }

if [ -t 0 ]; then
  read -r -p "$storage とデータベースを $folder の内容で置き換えます。よろしければ「はい」と入力してください：" answer
  [ "$answer" = はい ] || { echo "中止しました。" >&2; exit 1; }
fi

case ${Database__Provider:-Sqlite} in
  PostgreSql)
    # 控えより新しい表も消し、全部を 1 つのトランザクションで置き換えます。途中で失敗すれば何も変わりません。
    {
      echo 'begin; drop schema public cascade; create schema public;'
      pg_restore --no-owner --file=- "$folder/database.dump" && echo 'commit;'
    } | PGOPTIONS="-c client_min_messages=warning" psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --output=/dev/null ;;
  Sqlite)
    mkdir -p "$storage"
    for database in "$folder"/*.db; do
      name=$(basename "$database")
      rm -f "$storage/$name" "$storage/$name-wal" "$storage/$name-shm"
      cp "$database" "$storage/$name"
    done ;;
  *)
    echo "Database__Provider は Sqlite か PostgreSql です。" >&2; exit 1 ;;
esac

tar --extract --gzip --file="$folder/files.tar.gz" --directory="$storage"
echo "戻しました：$folder。ポータルを起動し、/readyz を確かめてください。"
