package dev.tinwire.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The loopback addresses, without asking a resolver. Public for the tests of every module. */
public final class Loopback {
  public static final InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");
  public static final InetAddress V6 = InetAddress.ofLiteral("::1");

  private Loopback() {}

  /** {@code 127.0.0.1:80} or {@code [::1]:80}. */
  public static String print(InetSocketAddress at) {
    String host = at.getAddress().getHostAddress().replaceFirst("^0(:0)*:", "::");
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + at.getPort();
  }
}
