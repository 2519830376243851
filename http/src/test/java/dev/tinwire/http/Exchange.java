package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client makes of the bytes a server sends: responses in a row, up to the last or a fault.
 */
record Exchange(List<Integer> statuses, String body, Optional<String> refused, boolean cutShort) {
  /** Responses up to the one that ends the connection. */
  static Exchange ofAll(byte[] bytes) {
    return new Reading(Wire.reader(bytes), Integer.MAX_VALUE).exchange();
  }

  /** Interim responses and the final one; what follows is nobody's. */
  static Exchange ofOne(byte[] bytes) {
    return new Reading(Wire.reader(bytes), 1).exchange();
  }

  private static final class Reading {
    private final ByteReader in;
    private int finalsLeft;
    private final List<Integer> statuses = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Reading(ByteReader in, int finals) {
      this.in = in;
      this.finalsLeft = finals;
    }

    Exchange exchange() {
      try {
        while (response()) {}
        return outcome(Optional.empty(), false);
      } catch (BadMessage refused) {
        return outcome(Optional.of(String.valueOf(refused.getMessage())), false);
      } catch (EndOfStream _) {
        return outcome(Optional.empty(), true);
      } catch (IOException e) {
        throw new AssertionError("neither a response nor refused", e);
      }
    }

    /** Whether another may follow. */
    private boolean response() throws IOException {
      var head = ResponseHead.read(in, Limits.CLIENT, Leniency.CLIENT);
      Status status = head.status();
      var version = head.line().version();
      statuses.add(status.code());
      if (status.code() == 101) return false; // the rest is another protocol's
      var framing = Framing.ofResponse(Method.GET, status, head.fields(), version, Leniency.CLIENT);
      var content = Body.of(framing, in, Limits.CLIENT);
      for (int b = content.read(); b >= 0; b = content.read()) body.write(b);
      if (status.isInformational()) return true;
      return --finalsLeft > 0
          && Persistence.ofResponse(version, head.fields(), framing) == Persistence.KEEP_OPEN
          && !in.atEnd();
    }

    private Exchange outcome(Optional<String> refused, boolean cutShort) {
      return new Exchange(List.copyOf(statuses), Wire.text(body.toByteArray()), refused, cutShort);
    }
  }
}
