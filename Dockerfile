# Debian, not Alpine: prebuilt programs among the packages want glibc.
FROM node:24-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

# Optional packages are PostgreSQL and Node for machines without them; here DATABASE_URL is set, and Node is the image's.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY start.mjs ./
COPY src ./src
COPY adapters ./adapters
COPY playground ./playground
COPY migrations ./migrations
COPY desks ./desks

# The places it writes to: files of people, and what Node has compiled, which halves a start.
RUN mkdir -p /var/lib/deskhand/files node_modules/.cache/deskhand && chown -R node:node /var/lib/deskhand node_modules/.cache
ENV FILES=/var/lib/deskhand/files
VOLUME /var/lib/deskhand

USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Node itself is PID 1, so that SIGTERM drains the desk: npm would not pass it on.
ENTRYPOINT ["node", "start.mjs"]
