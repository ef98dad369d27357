package org.fractalgoals.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request down to its bytes, so that any part of it can be wrong. */
final class RawRequest {

  private static final int PATIENCE_MILLIS = 60_000;

  /** Tells how the length of the body is told. */
  enum Framing {
    LENGTH, CHUNKED, CUT_OFF, CHUNKED_GARBAGE, NO_BODY
  }

  String method;
  String target;
  String version = "HTTP/1.1";
  final List<String> headers = new ArrayList<>();
  byte[] body;
  Framing framing;

  RawRequest(String method, String target, byte[] body) {
    this.method = method;
    this.target = target;
    this.body = body;
    this.framing = body.length == 0 ? Framing.NO_BODY : Framing.LENGTH;
  }

  /** Whether the server may leave it without an answer: it never came to its end. */
  boolean isIncomplete() {
    return framing == Framing.CUT_OFF || framing == Framing.CHUNKED_GARBAGE;
  }

  /** Sends it on a connection of its own. Empty if the server closes that without an answer. */
  Optional<RawAnswer> send(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(bytes());
        socket.shutdownOutput();
      } catch (SocketException refusedBeforeItsEnd) {
        // what the server has said so far counts
        return read(socket);
      }
      return read(socket);
    }
  }

  private static Optional<RawAnswer> read(Socket socket) throws IOException {
    var sent = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(sent);
    } catch (SocketException reset) {
      // a server that does not read a body to its end resets the connection after its answer
      return RawAnswer.read(sent.toByteArray());
    }
    return RawAnswer.read(sent.toByteArray());
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text("%s %s %s\r\n".formatted(method, target, version)));
    headers.forEach(header -> bytes.writeBytes(text(header + "\r\n")));
    bytes.writeBytes(text("Connection: close\r\n"));
    switch (framing) {
      case NO_BODY -> bytes.writeBytes(text("\r\n"));
      case LENGTH -> {
        bytes.writeBytes(text("Content-Length: %d\r\n\r\n".formatted(body.length)));
        bytes.writeBytes(body);
      }
      case CUT_OFF -> {
        bytes.writeBytes(text("Content-Length: %d\r\n\r\n".formatted(body.length + 10)));
        bytes.writeBytes(body);
      }
      case CHUNKED -> {
        bytes.writeBytes(text("Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(body.length)));
        bytes.writeBytes(body);
        bytes.writeBytes(text("\r\n0\r\n\r\n"));
      }
      case CHUNKED_GARBAGE -> {
        bytes.writeBytes(text("Transfer-Encoding: chunked\r\n\r\nzz;\u0000\r\n"));
        bytes.writeBytes(body);
      }
    }
    return bytes.toByteArray();
  }

  /** One byte per character, so that any byte can stand anywhere. */
  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    var shown = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
    return "%s %s %s, %s, %s %d bytes: %s".formatted(method,
        target.substring(0, Math.min(target.length(), 1_000)), version,
        headers.stream().map(header -> header.substring(0, Math.min(header.length(), 200)))
            .toList(),
        framing, body.length, shown);
  }
}
