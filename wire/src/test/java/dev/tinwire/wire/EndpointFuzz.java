package dev.tinwire.wire;

import java.nio.charset.StandardCharsets;

/** Any text is an endpoint that survives printing, or refused. */
public final class EndpointFuzz {
  private EndpointFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Endpoint endpoint;
    try {
      endpoint = Endpoint.parse(new String(input, StandardCharsets.UTF_8), 443);
    } catch (Malformed refused) {
      refused.caret();
      return;
    }
    check(endpoint);
  }

  private static void check(Endpoint endpoint) {
    String printed = endpoint.toString();
    if (!printed.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new AssertionError("prints more than visible ASCII: " + printed);
    }
    if (endpoint.host().length() > 253) throw new AssertionError("too long: " + printed);
    try {
      if (!Endpoint.parse(printed, 1).equals(endpoint)) throw new AssertionError(printed);
      if (endpoint.isLiteral()) IpLiteral.parse(endpoint.host());
    } catch (Malformed e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
    endpoint.readable();
  }
}
