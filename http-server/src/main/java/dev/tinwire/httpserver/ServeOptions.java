package dev.tinwire.httpserver;

import dev.tinwire.http.FieldLine;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** The words of {@code tinwire serve}. */
final class ServeOptions {
  static final Argument<String> PATH =
      Argument.optional("PATH", Grammar.TEXT, "folder or file to serve (default: the current one)");

  static final Value<Integer> PORT =
      Value.of(
          "PORT",
          Grammar.number(0, 65535),
          "listen there; without it 8080, or the next that is free; 0 takes any",
          "-p",
          "--port");
  static final Value<IpLiteral> BIND =
      Value.of("ADDRESS", IpLiteral::parse, "listen at this address of ours", "--bind");
  static final Flag LAN =
      Flag.of("let the whole network in, and show a QR code for phones", "--lan");
  static final Value<String> HOST_NAME =
      Value.of(
          "NAME",
          ServeOptions::hostName,
          "answer under this name, too, or under any (*); repeatable. Without it, and without"
              + " --lan, only this computer's own names lead here",
          "--host-name");
  static final Flag HTTPS =
      Flag.of("speak TLS, under a certificate made for this computer", "--https");
  static final Value<Path> CERT =
      Value.of("FILE", ServeOptions::file, "certificate chain for --https, in PEM", "--cert");
  static final Value<Path> KEY =
      Value.of("FILE", ServeOptions::file, "its private key, in PEM", "--key");
  static final Value<LoginWish> AUTH =
      Value.of(
          "USER[:PASS]",
          LoginWish::parse,
          "ask for a login; without PASS it is typed or made up; @FILE has users made by serve"
              + " passwd",
          "--auth");
  static final Value<LoginWish> AUTH_WRITE =
      Value.of(
          "USER[:PASS]",
          LoginWish::parse,
          "the same for all that changes something; reading is open then",
          "--auth-write");

  static final Value<String> INDEX =
      Value.of("NAME", ServeOptions::fileName, "the file that is a folder's page", "--index")
          .preset("index.html");
  static final Flag NO_LISTING = Flag.of("folders without a page are 404", "--no-listing");
  static final Flag HIDDEN = Flag.of("names that begin with a dot, too", "--hidden");
  static final Flag SPA =
      Flag.of("one page for every address that a person goes to and nothing is at", "--spa");
  static final Flag LIVE = Flag.of("pages reload by themselves when a file changes", "--live");
  static final Value<String> CORS =
      Value.of(
              "ORIGIN",
              Friends::parse,
              "let scripts of all other sites read this; those of ORIGIN may do what pages from"
                  + " here may; repeatable",
              "--cors")
          .alone("*");
  static final Value<FieldLine> HEADER =
      Value.of(
          "'NAME: VALUE'", AddedFields::parse, "say this in every answer; repeatable", "--header");

  static final Value<String> UPLOAD =
      Value.of(
              "DIR",
              Grammar.TEXT,
              "let visitors send files into this folder of PATH, or anywhere in it",
              "--upload")
          .alone(".");
  static final Flag WRITE =
      Flag.of("let them also make folders, rename, replace and delete, anywhere", "--write");
  static final Value<Long> MAX_UPLOAD =
      Value.of("SIZE", Sizes::parse, "take at most so much in one upload", "--max-upload")
          .preset(Sizes.print(UploadLimits.DEFAULT.most()));
  static final Value<Long> KEEP_FREE =
      Value.of("SIZE", Sizes::parse, "leave so much of the disk free", "--keep-free")
          .preset(Sizes.print(UploadLimits.DEFAULT.keepFree()));

  static final Value<LogFormat> LOG =
      Value.of("FORMAT", ServeOptions::format, "plain, common, combined or json", "--log")
          .preset("plain");
  static final Value<Integer> MAX_CONNECTIONS =
      Value.of(
              "N",
              Grammar.number(1, 1_000_000),
              "so many at once; who comes beyond is told 503",
              "--max-connections")
          .preset(Integer.toString(ServerLimits.DEFAULT.connections()));
  static final Value<Duration> TIMEOUT =
      Value.of("TIME", ServeOptions::timeout, "end a connection silent for so long", "--timeout")
          .preset(Durations.print(ServerLimits.DEFAULT.idle()));
  static final Flag HEALTH = Flag.of("answer at /-/health whether all is well", "--health");
  static final Flag METRICS = Flag.of("answer at /-/metrics, for Prometheus", "--metrics");
  static final Flag PUBLIC_PROBES =
      Flag.of("these two without a login, where --auth asks for one", "--public-probes");
  static final Flag FORCE = Flag.of("serve even a whole disk or home folder", "--force");

  static final Group WHERE =
      Group.of("Who can come", PORT, BIND, LAN, HOST_NAME, HTTPS, CERT, KEY, AUTH, AUTH_WRITE);
  static final Group WHAT =
      Group.of("What they get", INDEX, NO_LISTING, HIDDEN, SPA, LIVE, CORS, HEADER);
  static final Group CHANGING =
      Group.of("What they may change", UPLOAD, WRITE, MAX_UPLOAD, KEEP_FREE);
  static final Group RUNNING =
      Group.of("Running", LOG, HEALTH, METRICS, PUBLIC_PROBES, MAX_CONNECTIONS, TIMEOUT, FORCE);

  private ServeOptions() {}

  private static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }

  private static String fileName(String text) throws Malformed {
    if (SitePath.isName(text)) return text;
    throw new Malformed("file name", text, 0, "write a name without a folder, such as index.html");
  }

  /** As a browser says it: no port, and in the letters of the DNS. */
  private static String hostName(String text) throws Malformed {
    if (text.equals(KnownNames.ANY)) return text;
    if (text.indexOf(':') < 0) return Endpoint.parse(text, 80).host();
    throw new Malformed("host name", text, text.indexOf(':'), "write a name without a port");
  }

  private static LogFormat format(String text) throws Malformed {
    return switch (text) {
      case "plain" -> LogFormat.PLAIN;
      case "common" -> LogFormat.COMMON;
      case "combined" -> LogFormat.COMBINED;
      case "json" -> LogFormat.JSON;
      default ->
          throw new Malformed("log format", text, 0, "write plain, common, combined or json");
    };
  }

  /** Sums of times are kept in nanoseconds; a day is far from their end. */
  private static Duration timeout(String text) throws Malformed {
    Duration time = Durations.parse(text);
    if (time.compareTo(Duration.ofMillis(100)) >= 0 && time.compareTo(Duration.ofDays(1)) <= 0) {
      return time;
    }
    throw new Malformed("timeout", text, 0, "is from 100ms to 1d");
  }
}
