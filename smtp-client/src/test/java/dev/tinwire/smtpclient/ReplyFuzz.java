package dev.tinwire.smtpclient;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any bytes are a reply within the limits, or refused as our exception. */
public final class ReplyFuzz {
  private ReplyFuzz() {}

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    var in = new ByteReader(new ByteArrayInputStream(bytes));
    try {
      while (!in.atEnd()) {
        Reply reply = ReplyReader.read(in, MailLimits.DEFAULT, _ -> {});
        if (reply.code() < 200 || reply.code() > 599) throw new AssertionError(reply);
        if (reply.texts().isEmpty() || reply.texts().size() > MailLimits.DEFAULT.lines()) {
          throw new AssertionError(reply);
        }
        String words = reply.words();
        if (words.chars().anyMatch(Character::isISOControl)) throw new AssertionError(words);
        Capabilities.of(reply).lines();
        ReplyAdvice.of(reply);
        QueueId.of(reply);
      }
    } catch (WireException _) {
      // Refused.
    }
  }
}
