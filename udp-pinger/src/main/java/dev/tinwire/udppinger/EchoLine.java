package dev.tinwire.udppinger;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One datagram as a line: for the log, as JSON, as a conversation. Pure but for the last. */
final class EchoLine {
  private final DateTimeFormatter time;

  EchoLine(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(zone);
  }

  /** {@code 14:03:05.123456 127.0.0.1:50022 stamp seq=7 44 bytes ttl=64 answered}. */
  String log(Handled handled) {
    return time.format(Instant.ofEpochSecond(0, handled.received()))
        + " "
        + Endpoint.of(handled.source())
        + " "
        + what(handled)
        + " "
        + handled.outcome().word
        + fate(handled);
  }

  private static String what(Handled handled) {
    return word(handled)
        + (handled.sequence() < 0 ? "" : " seq=" + handled.sequence())
        + " "
        + handled.length()
        + (handled.length() == 1 ? " byte" : " bytes")
        + (handled.ttl() == Datagram.NO_TTL ? "" : " ttl=" + handled.ttl());
  }

  private static String word(Handled handled) {
    return switch (handled.recognised()) {
      case STAMP -> "stamp";
      case TEXT -> "text";
      case RAW -> "raw";
      case REPLY -> "stamp-reply";
      case STRANGE -> "datagram";
    };
  }

  private static String fate(Handled handled) {
    if (handled.outcome() != Outcome.ANSWERED) return "";
    var fate = handled.fate();
    return (fate.delayNanos() > 0 ? " after " + fate.delayNanos() / 1000 + " us" : "")
        + (fate.twice() ? " twice" : "")
        + (fate.overtaken() ? " overtaken" : "")
        + (fate.corrupted() ? " corrupted" : "");
  }

  static Json.Obj json(Handled handled) {
    var object =
        Json.object()
            .put("event", "datagram")
            .put("time_us", handled.received() / 1000)
            .put("from", Endpoint.of(handled.source()).toString())
            .put("wire", word(handled))
            .put("bytes", handled.length())
            .put("outcome", handled.outcome().word);
    if (handled.sequence() >= 0) object = object.put("seq", handled.sequence());
    if (handled.ttl() != Datagram.NO_TTL) object = object.put("ttl", handled.ttl());
    if (handled.outcome() != Outcome.ANSWERED) return object;
    var fate = handled.fate();
    if (fate.delayNanos() > 0) object = object.put("delay_us", fate.delayNanos() / 1000);
    if (fate.twice()) object = object.put("twice", true);
    if (fate.overtaken()) object = object.put("overtaken", true);
    return fate.corrupted() ? object.put("corrupted", true) : object;
  }

  void converse(Handled handled, Conversation conversation) {
    String peer = Endpoint.of(handled.source()).toString();
    String what = what(handled);
    conversation.received(peer + " " + what);
    if (handled.outcome() == Outcome.ANSWERED) {
      conversation.sent(peer + " " + what + fate(handled));
    } else {
      conversation.note(peer + " not answered: " + handled.outcome().phrase);
    }
  }
}
