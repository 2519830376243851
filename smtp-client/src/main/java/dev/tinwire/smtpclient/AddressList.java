package dev.tinwire.smtpclient;

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

  /** The field, folded. */
  static String field(String name, List<Mailbox> all) throws Malformed {
    for (Mailbox box : all) {
      HeaderText.demandOneLine(name, box.name(), 0);
      HeaderText.demandOneLine(name, box.local(), 0);
    }
    var printed = new ArrayList<String>();
    for (Mailbox box : all) printed.add(printed(box));
    return HeaderLine.folded(name, String.join(", ", printed));
  }

  private static String printed(Mailbox box) {
    String address = box.address();
    return box.name().isBlank() ? address : phrase(box.name().strip()) + " <" + address + ">";
  }

  private static String phrase(String name) {
    if (EncodedWords.needed(name) || !HeaderLine.foldable(name)) return EncodedWords.of(name);
    boolean atoms = name.chars().allMatch(c -> c == ' ' || atext(c));
    return atoms ? name : MailboxParser.quoted(name);
  }

  private static boolean atext(int c) {
    return c < 0x7f && (Character.isLetterOrDigit(c) || ATOM_SIGNS.indexOf(c) >= 0);
  }
}
