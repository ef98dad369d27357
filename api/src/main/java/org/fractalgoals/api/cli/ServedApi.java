package org.fractalgoals.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.api.admin.AdminToken;

/** The API of the server that has the data directory, asked as its administrator. */
final class ServedApi implements AutoCloseable {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final int port;
  private final Optional<AdminToken> token;
  private final String silence;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

  /**
   * @param port where the API is
   * @param silence what to do where no answer comes, as the end of a sentence
   */
  ServedApi(int port, AdminToken token, String silence) {
    this(port, Optional.of(token), silence);
  }

  /** As the other one, for what others than the administrator may ask, too. */
  ServedApi(int port, Optional<AdminToken> token, String silence) {
    this.port = port;
    this.token = token;
    this.silence = silence;
  }

  /**
   * What the server of a directory wants to see of the admin.
   *
   * @throws CommandFailed if it is not there
   */
  static AdminToken token(Path directory) {
    return AdminToken.find(directory).orElseThrow(() -> new CommandFailed(
        "There is no file %s in %s: start the server anew, which makes it."
            .formatted(AdminToken.FILE, directory)));
  }

  /** A text as a part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * A request to be completed.
   *
   * @param path what comes after {@code /api/}, encoded
   */
  HttpRequest.Builder request(String path) {
    var request = HttpRequest
        .newBuilder(
            URI.create("http://127.0.0.1:%s/api/%s".formatted(Integer.toString(port), path)));
    token.ifPresent(known -> request.header("Authorization", known.authorization()));
    return request;
  }

  /**
   * The body of the answer.
   *
   * @param done the statuses that say that it was done
   * @throws CommandFailed if the server refuses, or gives no answer
   */
  String ask(HttpRequest.Builder request, Set<Integer> done) {
    var answer = send(request, BodyHandlers.ofString());
    if (!done.contains(answer.statusCode())) {
      throw Refused.by(port, answer);
    }
    return answer.body();
  }

  /**
   * The answer, whatever it is.
   *
   * @throws CommandFailed if there is none
   */
  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw silent();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw silent();
    }
  }

  /** That the server gave no answer. */
  CommandFailed silent() {
    return new CommandFailed("The server on port %d gave no answer: %s.".formatted(port, silence));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
