package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Proxy;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import dev.tinwire.wire.tls.SpkiPin;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What all verbs of the client have: what to say, how to get there, how long to wait. */
final class AskOptions {
  static final Value<FieldLine> HEADER =
      Value.of(
          "'NAME: VALUE'",
          AskOptions::field,
          "say this too; 'NAME:' takes a field of ours out; repeatable",
          "-H",
          "--header");
  static final Value<String> USER =
      Value.of(
          "USER[:PASS]", Grammar.TEXT, "log in; asks for a password not given", "-u", "--user");
  static final Value<Path> NETRC =
      Value.of(
          "FILE",
          AskOptions::file,
          "names and passwords by host, such as ~/.netrc",
          "--netrc-file");
  static final Value<String> AGENT =
      Value.of("TEXT", AskOptions::fieldValue, "who we say we are", "-A", "--user-agent");
  static final Value<Path> JAR =
      Value.of("FILE", AskOptions::file, "cookies come from here and are kept here", "--jar");
  static final Value<Path> CACHE =
      Value.of(
          "DIR",
          AskOptions::file,
          "answers are kept here, and come from here while good",
          "--cache");
  static final Group SAYING = Group.of("What to say", HEADER, USER, NETRC, AGENT, JAR, CACHE);

  static final Value<Duration> TIMEOUT =
      Value.of(
          "TIME",
          Durations::parse,
          "give up after this time in all",
          "-m",
          "--max-time",
          "--timeout");
  static final Value<Duration> CONNECT_TIMEOUT =
      Value.of("TIME", Durations::parse, "to find, reach and shake hands", "--connect-timeout")
          .preset("30s");
  static final Value<Optional<Duration>> STALL =
      Value.of(
              "TIME",
              AskOptions::stall,
              "give up when less than 1 KiB came within it; none waits for ever",
              "--stall")
          .preset("60s");
  static final Value<String> PROXY =
      Value.of(
          "URL",
          AskOptions::proxy,
          "through a proxy (http:, socks5:, socks5h:, none)",
          "-x",
          "--proxy");
  static final Value<Path> UNIX_SOCKET =
      Value.of("FILE", AskOptions::file, "over a socket of the file system", "--unix-socket");
  static final Group NETWORK =
      Group.of(
          "Getting there",
          TIMEOUT,
          CONNECT_TIMEOUT,
          STALL,
          NetworkOptions.IPV4,
          NetworkOptions.IPV6,
          NetworkOptions.BIND,
          NetworkOptions.RESOLVE,
          PROXY,
          UNIX_SOCKET);

  static final Value<Path> CACERT =
      Value.of("FILE", AskOptions::file, "believe these authorities only (PEM)", "--cacert");
  static final Flag INSECURE =
      Flag.of("believe anybody: no protection against those who meddle", "-k", "--insecure");
  static final Value<SpkiPin> PIN =
      Value.of(
          "sha256//HASH", SpkiPin::parse, "believe the key of this hash, and it alone", "--pin");
  static final Value<Path> CERT =
      Value.of("FILE", AskOptions::file, "show this certificate (PEM)", "-E", "--cert");
  static final Value<Path> KEY =
      Value.of("FILE", AskOptions::file, "its private key, if it is not in the same file", "--key");
  static final Group TLS = Group.of("TLS", CACERT, PIN, INSECURE, CERT, KEY);

  private AskOptions() {}

  static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }

  /** CR and LF inside would make a second field of it, so they are refused here. */
  private static FieldLine field(String text) throws Malformed {
    int colon = text.indexOf(':');
    if (colon < 0) throw new Malformed("field", text, text.length(), "write 'NAME: VALUE'");
    try {
      return FieldLine.of(text.substring(0, colon), latin1(text.substring(colon + 1).strip()));
    } catch (IllegalArgumentException _) {
      throw new Malformed(
          "field", text, 0, "a name is a token, and a value has no control characters");
    }
  }

  private static String fieldValue(String text) throws Malformed {
    return field("X:" + text).value();
  }

  /** Beyond ASCII goes out as UTF-8; a field's characters stand for octets. */
  private static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Optional<Duration> stall(String text) throws Malformed {
    return text.equals("none") ? Optional.empty() : Optional.of(Durations.parse(text));
  }

  private static String proxy(String text) throws Malformed {
    if (!text.equals("none")) Proxy.parse(text);
    return text;
  }
}
