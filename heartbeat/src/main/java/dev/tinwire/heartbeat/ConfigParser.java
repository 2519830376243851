package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a whole configuration, or says all that is wrong with it. Pure. */
final class ConfigParser {
  private static final List<String> KINDS = List.of("alerts", "sender", "group", "maintenance");

  private final ZoneId home;
  private final List<ConfigFault> faults = new ArrayList<>();
  private final Map<String, SenderRule> senders = new LinkedHashMap<>();
  private final Map<String, Manner> groups = new LinkedHashMap<>();
  private final List<Maintenance> windows = new ArrayList<>();
  private Alerting alerting = Alerting.NONE;
  private boolean alertsSeen;

  private ConfigParser(ZoneId home) {
    this.home = home;
  }

  /**
   * Reads it.
   *
   * @param home the zone of windows that name none
   */
  static MonitorConfig parse(String text, ZoneId home) throws BadConfig {
    var parser = new ConfigParser(home);
    var sections = ConfigText.parse(text, parser.faults);
    sections.forEach(parser::section);
    var config = new MonitorConfig(parser.alerting, parser.senders, parser.groups, parser.windows);
    ConfigLinks.check(config, sections, parser.faults);
    if (!parser.faults.isEmpty()) throw new BadConfig(parser.faults);
    return config;
  }

  private void section(ConfigSection section) {
    var reader = new SectionReader(section, faults);
    if (!KINDS.contains(section.kind())) {
      String advice =
          Nearest.to(section.kind(), KINDS)
              .map(near -> "did you mean [" + near + "]?")
              .orElse("known are alerts, sender, group and maintenance");
      reader.fault("there is no section " + section.title() + "; " + advice);
      return;
    }
    boolean named = !section.kind().equals("alerts");
    if (named == section.name().isEmpty()) {
      reader.fault(named ? section.title() + " needs a name" : "[alerts] takes no name");
    }
    switch (section.kind()) {
      case "alerts" -> alerts(reader);
      case "sender" -> sender(section.name(), reader);
      case "group" -> once(groups.put(section.name(), manner(reader)) == null, section, reader);
      default -> MaintenanceReader.read(section.name(), reader, home).ifPresent(windows::add);
    }
    reader.end();
  }

  private void alerts(SectionReader reader) {
    if (alertsSeen) reader.fault("[alerts] is there twice; put all of it into one");
    alertsSeen = true;
    alerting =
        new Alerting(
            reader.value("on-change", HookCommand::parse).stream().toList(),
            reader.list("webhook", ConfigParser::url),
            reader.value("mail-with", ConfigParser::words).orElse(List.of()),
            reader.value("alertmanager", ConfigParser::url),
            reader.value("consul", ConfigParser::url),
            reader.value("ping-url", ConfigParser::url),
            manner(reader));
  }

  private void sender(String id, SectionReader reader) {
    var rule =
        new SenderRule(
            id,
            reader.value("group", Grammar.TEXT),
            reader.yes("expected", true),
            reader.value("detect-within", Durations::parse),
            manner(reader));
    if (senders.put(id, rule) != null) reader.fault("[sender " + id + "] is there twice");
  }

  private static void once(boolean first, ConfigSection section, SectionReader reader) {
    if (!first) reader.fault(section.title() + " is there twice");
  }

  private static Manner manner(SectionReader reader) {
    return new Manner(
        reader.list("depends-on", Grammar.TEXT),
        reader.value("remind", ConfigParser::remind),
        reader.list("mail", ConfigParser::mailbox),
        reader.value("severity", ConfigParser::severity),
        reader.yes("mute", false));
  }

  /** A reminder each second would be an attack on who is to be reminded. */
  static Duration remind(String text) throws Malformed {
    if (text.equals("never")) return Duration.ZERO;
    var time = Durations.parse(text);
    if (time.toSeconds() < 60) throw new Malformed("time", text, 0, "write 1m or more, or never");
    return time;
  }

  /** Words as a hook has them: blanks separate, quotes hold together. */
  static List<String> words(String line) throws Malformed {
    return HookCommand.parse(line).words();
  }

  static String mailbox(String text) throws Malformed {
    if (text.matches("[^@\\s\\p{Cntrl}<>,]+@[^@\\s\\p{Cntrl}<>,]+")) return text;
    throw new Malformed("mail address", text, 0, "write it as name@example.org");
  }

  static URI url(String text) throws Malformed {
    try {
      var url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (List.of("http", "https").contains(scheme) && url.getHost() != null) return url;
    } catch (URISyntaxException e) {
      throw new Malformed("address", text, Math.clamp(e.getIndex(), 0, text.length()), "not a URL");
    }
    throw new Malformed("address", text, 0, "write http://HOST/… or https://HOST/…");
  }

  private static Manner.Severity severity(String text) throws Malformed {
    return Arrays.stream(Manner.Severity.values())
        .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new Malformed("severity", text, 0, "write info, warning or critical"));
  }
}
