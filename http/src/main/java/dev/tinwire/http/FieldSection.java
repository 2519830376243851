package dev.tinwire.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code *( field-line CRLF ) CRLF} (RFC 9112 §2.1, §7.1.2), the same for heads and trailers,
 * line by line and within the limits.
 */
final class FieldSection {
  private final Lines in;
  private final Limits limits;
  private final Set<Leniency> allowed;
  private final List<FieldLine> likely;
  private final List<FieldLine> fields = new ArrayList<>();
  private int bytesLeft;
  private int linesLeft;

  private FieldSection(
      Lines in, Limits limits, Set<Leniency> allowed, List<FieldLine> likely, int bytesLeft) {
    this.in = in;
    this.limits = limits;
    this.allowed = allowed;
    this.likely = likely;
    this.bytesLeft = bytesLeft;
    this.linesLeft = limits.fieldLines();
  }

  /**
   * The fields up to and with the empty line.
   *
   * @param likely what they may well be; each that comes in its place needs no parsing
   * @param spent how many bytes of {@link Limits#head} the start line has used already
   */
  static Fields read(
      Lines in, Limits limits, Set<Leniency> allowed, List<FieldLine> likely, int spent)
      throws IOException {
    return new FieldSection(in, limits, allowed, likely, limits.head() - spent).read();
  }

  static Fields read(Lines in, Limits limits, Set<Leniency> allowed, int spent) throws IOException {
    return read(in, limits, allowed, List.of(), spent);
  }

  private Fields read() throws IOException {
    while (true) {
      if (asLikely()) continue;
      String line = in.next("field line", limits.fieldLine(), Status.HEAD_TOO_LARGE);
      if (line.isEmpty()) return new Fields(fields);
      count(line.length());
      if (Octet.isBlank(line.charAt(0))) blankFirst(line);
      else fields.add(FieldLine.parse(line));
    }
  }

  /** Whether the next line is the likely one; the same bytes mean the same. */
  private boolean asLikely() throws BadMessage {
    int next = fields.size();
    if (next >= likely.size()) return false;
    FieldLine line = likely.get(next);
    if (!in.in().takeIfNext(line.bytes())) return false;
    count(line.length());
    fields.add(line);
    return true;
  }

  /** A folded or dropped line counts as any other: each costs us the same work. */
  private void count(int length) throws BadMessage {
    bytesLeft -= length + 2;
    if (bytesLeft < 0) throw tooLarge("the fields go beyond " + limits.head() + " bytes of head");
    if (--linesLeft < 0) throw tooLarge("more than " + limits.fieldLines() + " field lines");
  }

  private void blankFirst(String line) throws BadMessage {
    if (fields.isEmpty()) {
      if (allowed.contains(Leniency.BLANK_BEFORE_FIRST_FIELD)) return;
      throw BadMessage.in("field line", line, "a blank before the first field");
    }
    if (!allowed.contains(Leniency.FOLDED_VALUE)) {
      throw BadMessage.in("field line", line, "it begins with a blank, as folded values do");
    }
    FieldLine folded = fields.removeLast().folded(line);
    if (folded.length() > limits.fieldLine()) {
      throw tooLarge("a folded field line is longer than " + limits.fieldLine() + " bytes");
    }
    fields.add(folded);
  }

  private static BadMessage tooLarge(String problem) {
    return new BadMessage(Status.HEAD_TOO_LARGE, problem);
  }
}
