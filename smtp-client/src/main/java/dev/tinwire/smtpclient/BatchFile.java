package dev.tinwire.smtpclient;

import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a CSV file, each of which makes one message. The first line names the columns.
 *
 * @param columns their names, in order
 */
record BatchFile(Path file, Set<String> columns, List<BatchRow> rows) {
  private static final int MOST_BYTES = 32 << 20;

  BatchFile {
    rows = List.copyOf(rows);
  }

  static BatchFile read(Path file) throws IOException {
    try {
      return of(file, Csv.parse(text(file)));
    } catch (WireException e) {
      throw new WireException(Visible.of(file.toString()) + ", " + e.getMessage(), e);
    }
  }

  /** UTF-8; the mark that spreadsheets put before it is dropped. */
  private static String text(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) throw new TooLong("the file", MOST_BYTES);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new WireException("which is not UTF-8; save it as \"CSV UTF-8\"", e);
    }
  }

  private static BatchFile of(Path file, List<Csv.Row> lines) throws WireException {
    if (lines.isEmpty())
      throw new WireException("which is empty; its first line names the columns");
    List<String> names = lines.getFirst().fields().stream().map(String::strip).toList();
    Set<String> columns = columns(names);
    var rows = new ArrayList<BatchRow>();
    for (Csv.Row line : lines.subList(1, lines.size())) {
      if (line.fields().equals(List.of(""))) continue; // an empty line, at the end above all
      rows.add(row(names, line, rows.size() + 1));
    }
    return new BatchFile(file, columns, rows);
  }

  private static Set<String> columns(List<String> names) throws WireException {
    var columns = new LinkedHashSet<String>();
    for (String name : names) {
      if (name.isEmpty()) throw new WireException("line 1: a column has no name");
      if (name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
        throw new WireException("line 1: a column's name has no braces: " + Visible.of(name));
      }
      if (!columns.add(name)) {
        throw new WireException("line 1: two columns are called " + Visible.of(name));
      }
    }
    return columns;
  }

  private static BatchRow row(List<String> names, Csv.Row line, int number) throws WireException {
    List<String> fields = line.fields();
    if (fields.size() != names.size()) {
      throw new WireException(
          "line %d: row %d has %d columns, the first line names %d"
              .formatted(line.line(), number, fields.size(), names.size()));
    }
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) values.put(names.get(i), fields.get(i));
    return new BatchRow(number, line.line(), values);
  }
}
