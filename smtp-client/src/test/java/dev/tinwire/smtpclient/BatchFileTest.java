package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BatchFileTest {
  private static final Set<String> COLUMNS = Set.of("name", "first name");
  private static final BatchRow ANN =
      new BatchRow(3, 7, Map.of("name", "Ann {name}", "first name", "A\nB"));

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a,b\\r\\n1,2\\r\\n           | 1/2
          a,b\\n1,2                    | 1/2
          \\uFEFFa,b\\n1,2             | 1/2
          a;b\\n1;2,5                  | 1/2,5
          a,b\\n"1,5","say ""hi""!"\\n | 1,5/say "hi"!
          a,b\\n"x\\ny",2\\n3,4        | x\\ny/2 3/4
          a,b\\n1,2\\n\\n              | 1/2
          a\\n\\n1                     | 1
          a,b\\n,                      | /
          a\\nGrüße                    | Grüße
          """)
  void rowsAreReadAsSpreadsheetsWriteThem(String text, String rows) throws Exception {
    BatchFile batch = read(ComposerTest.unescaped(text));
    assertEquals(
        rows.translateEscapes(),
        batch.rows().stream()
            .map(
                r -> batch.columns().stream().map(r.values()::get).collect(Collectors.joining("/")))
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
                            | which is empty
          a,a\\n1,2         | line 1: two columns are called a
          a,\\n1,2          | line 1: a column has no name
          {a}\\n1           | line 1: a column's name has no braces
          a,b\\n1,2\\n3     | line 3: row 2 has 1 columns, the first line names 2
          a,b\\n1,"2        | line 2, column 2: the quotes are not closed
          a,b\\n1,2"3"      | line 2: a field with a quote in it is quoted as a whole
          a,b\\n"1"2,3      | line 2: expected ',' or the end of the line
          a,b\\r1,2         | line 1: a bare CR
          a\\n"x\\ny"z      | line 3: expected ','
          """)
  void whatIsNoTableIsRefusedWithItsPlace(String text, String problem) {
    String content = text == null ? "" : text.translateEscapes();
    var fault = assertThrows(WireException.class, () -> read(content));
    assertTrue(
        String.valueOf(fault.getMessage()).contains("list.csv, " + problem), fault::toString);
  }

  @Test
  void anotherEncodingIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("latin1.csv"), new byte[] {'a', '\n', (byte) 0xfc});
    assertThrows(WireException.class, () -> BatchFile.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dear {name}!          | Dear Ann {name}!
          {name}{name}          | Ann {name}Ann {name}
          {{name}               | {name}
          {{{name}              | {Ann {name}
          a } b }}              | a } b }}
          {first name}          | A\\nB
          plain                 | plain
          """)
  void placeholdersAreFilledOnce(String template, String filled) throws Exception {
    assertEquals(
        filled.translateEscapes(),
        Template.parse("subject", template, COLUMNS).fill(ANN, UnaryOperator.identity()));
  }

  @ParameterizedTest
  @CsvSource({"Dear {nmae}, 5", "{ name }, 0", "{}, 0", "a {name, 2", "{{{, 2"})
  void anUnknownPlaceholderIsAFaultAtItsPlace(String template, int at) {
    var fault = assertThrows(Malformed.class, () -> Template.parse("subject", template, COLUMNS));
    assertEquals(at, fault.at());
  }

  @Test
  void aFaultInARowNamesTheRowItsColumnsAndWhatIsInThem() throws Exception {
    var template = Template.parse("--to", "{first name}", COLUMNS);
    var fault =
        assertThrows(
            Malformed.class, () -> Mailbox.parse(template.fill(ANN, UnaryOperator.identity())));
    assertTrue(
        String.valueOf(ANN.fault(template, fault).getMessage())
            .startsWith("row 3 (line 7), column first name = \"A\\\\nB\": --to: bad address"),
        () -> ANN.fault(template, fault).toString());
  }

  @Test
  void whatARowSaysIsTextInHtmlToo() throws Exception {
    var template = Template.parse("--html-file", "<b>{name}</b>", COLUMNS);
    var row = new BatchRow(1, 2, Map.of("name", "A<i>&\"B", "first name", ""));
    Filling filling = new Filling.Row(row, COLUMNS);
    assertEquals("<b>A<i>&\"B</b>", template.fill(row, UnaryOperator.identity()));
    assertEquals(
        "<b>A&lt;i&gt;&amp;&quot;B</b>", filling.text(MessageOptions.HTML_FILE, "<b>{name}</b>"));
  }

  @Test
  void aFaultInAMessageNamesItsRowAndStaysWhatItIs() {
    var missing = ANN.fault(new NoSuchFileException("none.png"));
    assertEquals("row 3 (line 7): none.png: no such file", missing.getMessage());
    assertTrue(missing instanceof FileSystemException);
    var other = ANN.fault(new WireException("it is too old"));
    assertEquals("row 3 (line 7): it is too old", other.getMessage());
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll @Size(min = 1, max = 5) List<@Size(2) List<String>> rows)
      throws Exception {
    String text =
        rows.stream()
            .map(row -> row.stream().map(BatchFileTest::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n"));
    assertEquals(rows, Csv.parse(text).stream().map(Csv.Row::fields).toList());
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  @Property
  void anyTextIsATableOrRefused(@ForAll byte[] bytes) {
    CsvFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtDoesNotAnyMore(Corpus.Sample sample) {
    CsvFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(CsvFuzz.class);
  }

  private BatchFile read(String text) throws IOException {
    return BatchFile.read(Files.write(folder.resolve("list.csv"), text.getBytes(UTF_8)));
  }
}
