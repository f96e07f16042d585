# syntax=docker/dockerfile:1
# 基になるイメージは引数で替えられます（閉域網では、手元に取り込んだイメージの名前を渡します）。
ARG BUILD_IMAGE=debian:bookworm-slim
ARG RUNTIME_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PATH=/usr/share/dotnet:$PATH
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl libicu-dev nodejs npm && \
    rm -rf /var/lib/apt/lists/*
# .NET SDK が入っているイメージを渡したときは、それを使います。
RUN command -v dotnet || \
    (curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir /usr/share/dotnet)
WORKDIR /source
COPY . .
RUN dotnet publish src/IncentiveGrant.Web --configuration Release --self-contained --use-current-runtime --output /app

FROM ${RUNTIME_IMAGE}
# .NET（ICU、OpenSSL、時刻帯）、PDF の作成（Chromium と、同梱の書体にない文字のための書体）、死活監視（curl）、子プロセスの後始末（tini）。
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates chromium-headless-shell curl fonts-noto-cjk openssl tini tzdata \
        $(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1) && \
    rm -rf /var/lib/apt/lists/* && \
    useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin portal && \
    install -d -o portal -g portal -m 0750 /data
COPY --from=build /app /app
WORKDIR /app
USER portal
# 一般のコンテナでは、カーネルの設定により Chromium 自身の隔離が使えません。コンテナの隔離がその代わりになります。
ENV ASPNETCORE_URLS=http://+:8080 \
    Storage__Path=/data \
    Pdf__DisableSandbox=true
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["/usr/bin/tini", "--", "/app/IncentiveGrant.Web"]
