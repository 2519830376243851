package dev.tinwire.httpserver;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.QrCode;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said when the socket listens: what is served, at which URLs, and to whom. Pure.
 *
 * @param what is served, readable
 * @param kind of it, in a word or two: {@code index.html found}
 * @param receiving what visitors may put where
 * @param forOthers the addresses by which other computers find this one
 * @param fingerprint of the certificate, with TLS
 * @param login how one gets in, where somebody is asked
 */
record Banner(
    String what,
    String kind,
    Receiving receiving,
    WhereToListen where,
    List<InetAddress> forOthers,
    int port,
    Optional<String> fingerprint,
    Optional<LoginLine> login) {
  private static final String PASSWORD_IN_THE_CLEAR =
      "Anyone on this network can READ the password on its way; --https hides it.";

  /** The URL that is most useful: for others where they can come. */
  String url() {
    if (where.everywhere() && !forOthers.isEmpty()) return url(forOthers.getFirst());
    if (where.local()) return url("localhost");
    return url(where.addresses().getFirst());
  }

  private String url(InetAddress address) {
    String literal = IpLiteral.of(address).toString();
    // A zone means something on this computer only, and no browser takes it.
    return url(literal.indexOf(':') < 0 ? literal : "[" + literal.replaceFirst("%.*", "") + "]");
  }

  private String url(String host) {
    return (fingerprint.isPresent() ? "https://" : "http://") + host + ":" + port + "/";
  }

  /** For a terminal. */
  List<String> lines(Screen screen) {
    String dot = screen.unicode() ? " · " : ", ";
    var lines = new ArrayList<String>();
    lines.add(
        screen.paint(Style.STRONG, "tinwire serve")
            + "   "
            + screen.paint(Style.ACCENT, what)
            + "   "
            + rights()
            + dot
            + kind);
    if (where.local()) lines.add("  Local     " + link(url("localhost"), screen));
    lines.add("  Network   " + network(screen));
    fingerprint.ifPresent(print -> lines.addAll(identity(print, screen.columns())));
    login.ifPresent(l -> lines.add("  Login     " + screen.paint(Style.STRONG, l.words())));
    if (where.everywhere() && !forOthers.isEmpty()) qrCode(screen).forEach(lines::add);
    if (where.open()) lines.add(screen.paint(Style.WARN, warning()));
    lines.add(screen.paint(Style.DIM, "Ctrl-C stops" + dot + "--help shows what else there is"));
    return lines;
  }

  /** Broken at its colons, so that it can be compared on a narrow terminal, too. */
  private static List<String> identity(String print, int columns) {
    String before = "  Identity  ";
    var lines = new ArrayList<String>();
    String rest = print;
    while (rest.length() > columns - before.length()) {
      int end = rest.lastIndexOf(':', columns - before.length() - 1) + 1;
      if (end == 0) break;
      lines.add(before + rest.substring(0, end));
      rest = rest.substring(end);
      before = " ".repeat(before.length());
    }
    lines.add(before + rest);
    return lines;
  }

  private String rights() {
    if (receiving.folder().isEmpty()) return "read-only";
    if (receiving.changing()) return "writable";
    SitePath folder = receiving.folder().get();
    return folder.isRoot() ? "takes uploads" : "takes uploads in " + Visible.of(folder.toString());
  }

  private String network(Screen screen) {
    if (!where.open()) {
      return "off - only this computer can connect   (--lan to share)";
    }
    if (!where.everywhere()) return link(url(where.addresses().getFirst()), screen);
    if (forOthers.isEmpty()) return "no address - this computer is not connected";
    String more = forOthers.size() == 1 ? "" : "   +" + (forOthers.size() - 1) + " more";
    return link(url(forOthers.getFirst()), screen) + more;
  }

  private static String link(String url, Screen screen) {
    return screen.paint(Style.ACCENT, url);
  }

  private List<String> qrCode(Screen screen) {
    return QrCode.of(url())
        .filter(code -> code.columns(screen) <= screen.columns())
        .map(code -> code.lines(screen))
        .orElse(List.of());
  }

  /** What is open, to whom: nobody should have to guess. */
  private String warning() {
    if (passwordInTheClear()) return PASSWORD_IN_THE_CLEAR;
    return WhoCan.sentence(receiving, login);
  }

  private boolean passwordInTheClear() {
    return where.open() && login.isPresent() && fingerprint.isEmpty();
  }

  /** What even those have to hear who get no banner. */
  Optional<String> alarm() {
    return passwordInTheClear() ? Optional.of(PASSWORD_IN_THE_CLEAR) : Optional.empty();
  }
}
