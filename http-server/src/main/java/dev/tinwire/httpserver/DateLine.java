package dev.tinwire.httpserver;

import dev.tinwire.http.HttpDate;
import java.time.Instant;

/** The Date line of an answer, made once a second. Any thread may ask. */
final class DateLine {
  private record Made(long second, String line) {}

  private volatile Made last = new Made(Long.MIN_VALUE, "");

  String at(Instant now) {
    Made made = last;
    if (made.second != now.getEpochSecond()) {
      made = new Made(now.getEpochSecond(), "Date: " + HttpDate.print(now) + "\r\n");
      last = made; // Two threads may both do it; they write the same.
    }
    return made.line;
  }
}
