package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows and columns, aligned. On a terminal the widest columns are cut until a row fits; in a file
 * or pipe nothing is ever cut, since a program may read it.
 */
public final class Table {
  private static final String BETWEEN = "  ";

  /** No column is cut below this; a terminal too narrow for that wraps. */
  private static final int LEAST_WIDTH = 6;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row of plain cells. */
  public Table add(String... cells) {
    return add(Arrays.stream(cells).map(Cell::of).toArray(Cell[]::new));
  }

  /** Adds a row. */
  public Table add(Cell... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The title line and one line for each row, without blanks at their ends. */
  public List<String> lines(Screen screen) {
    var texts = IntStream.range(0, columns.size()).mapToObj(this::texts).toList();
    int[] widths = texts.stream().mapToInt(Table::width).toArray();
    if (screen.live()) fit(widths, screen.columns());
    var titles = columns.stream().map(c -> Cell.of(Style.STRONG, c.title())).toList();
    var lines = new ArrayList<String>();
    lines.add(line(titles, 0, texts, widths, screen));
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(rows.get(i), i + 1, texts, widths, screen));
    }
    return lines;
  }

  /** What one column shows: its title, then its cells; decimals filled up behind the point. */
  private List<String> texts(int index) {
    var column = columns.get(index);
    var cells = rows.stream().map(row -> Visible.of(row.get(index).text())).toList();
    int fraction = cells.stream().mapToInt(Table::fraction).max().orElse(0);
    var texts = new ArrayList<String>(List.of(column.title()));
    for (var cell : cells) {
      boolean decimal = column.align() == Column.Align.DECIMAL;
      texts.add(decimal ? cell + " ".repeat(fraction - fraction(cell)) : cell);
    }
    return texts;
  }

  /** How many columns a cell has from its decimal point on. */
  private static int fraction(String text) {
    int point = text.lastIndexOf('.');
    return point < 0 ? 0 : DisplayWidth.of(text.substring(point));
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }

  /** Takes column after column from the widest, so that short ones stay whole. */
  private static void fit(int[] widths, int available) {
    int excess = Arrays.stream(widths).sum() + BETWEEN.length() * (widths.length - 1) - available;
    for (; excess > 0; excess--) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) if (widths[i] > widths[widest]) widest = i;
      if (widths[widest] <= LEAST_WIDTH) return;
      widths[widest]--;
    }
  }

  private String line(
      List<Cell> cells, int row, List<List<String>> texts, int[] widths, Screen screen) {
    var line = new StringBuilder();
    String gap = "";
    for (int i = 0; i < widths.length; i++) {
      String text = DisplayWidth.cut(texts.get(i).get(row), widths[i], screen.ellipsis());
      String fill = DisplayWidth.gap(text, widths[i]);
      boolean left = columns.get(i).align() == Column.Align.LEFT;
      String shown = text.stripTrailing();
      String painted = cells.get(i).style().map(s -> screen.paint(s, shown)).orElse(shown);
      if (!shown.isEmpty()) line.append(gap).append(left ? "" : fill).append(painted);
      String behind = " ".repeat(text.length() - shown.length()) + (left ? fill : "") + BETWEEN;
      gap = shown.isEmpty() ? gap + " ".repeat(widths[i]) + BETWEEN : behind;
    }
    return line.toString();
  }
}
