package org.fractalgoals.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.fractalgoals.api.security.Access;
import org.fractalgoals.api.security.AccessMode;
import org.fractalgoals.api.security.KeySecret;
import org.fractalgoals.api.server.Server;
import org.fractalgoals.api.server.ServerSettings;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.key.NewKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real application on a free port and a temporary directory, for all tests of a class. Its clock stands still, its
 * zone is neither that of the machine nor UTC.
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {

  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  /** In {@link #ZONE} it is 2026-03-04T05:06:07.123456. */
  public static final Instant START = Instant.parse("2026-03-03T23:36:07.123456Z");

  private static final Map<String, DescribedAnswers> DESCRIBED = new ConcurrentHashMap<>();

  private final MovableClock clock = new MovableClock(START);
  private final Access access;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Path directory;
  private @Nullable Application application;
  private @Nullable Server server;
  private @Nullable String key;

  /** One for the people at this machine. */
  public RunningServer() {
    this(Access.LOCAL);
  }

  private RunningServer(Access access) {
    this.access = access;
  }

  /** One that asks for keys. */
  public static RunningServer askingForKeys() {
    return new RunningServer(new Access(AccessMode.TOKEN, "127.0.0.1", List.of()));
  }

  /** Makes a key; answers what its holder sends. */
  public String key(NewKey wanted) {
    var secret = KeySecret.make();
    application().store().keys().add(wanted, secret.digest(),
        new Origin("local", Source.CLI, application().store().ids().next()));
    return secret.text();
  }

  /** From now on requests are those of the holder of a key. */
  public void ask(String holdersKey) {
    key = holdersKey;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    close();
  }

  /** Starts a server on a new directory. */
  public void open() throws IOException {
    directory = Files.createTempDirectory("fractal-api");
    start();
  }

  /** Stops the server and removes its directory. */
  public void close() throws IOException {
    stop();
    try (var files = Files.walk(directory())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  public void start() {
    startIdle();
    application().start();
    awaitApplied();
  }

  /** Starts with a read model that stays where it is. */
  public void startIdle() {
    application = Application.openIdle(new Settings(directory(), "testing", ZONE, clock));
    server = Server.start(application, ServerSettings.by(access, 0));
  }

  /** Waits until the read model has applied all there is. */
  public void awaitApplied() {
    try {
      assertThat(application().readModel().await(head(), Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void stop() {
    Objects.requireNonNull(server).close();
  }

  /** The files of a directory and how long they are, to see that nothing has changed. */
  public static Map<String, Long> listing(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).collect(
          Collectors.toMap(file -> directory.relativize(file).toString(), RunningServer::size));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path directory() {
    return Objects.requireNonNull(directory);
  }

  public Application application() {
    return Objects.requireNonNull(application);
  }

  public MovableClock clock() {
    return clock;
  }

  public int port() {
    return Objects.requireNonNull(server).port();
  }

  /** Position of the last event in the store. */
  public long head() {
    return application().store().head().position();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  /** Sends JSON; an empty text is sent as no body at all. */
  public Answer send(String method, String path, String json) {
    return json.isEmpty()
        ? send(request(path).method(method, BodyPublishers.noBody()))
        : send(method, path, BodyPublishers.ofString(json));
  }

  public Answer send(String method, String path, BodyPublisher body) {
    return send(request(path).header("Content-Type", "application/json").method(method, body));
  }

  /** Sends a request, and holds the answer against the document of the API. */
  public Answer send(HttpRequest.Builder request) {
    var answer = sendUnchecked(request);
    var sent = answer.response().request();
    described().check(sent.method(), sent.uri().getRawPath(), answer);
    return answer;
  }

  /** What the document of the API says; it is the same for all servers. */
  private DescribedAnswers described() {
    return DESCRIBED.computeIfAbsent("/openapi.json",
        path -> new DescribedAnswers(sendUnchecked(request(path).GET()).ok(200).text()));
  }

  /** Sends a request that the document of the API does not know: one that browsers or enemies send. */
  public Answer sendUnchecked(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  /** Creates a fractal; answers its id. */
  public String fractal(String name) {
    return post("/api/fractals", "{\"name\":\"%s\"}".formatted(name)).ok(201).id();
  }

  /** Adds a goal; answers its id. */
  public String goal(String rootId, String parentId, String name) {
    return post("/api/" + rootId + "/goals", """
      {"name":"%s","type":"LongTermGoal","parent_id":"%s"}
      """.formatted(name, parentId)).ok(201).id();
  }
}
