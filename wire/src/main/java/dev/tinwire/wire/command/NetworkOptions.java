package dev.tinwire.wire.command;

import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Overrides;
import dev.tinwire.wire.Proxy;
import dev.tinwire.wire.ProxyChoice;
import dev.tinwire.wire.WireException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** The options of every tool that connects; they mean the same everywhere. */
public final class NetworkOptions {
  public static final Flag IPV4 = Flag.of("IPv4 only", "-4", "--ipv4");
  public static final Flag IPV6 = Flag.of("IPv6 only", "-6", "--ipv6");
  public static final Value<IpLiteral> BIND =
      Value.of("ADDRESS", IpLiteral::parse, "come from this address of ours", "--bind");
  public static final Value<String> RESOLVE =
      Value.of(
          "HOST:PORT:ADDR", Grammar.TEXT, "reach a host there, without a look-up", "--resolve");
  public static final Value<String> PROXY =
      Value.of("URL", NetworkOptions::proxy, "through a proxy (http:, socks5:, none)", "--proxy");

  private NetworkOptions() {}

  /** One deadline for the whole exchange; each tool knows best how long that may take. */
  public static Value<Duration> timeout(String preset) {
    return Value.of("TIME", Durations::parse, "give up after this time in all", "--timeout")
        .preset(preset);
  }

  /** The group, led by the tool's {@link #timeout}. */
  public static Group group(Value<Duration> timeout) {
    return Group.of("Network", timeout, IPV4, IPV6, BIND, RESOLVE, PROXY);
  }

  /**
   * How to dial.
   *
   * @param scheme of what is to be reached; it chooses the variable that names the proxy
   */
  public static DialOptions dialOptions(
      Parsed parsed, Standard standard, String scheme, Endpoint target)
      throws UsageError, WireException {
    var options =
        DialOptions.defaults()
            .withFamily(family(parsed))
            .withOverrides(overrides(parsed))
            .withProxy(ProxyChoice.of(parsed.find(PROXY), standard.environment(), scheme, target));
    Optional<IpLiteral> bind = parsed.find(BIND);
    return bind.isEmpty() ? options : options.withBind(ours(bind.get(), options.family()));
  }

  /** Looked at at once, so that a fault in it is a usage error. */
  private static String proxy(String text) throws Malformed {
    if (!text.equals("none")) Proxy.parse(text);
    return text;
  }

  private static Overrides overrides(Parsed parsed) throws UsageError, WireException {
    try {
      return Overrides.parse(parsed.all(RESOLVE));
    } catch (Malformed fault) {
      throw UsageError.of(RESOLVE, fault);
    }
  }

  private static InetAddress ours(IpLiteral bind, Family family) throws UsageError, WireException {
    InetAddress address = bind.address();
    boolean six = address instanceof Inet6Address;
    if (family == (six ? Family.IPV4 : Family.IPV6)) {
      throw new UsageError("--bind " + bind + " is no " + family + " address");
    }
    return address;
  }

  /** Which addresses {@code -4} and {@code -6} leave. */
  public static Family family(Parsed parsed) throws UsageError {
    boolean four = parsed.has(IPV4);
    boolean six = parsed.has(IPV6);
    if (four && six) throw new UsageError("-4 and -6 exclude each other");
    if (four) return Family.IPV4;
    return six ? Family.IPV6 : Family.ANY;
  }
}
