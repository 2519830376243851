package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints the table of docs/heartbeat-detectors.md, which says how to call it. */
@EnabledIfSystemProperty(named = "tinwire.detectors", matches = "[0-9]+")
final class DetectorTableTest {
  private static final int SEEDS = 3;

  @Test
  void printsTheTable() {
    int days = Integer.getInteger("tinwire.detectors", 20);
    var table = new StringBuilder("| rule |");
    for (Link link : Link.values())
      table.append(' ').append(link.name().toLowerCase(Locale.ROOT)).append(" |");
    table.append("\n|---|").append("---|".repeat(Link.values().length)).append('\n');
    rules().forEach((name, rule) -> table.append(row(name, rule, days)).append('\n'));
    System.out.println(table);
    assertTrue(table.length() > 500, table::toString);
  }

  private static String row(String name, Supplier<Detector> rule, int days) {
    var row = new StringBuilder("| " + name + " |");
    for (Link link : Link.values()) {
      var trial = Trial.mean(rule, link, days, SEEDS);
      row.append(
          String.format(
              Locale.ROOT, " %s / %.1f |", number(trial.falseDowns()), trial.detection()));
    }
    return row.toString();
  }

  private static String number(double aDay) {
    if (aDay == 0) return "0";
    return String.format(Locale.ROOT, aDay < 10 ? "%.2f" : "%.0f", aDay);
  }

  private static Map<String, Supplier<Detector>> rules() {
    var rules = new LinkedHashMap<String, Supplier<Detector>>();
    rules.put("fixed, 3 periods (BFD, VRRP)", () -> new FixedMultiple(3));
    rules.put("fixed, 10 periods", () -> new FixedMultiple(10));
    rules.put("Chen, margin 1 period", () -> new ChenMargin(1));
    rules.put("phi 8, as in the paper", () -> DetectorChoice.PHI.one(Tolerance.DEFAULT));
    rules.put("phi 8, Akka", () -> DetectorChoice.PHI_AKKA.one(Tolerance.DEFAULT));
    rules.put("phi 8, Cassandra", () -> DetectorChoice.PHI_CASSANDRA.one(Tolerance.DEFAULT));
    rules.put("**longest silence (ours)**", () -> new LongestSilence(Tolerance.DEFAULT));
    return rules;
  }
}
