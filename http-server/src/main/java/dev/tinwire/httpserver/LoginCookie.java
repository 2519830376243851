package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * The cookie that holds a ticket (RFC 6265). Cookies know no ports, so two servers on one computer
 * would take each other's; hence the port is part of the name. Under TLS the prefix keeps all but
 * this very host from setting it (RFC 6265bis §4.1.3.2).
 */
final class LoginCookie {
  private LoginCookie() {}

  /** A script cannot read it, and a request that another site caused does not carry it. */
  static String set(Request request, String token) {
    return of(request, token, Tickets.VALID.toSeconds());
  }

  static String remove(Request request) {
    return of(request, "", 0);
  }

  private static String of(Request request, String value, long seconds) {
    return name(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (request.secure() ? "; Secure" : "");
  }

  /** All that came under that name; somebody else may have set one as well. */
  static List<String> tokens(Request request) {
    var found = new ArrayList<String>();
    String start = name(request) + "=";
    for (String line : request.fields().all("Cookie")) {
      for (String pair : line.split(";", -1)) {
        String cookie = pair.strip();
        if (cookie.startsWith(start)) found.add(cookie.substring(start.length()));
      }
    }
    return List.copyOf(found);
  }

  static String name(Request request) {
    return (request.secure() ? "__Host-tinwire" : "tinwire") + port(request.fields());
  }

  /** Of the field that says how the browser calls us; none is the usual port. */
  private static String port(Fields fields) {
    String host = fields.first("Host").orElse("");
    int colon = host.lastIndexOf(':');
    String port = colon < 0 ? "" : host.substring(colon + 1);
    return port.matches("[0-9]{1,5}") ? "-" + port : "";
  }
}
