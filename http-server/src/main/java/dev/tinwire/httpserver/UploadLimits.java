package dev.tinwire.httpserver;

import java.time.Duration;

/**
 * How much may be received.
 *
 * @param most bytes of one upload
 * @param keepFree bytes of the disk that uploads leave free
 */
record UploadLimits(long most, long keepFree) {
  static final UploadLimits DEFAULT = new UploadLimits(64L << 30, 512L << 20);

  /** Files in one form. */
  static final int FILES = 1000;

  /** Folders one below the other that an upload may create. */
  static final int DEPTH = 32;

  /** How long an upload that was cut can be continued; afterwards the next start removes it. */
  static final Duration RESUMABLE = Duration.ofDays(1);
}
