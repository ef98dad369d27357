package org.fractalgoals.api.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.eventstore.fault.StoreFault;

/**
 * Proves that a request comes from somebody who may read the data directory: a random text in a file that only its owner
 * may read. It never shows itself in logs.
 */
public final class AdminToken {

  /** Its name in the data directory. */
  public static final String FILE = "admin.token";

  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions
      .fromString("rw-------");

  private final String text;

  private AdminToken(String text) {
    this.text = text;
  }

  /**
   * The token of a data directory; made if there is none. Only for the process that has the directory.
   *
   * @throws StoreFault if the disk refuses
   */
  public static AdminToken in(Path directory) {
    try {
      var known = read(directory.resolve(FILE));
      if (known.isPresent()) {
        Files.setPosixFilePermissions(directory.resolve(FILE), OWNER_ONLY);
        return known.get();
      }
      return make(directory);
    } catch (IOException e) {
      throw fault(directory, e);
    }
  }

  /**
   * The token of a data directory; empty if no server ever ran on it.
   *
   * @throws StoreFault if it cannot be read
   */
  public static Optional<AdminToken> find(Path directory) {
    try {
      return read(directory.resolve(FILE));
    } catch (IOException e) {
      throw fault(directory, e);
    }
  }

  private static Optional<AdminToken> read(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
            .map(AdminToken::new)
        : Optional.empty();
  }

  private static AdminToken make(Path directory) throws IOException {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var token = new AdminToken(HexFormat.of().formatHex(random));
    var unfinished = directory.resolve(FILE + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(unfinished, token.text + "\n");
    Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return token;
  }

  private static StoreFault fault(Path directory, IOException e) {
    return new StoreFault(
        "The file %s in %s, which admin acts need, cannot be used: %s".formatted(FILE, directory,
            e),
        e);
  }

  /** Whether this is the token; takes as long for one wrong text as for another. */
  public boolean is(String other) {
    return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8),
        other.getBytes(StandardCharsets.UTF_8));
  }

  /** What a request carries as its {@code Authorization}. */
  public String authorization() {
    return "Bearer " + text;
  }
}
