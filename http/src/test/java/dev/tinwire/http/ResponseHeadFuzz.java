package dev.tinwire.http;

import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.util.Set;

/**
 * Any bytes are a response head that survives being written, or are refused; and what a client
 * forgives, it writes so that it needs no forgiveness.
 */
public final class ResponseHeadFuzz {
  private ResponseHeadFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    ResponseHead head;
    try {
      head = ResponseHead.read(Wire.reader(input), Limits.CLIENT, Leniency.CLIENT);
    } catch (BadMessage refused) {
      Wire.demandSafe(refused);
      return;
    } catch (EndOfStream _) {
      return;
    } catch (IOException e) {
      throw new AssertionError("neither a head nor refused", e);
    }
    Wire.demandWithin(Limits.CLIENT, head.fields());
    try {
      var again = ResponseHead.read(Wire.reader(head.toBytes()), Limits.CLIENT, Set.of());
      if (!again.equals(head)) throw new AssertionError("changed: " + head + " to " + again);
    } catch (BadMessage grown) {
      Wire.demandGrown(grown);
    } catch (IOException e) {
      throw new AssertionError("wrote what it cannot read: " + head, e);
    }
  }
}
