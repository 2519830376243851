package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The header of a ready message (RFC 5322 §2.2): its fields as bytes, so that those which stay can
 * be sent exactly as they are.
 *
 * <pre>
 * header = *( name ":" *( any but line end ) line-end *( WSP *( any ) line-end ) ) line-end
 * </pre>
 */
record EmlHeader(List<Field> fields) {
  /**
   * Leniency: lines may end in LF alone, as files of Unix do; what is sent has CRLF (RFC 5321
   * §2.3.8).
   */
  static final char BARE_LF = '\n';

  /** Leniency: a list without members, {@code undisclosed-recipients:;}, names nobody. */
  private static final String EMPTY_GROUP = "[^\"<>@,:;]*:\\s*;\\s*";

  EmlHeader {
    fields = List.copyOf(fields);
  }

  /**
   * One field with its folds and line ends.
   *
   * @param octets one character for each
   * @param line where it begins, counted from 1
   */
  record Field(String name, String octets, int line) {
    private ByteBuffer bytes() {
      return ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean isNamed(String other) {
      return name.equals(other);
    }

    /** What stands behind the colon, unfolded. */
    String value() throws WireException {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes()).toString();
        return text.substring(text.indexOf(':') + 1).replaceAll("\r?\n", "").strip();
      } catch (CharacterCodingException _) {
        throw new WireException("line " + line + ": " + name + " is not UTF-8");
      }
    }
  }

  /** Reads a block of whole lines, the empty one at the end not among them. */
  static EmlHeader parse(byte[] block) throws WireException {
    var fields = new ArrayList<Field>();
    int line = 1;
    for (int from = 0; from < block.length; ) {
      int end = fieldEnd(block, from);
      fields.add(field(block, from, end, line));
      for (int i = from; i < end; i++) if (block[i] == BARE_LF) line++;
      from = end;
    }
    return new EmlHeader(fields);
  }

  private static int fieldEnd(byte[] block, int from) {
    int at = from;
    do {
      while (at < block.length && block[at] != BARE_LF) at++;
      at = Math.min(at + 1, block.length);
    } while (at < block.length && (block[at] == ' ' || block[at] == '\t'));
    return at;
  }

  private static Field field(byte[] block, int from, int end, int line) throws WireException {
    int colon = from;
    while (colon < end && block[colon] > ' ' && block[colon] < 0x7f && block[colon] != ':') colon++;
    if (colon == from || colon == end || block[colon] != ':') {
      throw new WireException("line " + line + " is no header field: expected NAME: VALUE");
    }
    String name = new String(block, from, colon - from, StandardCharsets.US_ASCII);
    String octets = new String(block, from, end - from, StandardCharsets.ISO_8859_1);
    return new Field(name.toLowerCase(Locale.ROOT), octets, line);
  }

  /** All fields but those of that name, as they stood; one character for each octet. */
  String without(String name) {
    return fields.stream()
        .filter(field -> !field.isNamed(name))
        .map(Field::octets)
        .collect(Collectors.joining());
  }

  /** The mailboxes of a field that may stand there once (§3.6). */
  List<Mailbox> mailboxes(String name) throws WireException {
    Optional<Field> field = only(name);
    if (field.isEmpty()) return List.of();
    String value = field.get().value();
    if (value.isEmpty() || value.matches(EMPTY_GROUP)) return List.of();
    try {
      return Mailbox.parseList(value);
    } catch (Malformed e) {
      throw new WireException(
          "line " + field.get().line() + ", " + name + ": " + e.getMessage(), e);
    }
  }

  private Optional<Field> only(String name) throws WireException {
    List<Field> all = fields.stream().filter(field -> field.isNamed(name)).toList();
    if (all.size() > 1) {
      throw new WireException(
          "line " + all.get(1).line() + ": " + name + " stands there twice; servers refuse that");
    }
    return all.stream().findFirst();
  }

  /** Whom it is from and for. */
  Envelope envelope() throws WireException {
    var recipients = new ArrayList<Mailbox>();
    for (String name : List.of("to", "cc", "bcc")) {
      for (Mailbox box : mailboxes(name)) if (!recipients.contains(box)) recipients.add(box);
    }
    return new Envelope(author(), recipients);
  }

  /** Sender says who of several authors sent it (§3.6.2). */
  private Mailbox author() throws WireException {
    List<Mailbox> authors = mailboxes("from");
    List<Mailbox> senders = mailboxes("sender");
    if (senders.size() == 1 && !authors.isEmpty()) return senders.getFirst();
    if (authors.size() == 1) return authors.getFirst();
    throw new WireException(
        authors.isEmpty()
            ? "it has no From field; say who it is from"
            : "several authors and no Sender field; say which one sends it");
  }
}
