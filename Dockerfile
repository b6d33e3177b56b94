# docker build -t aman . && docker run -p 8080:8080 -v aman-data:/aman/data aman

# Build: the jar, taken apart so that what seldom changes is a layer of its own.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY config config
COPY knowledge knowledge
RUN --mount=type=cache,target=/root/.m2 mvn -q -B package -DskipTests \
 && java -Djarmode=tools -jar target/aman.jar extract --layers --destination /parts --application-filename aman.jar
# How the parts of the service are put together is worked out here, once, instead of at every start.
WORKDIR /parts/whole
RUN cp -r ../dependencies/. ../application/. . && cp -r /build/config /build/knowledge . \
 && java -cp aman.jar org.springframework.boot.SpringApplicationAotProcessor org.aman.Aman \
      ../sources ../resources ../classes org.aman aman \
 && find ../sources -name '*.java' > ../list \
 && javac -proc:none -nowarn -parameters -cp aman.jar:../classes -d ../classes @../list \
 && jar --update --file ../application/aman.jar -C ../classes .

# Run: Java 25 without its compiler.
FROM eclipse-temurin:25-jre AS run
RUN groupadd --system --gid 10001 aman \
 && useradd --system --uid 10001 --gid aman --no-create-home --home-dir /aman --shell /usr/sbin/nologin aman
WORKDIR /aman
COPY --from=build /parts/dependencies/ ./
COPY --from=build /parts/application/ ./
COPY config config
COPY knowledge knowledge
COPY LICENSE .

# Heap, collector and the quick compiler alone suit one process of 300 MB on two small cores: the optimizing compiler
# would take most of both while the service starts. Half of the heap is free with 10,000 updates; ten times as many want
# more of it. The cache of the start is taken as it lies, at the address it was made for: moved elsewhere, all of it would
# be written once and count as our own memory. Language and zone must not depend on where the machine stands.
RUN printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=96m -Xmx112m -Xmn30m -XX:MetaspaceSize=64m \
      -Xss512k -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:+ExitOnOutOfMemoryError \
      --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Duser.language=en -Duser.timezone=UTC \
      -Dspring.aot.enabled=true > jvm.options

# A training run, without a token, answers two questions and keeps what was loaded and linked for them: more than half the
# work of a start; what the optimizing compiler would like to know is left out. The data it made, a key among them, never
# leaves this layer's command.
RUN mkdir data && bash -c 'java @jvm.options -XX:-AOTRecordTraining -XX:AOTCacheOutput=aman.aot -jar aman.jar & \
      until (exec 3<>/dev/tcp/127.0.0.1/8080) 2>/dev/null; do kill -0 $! && sleep 0.2 || exit 1; done; \
      for text in "is the truce holding?" "كيف بعقم المي"; do \
        body="{\"text\":\"$text\"}"; exec 3<>/dev/tcp/127.0.0.1/8080; \
        printf "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n" >&3; \
        printf "Content-Length: %s\r\n\r\n%s" "$(printf %s "$body" | wc -c)" "$body" >&3; cat <&3 > /dev/null; \
      done; kill $!; wait $!; test -s aman.aot' \
 && rm -rf data && mkdir -m 0700 data && chown aman:aman data

USER aman
# The database, the key file and the index. Never put the key file into a backup of the database.
VOLUME /aman/data
EXPOSE 8080
# The image has neither curl nor a Java compiler, so the shell asks the management port, which is open inside only.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=aman.aot", "-jar", "aman.jar"]
