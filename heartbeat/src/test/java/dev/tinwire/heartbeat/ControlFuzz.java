package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** Any line is a request that prints as one of the same meaning, or refused. */
public final class ControlFuzz {
  private ControlFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    ControlRequest request;
    try {
      request = ControlRequest.parse(new String(input, StandardCharsets.ISO_8859_1));
    } catch (Malformed refused) {
      if (refused.getMessage() == null) throw new AssertionError("no words", refused);
      return;
    }
    try {
      if (!ControlRequest.parse(request.print()).equals(request)) {
        throw new AssertionError("changed: " + request);
      }
    } catch (Malformed e) {
      throw new AssertionError("prints what it cannot read: " + request, e);
    }
  }
}
