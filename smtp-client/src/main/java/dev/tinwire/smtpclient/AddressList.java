package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * Mailboxes as a header has them (RFC 5322 §3.4).
 *
 * <pre>
 * mailbox = addr-spec / phrase "&lt;" addr-spec "&gt;"
 * phrase  = 1*( atom / quoted-string / encoded-word )
 * </pre>
 */
final class AddressList {
  private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

  private AddressList() {}

  /** Whether one of them has a local part that only SMTPUTF8 can carry (RFC 6531 §3.2). */
  static boolean international(List<Mailbox> all) {
    return all.stream().anyMatch(box -> box.local().chars().anyMatch(c -> c > 0x7f));
  }

  /** The field, folded. */
  static String field(String name, List<Mailbox> all) throws Malformed {
    for (Mailbox box : all) {
      HeaderText.demandOneLine(name, box.name(), 0);
      HeaderText.demandOneLine(name, box.local(), 0);
    }
    var printed = new ArrayList<String>();
    for (Mailbox box : all) printed.add(printed(box, domain(box.domain())));
    return HeaderLine.folded(name, String.join(", ", printed));
  }

  private static String printed(Mailbox box, String domain) {
    String address = local(box.local()) + "@" + domain;
    return box.name().isBlank() ? address : phrase(box.name().strip()) + " <" + address + ">";
  }

  /** A domain in any script as its A-labels (RFC 5890), which every server understands. */
  static String domain(String written) throws Malformed {
    if (written.startsWith("[")) return written; // an address literal (RFC 5321 §4.1.3)
    return Endpoint.parse(written, 25).host();
  }

  private static String phrase(String name) {
    if (EncodedWords.needed(name) || !HeaderLine.foldable(name)) return EncodedWords.of(name);
    boolean atoms = name.chars().allMatch(c -> c == ' ' || atext(c));
    return atoms ? name : quoted(name);
  }

  private static String local(String local) {
    boolean dotAtom =
        !local.isEmpty()
            && !local.startsWith(".")
            && !local.endsWith(".")
            && !local.contains("..")
            && local.chars().allMatch(c -> c == '.' || c > 0x7f || atext(c));
    return dotAtom ? local : quoted(local);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean atext(int c) {
    return c < 0x7f && (Character.isLetterOrDigit(c) || ATOM_SIGNS.indexOf(c) >= 0);
  }
}
