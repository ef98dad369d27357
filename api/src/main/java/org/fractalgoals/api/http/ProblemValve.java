package org.fractalgoals.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers with a {@link Problem} where Tomcat itself refuses, before a request reaches the application. */
final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var body = new Problem(HttpStatusCode.valueOf(status), sentence(status)).json()
        .getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException gone) {
      LOG.debug("a client left before it was told what is wrong", gone);
    }
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 ->
        "The address or the headers of the request are malformed or too long, or its body breaks off.";
      case 405 -> "The method of the request is not possible here.";
      case 501 -> "The transfer encoding of the request is not known here.";
      case 505 -> "The version of HTTP of the request is not known here; use 1.1.";
      default -> status < 500
          ? "The request is not one that is understood here (%d).".formatted(status)
          : "Something went wrong inside the server; its log says what.";
    };
  }
}
