package dev.tinwire.smtpclient;

import dev.tinwire.wire.WireException;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180 §2).
 *
 * <pre>
 * file   = record *( CRLF record ) [ CRLF ]
 * record = field *( COMMA field )
 * field  = *( any but COMMA, DQUOTE, line end ) / DQUOTE *( any / 2DQUOTE ) DQUOTE
 * </pre>
 */
final class Csv {
  /** Leniency: a line may end in LF alone, as every tool of Unix writes it. */
  static final char BARE_LF = '\n';

  /**
   * Leniency: semicolons, if the first line has some and no comma; spreadsheets write them where
   * the comma is the sign of decimals.
   */
  static final char SEMICOLON = ';';

  private static final int MOST_ROWS = 100_000;
  private static final int MOST_FIELDS = 256;

  /** One record and the line it begins on; quoted fields may have line ends inside. */
  record Row(List<String> fields, int line) {
    Row {
      fields = List.copyOf(fields);
    }
  }

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    String first = text.lines().findFirst().orElse("");
    boolean semicolons = first.indexOf(',') < 0 && first.indexOf(SEMICOLON) >= 0;
    this.separator = semicolons ? SEMICOLON : ',';
  }

  static List<Row> parse(String text) throws WireException {
    return new Csv(text).rows();
  }

  private List<Row> rows() throws WireException {
    var rows = new ArrayList<Row>();
    while (at < text.length()) {
      if (rows.size() == MOST_ROWS) throw fault("more than " + MOST_ROWS + " rows");
      rows.add(row());
    }
    return rows;
  }

  private Row row() throws WireException {
    int begin = line;
    var fields = new ArrayList<String>();
    while (true) {
      if (fields.size() == MOST_FIELDS) throw fault("more than " + MOST_FIELDS + " columns");
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted(fields.size()) : plain());
      if (at == text.length() || lineEnd()) return new Row(fields, begin);
      at++; // the separator
    }
  }

  private String plain() throws WireException {
    int from = at;
    while (at < text.length() && !endsField(text.charAt(at))) {
      if (text.charAt(at) == '"') throw fault("a field with a quote in it is quoted as a whole");
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted(int column) throws WireException {
    int begin = line;
    var out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') line++;
      if (c == '"') {
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (!twice) return closed(out.toString());
        at++;
      }
      out.append(c);
    }
    throw new WireException(
        "line " + begin + ", column " + (column + 1) + ": the quotes are not closed");
  }

  private String closed(String value) throws WireException {
    at++;
    if (at < text.length() && !endsField(text.charAt(at))) {
      throw fault("expected '" + separator + "' or the end of the line behind the quotes");
    }
    return value;
  }

  private boolean endsField(char c) {
    return c == separator || c == BARE_LF || c == '\r';
  }

  /** Takes a line end, if one is here. */
  private boolean lineEnd() throws WireException {
    char c = text.charAt(at);
    if (c == separator) return false;
    if (c == '\r') {
      at++;
      if (at == text.length() || text.charAt(at) != '\n') throw fault("a bare CR; expected CRLF");
    }
    at++;
    line++;
    return true;
  }

  private WireException fault(String problem) {
    return new WireException("line " + line + ": " + problem);
  }
}
