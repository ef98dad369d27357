package org.fractalgoals.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The program with another column in its tables, as its next version might have it. */
final class NextVersion {

  private static final String TABLES = "org/fractalgoals/projections/file/schema.sql";
  private static final String COLUMN = "  name TEXT NOT NULL,\n  description TEXT NOT NULL,\n  deadline";

  private NextVersion() {}

  /** Writes it; its goals have {@code name_length}. */
  static Path write(Path jar) throws IOException {
    try (var in = Files.newInputStream(Program.jar()); var out = Files.newOutputStream(jar)) {
      copy(in, out, "BOOT-INF/lib/projections-", NextVersion::withTables);
    }
    return jar;
  }

  private static byte[] withTables(byte[] projections) {
    try (var in = new ByteArrayInputStream(projections);
        var out = new ByteArrayOutputStream()) {
      copy(in, out, TABLES, NextVersion::withColumn);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withColumn(byte[] tables) {
    var text = new String(tables, StandardCharsets.UTF_8);
    if (!text.contains(COLUMN)) {
      throw new IllegalStateException("the table of goals looks otherwise");
    }
    return text.replace(COLUMN, "  name_length INTEGER AS (length(name)) STORED,\n" + COLUMN)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Copies an archive, with something else in one place. */
  private static void copy(InputStream from, OutputStream to, String place,
      UnaryOperator<byte[]> change) throws IOException {
    var in = new ZipInputStream(from);
    var out = new ZipOutputStream(to);
    for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      var content = in.readAllBytes();
      if (entry.getName().startsWith(place)) {
        content = change.apply(content);
      }
      out.putNextEntry(stored(entry.getName(), content));
      out.write(content);
    }
    out.finish();
  }

  /** Archives in archives are read where they are, and so must not be compressed. */
  private static ZipEntry stored(String name, byte[] content) {
    var checksum = new CRC32();
    checksum.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
