# syntax=docker/dockerfile:1

# The build holds all libraries, so that the image needs Node.js and our own files only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm run content -- check

FROM node:24-bookworm-slim
ENV NODE_ENV=production
# Pictures are drawn on several threads, of which each would keep 30 MB for the next one.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/src/setup ./src/setup
COPY --from=build /app/dist ./dist
COPY --from=build /app/content ./content
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`, without npm in between, so that the signal to stop arrives; 5 seconds are enough to finish
# open turns.
CMD ["node", "--max-semi-space-size=32", "src/setup/start.mjs"]
