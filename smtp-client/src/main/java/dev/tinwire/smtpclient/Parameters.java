package dev.tinwire.smtpclient;

import java.util.ArrayList;

/** What stands behind the paths in MAIL and RCPT: only what is offered, and needed. Pure. */
final class Parameters {
  private Parameters() {}

  static String ofMail(Letter letter, Capabilities offered, SendOptions options) {
    var all = new ArrayList<String>();
    if (offered.offers(Extension.SIZE)) all.add("SIZE=" + letter.measured().bytes());
    if (letter.content().eightBit()) all.add("BODY=8BITMIME");
    if (letter.international()) all.add("SMTPUTF8");
    // Headers are enough to know which message a report is about (RFC 3461 §4.3).
    if (reports(offered, options)) all.add("RET=HDRS");
    return String.join(" ", all);
  }

  static String ofRcpt(Capabilities offered, SendOptions options) {
    if (!reports(offered, options)) return "";
    return options.reports().orElseThrow().notifyParameter();
  }

  private static boolean reports(Capabilities offered, SendOptions options) {
    return options.reports().isPresent() && offered.offers(Extension.DSN);
  }
}
