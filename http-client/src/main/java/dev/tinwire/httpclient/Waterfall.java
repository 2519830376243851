package dev.tinwire.httpclient;

import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Figures;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws when each part of a page was asked for and when it came. Pure. */
final class Waterfall {
  private static final int NAME = 28;

  /** What stands before the bars: status, kind, name, size, time. */
  private static final int FIXED = 4 + 9 + NAME + 1 + 9 + 11 + 2;

  private Waterfall() {}

  static List<String> of(List<PagePart> parts, Screen screen) {
    var sorted = parts.stream().sorted((a, b) -> a.begin().compareTo(b.begin())).toList();
    Duration total =
        sorted.stream().map(PagePart::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    int width = Math.max(10, Math.min(60, screen.columns() - FIXED - 1));
    var lines = new ArrayList<String>();
    for (PagePart part : sorted) lines.add(line(part, total, width, screen));
    lines.add("");
    lines.addAll(sums(sorted, total));
    return lines;
  }

  private static String line(PagePart part, Duration total, int width, Screen screen) {
    String name = name(part.url());
    String left =
        pad(part.status(), 4)
            + pad(part.kind(), 9)
            + pad(name.length() > NAME ? name.substring(0, NAME - 1) + "~" : name, NAME + 1)
            + right(Sizes.readable(part.bytes()), 9)
            + right(Figures.tenths(ms(part.lasted())) + " ms", 11)
            + "  ";
    String painted =
        part.response()
            .map(r -> screen.paint(HeadLines.style(r.status()), left))
            .orElseGet(() -> screen.paint(Style.BAD, left));
    return painted + (part.error().isEmpty() ? bar(part, total, width, screen) : part.error());
  }

  /** Blocked as dots, everything before the first byte as a thin line, the body as a thick one. */
  private static String bar(PagePart part, Duration total, int width, Screen screen) {
    Timings timings = part.response().orElseThrow().timings();
    double scale = width / Math.max(1.0, (double) total.toNanos());
    int from = (int) (part.begin().toNanos() * scale);
    int blocked = (int) (timings.blocked().toNanos() * scale);
    int waiting = (int) (timings.firstByte().minus(timings.blocked()).toNanos() * scale);
    int body = Math.max(1, (int) (timings.receive().toNanos() * scale));
    from = Math.min(from, width - 1); // what is over at once still has a mark, in its line
    boolean unicode = screen.unicode();
    return " ".repeat(from)
        + screen.paint(Style.DIM, (unicode ? "·" : ".").repeat(blocked))
        + screen.paint(Style.WARN, (unicode ? "─" : "-").repeat(waiting))
        + screen.paint(Style.ACCENT, (unicode ? "█" : "#").repeat(body));
  }

  private static List<String> sums(List<PagePart> parts, Duration total) {
    var lines = new ArrayList<String>();
    long bytes = parts.stream().mapToLong(PagePart::bytes).sum();
    long wire =
        parts.stream().mapToLong(p -> p.response().map(Response::received).orElse(0L)).sum();
    lines.add(
        parts.size()
            + (parts.size() == 1 ? " request, " : " requests, ")
            + Sizes.readable(wire)
            + " over the wire, "
            + Sizes.readable(bytes)
            + " unpacked, "
            + Figures.tenths(ms(total))
            + " ms");
    parts.stream()
        .map(PagePart::kind)
        .distinct()
        .forEach(kind -> lines.add("  " + kind(parts, kind)));
    parts.stream()
        .max((a, b) -> a.lasted().compareTo(b.lasted()))
        .ifPresent(slowest ->
            lines.add(
                "slowest: "
                    + Visible.of(slowest.url().toString())
                    + ", "
                    + Figures.tenths(ms(slowest.lasted()))
                    + " ms"));
    return lines;
  }

  private static String kind(List<PagePart> parts, String kind) {
    var of = parts.stream().filter(p -> p.kind().equals(kind)).toList();
    long bytes = of.stream().mapToLong(PagePart::bytes).sum();
    return pad(kind, 9) + right(Integer.toString(of.size()), 4) + "  " + Sizes.readable(bytes);
  }

  private static String name(Url url) {
    String path = url.path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return Visible.of(last.isEmpty() ? url.hostText() + path : last);
  }

  private static double ms(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
