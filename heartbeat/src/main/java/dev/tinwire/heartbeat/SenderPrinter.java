package dev.tinwire.heartbeat;

import static java.util.Objects.requireNonNull;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Prints senders as the snapshot keeps them, for {@link SenderRecord} to read. */
record SenderPrinter(Detection detection, Octets out) {
  private static final Map<SenderState, byte[]> STATES = states();
  private static final byte[] ID = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RECEIVED = key("received");
  private static final byte[] LOST = key("lost");
  private static final byte[] DUPLICATES = key("duplicates");
  private static final byte[] REORDERED = key("reordered");
  private static final byte[] RESTARTS = key("restarts");
  private static final byte[] PERIOD = key("period_ms");
  private static final byte[] JITTER = key("jitter_us");
  private static final byte[] SINCE = key("since_ns");
  private static final byte[] ADDRESS = text("address");
  private static final byte[] NUMBER = key("number");
  private static final byte[] WINDOW = text("window");
  private static final byte[] DEPTH = key("depth");
  private static final byte[] BOOT = text("boot");
  private static final byte[] AGE = key("age_ns");
  private static final byte[] PATIENCE = key("patience_ns");
  private static final byte[] LEARNED = text("learned");

  private static byte[] key(String name) {
    return (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  /** Of a member whose value is a string: with its first quote. */
  private static byte[] text(String name) {
    return (",\"" + name + "\":\"").getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<SenderState, byte[]> states() {
    var all = new EnumMap<SenderState, byte[]>(SenderState.class);
    for (var state : SenderState.values()) {
      String member = "\",\"state\":\"" + EventLine.word(state) + '"';
      all.put(state, member.getBytes(StandardCharsets.US_ASCII));
    }
    return all;
  }

  void print(Sender s, Moment now) {
    out.add(ID).add(s.id); // none wants escaping
    out.add(requireNonNull(STATES.get(s.state)));
    out.add(RECEIVED).add(s.received);
    out.add(LOST).add(s.lost);
    out.add(DUPLICATES).add(s.duplicates);
    out.add(REORDERED).add(s.reordered);
    out.add(RESTARTS).add(s.restarts);
    out.add(PERIOD).add(s.period);
    out.add(JITTER).add(s.jitter);
    out.add(SINCE).add(now.nanos() - s.since);
    if (s.heard()) heard(s, now);
    if (s.expected) out.add(",\"expected\":true");
    if (s.acknowledged) out.add(",\"acknowledged\":true");
    if (s.extras != null) extras(s.extras);
    out.add('}');
  }

  private void heard(Sender s, Moment now) {
    if (s.port != 0) address(s);
    out.add(NUMBER).add(s.number);
    out.add(WINDOW).addHex(s.window).add('"');
    out.add(DEPTH).add(s.depth);
    if (s.boot >= 0) out.add(BOOT).addHex(s.boot).add('"');
    out.add(AGE).add(now.nanos() - s.arrival);
    if (s.downAt != Long.MAX_VALUE) out.add(PATIENCE).add(s.downAt - s.arrival);
    out.add(LEARNED).addHex(detection.save(s.index)).add('"');
  }

  private void address(Sender s) {
    out.add(ADDRESS);
    if (SenderViews.isV4(s)) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.add((s.addressLow >>> shift) & 255).add(shift == 0 ? ':' : '.');
      }
      out.add(s.port + 0L);
    } else {
      out.add(Endpoint.of(requireNonNull(SenderViews.address(s))).toString());
    }
    out.add('"');
  }

  private void extras(Sender.Extras extras) {
    if (extras.mutedUntil > 0) out.add(",\"muted_until_unix_ms\":").add(extras.mutedUntil);
    if (extras.status == Status.WARN) out.add(",\"says\":\"warn\"");
    if (!extras.values.isEmpty()) {
      var values = Json.object();
      for (var value : extras.values.entrySet())
        values = values.put(value.getKey(), value.getValue());
      out.add(",\"values\":").add(values.print());
    }
    long[] stamps = extras.stamps;
    if (stamps == null) return;
    out.add(",\"stamps\":");
    for (int i = 0; i < stamps.length; i++) out.add(i == 0 ? '[' : ',').add(stamps[i]);
    out.add(']');
  }
}
