package dev.tinwire.httpclient;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Proxy;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import dev.tinwire.wire.tls.SpkiPin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What all verbs of the client have: what to say, how to get there, how long to wait. */
final class AskOptions {
  static final Value<SaidField> HEADER =
      Value.of(
          "'NAME: VALUE'",
          SaidField::parse,
          "say this too; 'NAME:' takes a field of ours out, 'NAME;' has no value; repeatable",
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
      Value.of("TEXT", SaidField::value, "who we say we are", "-A", "--user-agent");
  static final Value<Path> JAR =
      Value.of("FILE", AskOptions::file, "cookies come from here and are kept here", "--jar");
  static final Value<Path> CACHE =
      Value.of(
          "DIR",
          AskOptions::file,
          "answers are kept here, and come from here while good",
          "--cache");
  static final Value<String> COOKIE =
      Value.of("NAME=VALUE", AskOptions::cookie, "say this cookie; repeatable", "-b", "--cookie");
  static final Group SAYING =
      Group.of("What to say", HEADER, USER, NETRC, AGENT, COOKIE, JAR, CACHE);

  static final Value<Duration> TIMEOUT =
      Value.of(
          "TIME",
          AskOptions::time,
          "give up after this time in all",
          "-m",
          "--max-time",
          "--timeout");
  static final Value<Duration> CONNECT_TIMEOUT =
      Value.of("TIME", AskOptions::time, "to find, reach and shake hands", "--connect-timeout")
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

  /** As in curl, which takes a text without a {@code =} for the name of a file. */
  private static String cookie(String text) throws Malformed {
    if (text.indexOf('=') > 0) return SaidField.value(text);
    throw new Malformed(
        "cookie", text, 0, "write NAME=VALUE; --jar reads and keeps a file of them");
  }

  /** A number alone is seconds for the options that curl has, whose users never write a unit. */
  static Duration time(String text) throws Malformed {
    boolean bare = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) bare &= "0123456789.".indexOf(text.charAt(i)) >= 0;
    if (!bare) return Durations.parse(text);
    return Durations.parse((text.startsWith(".") ? "0" : "") + text + "s");
  }

  private static Optional<Duration> stall(String text) throws Malformed {
    return text.equals("none") ? Optional.empty() : Optional.of(time(text));
  }

  private static String proxy(String text) throws Malformed {
    if (!text.equals("none")) Proxy.parse(text);
    return text;
  }
}
