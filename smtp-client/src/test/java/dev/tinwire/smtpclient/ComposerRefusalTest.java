package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts that cannot be sent, and files that are not what they were. */
final class ComposerRefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a\\r\\nBcc: x@y, subject", "a\\nb, subject", "a\\u0000b, subject", "a\\u0085b, subject",
    "a\\u2028b, subject", "a\\ud800b, subject", "a\\r\\nBcc: x@y, name", "a\\nb, local",
    "a\\r\\nb.png, file"
  })
  void whatWouldBreakOutOfItsLineIsRefused(String escaped, String where) throws Exception {
    String evil = ComposerTest.unescaped(escaped);
    var drafts = new Drafts().text("ok");
    switch (where) {
      case "subject" -> drafts.subject(evil);
      case "name" -> drafts.from(new Mailbox(evil, "me", "example.org"));
      case "local" -> drafts.from(new Mailbox("", evil, "example.org"));
      default -> drafts.attach(Files.write(folder.resolve(evil), ComposerTest.png(5000)));
    }
    assertThrows(Malformed.class, () -> ComposerTest.compose(drafts.draft()));
  }

  @Test
  void aFileThatChangesMeanwhileIsNotSentAsAWhole() throws Exception {
    Path file = Files.write(folder.resolve("log.bin"), ComposerTest.png(5000));
    Content content = ComposerTest.compose(new Drafts().attach(file).draft());
    Files.write(file, ComposerTest.png(5001));
    var longer = assertThrows(WireException.class, () -> ComposerTest.bytes(content));
    assertTrue(String.valueOf(longer.getMessage()).contains("became longer"), longer::toString);
    Files.write(file, ComposerTest.png(10));
    assertThrows(WireException.class, () -> ComposerTest.bytes(content));
  }

  @Test
  void whatIsNoFileIsRefusedBeforeAnythingIsSent() {
    var missing = new Drafts().attach(folder.resolve("none.png")).draft();
    assertThrows(NoSuchFileException.class, () -> ComposerTest.compose(missing));
    var aFolder = new Drafts().attach(folder).draft();
    assertThrows(WireException.class, () -> ComposerTest.compose(aFolder));
  }

  @Test
  void twoPicturesOfOneNameCannotBeTold() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    var drafts = new Drafts().html("<img src='cid:a.png'>");
    drafts.inline(Files.write(folder.resolve("a.png"), ComposerTest.png(5000)));
    drafts.inline(Files.write(other.resolve("a.png"), ComposerTest.png(5000)));
    assertThrows(Malformed.class, () -> ComposerTest.compose(drafts.draft()));
  }
}
