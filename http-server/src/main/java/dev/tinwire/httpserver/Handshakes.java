package dev.tinwire.httpserver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Lets few TLS handshakes be computed at once. One costs as much as fifty requests, and threads run
 * in the order in which they became ready: without this a rush of newcomers stands before whoever
 * is being served already. With it, newcomers wait for each other and requests come in between.
 *
 * <p>A place is held from the client's hello until we wait for the client, which answers when it
 * likes; what is left to compute then is little.
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
   * @param in what the client sends, its hello being there already; the handshake, and what comes
   *     after it, read instead what it gets
   */
  void run(InputStream in, Handshake handshake) throws IOException {
    places.acquireUninterruptibly();
    var place = new Place(in);
    try {
      Courtesy.othersFirst(); // The one before us has woken us, and would have us run at once.
      handshake.over(place);
    } finally {
      place.leave();
    }
  }

  /** Reads on, and leaves the place before it would have to wait. */
  private final class Place extends FilterInputStream {
    private boolean held = true;

    Place(InputStream in) {
      super(in);
    }

    void leave() {
      if (held) places.release();
      held = false;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (held && in.available() == 0) leave();
      return in.read(into, offset, length);
    }
  }
}
