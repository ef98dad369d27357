package org.fractalgoals.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What the holder of a key sends: 256 random bits, with a prefix by which people and scanners recognise it. Shown once, when it
 * is made.
 */
public final class KeySecret {

  /** How every secret begins. */
  public static final String PREFIX = "fractal_";

  private static final int BYTES = 32;

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /** A new one. */
  public static KeySecret make() {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** What the holder sends. */
  public String text() {
    return text;
  }

  /** What is stored of it. */
  public String digest() {
    return digestOf(text);
  }

  /** SHA-256 of what somebody sends, in hexadecimal digits. */
  static String digestOf(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
