package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.testkit.Dripping;
import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          250 ok\\r\\n                                    | 250 | ``     | 250 ok
          250\\r\\n                                       | 250 | ``     | 250
          250 \\r\\n                                      | 250 | ``     | 250
          250 2.1.0 ok\\r\\n                              | 250 | 2.1.0  | 250 2.1.0 ok
          535-5.7.8 wrong\\r\\n535 5.7.8 try again\\r\\n  | 535 | 5.7.8  | 535 5.7.8 wrong try again
          550-a\\r\\n550-\\r\\n550 b\\r\\n                | 550 | ``     | 550 a b
          250 5.7.8 of another kind\\r\\n                 | 250 | ``     | 250 5.7.8 of another kind
          571 5.7.1 no\\r\\n                              | 571 | 5.7.1  | 571 5.7.1 no
          554 5.7.1234 no\\r\\n                           | 554 | ``     | 554 5.7.1234 no
          """)
  void repliesAreRead(String bytes, int code, String status, String words) throws IOException {
    Reply reply = read(bytes, 1);
    assertEquals(code, reply.code());
    assertEquals(status, reply.status().map(EnhancedStatus::toString).orElse(""));
    assertEquals(words, reply.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25 ok\\r\\n",
        "abc\\r\\n",
        "199 ok\\r\\n",
        "600 ok\\r\\n",
        "2500 ok\\r\\n",
        "250+ok\\r\\n",
        " 250 ok\\r\\n",
        "250 ok\\n",
        "250 o\\rk\\r\\n",
        "250-ok\\r\\n251 ok\\r\\n",
        "\\r\\n"
      })
  void anythingElseIsRefused(String bytes) {
    assertThrows(Malformed.class, () -> read(bytes, 3));
  }

  @Test
  void aReplyHasLimits() {
    assertThrows(TooLong.class, () -> read("250 " + "a".repeat(2045) + "\\r\\n", 100));
    assertThrows(Malformed.class, () -> read("250-a\\r\\n".repeat(513), 100));
    String line = "250-" + "a".repeat(2000) + "\\r\\n";
    assertThrows(TooLong.class, () -> read(line.repeat(40), 1000));
  }

  @Test
  void whatIsOfferedIsReadFromEhlo() throws IOException {
    Capabilities offered =
        Capabilities.of(
            read(
                "250-mx.example greets you\\r\\n250-size 35882577\\r\\n250-8bitmime\\r\\n"
                    + "250-AUTH LOGIN plain\\r\\n250-AUTH=XOAUTH2 LOGIN\\r\\n250-\\r\\n"
                    + "250-*** hidden\\r\\n250 PIPELINING\\r\\n",
                100));
    assertEquals(35882577, offered.maxSize().orElseThrow());
    assertEquals(List.of("LOGIN", "PLAIN", "XOAUTH2"), List.copyOf(offered.mechanisms()));
    assertEquals(
        List.of("SIZE", "8BITMIME", "AUTH", "PIPELINING"),
        List.copyOf(offered.keywords().keySet()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2.0.0 Ok: queued as 4XyZ12abc                              | 4XyZ12abc
          OK id=1rABCD-0001-Xy                                       | 1rABCD-0001-Xy
          2.0.0 OK  1700000000 af79cd13be357-7788d7e9si1234 - gsmtp  | af79cd13be357-7788d7e9si1234
          2.0.0 3AJ8abcd012345 Message accepted for delivery         | 3AJ8abcd012345
          2.0.0 thanks                                               | ``
          queued as \u001b[31mred                                    | ``
          """)
  void theNameInTheQueueIsFound(String text, String id) {
    assertEquals(
        Optional.of(id).filter(s -> !s.isEmpty()), QueueId.of(new Reply(250, List.of(text))));
  }

  private static Reply read(String bytes, int drop) throws IOException {
    byte[] raw =
        bytes.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ReplyReader.read(new ByteReader(Dripping.of(raw, drop)), MailLimits.DEFAULT, _ -> {});
  }
}
