package dev.tinwire.smtpclient;

import dev.tinwire.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any bytes are fields that together are the same bytes, or refused; so are their mailboxes. */
public final class EmlHeaderFuzz {
  private EmlHeaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      EmlHeader header = EmlHeader.parse(input);
      byte[] same = header.without("?").getBytes(StandardCharsets.ISO_8859_1);
      if (!Arrays.equals(input, same)) throw new AssertionError("not the same");
      for (Mailbox box : header.envelope().recipients()) {
        if (box.address().matches("(?s).*[\r\n\0].*")) throw new AssertionError(box.address());
      }
    } catch (WireException _) {
      // Refused.
    }
  }
}
