package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever is to be said, one line comes out, or nothing. */
final class SmtpCommandTest {
  @Test
  void aPathHoldsNothingThatEndsIt() {
    for (String local : new String[] {"a>", "<a", "a\r\nDATA", "a\n", "a\0", "a\u007f"}) {
      var box = new Mailbox("", local, "x.example");
      assertThrows(IllegalArgumentException.class, () -> SmtpCommand.mail(box, ""), local);
      assertThrows(IllegalArgumentException.class, () -> SmtpCommand.rcpt(box, ""), local);
    }
  }

  /** Narrowed to bytes these letters would be CR and LF (CVE-2025-7962). */
  @Test
  void lettersAreNeverNarrowedToBytes() {
    var box = new Mailbox("", "\u560d\u560aDATA", "x.example");
    var command = SmtpCommand.rcpt(box, "");
    byte[] bytes = command.line().getBytes(command.charset());
    for (byte b : bytes) assertFalse(b == '\r' || b == '\n');
  }

  @Test
  void aHelloIsOneWord() {
    assertThrows(IllegalArgumentException.class, () -> SmtpCommand.ehlo("a b"));
    assertThrows(IllegalArgumentException.class, () -> SmtpCommand.ehlo("a\r\nMAIL"));
    assertThrows(IllegalArgumentException.class, () -> SmtpCommand.ehlo(""));
  }

  @Test
  void whatProvesWhoWeAreIsNotShown() {
    assertEquals(
        "AUTH PLAIN ***", SmtpCommand.auth(Mechanism.PLAIN, Optional.of("c2VjcmV0")).shown());
    assertEquals("***", SmtpCommand.response("c2VjcmV0").shown());
    assertEquals("", SmtpCommand.response("").shown());
  }

  @Property
  void anyPathIsOneLineOrRefused(@ForAll String local, @ForAll String parameters) {
    try {
      var command = SmtpCommand.rcpt(new Mailbox("", local, "x.example"), parameters);
      byte[] bytes = command.line().getBytes(command.charset());
      for (byte b : bytes) assertTrue(b < 0 || (b >= ' ' && b != 0x7f));
      String path = command.line().substring("RCPT TO:<".length());
      assertFalse(path.substring(0, path.indexOf('>')).contains("<"));
    } catch (IllegalArgumentException _) {
      // Refused.
    }
  }
}
