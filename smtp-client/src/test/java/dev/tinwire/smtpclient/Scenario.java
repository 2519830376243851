package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A server's misbehaviour and what is to come of it, as {@code hostile.txt} tells it.
 *
 * @param quirk what the stage has besides the script: another certificate, a link that drips
 * @param words what stderr must contain, line by line of the scenario
 */
record Scenario(
    String name,
    String quirk,
    List<String> options,
    String script,
    int status,
    List<String> words) {
  private static final String GREETED = "S: 220 mx.example ESMTP\nC: EHLO [127.0.0.1]\n";
  private static final String RCPT = "S: 250 ok\nC: RCPT TO:<you@y.example>\nS: 250 ok\n";

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    for (String part : text().split("(?m)^== ", -1)) {
      if (!part.startsWith("#")) all.add(of(part.lines().toList()));
    }
    return all;
  }

  private static String text() {
    try (var in = Objects.requireNonNull(Scenario.class.getResourceAsStream("hostile.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario of(List<String> lines) {
    String quirk = "";
    int status = -1;
    var options = new ArrayList<String>();
    var script = new StringBuilder();
    var words = new ArrayList<String>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("$ ")) options.addAll(List.of(line.substring(2).split(" ", -1)));
      else if (line.startsWith("? ")) quirk = line.substring(2);
      else if (line.startsWith("= ")) status = Integer.parseInt(line.substring(2));
      else if (line.startsWith("! ")) words.add(line.substring(2));
      else script.append(expanded(line)).append('\n');
    }
    return new Scenario(lines.getFirst(), quirk, options, script.toString(), status, words);
  }

  private static String expanded(String line) {
    if (line.startsWith("@offers ")) return GREETED + offer(line.substring(8));
    if (line.startsWith("@tls ")) {
      return GREETED
          + offer("STARTTLS")
          + "C: STARTTLS\nS: 220 go\nTLS\nC: EHLO [127.0.0.1]\n"
          + offer(line.substring(5));
    }
    return switch (line) {
      case "@envelope" -> "C: MAIL FROM:<me@x.example>\n" + RCPT;
      case "@sized-envelope" -> "C~: MAIL FROM:<me@x\\.example> SIZE=[0-9]+\n" + RCPT;
      default -> line;
    };
  }

  private static String offer(String extensions) {
    var out = new StringBuilder("S: 250-mx.example\n");
    String[] all = extensions.split("\\|", -1);
    for (int i = 0; i < all.length; i++) {
      out.append("S: 250").append(i == all.length - 1 ? ' ' : '-').append(all[i]).append('\n');
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
