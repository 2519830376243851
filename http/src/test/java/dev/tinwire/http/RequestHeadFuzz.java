package dev.tinwire.http;

import dev.tinwire.wire.EndOfStream;
import java.io.IOException;

/** Any bytes are a request head that survives being written, or are refused with a status. */
public final class RequestHeadFuzz {
  private RequestHeadFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    RequestHead head;
    try {
      head = RequestHead.read(Wire.reader(input), Limits.SERVER, Leniency.SERVER);
    } catch (BadMessage refused) {
      Wire.demandSafe(refused);
      return;
    } catch (EndOfStream _) {
      return;
    } catch (IOException e) {
      throw new AssertionError("neither a head nor refused", e);
    }
    Wire.demandWithin(Limits.SERVER, head.fields());
    try {
      var again = RequestHead.read(Wire.reader(head.toBytes()), Limits.SERVER, Leniency.SERVER);
      if (!again.equals(head)) throw new AssertionError("changed: " + head + " to " + again);
    } catch (BadMessage grown) {
      Wire.demandGrown(grown);
    } catch (IOException e) {
      throw new AssertionError("wrote what it cannot read: " + head, e);
    }
  }
}
