package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;

/**
 * One event as a line, in the words of ping, which eyes and scripts know.
 *
 * <pre>
 * 44 bytes from localhost:12000: seq=1 ttl=64 time=0.067 ms
 * 44 bytes from localhost:12000: seq=1 ttl=64 time=0.071 ms (DUP!)
 * seq=3 timeout
 * From 10.0.0.1 seq=4 Destination Host Unreachable
 * </pre>
 */
record EventLine(String label, boolean several, Screen screen) {
  String of(Event event) {
    return switch (event) {
      case Event.Answered it when it.outOfOrder() ->
          packet(it) + time(it.rttNanos()) + remark("(out of order)");
      case Event.Answered it -> packet(it) + time(it.rttNanos());
      case Event.Duplicate it -> packet(it) + time(it.rttNanos()) + remark("(DUP!)");
      case Event.Late it ->
          packet(it) + time(it.rttNanos()) + remark("(late " + Millis.brief(it.byNanos()) + " ms)");
      case Event.Corrupt it -> packet(it) + remark("(corrupt)");
      case Event.Stray it -> packet(it) + remark("(too old to count)");
      case Event.Timeout it -> alone(it, "timeout");
      case Event.Refused it when !it.from().isEmpty() ->
          from(it) + sequence(it) + " " + screen.paint(Style.BAD, it.reason());
      case Event.Refused it -> alone(it, it.reason());
      case Event.Unsent it -> alone(it, "not sent: " + it.reason());
    };
  }

  private String from(Event.Refused refused) {
    return (several ? label + ": " : "") + "From " + refused.from();
  }

  private String packet(Event.Packet packet) {
    String ttl = packet.ttl() == Arrival.NO_TTL ? "" : " ttl=" + packet.ttl();
    return packet.length() + " bytes from " + label + ":" + sequence(packet) + ttl;
  }

  private static String sequence(Event event) {
    return event.number() < 0 ? "" : " seq=" + (event.number() + 1);
  }

  private static String time(long rttNanos) {
    return " time=" + Millis.brief(rttNanos) + " ms";
  }

  private String remark(String words) {
    return " " + screen.paint(Style.WARN, words);
  }

  private String alone(Event event, String words) {
    String whose = several ? label + ":" : "";
    return (whose + sequence(event)).strip() + " " + screen.paint(Style.BAD, words);
  }
}
