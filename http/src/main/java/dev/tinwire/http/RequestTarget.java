package dev.tinwire.http;

import java.util.Optional;

/**
 * What a request asks for, in one of the four forms of RFC 9112 §3.2. Everything stays encoded as
 * it came; decoding, once, is the business of who maps it to something. Public because servers
 * switch over it and clients write it.
 */
public sealed interface RequestTarget {
  /**
   * {@code absolute-path [ "?" query ]}.
   *
   * @param path begins with a slash
   */
  record OriginForm(String path, Optional<String> query) implements RequestTarget {
    public OriginForm {
      if (!path.startsWith("/")) throw new IllegalArgumentException("no path: " + path);
      requireEncoded(path, query);
    }

    @Override
    public String toString() {
      return query.isEmpty() ? path : path + "?" + query.get();
    }
  }

  /**
   * {@code scheme "://" authority path-abempty [ "?" query ]}, which every server must understand.
   *
   * @param scheme {@code http} or {@code https}
   * @param authority names a host, and never a user (RFC 9110 §4.2.4)
   */
  record AbsoluteForm(String scheme, HostField authority, String path, Optional<String> query)
      implements RequestTarget {
    public AbsoluteForm {
      if (!isHttp(scheme)) throw new IllegalArgumentException("no scheme of ours: " + scheme);
      if (authority.host().isEmpty()) throw new IllegalArgumentException("no host"); // §4.2.1
      if (!path.isEmpty() && !path.startsWith("/")) {
        throw new IllegalArgumentException("no path: " + path);
      }
      requireEncoded(path, query);
    }

    private static boolean isHttp(String scheme) {
      return scheme.equals("http") || scheme.equals("https");
    }

    @Override
    public String toString() {
      String hierarchy = scheme + "://" + authority + path;
      return query.isEmpty() ? hierarchy : hierarchy + "?" + query.get();
    }
  }

  /** {@code uri-host ":" port}, of CONNECT and no other method (RFC 9110 §9.3.6). */
  record AuthorityForm(HostField authority) implements RequestTarget {
    public AuthorityForm {
      if (authority.host().isEmpty() || authority.port().isEmpty()) {
        throw new IllegalArgumentException("no HOST:PORT: " + authority);
      }
    }

    @Override
    public String toString() {
      return authority.toString();
    }
  }

  /** {@code *}, the server as a whole, of OPTIONS and no other method. */
  record AsteriskForm() implements RequestTarget {
    @Override
    public String toString() {
      return "*";
    }
  }

  /** What is sent has no blank, no line break, nothing that would end it before its end. */
  private static void requireEncoded(String path, Optional<String> query) {
    String text = query.orElse("");
    boolean good = Octet.isEncoded(Octet.LENIENT_PATH, path);
    if (!good || !(text.isEmpty() || Octet.isEncoded(Octet.LENIENT_QUERY, text))) {
      throw new IllegalArgumentException("not percent-encoded: " + path + "?" + text);
    }
  }
}
