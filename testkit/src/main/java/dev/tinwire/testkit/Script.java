package dev.tinwire.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A dialogue on paper: for each connection the steps of both sides, in order. The grammar is told
 * in {@link Transcript}.
 */
record Script(List<String> source, List<List<Step>> connections) {
  private static final Pattern SPOKEN =
      Pattern.compile("([SC])(?:([+~*])|\\[(\\d{1,9})\\])?:(?: (.*))?");
  private static final Pattern ENDING = Pattern.compile("([SC]) (CLOSE|CUT|DROP)");
  private static final Pattern REST = Pattern.compile("([SC]) REST");
  private static final Pattern TLS = Pattern.compile("TLS( REFUSED)?");
  private static final Pattern PAUSE = Pattern.compile("PAUSE (\\w+)");

  static Script parse(String text) {
    List<String> source = text.lines().toList();
    var connections = new ArrayList<List<Step>>();
    var steps = new ArrayList<Step>();
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i).stripLeading();
      if (line.isEmpty() || line.startsWith("#")) continue;
      if (line.equals("---")) {
        connections.add(List.copyOf(steps));
        steps.clear();
      } else {
        steps.add(step(i + 1, line));
      }
    }
    connections.add(List.copyOf(steps));
    return new Script(source, List.copyOf(connections));
  }

  private static Step step(int at, String line) {
    try {
      Matcher m = SPOKEN.matcher(line);
      if (m.matches()) return spoken(at, m);
      m = ENDING.matcher(line);
      if (m.matches()) {
        return new Step.End(at, Side.of(m.group(1)), Step.Ending.valueOf(m.group(2)));
      }
      m = REST.matcher(line);
      if (m.matches()) return new Step.Rest(at, Side.of(m.group(1)));
      m = TLS.matcher(line);
      if (m.matches()) return new Step.Tls(at, m.group(1) != null);
      m = PAUSE.matcher(line);
      if (m.matches()) return new Step.Pause(at, m.group(1));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("script line " + at + ": " + e.getDescription(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("script line " + at + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("script line " + at + " means nothing: " + line);
  }

  private static Step spoken(int at, Matcher m) {
    Side by = Side.of(m.group(1));
    String text = m.group(4) == null ? "" : m.group(4);
    if (m.group(3) != null) {
      return new Step.Bulk(at, by, Integer.parseInt(m.group(3)), Escapes.unescape(text));
    }
    return switch (m.group(2)) {
      case null -> new Step.Line(at, by, Escapes.bytesOf(text));
      case "+" -> new Step.Exactly(at, by, Escapes.unescape(text));
      case "~" -> new Step.Like(at, by, Pattern.compile(text));
      case String _ -> new Step.Until(at, by, Escapes.bytesOf(text)); // "*", the only other one
    };
  }

  /** This script, if one can play that side: what varies can be demanded, but not said. */
  Script playedBy(Side side) {
    steps().forEach(step -> playable(step, side));
    return this;
  }

  private static void playable(Step step, Side side) {
    boolean varies =
        switch (step) {
          case Step.Like like -> like.by() == side;
          case Step.Until until -> until.by() == side;
          case Step.Rest rest -> rest.by() == side;
          case Step.Bulk bulk -> bulk.by() == side && bulk.pattern().isEmpty();
          case Step.Line _, Step.Exactly _, Step.End _, Step.Tls _, Step.Pause _ -> false;
        };
    if (varies) {
      throw new IllegalArgumentException(
          "script line " + step.at() + ": " + side + " would not know what to say");
    }
  }

  Stream<Step> steps() {
    return connections.stream().flatMap(List::stream);
  }

  /** The script with a mark at one line. */
  String markedAt(int at) {
    var out = new StringBuilder();
    for (int i = 1; i <= source.size(); i++) {
      String line = Escapes.escape(Escapes.bytesOf(source.get(i - 1)));
      out.append(String.format("%s%3d | %s%n", i == at ? "-->" : "   ", i, line));
    }
    return out.toString();
  }
}
