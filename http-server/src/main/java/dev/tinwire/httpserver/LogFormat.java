package dev.tinwire.httpserver;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Screen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the request log. Pure. What came from the wire is escaped in all of them: a request
 * can neither break a line nor close a quotation.
 *
 * <pre>
 * plain     13:55:36  200  GET /a.txt  1.2 KiB  3ms  127.0.0.1
 * common    127.0.0.1 - - [10/Oct/2026:13:55:36 +0200] "GET /a.txt HTTP/1.1" 200 1234
 * combined  the same, then "REFERER" "USER-AGENT"
 * json      {"time":"2026-10-10T11:55:36Z","client":"127.0.0.1","method":"GET",…}
 * </pre>
 */
public enum LogFormat {
  PLAIN {
    @Override
    String line(Served served, String second) {
      return line(served, second, Screen.PLAIN);
    }

    @Override
    String line(Served served, String second, Screen screen) {
      return PlainLine.of(served, second, screen);
    }
  },
  COMMON {
    @Override
    String line(Served served, String second) {
      return client(served)
          + " - - ["
          + second
          + "] "
          + quoted(served.head().map(h -> h.line().toString()))
          + " "
          + served.status().code()
          + " "
          + (served.bytes() == 0 ? "-" : Long.toString(served.bytes()));
    }
  },
  COMBINED {
    @Override
    String line(Served served, String second) {
      return COMMON.line(served, second)
          + " "
          + quoted(field(served, "Referer"))
          + " "
          + quoted(field(served, "User-Agent"));
    }
  },
  JSON {
    @Override
    String line(Served served, String second) {
      Json.Obj line =
          Json.object().put("time", served.time().toString()).put("client", client(served));
      if (served.head().isPresent()) {
        var request = served.head().get().line();
        line =
            line.put("method", request.method().name())
                .put("target", request.target().toString())
                .put("version", request.version().toString());
      }
      line =
          line.put("status", served.status().code())
              .put("received_bytes", served.received())
              .put("bytes", served.bytes())
              .put("ms", Math.round(served.duration().toNanos() / 1e4) / 1e2)
              .put("whole", served.whole());
      var rate = served.bytesPerSecond();
      if (rate.isPresent()) line = line.put("bytes_per_s", rate.getAsLong());
      for (String name : new String[] {"Referer", "User-Agent"}) {
        Optional<String> value = field(served, name);
        if (value.isPresent()) line = line.put(name.toLowerCase(Locale.ROOT), value.get());
      }
      return line.print();
    }
  };

  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  /**
   * The line, without its end.
   *
   * @param second what {@link #second} makes of the time
   */
  abstract String line(Served served, String second);

  /** The same, for the place where it is shown. */
  String line(Served served, String second, Screen screen) {
    return line(served, second);
  }

  /** The line, without its end, its time in that zone. */
  public String line(Served served, ZoneId zone) {
    return line(served, second(served.time(), zone));
  }

  /** The time as this format shows it, the same for a whole second. */
  String second(Instant time, ZoneId zone) {
    return switch (this) {
      case PLAIN -> CLOCK.format(time.atZone(zone));
      case COMMON, COMBINED -> CLF.format(time.atZone(zone));
      case JSON -> "";
    };
  }

  /** The numbers of an address, as an endpoint has them, without the proof that they are such. */
  static String client(Served served) {
    return IpLiteral.of(served.client().getAddress()).toString();
  }

  private static Optional<String> field(Served served, String name) {
    return served.head().flatMap(head -> head.fields().first(name));
  }

  private static String quoted(Optional<String> text) {
    return text.map(t -> '"' + Visible.of(t).replace("\"", "\\\"") + '"').orElse("\"-\"");
  }
}
