package dev.tinwire.wire;

import java.nio.charset.StandardCharsets;

/**
 * Any text is a proxy that survives printing, or refused without showing its password; and any text
 * is a list for {@code NO_PROXY}.
 */
public final class ProxyFuzz {
  private ProxyFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    parse(text);
    if (!text.contains("s3cret")) hides("http://ann:s3cret" + text + "@proxy.example" + text);
    NoProxy list = NoProxy.parse(text);
    boolean _ = list.covers(new Endpoint("www.example.com", 80));
    boolean _ = list.covers(new Endpoint("127.0.0.1", 80));
    boolean _ = list.covers(new Endpoint("fd00::1", 443));
  }

  private static void parse(String text) {
    try {
      Proxy proxy = Proxy.parse(text);
      Proxy again = Proxy.parse(proxy.toString());
      boolean same =
          again.kind() == proxy.kind()
              && again.endpoint().equals(proxy.endpoint())
              && again.login().map(Login::user).equals(proxy.login().map(Login::user))
              && again
                  .login()
                  .map(l -> l.password().reveal())
                  .equals(proxy.login().map(_ -> "***"));
      if (!same) throw new AssertionError("changed: " + proxy);
    } catch (Malformed e) {
      if (e.caret().isEmpty()) throw new AssertionError("no caret", e);
    }
  }

  private static void hides(String text) {
    String shown;
    try {
      Proxy proxy = Proxy.parse(text);
      shown = proxy + " " + proxy.login().orElseThrow();
    } catch (Malformed e) {
      shown = e.getMessage() + e.caret();
    }
    if (shown.contains("s3cret")) throw new AssertionError("shows the password: " + shown);
  }
}
