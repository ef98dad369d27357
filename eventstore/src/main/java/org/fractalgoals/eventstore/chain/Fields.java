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

  private static final int USUAL_BYTES = 512;

  /** Grows; hashed in one go, which is faster than field by field. */
  private ByteBuffer encoded = ByteBuffer.allocate(USUAL_BYTES);

  Fields add(long value) {
    room(1 + Long.BYTES).put((byte) 1).putLong(value);
    return this;
  }

  Fields add(@Nullable String text) {
    return text == null ? addNull() : add((byte) 2, text.getBytes(StandardCharsets.UTF_8));
  }

  Fields add(byte @Nullable [] bytes) {
    return bytes == null ? addNull() : add((byte) 3, bytes);
  }

  byte[] sha256() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(encoded.flip());
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Fields addNull() {
    room(1).put((byte) 0);
    return this;
  }

  private Fields add(byte type, byte[] bytes) {
    room(1 + Integer.BYTES + bytes.length).put(type).putInt(bytes.length).put(bytes);
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (encoded.remaining() < bytes) {
      encoded = ByteBuffer
          .allocate(Math.max(2 * encoded.capacity(), Math.addExact(encoded.position(), bytes)))
          .put(encoded.flip());
    }
    return encoded;
  }
}
