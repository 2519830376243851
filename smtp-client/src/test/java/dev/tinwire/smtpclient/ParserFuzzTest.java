package dev.tinwire.smtpclient;

import dev.tinwire.testkit.Corpus;
import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies and addresses in any bytes, and in those that once hurt. */
final class ParserFuzzTest {
  @Property
  void anyBytesAreRepliesOrRefused(@ForAll byte[] bytes) throws IOException {
    ReplyFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void anyBytesAreMailboxesOrRefused(@ForAll byte[] bytes) {
    MailboxFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void repliesThatHurt(Corpus.Sample sample) throws IOException {
    ReplyFuzz.fuzzerTestOneInput(sample.bytes());
  }

  @ParameterizedTest
  @MethodSource("mailboxes")
  void mailboxesThatHurt(Corpus.Sample sample) {
    MailboxFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> replies() {
    return Corpus.of(ReplyFuzz.class);
  }

  static Stream<Corpus.Sample> mailboxes() {
    return Corpus.of(MailboxFuzz.class);
  }
}
