package dev.tinwire.wire.secret;

import java.util.stream.Collectors;

/** Writes a netrc back, every value in quotes; the tool itself never writes one. */
final class NetrcText {
  private NetrcText() {}

  static String print(Netrc netrc) {
    return netrc.entries().stream().map(NetrcText::print).collect(Collectors.joining());
  }

  private static String print(Netrc.Entry entry) {
    return entry.machine().map(name -> "machine " + quoted(name)).orElse("default")
        + entry.login().map(login -> " login " + quoted(login)).orElse("")
        + entry.password().map(secret -> " password " + quoted(secret.reveal())).orElse("")
        + entry.account().map(account -> " account " + quoted(account)).orElse("")
        + "\n";
  }

  private static String quoted(String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }
}
