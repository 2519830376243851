package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.WireException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EmlFileTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          From: a@b.c\\r\\nTo: d@e.f\\r\\n\\r\\nhi\\r\\n            | a@b.c to d@e.f
          From: a@b.c\\nTo: d@e.f\\n\\nhi                           | a@b.c to d@e.f
          From: a@b.c\\nTo: d@e.f,\\n g@h.i\\n\\n                   | a@b.c to d@e.f g@h.i
          From: a@b.c\\nTo: d@e.f\\nCc: d@e.f, x@y.z\\n\\n          | a@b.c to d@e.f x@y.z
          From: a@b.c\\nBCC: d@e.f\\n\\n                            | a@b.c to d@e.f
          from: "A, B" <a@b.c>\\nto: =?UTF-8?Q?x?= <d@e.f>\\n\\n    | a@b.c to d@e.f
          From: a@b.c, x@y.z\\nSender: s@b.c\\nTo: d@e.f\\n\\n      | s@b.c to d@e.f
          From: a@b.c\\nTo: undisclosed-recipients:;\\n\\n          | a@b.c to
          From: a@b.c\\nTo: d@e.f                                   | a@b.c to d@e.f
          """)
  void theHeaderSaysWhomItIsFromAndFor(String message, String envelope) throws Exception {
    Envelope found = open(message.translateEscapes()).envelope();
    String to = found.recipients().stream().map(Mailbox::address).collect(Collectors.joining(" "));
    assertEquals(envelope, (found.from().address() + " to " + to).strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          To: d@e.f\\n\\n                          | it has no From field; say who it is from
          From: a@b.c, x@y.z\\nTo: d@e.f\\n\\n     | several authors and no Sender field
          From: a@b.c\\nFrom: x@y.z\\n\\n          | line 2: from stands there twice
          From: a@b.c\\nTo: d@e.f\\n\\tx\\nto: g@h.i\\n\\n | line 4: to stands there twice
          From: a@b.c\\nnonsense\\n\\n             | line 2 is no header field
          From a@b.c Fri Nov 20\\nTo: d@e.f\\n\\n  | line 1 is no header field
          From: nobody\\nTo: d@e.f\\n\\n           | line 1, from: bad address
          From: a@b.c\\nTo: d@e.f (me)\\n\\n       | line 2, to: bad address
          From: a@b.c\\n\\na\\0b                   | it has a byte 0 in it
          From: a@b.c\\nTo: \\377@x\\n\\n          | line 2: to is not UTF-8
          """)
  void whatIsNoMessageIsRefusedWithItsPlace(String message, String problem) {
    var fault = assertThrows(WireException.class, () -> open(message.translateEscapes()));
    assertTrue(String.valueOf(fault.getMessage()).contains(problem), fault::toString);
  }

  @Test
  void onlyTheBlindCopiesAreTakenOut() throws Exception {
    String message = "From: a@b.c\r\nBcc: d@e.f,\r\n x@y.z\r\nX-A:  b \r\n\r\nhi\n.\n\rBcc: no\r\n";
    assertEquals("From: a@b.c\r\nX-A:  b \r\n\r\nhi\n.\n\rBcc: no\r\n", written(open(message)));
  }

  @ParameterizedTest
  @CsvSource({
    "From: a@b.c\\n\\nhi, false, false",
    "From: a@b.c\\n\\nh\\374, true, false",
    "From: a@b.c\\nSubject: \\303\\274\\n\\nhi, true, true",
    "From: a@b.c\\nBcc: \\303\\274@b.c\\n\\nhi, false, false"
  })
  void itSaysWhichBytesItHas(String message, boolean eightBit, boolean international)
      throws Exception {
    EmlFile file = open(message.translateEscapes());
    assertEquals(eightBit, file.eightBit());
    assertEquals(international, file.international());
  }

  @Test
  void itsSizeCountsEveryLineEndAsTwo() throws Exception {
    assertEquals("From: a@b.c\r\n\r\nhi\r\n".length(), open("From: a@b.c\n\nhi").size());
  }

  @Test
  void aFileThatGrowsMeanwhileIsNotSentAsAWhole() throws Exception {
    EmlFile file = open("From: a@b.c\n\nhi");
    Files.writeString(file.file(), "From: a@b.c\n\nhi there");
    assertThrows(WireException.class, () -> written(file));
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThrows(NoSuchFileException.class, () -> EmlFile.open(folder.resolve("none")));
    assertThrows(WireException.class, () -> EmlFile.open(folder));
  }

  @Test
  void aHeaderWithoutEndIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("long"), "X: " + "x".repeat(2 << 20));
    assertThrows(WireException.class, () -> EmlFile.open(file));
  }

  @Property
  void anyBytesAreAHeaderOrRefused(@ForAll byte[] bytes) {
    EmlHeaderFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtDoesNotAnyMore(Corpus.Sample sample) {
    EmlHeaderFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(EmlHeaderFuzz.class);
  }

  private EmlFile open(String octets) throws IOException {
    return EmlFile.open(Files.write(folder.resolve("m.eml"), octets.getBytes(ISO_8859_1)));
  }

  private static String written(Content content) throws IOException {
    var out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toString(UTF_8);
  }
}
