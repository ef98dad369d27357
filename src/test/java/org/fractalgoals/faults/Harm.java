package org.fractalgoals.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/** What failing disks and careless copies do to a file. */
enum Harm {
  /** Of the header of the file and the first page. */
  BIT_NEAR_THE_START, BIT_ANYWHERE, PAGE_OF_ZEROS, PAGE_OF_NOISE, CUT_OFF;

  private static final int PAGE = 4096;

  /** Does it to a file. */
  void to(Path file, Random random) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long length = bytes.length();
      switch (this) {
        case BIT_NEAR_THE_START -> flip(bytes, random.nextLong(Math.min(200, length)), random);
        case BIT_ANYWHERE -> flip(bytes, random.nextLong(length), random);
        case PAGE_OF_ZEROS -> overwrite(bytes, random, new byte[PAGE]);
        case PAGE_OF_NOISE -> {
          var noise = new byte[PAGE];
          random.nextBytes(noise);
          overwrite(bytes, random, noise);
        }
        case CUT_OFF -> bytes.setLength(random.nextLong(length));
      }
    }
  }

  private static void flip(RandomAccessFile bytes, long place, Random random) throws IOException {
    bytes.seek(place);
    int before = bytes.read();
    bytes.seek(place);
    bytes.write(before ^ (1 << random.nextInt(8)));
  }

  private static void overwrite(RandomAccessFile bytes, Random random, byte[] with)
      throws IOException {
    long pages = Math.max(1, bytes.length() / PAGE);
    bytes.seek(random.nextLong(pages) * PAGE);
    bytes.write(with);
  }
}
