package dev.tinwire.udppinger;

/** What programs know events by. */
final class EventWord {
  private EventWord() {}

  static String of(Event event) {
    return switch (event) {
      case Event.Answered _ -> "reply";
      case Event.Duplicate _ -> "dup";
      case Event.Late _ -> "late";
      case Event.Corrupt _ -> "corrupt";
      case Event.Stray _ -> "stray";
      case Event.Timeout _ -> "timeout";
      case Event.Refused _ -> "refused";
      case Event.Unsent _ -> "unsent";
    };
  }
}
