package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import java.util.List;

/**
 * Somebody who sends or gets mail (RFC 5322 §3.4).
 *
 * @param name what people call them, decoded; empty if nothing was said
 * @param local what stands before the @, without quotes
 * @param domain what stands behind it, as it was written
 * @param asciiDomain the same as the DNS has it
 */
record Mailbox(String name, String local, String domain, String asciiDomain) {
  Mailbox(String name, String local, String domain) {
    this(name, local, domain, ascii(domain)); // once: it is asked for many times a message
  }

  /** Reads {@code local@domain} or {@code Name <local@domain>}. */
  static Mailbox parse(String text) throws Malformed {
    return new MailboxParser(text).one();
  }

  /** Reads one or more, with commas between them. */
  static List<Mailbox> parseList(String text) throws Malformed {
    return new MailboxParser(text).list();
  }

  /** Of its address alone: the one of a record is linked at run time, which a start pays for. */
  @Override
  public int hashCode() {
    return 31 * local.hashCode() + domain.hashCode();
  }

  /** What the envelope and the header call it: the domain as A-labels (RFC 5890). */
  String address() {
    return printedLocal() + "@" + asciiDomain();
  }

  private static String ascii(String domain) {
    if (domain.startsWith("[")) return domain;
    try {
      return Endpoint.parse(domain, 25).host();
    } catch (Malformed e) {
      throw new IllegalArgumentException(e.getMessage(), e); // the parser would have said so
    }
  }

  /** Whether it can only be told to a server that speaks SMTPUTF8 (RFC 6531 §3.1). */
  boolean international() {
    for (int i = 0; i < local.length(); i++) if (local.charAt(i) >= 0x80) return true;
    return false;
  }

  /** The local part, in quotes if it has to be (RFC 5321 §4.1.2). */
  private String printedLocal() {
    return MailboxParser.isDotAtom(local) ? local : MailboxParser.quoted(local);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    if (name.isEmpty()) return printedLocal() + "@" + domain;
    return MailboxParser.phrase(name) + " <" + printedLocal() + "@" + domain + ">";
  }
}
