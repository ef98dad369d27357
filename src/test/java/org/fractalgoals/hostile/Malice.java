package org.fractalgoals.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;

import org.fractalgoals.hostile.RawRequest.Framing;

/** Makes a well-meant request one that nobody well-meaning sends: each call does one thing to it. */
final class Malice {

  private static final int MOST_BYTES = 4 << 20;

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE",
      "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "FOO", "P\u00d6ST", "G ET");

  private static final List<String> SEGMENTS = List.of("%2f", "%2F..%2f..%2fetc%2fpasswd", "%00",
      "..", "%2e%2e", ".", "%", "%zz", "%c3%28", "%ed%a0%80", "%f0%9f%9a%80", ";x=y", "a;b", "%3b",
      "%5c", "\\", "'%20OR%20'1'='1", "%27%3B%20DROP%20TABLE%20goals%3B--", "$system", "%24system",
      "~", "*", "%0d%0aX-Evil:%20yes", "{}", "null", "-1", "%25%32%66", "\u00e4", "\u0001",
      "x".repeat(600), "x".repeat(7_000), "x".repeat(70_000), "", "%20", "goal%2fx", "//", "?",
      "#");

  private static final List<String> QUERY_VALUES = List.of("", "%", "%00", "-1", "0", "1e9",
      "99999999999999999999", "2031-01-01", "0000-00-00", "9999-12-31T23:59:59.999999999Z",
      "-999999999-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z", "2026-02-30", "now", "[]", "{}",
      "%27%20OR%201=1", "%ff", "x".repeat(3_000), "json", "csv", "%F0%9F%9A%80",
      "a&limit=2&limit=3");

  private static final List<String> TYPES = List.of("text/plain", "application/xml", "*/*", "",
      "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json;",
      "application/json; charset=utf-16", "application/json; charset=klingon", "json",
      "application/problem+json", "application/\u0000", "application/json, application/json",
      "APPLICATION/JSON", "application/merge-patch+json");

  private static final List<String> HEADERS = List.of("X-Actor: \u0000", "X-Actor: \u00ff\u00fe",
      "X-Actor: " + "x".repeat(201), "X-Actor:", "X-Request-Id: \t\u0007", "If-Match: *",
      "If-Match: W/\"1.1\"", "If-Match: \"99999999999999999999.1\"", "If-Match: \"",
      "If-Match: ,,,",
      "If-None-Match: *", "If-None-Match: \"a\", W/", "Fractal-Min-Position: x:1",
      "Fractal-Min-Position: 1", "Fractal-Min-Position: :-1", "Idempotency-Key: \u00e4",
      "Idempotency-Key: " + "k".repeat(201), "Idempotency-Key: same", "Idempotency-Key:",
      "Accept: text/html", "Accept: application/\u0001", "Accept-Charset: utf-7",
      "Accept-Encoding: br, *;q=0", "Accept-Language: x-klingon", "Range: bytes=0-1",
      "Expect: 100-continue", "Expect: the unexpected", "Host:", "Host: evil.example",
      "Host: a b", "Origin: https://evil.example", "Origin: null", "Content-Encoding: gzip",
      "Content-Encoding: br", "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked",
      "Upgrade: h2c", "Upgrade: websocket", "Content-Length: 5", "Content-Length: -1",
      "X-HTTP-Method-Override: DELETE", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Prefix: /evil",
      "X-Forwarded-Host: evil.example", "Forwarded: for=\"_x\"", "Cookie: JSESSIONID=../../x",
      "Authorization: Basic x", "Authorization: Bearer x", "Authorization: Bearer ", "X Bad: y",
      ": empty", "No-Colon", "X-Long: " + "y".repeat(20_000), "Access-Control-Request-Method: PUT");

  private static final List<Framing> FRAMINGS = List.of(Framing.CHUNKED, Framing.CUT_OFF,
      Framing.CHUNKED_GARBAGE, Framing.NO_BODY);

  private final List<Consumer<RawRequest>> ways = List.of(this::otherMethod, this::otherSegment,
      this::otherSegment, this::otherQuery, this::otherQuery, this::otherType, this::oneMoreHeader,
      this::oneMoreHeader, this::otherFraming, this::otherVersion, this::bodyInOtherEncoding,
      this::bodyCutOff, this::bodyTwice, this::bodyWithMemberTwice, this::bodyDeep, this::bodyBad,
      this::bodyBad, this::bodyLong, this::bodyOfOtherKind);

  private final Random random;

  Malice(Random random) {
    this.random = random;
  }

  void applyTo(RawRequest request) {
    any(ways).accept(request);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void otherMethod(RawRequest request) {
    request.method = any(METHODS);
  }

  private void otherSegment(RawRequest request) {
    var segments = request.target.split("/", -1);
    segments[1 + random.nextInt(segments.length - 1)] = any(SEGMENTS);
    request.target = String.join("/", segments);
  }

  private void otherQuery(RawRequest request) {
    var name = any(List.of("asOf", "asOfPosition", "limit", "after", "from", "to", "text", "kind",
        "entity", "format", "reason", "include_instances", "%00", ""));
    request.target += (request.target.contains("?") ? "&" : "?") + name + "=" + any(QUERY_VALUES);
  }

  private void otherType(RawRequest request) {
    request.headers.removeIf(header -> header.startsWith("Content-Type"));
    request.headers.add("Content-Type: " + any(TYPES));
  }

  private void oneMoreHeader(RawRequest request) {
    var header = any(HEADERS);
    if (header.startsWith("Host")) {
      request.headers.removeIf(known -> known.startsWith("Host"));
    }
    request.headers.add(header);
  }

  private void otherFraming(RawRequest request) {
    request.framing = any(FRAMINGS);
  }

  private void otherVersion(RawRequest request) {
    request.version = any(List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1 ", "", "ICY"));
  }

  private void bodyInOtherEncoding(RawRequest request) {
    var text = new String(request.body, StandardCharsets.UTF_8);
    replace(request, switch (random.nextInt(5)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> text.replace("a", "\u00e4").getBytes(StandardCharsets.ISO_8859_1);
      default -> text.replace("e", "\u0000").getBytes(StandardCharsets.UTF_8);
    });
  }

  private void bodyCutOff(RawRequest request) {
    var text = new String(request.body, StandardCharsets.ISO_8859_1);
    replace(request, bytes(text.substring(0, random.nextInt(text.length() + 1))));
  }

  private void bodyTwice(RawRequest request) {
    var text = new String(request.body, StandardCharsets.ISO_8859_1);
    replace(request, bytes(text + any(List.of("", " ", ",", "\u0000")) + text));
  }

  private void bodyWithMemberTwice(RawRequest request) {
    var text = new String(request.body, StandardCharsets.UTF_8);
    replace(request, text.replaceFirst("\\{", "{\"name\":\"a\",\"name\":\"b\",")
        .getBytes(StandardCharsets.UTF_8));
  }

  private void bodyDeep(RawRequest request) {
    int depth = any(List.of(50, 199, 201, 1_000, 100_000));
    var open = any(List.of("[", "{\"a\":"));
    replace(request, bytes("{\"name\":\"deep\",\"session_data\":%s1%s}".formatted(
        open.repeat(depth), (open.equals("[") ? "]" : "}").repeat(depth))));
  }

  /** Puts something else in the place of a value. */
  private void bodyBad(RawRequest request) {
    var text = new String(request.body, StandardCharsets.UTF_8);
    var places = text.split(":", -1);
    if (places.length > 1) {
      int place = 1 + random.nextInt(places.length - 1);
      places[place] = places[place].replaceFirst("^(\"[^\"]*\"|[^,}\\]]+)",
          Matcher.quoteReplacement(Nasty.value(random)));
      text = String.join(":", places);
    }
    replace(request, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Seldom, as it takes long: about as long as is accepted. */
  private void bodyLong(RawRequest request) {
    int bytes = random.nextInt(10) == 0 ? MOST_BYTES - 100 + random.nextInt(200) : 100_050;
    var member = any(List.of("name", "description", "unknown", "session_data", "content"));
    var start = "{\"name\":\"long\",\"%s\":\"".formatted(member);
    replace(request, bytes(start + "y".repeat(bytes - start.length() - 2) + "\"}"));
  }

  private void bodyOfOtherKind(RawRequest request) {
    replace(request, any(List.of("", "[]", "null", "true", "\"text\"", "1", "{", "}", "[[", "{}",
        "NaN", "<xml/>", "name=x&type=y", "\u001f\u008b\u0008\u0000", "{\"\":\"\"}",
        "{\"__proto__\":{\"x\":1}}", "{\"name\":", "// {}", "{'name':'x'}", "{\"name\":\"x\",}"))
        .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void replace(RawRequest request, byte[] body) {
    request.body = body;
    if (request.framing == Framing.NO_BODY && body.length > 0) {
      request.framing = Framing.LENGTH;
    }
  }
}
