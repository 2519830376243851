package dev.tinwire.httpserver;

import dev.tinwire.http.HostField;
import dev.tinwire.http.Status;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Answers only under names that can be ours; others are told 421 (RFC 9110 §15.5.20). Who makes a
 * name of his own lead to this computer's loopback ("DNS rebinding") has a page from there that a
 * browser takes for ours: its scripts could read and change all that was meant for this computer
 * alone, and the name is all that gives them away.
 *
 * <p>Programs choose their names themselves and are nobody's trick, so browsers alone are asked.
 * They are known by {@code Accept-Language}: each sends it, and a script can change but not omit
 * it.
 *
 * <p>Numbers are nobody's name; {@code localhost} and what is below it leads nowhere else (RFC 6761
 * §6.3). No other field is believed, such as that of a proxy: a script can send it, too.
 *
 * @param given by the user
 * @param all asks not only browsers
 * @param own whether a name is this computer's; asked last, for it may have to look
 */
record KnownNames(Handler inner, Set<String> given, boolean all, Predicate<String> own)
    implements InstantHandler {
  /** As one of those given, it stands for all. */
  static final String ANY = "*";

  private static final Status MISDIRECTED_REQUEST = new Status(421);

  KnownNames {
    given = Set.copyOf(given);
  }

  @Override
  public Answer answer(Request request) throws IOException {
    Optional<String> host = host(request);
    boolean known = host.isEmpty() || isPlain(host.get()) || own.test(host.get());
    if (known || !asks(request)) return inner.answer(request);
    String words =
        "This server does not answer for the name %s. If it should, start it with --host-name %s"
            .formatted(host.get(), host.get());
    return ErrorPage.of(MISDIRECTED_REQUEST, request.fields(), words);
  }

  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    try {
      Optional<String> host = host(request);
      boolean known = host.isEmpty() || isPlain(host.get());
      return known || !asks(request) ? InstantHandler.ask(inner, request) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // somebody else will say what is wrong with it
    }
  }

  /** The name that was asked for, as DNS compares it; empty if there is none. */
  private static Optional<String> host(Request request) throws IOException {
    return request
        .head()
        .authority()
        .map(HostField::host)
        .map(host -> host.toLowerCase(Locale.ROOT))
        .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
        .filter(host -> !host.isEmpty());
  }

  private boolean asks(Request request) {
    return all || request.fields().has("Accept-Language");
  }

  /** An address. In brackets nothing else can stand ({@link HostField}). */
  private static boolean isNumber(String host) {
    if (host.startsWith("[")) return true;
    if (host.isEmpty() || !Character.isDigit(host.charAt(0))) return false;
    try {
      var _ = IpLiteral.parse(host);
      return true;
    } catch (Malformed _) {
      return false;
    }
  }

  /** By its looks alone. */
  private boolean isPlain(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || isNumber(host)
        || given.contains(host);
  }
}
