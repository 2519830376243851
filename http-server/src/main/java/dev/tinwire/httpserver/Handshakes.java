package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Lets few TLS handshakes be computed at once. One costs as much as fifty requests, and threads run
 * in the order in which they became ready: without this a rush of newcomers stands before whoever
 * is being served already. With it, newcomers wait for each other and requests come in between.
 *
 * <p>A place is held while we compute and never while we wait for the client, or a few silent ones
 * would keep everybody out.
 */
final class Handshakes {
  private final Semaphore places;

  Handshakes(int atOnce) {
    this.places = new Semaphore(atOnce, true);
  }

  /** Half of what this machine can do at once remains for requests. */
  static Handshakes ofMachine() {
    return new Handshakes(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  /** Shakes hands. */
  @FunctionalInterface
  interface Handshake {
    void over(InputStream in) throws IOException;
  }

  /**
   * Runs a handshake when there is a place.
   *
   * @param in what the client sends; what the handshake gets instead serves for good
   */
  void run(InputStream in, Handshake handshake) throws IOException {
    var yielding = new Yielding(in);
    places.acquireUninterruptibly();
    try {
      handshake.over(yielding);
    } finally {
      yielding.shaking = false;
      places.release();
    }
  }

  /** Gives the place away while the client keeps us waiting. */
  private final class Yielding extends InputStream {
    private final InputStream in;
    private boolean shaking = true;

    Yielding(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (!shaking || in.available() > 0) return in.read(into, offset, length);
      places.release();
      try {
        return in.read(into, offset, length);
      } finally {
        places.acquireUninterruptibly();
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }
}
