package dev.tinwire.heartbeat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what stands behind the textbook's part of a beat: {@code key=value}, as often as wanted.
 */
final class PairParser {
  static final int MOST = 32;
  static final int MOST_VALUES = 8;
  static final int LONGEST_ID = 64;
  static final int MAC_DIGITS = 32;
  private static final int LONGEST_KEY = 32;
  private static final int LONGEST_PAUSE = 31 * 86_400;

  private final BeatParser beat;
  private final int[] keys = new int[MOST];
  private final int[] values = new int[MOST];
  int count;
  int ownValues;

  /** Where the id is; nothing if there is none. */
  int idFrom;

  int idTo;

  /** The start of the sender's run, or -1. */
  long boot;

  /** The period in milliseconds, or 0. */
  int period;

  Status status = Status.OK;
  int pauseSeconds;

  /** The nonce of the probe that this answers, or -1. */
  long answers;

  /** Where the blank before {@code mac=} is, up to which is signed; or -1. */
  int macAt;

  PairParser(BeatParser beat) {
    this.beat = beat;
  }

  void clear() {
    count = 0;
    ownValues = 0;
    idFrom = 0;
    idTo = 0;
    boot = -1;
    period = 0;
    status = Status.OK;
    pauseSeconds = 0;
    answers = -1;
    macAt = -1;
  }

  boolean parse() {
    while (beat.at < beat.end) {
      if (beat.bytes[beat.at] != ' ') return beat.no("has one blank between its parts");
      if (macAt >= 0) return beat.no("has nothing behind its mac");
      if (count == MOST) return beat.no("has at most " + MOST + " pairs");
      int blank = beat.at++;
      if (!split() || !isNew() || !take(blank)) return false;
      count++;
    }
    return macAt < 0 || (idTo > idFrom && boot >= 0) || beat.no("that is signed has id and boot");
  }

  private boolean split() {
    int key = beat.at;
    while (beat.at < beat.end && isKey(beat.bytes[beat.at])) beat.at++;
    int equals = beat.at;
    if (equals == key || equals - key > LONGEST_KEY || equals == beat.end) return noPair();
    if (beat.bytes[beat.at++] != '=') return noPair();
    while (beat.at < beat.end && beat.bytes[beat.at] > ' ' && beat.bytes[beat.at] < 0x7f) beat.at++;
    if (beat.at == equals + 1) return noPair();
    keys[count] = key;
    values[count] = equals + 1;
    return true;
  }

  private boolean noPair() {
    return beat.no("has pairs key=value of visible ASCII");
  }

  private boolean isNew() {
    int key = keys[count];
    int length = values[count] - key;
    for (int i = 0; i < count; i++) {
      int other = keys[i];
      if (values[i] - other == length
          && Arrays.equals(beat.bytes, key, key + length, beat.bytes, other, other + length)) {
        return beat.no("has no key twice");
      }
    }
    return true;
  }

  private boolean take(int blank) {
    int from = values[count];
    int to = beat.at;
    byte first = beat.bytes[keys[count]];
    return switch (values[count] - keys[count] - 1) {
      case 1 -> first != 'p' || period(from, to);
      case 2 -> {
        if (is("id")) yield id(from, to);
        if (is("st")) yield status(from, to);
        yield !is("re") || answers(from, to);
      }
      case 3 -> {
        if (is("mac")) yield mac(blank, to - from);
        yield ownValue(first);
      }
      case 4 -> is("boot") ? boot(from, to) : ownValue(first);
      default -> ownValue(first);
    };
  }

  private boolean id(int from, int to) {
    idFrom = from;
    idTo = to;
    boolean fine = to - from <= LONGEST_ID;
    for (int i = from; i < to; i++) fine &= isId(beat.bytes[i]);
    return fine || beat.no("has an id of letters, digits, and . _ : -, at most 64 of them");
  }

  private boolean period(int from, int to) {
    long millis = decimal(from, to, Integer.MAX_VALUE);
    period = (int) millis;
    return millis > 0 || beat.no("has its period in milliseconds, from 1 to 2147483647");
  }

  private boolean boot(int from, int to) {
    boot = hex(from, to, 12);
    return boot >= 0 || beat.no("has a boot of at most 12 hexadecimal digits");
  }

  private boolean answers(int from, int to) {
    answers = hex(from, to, 12);
    return answers >= 0 || beat.no("has a re of at most 12 hexadecimal digits");
  }

  private boolean mac(int blank, int digits) {
    macAt = blank;
    boolean fine = digits == MAC_DIGITS;
    for (int i = beat.at - digits; i < beat.at; i++) fine &= nibble(beat.bytes[i]) >= 0;
    return fine || beat.no("has a mac of 32 hexadecimal digits");
  }

  private boolean status(int from, int to) {
    int length = to - from;
    if (length == 2 && matches(from, "ok")) return true;
    if (length == 4 && matches(from, "warn")) return said(Status.WARN);
    if (length == 3 && matches(from, "bye")) return said(Status.BYE);
    if (length > 6 && matches(from, "pause:")) {
      pauseSeconds = (int) decimal(from + 6, to, LONGEST_PAUSE);
      if (pauseSeconds > 0) return said(Status.PAUSE);
    }
    return beat.no("has st=ok, warn, bye or pause:SECONDS");
  }

  private boolean said(Status word) {
    status = word;
    return true;
  }

  private boolean ownValue(byte first) {
    if (first != 'v' || beat.bytes[keys[count] + 1] != '.') return true;
    return ++ownValues <= MOST_VALUES || beat.no("has at most 8 values of its own");
  }

  /** What it says of itself, without the {@code v.}; makes new strings. */
  Map<String, String> values() {
    if (ownValues == 0) return Map.of();
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      if (beat.bytes[key] != 'v' || beat.bytes[key + 1] != '.' || values[i] - key < 4) continue;
      int to = i + 1 < count ? keys[i + 1] - 1 : beat.end;
      all.put(beat.text(key + 2, values[i] - 1), beat.text(values[i], to));
    }
    return all;
  }

  /** A whole number from 0 to the most, without zeros in front; -1 if it is none. */
  private long decimal(int from, int to, long most) {
    long number = 0;
    if (to - from > 10 || (beat.bytes[from] == '0' && to - from > 1)) return -1;
    for (int i = from; i < to; i++) {
      if (!BeatParser.isDigit(beat.bytes[i])) return -1;
      number = number * 10 + beat.bytes[i] - '0';
    }
    return number <= most ? number : -1;
  }

  private long hex(int from, int to, int digits) {
    long number = 0;
    if (to - from > digits) return -1;
    for (int i = from; i < to; i++) {
      int nibble = nibble(beat.bytes[i]);
      if (nibble < 0) return -1;
      number = (number << 4) | nibble;
    }
    return number;
  }

  /** Only small letters: what is signed has one way to be written. */
  static int nibble(byte b) {
    if (b >= '0' && b <= '9') return b - '0';
    return b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
  }

  private boolean is(String key) {
    return matches(keys[count], key);
  }

  private boolean matches(int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (beat.bytes[from + i] != word.charAt(i)) return false;
    }
    return true;
  }

  private static boolean isKey(byte b) {
    return isId(b) && b != ':';
  }

  static boolean isId(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= ':')
        || b == '.'
        || b == '_'
        || b == '-';
  }

  /** The id as it stands on a command line or in a file. */
  static boolean isId(String text) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    boolean fine = all.length > 0 && all.length <= LONGEST_ID;
    for (byte b : all) fine &= isId(b);
    return fine;
  }
}
