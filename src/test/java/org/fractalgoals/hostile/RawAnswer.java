package org.fractalgoals.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came back, as it came.
 *
 * @param headers by their names in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

  private static final String END_OF_HEAD = "\r\n\r\n";

  /** Reads the final answer in what the server sent before it closed the connection; empty if there is none. */
  static Optional<RawAnswer> read(byte[] sent) throws IOException {
    var text = new String(sent, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("HTTP/1.1 ") || !text.contains(END_OF_HEAD)) {
      return Optional.empty();
    }
    var end = text.indexOf(END_OF_HEAD);
    int status = Integer.parseInt(text.substring(9, 12));
    if (status < 200) {
      return read(text.substring(end + END_OF_HEAD.length())
          .getBytes(StandardCharsets.ISO_8859_1));
    }
    var headers = headers(text.substring(0, end));
    var body = text.substring(end + END_OF_HEAD.length()).getBytes(StandardCharsets.ISO_8859_1);
    var whole = headers.getOrDefault("transfer-encoding", "").equals("chunked")
        ? joined(body)
        : body;
    return Optional.of(new RawAnswer(status, headers, new String(whole, StandardCharsets.UTF_8)));
  }

  private static Map<String, String> headers(String head) {
    var headers = new TreeMap<String, String>();
    head.lines().skip(1).forEach(line -> headers.put(
        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
        line.substring(line.indexOf(':') + 1).strip()));
    return headers;
  }

  private static byte[] joined(byte[] chunked) throws IOException {
    var chunks = new ByteArrayInputStream(chunked);
    var whole = new ByteArrayOutputStream();
    for (int size = size(chunks); size > 0; size = size(chunks)) {
      whole.write(chunks.readNBytes(size));
      size(chunks);
    }
    return whole.toByteArray();
  }

  /** The number in the next line; 0 if that is empty. */
  private static int size(ByteArrayInputStream chunks) {
    var line = new StringBuilder();
    for (int next = chunks.read(); next >= 0 && next != '\n'; next = chunks.read()) {
      line.append((char) next);
    }
    var number = line.toString().strip();
    return number.isEmpty() ? 0 : Integer.parseInt(number, 16);
  }
}
