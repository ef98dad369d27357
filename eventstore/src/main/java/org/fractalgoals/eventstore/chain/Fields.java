package org.fractalgoals.eventstore.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a sequence of fields. Each field begins with one byte that tells its type - 0 NULL, 1 integer, 2 text, 3
 * bytes. An integer follows as eight bytes, most significant first; text (UTF-8) and bytes follow behind their length in
 * four bytes. No two sequences of fields have the same encoding.
 */
final class Fields {

  private final MessageDigest sha256;
  private final ByteBuffer head = ByteBuffer.allocate(1 + Long.BYTES);

  Fields() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Fields add(long value) {
    head.clear().put((byte) 1).putLong(value);
    sha256.update(head.flip());
    return this;
  }

  Fields add(@Nullable String text) {
    return text == null ? addNull() : add((byte) 2, text.getBytes(StandardCharsets.UTF_8));
  }

  Fields add(byte @Nullable [] bytes) {
    return bytes == null ? addNull() : add((byte) 3, bytes);
  }

  byte[] sha256() {
    return sha256.digest();
  }

  private Fields addNull() {
    sha256.update((byte) 0);
    return this;
  }

  private Fields add(byte type, byte[] bytes) {
    head.clear().put(type).putInt(bytes.length);
    sha256.update(head.flip());
    sha256.update(bytes);
    return this;
  }
}
