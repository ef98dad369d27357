package org.fractalgoals.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.fractalgoals.domain.imports.ImportHistory;

/** Which rows the store has from earlier imports, known by a digest of what stands in them. */
final class StoredRows {

  private record Digest(long high, long low) {}

  private final Map<Digest, Long> positions = new HashMap<>();
  private final MessageDigest sha256;

  StoredRows(ImportHistory history) {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
    history.forEachRow(fact -> {
      if (fact.row() != null) {
        positions.putIfAbsent(digest(fact.row()), fact.position());
      }
    });
  }

  /** Position of the event that carries a row with the same table, key and cells; empty if there is none. */
  OptionalLong positionOf(String row) {
    if (positions.isEmpty()) {
      return OptionalLong.empty();
    }
    var position = positions.get(digest(row));
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  /** File, stage and rowid say where a row was found, not what it is. Inside JSON texts no quote stands unescaped. */
  private Digest digest(String row) {
    var table = row.substring(row.indexOf(",\"table\":"), row.indexOf(",\"rowid\":"));
    var cells = row.substring(row.indexOf(",\"pk\":"));
    var bytes = ByteBuffer
        .wrap(sha256.digest((table + cells).getBytes(StandardCharsets.UTF_8)));
    return new Digest(bytes.getLong(), bytes.getLong());
  }
}
