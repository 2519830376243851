package dev.tinwire.heartbeat;

/** What is accepted although the format does not say so. */
final class BeatLeniency {
  /**
   * One line end behind the beat: {@code echo "1 - 1763625600" | nc -u} sends it, and the
   * textbook's own server, which reads the rest as a number, takes it too.
   */
  static final boolean LINE_END = true;

  private BeatLeniency() {}

  static int withoutLineEnd(byte[] datagram, int length) {
    int end = length;
    if (LINE_END && end > 0 && datagram[end - 1] == '\n') {
      end--;
      if (end > 0 && datagram[end - 1] == '\r') end--;
    }
    return end;
  }
}
