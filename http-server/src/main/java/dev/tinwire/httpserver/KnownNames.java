package dev.tinwire.httpserver;

import dev.tinwire.http.HostField;
import dev.tinwire.http.Status;
import java.io.IOException;
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
    Optional<HostField> host = host(request);
    boolean known = host.isEmpty() || isPlain(host.get()) || own.test(host.get().name());
    if (known || !asks(request)) return inner.answer(request);
    String words =
        "This server does not answer for the name %s. If it should, start it with --host-name %s"
            .formatted(host.get().name(), host.get().name());
    return ErrorPage.of(MISDIRECTED_REQUEST, request.fields(), words);
  }

  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    try {
      Optional<HostField> host = host(request);
      boolean known = host.isEmpty() || isPlain(host.get());
      return known || !asks(request) ? InstantHandler.ask(inner, request) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // somebody else will say what is wrong with it
    }
  }

  /** The name that was asked for; empty if there is none. */
  private static Optional<HostField> host(Request request) throws IOException {
    return request.head().authority().filter(host -> !host.name().isEmpty());
  }

  private boolean asks(Request request) {
    return all || request.fields().has("Accept-Language");
  }

  /** By its looks alone. */
  private boolean isPlain(HostField host) {
    return host.isBeyondDns() || given.contains(host.name());
  }
}
