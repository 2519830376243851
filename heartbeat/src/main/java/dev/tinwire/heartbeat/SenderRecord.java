package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A sender as the snapshot keeps it ({@link SenderPrinter}): its counts for whoever reads the file,
 * and what a monitor that starts again must know to go on as if nothing had been.
 */
final class SenderRecord {
  private static final HexFormat HEX = HexFormat.of();

  private SenderRecord() {}

  /**
   * Puts it back.
   *
   * @param off how long ago it was written: time in which nobody listened, so its silence does not
   *     count
   */
  static void read(Json json, Book book, long off, Moment now) throws Malformed {
    String id = json.get("id").text();
    if (id.isEmpty() || !id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
      throw new Malformed("snapshot", id, 0, "is no id");
    }
    Sender s = book.restored(id, now);
    s.received = json.get("received").number().longValue();
    s.lost = count(json, "lost");
    s.duplicates = count(json, "duplicates");
    s.reordered = count(json, "reordered");
    s.restarts = count(json, "restarts");
    s.period = count(json, "period_ms");
    s.jitter = count(json, "jitter_us");
    s.acknowledged = json.find("acknowledged").isPresent();
    s.expected = json.find("expected").isPresent();
    var state = SenderState.valueOf(word(json.get("state").text()));
    long since = now.nanos() - off - json.get("since_ns").number().longValue();
    if (json.find("number").isPresent()) heard(s, json, book, off, now);
    else if (state != SenderState.NEW) throw new Malformed("snapshot", id, 0, "was never heard");
    extras(s, json);
    book.roster.move(s, state, since);
    s.since = since;
    book.roster.check(s, check(s, book.graceLeft(s, off, now), off, now));
  }

  private static String word(String state) throws Malformed {
    for (var one : SenderState.values()) {
      if (EventLine.word(one).equals(state)) return state.toUpperCase(Locale.ROOT);
    }
    throw new Malformed("snapshot", state, 0, "is no state");
  }

  private static void heard(Sender s, Json json, Book book, long off, Moment now) throws Malformed {
    s.number = json.get("number").number().longValue();
    s.window = hex(json, "window");
    s.depth = (byte) Math.clamp(count(json, "depth"), 1, Numbering.WINDOW);
    s.boot = json.find("boot").isPresent() ? hex(json, "boot") : -1;
    s.arrival = now.nanos() - off - json.get("age_ns").number().longValue();
    if (json.find("patience_ns").isPresent()) {
      s.downAt = s.arrival + off + json.get("patience_ns").number().longValue();
    }
    s.excused = true;
    byte[] learned = HEX.parseHex(json.get("learned").text());
    book.detection().restore(s.index, learned, now.nanos());
    if (json.find("address").isPresent()) {
      var address = Endpoint.parse(json.get("address").text(), 0);
      var literal = IpLiteral.parse(address.host());
      try {
        SenderViews.address(s, literal.address(), address.port());
      } catch (WireException _) {
        // Its interface has gone; the next beat says where it is now.
      }
    }
  }

  /** When it must be looked at: what was left of its time when nobody listened any more. */
  private static long check(Sender s, long grace, long off, Moment now) {
    return switch (s.state) {
      case NEW -> grace;
      case UP -> Math.min(s.downAt, Math.max(now.nanos(), s.arrival + off + Rhythm.lateAfter(s)));
      case LATE -> s.downAt;
      case DOWN, BYE -> Long.MAX_VALUE;
    };
  }

  private static void extras(Sender s, Json json) throws Malformed {
    var muted = json.find("muted_until_unix_ms");
    if (muted.isPresent()) s.extras().mutedUntil = muted.get().number().longValue();
    if (json.find("says").isPresent()) s.extras().status = Status.WARN;
    var values = json.find("values");
    if (values.isPresent()) s.extras().values = values(values.get());
    var stamps = json.find("stamps");
    if (stamps.isPresent()) s.extras().stamps = stamps(stamps.get());
  }

  private static Map<String, String> values(Json json) throws Malformed {
    var all = new LinkedHashMap<String, String>();
    for (var value : json.members().entrySet()) all.put(value.getKey(), value.getValue().text());
    return all;
  }

  private static long[] stamps(Json json) throws Malformed {
    long[] stamps = new long[Numbering.WINDOW];
    var items = json.items();
    for (int i = 0; i < Math.min(stamps.length, items.size()); i++) {
      stamps[i] = items.get(i).number().longValue();
    }
    return stamps;
  }

  private static int count(Json json, String name) throws Malformed {
    return Math.clamp(json.get(name).number().longValue(), 0, Integer.MAX_VALUE);
  }

  private static long hex(Json json, String name) throws Malformed {
    try {
      return Long.parseUnsignedLong(json.get(name).text(), 16);
    } catch (NumberFormatException _) {
      throw new Malformed("snapshot", name, 0, "is hexadecimal");
    }
  }
}
