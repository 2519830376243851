package dev.tinwire.smtpclient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/**
 * The time here and now. Of the time zone it knows the offset alone, which is all that a message
 * says of it (RFC 5322 §3.3): the rules of java.time cost a start 8 ms more.
 */
final class LocalClock extends Clock {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    int millis = TimeZone.getDefault().getOffset(System.currentTimeMillis());
    return ZoneOffset.ofTotalSeconds(millis / 1000);
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }
}
