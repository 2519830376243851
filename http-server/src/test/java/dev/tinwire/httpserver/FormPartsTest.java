package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Corpus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FormPartsTest {
  private static final String HEAD = "Content-Disposition: form-data; name=\"f\"\r\n\r\n";

  static Stream<Corpus.Sample> samples() {
    return Corpus.of(FormPartsFuzz.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theCorpusIsFormsOrRefused(Corpus.Sample sample) {
    FormPartsFuzz.fuzzerTestOneInput(sample.bytes());
  }

  @Property(tries = 300)
  void anyBytesAreAFormOrRefused(@ForAll byte[] bytes) {
    FormPartsFuzz.fuzzerTestOneInput(bytes);
  }

  @Property(tries = 300)
  void whatIsPutIntoAFormComesOutOfIt(@ForAll List<byte[]> contents, @ForAll byte seed) {
    var form = new StringBuilder();
    var expected = new StringBuilder();
    for (byte[] bytes : contents.subList(0, Math.min(20, contents.size()))) {
      // Near misses of the boundary in between, of which it must make nothing.
      String content =
          new String(bytes, StandardCharsets.ISO_8859_1).replace("--XX", "")
              + "\r\n--X\r\n-\r".substring(0, Math.floorMod(seed, 9));
      form.append("--XX\r\n").append(HEAD).append(content).append("\r\n");
      expected.append("form-data; name=f = ").append(content).append('\n');
    }
    byte[] bytes = form.append("--XX--").toString().getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(expected.toString(), FormPartsFuzz.outcome(bytes, 5));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --XX--                                   | ''
          preamble~--XX--                          | ''
          --XX--epilogue                           | ''
          --XX  ~H~~x~--XX--                       | form-data; name=f = x^
          --XX~H~~~--XX--                          | form-data; name=f = ^
          --XX~h: 1~H~~x~--XX--                    | form-data; name=f = x^
          --XX~H~~x--XX~--XX--                     | form-data; name=f = x--XX^
          --XXy~H~~x~--XX--                        | 400 Bad Request something stands behind a boundary
          --XX~~x~--XX--                           | 400 Bad Request a part has no Content-Disposition
          --XX~H~H~~x~--XX--                       | 400 Bad Request a part has two of Content-Disposition
          --XX~no colon~~x~--XX--                  | 400 Bad Request a field of a part has no name
          --XX~Content-Disposition: attachment~~x~--XX-- | 400 Bad Request a part of a form is form-data
          --XX~Content-Transfer-Encoding: base64~H~~x~--XX-- | 400 Bad Request a part is encoded as base64
          --XX~H~~x~--X                            | 400 Bad Request the form ends before the next boundary
          --XX                                     | 400 Bad Request the form ends before the end of the boundary
          --XX~H                                   | 400 Bad Request the form ends before the end of a line
          ''                                       | 400 Bad Request the form ends before the next boundary
          """)
  void theGrammar(String form, String expected) {
    String bytes =
        form.replace("~", "\r\n").replace("H", "Content-Disposition: form-data; name=\"f\"");
    // A part that was refused says nothing of those before it here: there are none.
    assertEquals(
        expected.replace("^", "\n"),
        FormPartsFuzz.outcome(bytes.getBytes(StandardCharsets.ISO_8859_1), 3));
  }

  @Test
  void fieldsHaveLimits() {
    String many = "--XX\r\n" + "a: b\r\n".repeat(17);
    assertTrue(outcome(many).contains("a part has more than 16 fields"), many);
    String longer = "--XX\r\na: " + "b".repeat(5000);
    assertTrue(outcome(longer).contains("is longer than 4096 bytes"));
    String parts = ("--XX\r\n" + HEAD + "\r\n").repeat(21) + "--XX--";
    assertTrue(outcome(parts).contains("413 Content Too Large at most 20 parts"));
  }

  private static String outcome(String form) {
    return FormPartsFuzz.outcome(form.getBytes(StandardCharsets.ISO_8859_1), 8192);
  }

  /** More than would fit into memory goes through a block. */
  @Test
  void aLargePartIsNeverInMemory() throws Exception {
    long size = 3L << 30;
    InputStream zeros =
        new InputStream() {
          private long left = size;

          @Override
          public int read() {
            throw new AssertionError("a byte at a time");
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            int n = (int) Math.min(length, left);
            left -= n;
            Arrays.fill(into, offset, offset + n, (byte) 'z');
            return n == 0 ? -1 : n;
          }
        };
    var head = new ByteArrayInputStream(("--XX\r\n" + HEAD).getBytes(StandardCharsets.US_ASCII));
    var end = new ByteArrayInputStream("\r\n--XX--".getBytes(StandardCharsets.US_ASCII));
    var body = new SequenceInputStream(head, new SequenceInputStream(zeros, end));
    var part = FormParts.of(body, "XX", 1).next().orElseThrow();
    long seen = 0;
    byte[] block = new byte[8192];
    for (int n = part.content().read(block); n >= 0; n = part.content().read(block)) seen += n;
    assertEquals(size, seen);
  }
}
