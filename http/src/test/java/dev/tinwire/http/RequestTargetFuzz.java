package dev.tinwire.http;

import java.util.Set;

/**
 * Any text after any method is a target that survives being written, or is refused; what is read
 * strictly is read generously all the same.
 */
public final class RequestTargetFuzz {
  private static final Method[] METHODS = {Method.GET, Method.OPTIONS, Method.CONNECT};

  private RequestTargetFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Wire.text(input);
    for (Method method : METHODS) {
      try {
        RequestTarget strict = parse(method, text, Set.of());
        same(strict, parse(method, text, Leniency.SERVER));
        same(strict, parse(method, strict.toString(), Set.of()));
      } catch (BadMessage refused) {
        Wire.demandSafe(refused);
        generous(method, text);
      }
    }
  }

  private static void generous(Method method, String text) {
    try {
      RequestTarget target = parse(method, text, Leniency.SERVER);
      same(target, parse(method, target.toString(), Leniency.SERVER));
    } catch (BadMessage refused) {
      Wire.demandSafe(refused);
    }
  }

  private static RequestTarget parse(Method method, String text, Set<Leniency> allowed)
      throws BadMessage {
    RequestTarget target = new TargetParser(text, allowed).parse(method);
    if (target.toString().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new AssertionError("breaks its line: " + target);
    }
    return target;
  }

  private static void same(RequestTarget one, RequestTarget other) {
    if (!one.equals(other)) throw new AssertionError("changed: " + one + " to " + other);
  }
}
