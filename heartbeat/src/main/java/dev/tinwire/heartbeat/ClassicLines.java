package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines that the textbook's monitor prints, with the sender's id in front if there are several.
 */
record ClassicLines(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  Optional<String> of(Told told) {
    return switch (told) {
      case Told.Beating beat ->
          Optional.of(front(beat.alone(), beat.id(), beat.millis()) + words(beat));
      case Told.Changed(var change, var alone) when change.happening() == Happening.DOWN ->
          Optional.of(
              front(alone, change.sender().id(), change.time().toEpochMilli())
                  + "Client has been stopped. No heartbeat for "
                  + seconds(change.silence().toNanos())
                  + " seconds.");
      case Told.Changed _, Told.Blind _, Told.Conflict _, Told.End _ -> Optional.empty();
    };
  }

  private static String words(Told.Beating beat) {
    if (beat.missed() == 0) return "Heart is beating.";
    return "Heart is beating. But "
        + beat.missed()
        + " sequences is lost ("
        + seconds(beat.silence())
        + " seconds).";
  }

  /** What the textbook has no line for. */
  Optional<String> note(Told told) {
    return switch (told) {
      case Told.Changed(var change, var alone) when change.happening() != Happening.DOWN ->
          Optional.of(
              front(alone, change.sender().id(), change.time().toEpochMilli()) + words(change));
      case Told.Blind(var blind, var silent, var millis) ->
          Optional.of(
              time(millis)
                  + (blind
                      ? " - Monitor blind: "
                          + silent
                          + " senders fell silent at once; alarms are held."
                      : " - Monitor sees again."));
      case Told.Conflict(var id, var alone, var words, var millis) ->
          Optional.of(front(alone, id, millis) + "What is asked for cannot be: " + words + ".");
      case Told.Changed _, Told.Beating _, Told.End _ -> Optional.empty();
    };
  }

  private static String words(Change change) {
    String silent = " after " + seconds(change.silence().toNanos()) + " seconds";
    return switch (change.happening()) {
      case UP -> "First heartbeat.";
      case LATE ->
          "Heartbeat is late: none for " + seconds(change.silence().toNanos()) + " seconds.";
      case BACK -> "Heart is beating again" + silent + ".";
      case RESTART -> "Client was started again.";
      case BYE -> "Client said goodbye.";
      case MISSING -> "Client is expected, and was never heard of.";
      case DOWN -> "Client has been stopped.";
    };
  }

  private String front(boolean alone, String id, long millis) {
    return (alone ? "" : id + " ") + time(millis) + " - ";
  }

  private String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  /** At most three decimals, and none that say nothing. */
  static String seconds(long nanos) {
    long millis = Duration.ofNanos(nanos + 500_000).toMillis();
    String decimals = String.format(Locale.ROOT, ".%03d", millis % 1000).replaceAll("\\.?0+$", "");
    return millis / 1000 + decimals;
  }
}
