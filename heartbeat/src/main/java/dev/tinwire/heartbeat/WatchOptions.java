package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The words of {@code tinwire monitor} that say what is shown and who is told. */
final class WatchOptions {
  static final int WEB_PORT = 13080;

  static final Value<Path> CONFIG =
      Value.of("FILE", WatchOptions::path, "senders, groups, maintenance, alerts", "--config");
  static final Flag CHECK_CONFIG =
      Flag.of("say what is wrong with the --config file, and end", "--check-config");
  static final Value<HookCommand> ON_CHANGE =
      Value.of(
          "CMD", HookCommand::parse, "run CMD at each change, facts in TINWIRE_…", "--on-change");
  static final Value<URI> WEBHOOK =
      Value.of("URL", ConfigParser::url, "POST each alarm there as JSON", "--webhook");
  static final Value<String> MAIL =
      Value.of("ADDRESS", ConfigParser::mailbox, "mail each alarm there", "--mail");
  static final Value<List<String>> MAIL_WITH =
      Value.of(
          "WORDS",
          ConfigParser::words,
          "how mail is sent, as tinwire mail has it: '--via gmail --user me@gmail.com'",
          "--mail-with");
  static final Value<Duration> REMIND =
      Value.of("TIME", ConfigParser::remind, "say again who is still down", "--remind");
  static final Value<URI> ALERTMANAGER =
      Value.of("URL", ConfigParser::url, "tell Prometheus's Alertmanager", "--alertmanager");
  static final Value<URI> CONSUL =
      Value.of("URL", ConfigParser::url, "keep TTL checks at an agent of Consul", "--consul");
  static final Value<URI> PING_URL =
      Value.of("URL", ConfigParser::url, "GET it each minute while we are well", "--ping-url");
  static final Value<Endpoint> WEB =
      Value.of("HOST:PORT", WatchOptions::listener, "serve a status page and /metrics", "--web")
          .alone("127.0.0.1:" + WEB_PORT);
  static final Flag WEB_ADDRESSES =
      Flag.of("the page also tells addresses and values", "--web-addresses");
  static final Flag LINES = Flag.of("lines instead of the live table on a terminal", "--lines");
  static final Value<Path> CONTROL =
      Value.of("PATH", WatchOptions::path, "control socket, for monitor list, mute…", "--control");
  static final Flag NO_CONTROL = Flag.of("no control socket", "--no-control");

  static final Group TELLING =
      Group.of(
          "Telling people",
          CONFIG,
          CHECK_CONFIG,
          ON_CHANGE,
          WEBHOOK,
          MAIL,
          MAIL_WITH,
          REMIND,
          ALERTMANAGER,
          CONSUL,
          PING_URL);
  static final Group SHOWING =
      Group.of("Looking at it", WEB, WEB_ADDRESSES, LINES, CONTROL, NO_CONTROL);

  private WatchOptions() {}

  /** What {@code --check-config} prints and returns; nothing if that is not asked for. */
  static OptionalInt check(Parsed parsed, Standard standard) throws IOException, UsageError {
    if (!parsed.has(CHECK_CONFIG)) return OptionalInt.empty();
    var file = file(parsed);
    if (file.isEmpty()) throw new UsageError("--check-config needs --config FILE");
    String name = Visible.of(file.get().path().toString());
    try {
      MonitorConfig config = file.get().read();
      standard
          .out()
          .println(
              name
                  + ": "
                  + config.senders().size()
                  + " senders, "
                  + config.groups().size()
                  + " groups, "
                  + config.windows().size()
                  + " maintenance windows, no faults");
      return OptionalInt.of(ExitStatus.DONE);
    } catch (BadConfig e) {
      e.lines(name).forEach(standard.out()::println);
      return OptionalInt.of(ExitStatus.REFUSED);
    }
  }

  /**
   * All of it.
   *
   * @param port at which the monitor hears beats
   * @param snapshot beside which the uptime books are kept
   */
  static WatchPlan plan(Parsed parsed, Standard standard, int port, Optional<Path> snapshot)
      throws IOException, UsageError {
    Optional<Path> control =
        parsed.has(NO_CONTROL)
            ? Optional.empty()
            : parsed
                .find(CONTROL)
                .or(() -> Optional.of(ControlPath.usual(standard.environment(), port)));
    return new WatchPlan(
        config(parsed),
        control,
        parsed.find(CONTROL).isPresent(),
        parsed.find(WEB),
        parsed.has(WEB_ADDRESSES),
        snapshot.map(UptimeFile::beside),
        WatchLimits.DEFAULT);
  }

  private static LiveConfig config(Parsed parsed) throws IOException, UsageError {
    try {
      return LiveConfig.open(file(parsed), alerting(parsed));
    } catch (BadConfig e) {
      String name = parsed.find(CONFIG).map(Path::toString).orElse("");
      throw new UsageError(String.join("\n", e.lines(Visible.of(name))));
    }
  }

  private static Optional<ConfigFile> file(Parsed parsed) {
    return parsed.find(CONFIG).map(path -> new ConfigFile(path, ZoneId.systemDefault()));
  }

  private static Alerting alerting(Parsed parsed) {
    var manner =
        new Manner(List.of(), parsed.find(REMIND), parsed.all(MAIL), Optional.empty(), false);
    return new Alerting(
        parsed.all(ON_CHANGE),
        parsed.all(WEBHOOK),
        parsed.find(MAIL_WITH).orElse(List.of()),
        parsed.find(ALERTMANAGER),
        parsed.find(CONSUL),
        parsed.find(PING_URL),
        manner);
  }

  /** A number alone is a port of this computer. */
  private static Endpoint listener(String text) throws Malformed {
    boolean port = text.matches("[0-9]+");
    return Endpoint.parseListener(port ? "127.0.0.1:" + text : text, WEB_PORT);
  }

  static Path path(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("path", text, 0, "not a file's name here");
    }
  }
}
