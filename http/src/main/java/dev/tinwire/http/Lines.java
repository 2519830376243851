package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.io.IOException;

/**
 * The lines of a message, their faults told as {@link BadMessage} with the status that fits.
 *
 * @param bareLf {@link Leniency#BARE_LF}
 */
record Lines(ByteReader in, boolean bareLf) {
  /**
   * The next line without its end.
   *
   * @param ifLonger the status to answer when it goes beyond the limit
   */
  String next(String what, int limit, Status ifLonger) throws IOException {
    try {
      return bareLf ? in.lineOrBareLf(what, limit) : in.line(what, limit);
    } catch (TooLong e) {
      throw new BadMessage(ifLonger, e);
    } catch (Malformed e) {
      throw new BadMessage(Status.BAD_REQUEST, e);
    }
  }
}
