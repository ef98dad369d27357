# syntax=docker/dockerfile:1
#
# NOT BUILT HERE: no container engine was at hand where this was written. It was read again, and never run.
#
#   docker build -t fractal-goals .
#   docker run -v fractal:/data -p 127.0.0.1:8003:8003 fractal-goals
#
# Within the container the program listens on all addresses, as nothing reaches it otherwise; so it wants a key of whoever
# asks. Make one with: docker exec CONTAINER /app/run key add NAME

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY domain domain
COPY eventstore eventstore
COPY projections projections
COPY migration migration
COPY api api
COPY src src
RUN mvn -B -q -DskipTests -Dspotless.check.skip=true -pl api -am package \
 && java -Djarmode=tools -jar api/target/fractal-goals-app.jar extract --destination /app \
 && mv /app/fractal-goals-app.jar /app/app.jar

# The same Java as below runs once and keeps what it has learnt for fast starts.
FROM eclipse-temurin:25-jre AS learnt
COPY --from=build /app /app
RUN java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:AOTCacheOutput=/app/app.aot \
      -Dspring.context.exit=onRefresh -jar /app/app.jar serve --data /tmp/learning --port 0 \
 && rm -rf /tmp/learning

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin fractal \
 && install -d -o fractal -g fractal -m 0700 /data
COPY --from=learnt /app /app
COPY --chmod=0755 <<'RUN' /app/run
#!/bin/sh
exec java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:AOTCache=/app/app.aot \
  -Xlog:aot*=off,cds*=off -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar /app/app.jar "$@"
RUN
USER fractal
ENV FRACTAL_ENV=production FRACTAL_DATA_DIR=/data
VOLUME /data
EXPOSE 8003
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/run"]
CMD ["serve", "--bind", "0.0.0.0", "--auth", "token"]
