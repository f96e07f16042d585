#!/usr/bin/env bash
# ポータルのコマンドを、サービスとして動いているポータルと同じ設定で実行します。
#   sudo -u incentivegrant deploy/portal.sh migrate
#   sudo -u incentivegrant deploy/portal.sh import results 集計結果.xlsx --dry-run
# 環境変数：PORTAL_ENV（設定のファイル）、PORTAL（実行するファイル）。既定は deploy/README.md の置き場所です。
set -euo pipefail

set -a
Storage__Path=/var/lib/incentivegrant
# shellcheck source=/dev/null
. "${PORTAL_ENV:-/etc/incentivegrant/portal.env}"
set +a
exec "${PORTAL:-/opt/incentivegrant/IncentiveGrant.Web}" "$@"
