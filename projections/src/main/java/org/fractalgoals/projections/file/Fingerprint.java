package org.fractalgoals.projections.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.fractalgoals.projections.engine.Projector;

/**
 * Identifies what the rows of a read model mean: its schema, the versions of its projectors, and the shapes of the events
 * they saw. Another fingerprint is another file.
 *
 * @param hex SHA-256, 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

  private static final int DIGITS_IN_FILE_NAME = 12;

  /**
   * The fingerprint of a program.
   *
   * @param ddl the statements that make the tables
   * @param upcasters version of the set of upcasters that the events pass through
   */
  public static Fingerprint of(String ddl, List<Projector> projectors, String upcasters) {
    var digest = sha256();
    add(digest, ddl);
    for (var projector : projectors) {
      add(digest, projector.name() + ":" + projector.version());
    }
    add(digest, upcasters);
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  /** Length first, so that no two lists of parts read the same. */
  private static void add(MessageDigest digest, String part) {
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What the names of the files with this fingerprint begin with. */
  String fileStem() {
    return "read-model-" + hex.substring(0, DIGITS_IN_FILE_NAME);
  }
}
