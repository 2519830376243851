package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Screen TERMINAL = new Screen(true, 30, false, true);

  private static Table hosts() {
    return new Table(
            Column.left("host"), Column.right("port"), Column.decimal("ms"), Column.left(""))
        .add("localhost", "80", "0.067", "")
        .add("漢字.example", "8080", "12.5", "slow")
        .add("a", "1", "100", "x");
  }

  @Test
  void columnsAreAligned() {
    assertEquals(
        """
        host          port       ms
        localhost       80    0.067
        漢字.example  8080   12.5    slow
        a                1  100      x\
        """,
        String.join("\n", hosts().lines(Screen.PLAIN)));
  }

  @Test
  void theWidestColumnIsCutToFitATerminal() {
    assertEquals(
        """
        name                      size
        a-very-long-name-that-d…  12 B
        b                          1 B\
        """,
        String.join(
            "\n",
            new Table(Column.left("name"), Column.right("size"))
                .add("a-very-long-name-that-does-not-fit", "12 B")
                .add("b", "1 B")
                .lines(TERMINAL)));
  }

  @Test
  void nothingIsCutInAPipe() {
    String name = "x".repeat(200);
    var lines = new Table(Column.left("name")).add(name).lines(Screen.PLAIN);
    assertEquals(List.of("name", name), lines);
  }

  @Test
  void cellsCannotMoveTheCursor() {
    var lines = new Table(Column.left("name")).add("\033[2J\nroot\\").lines(Screen.PLAIN);
    assertEquals(List.of("name", "\\x1b[2J\\nroot\\\\"), lines);
  }

  @Test
  void colourDoesNotCountAsWidth() {
    var coloured = new Screen(false, 80, true, true);
    assertEquals(
        List.of("\033[1mstate\033[0m  \033[1mn\033[0m", "\033[32mup\033[0m     1"),
        new Table(Column.left("state"), Column.right("n"))
            .add(Cell.of(Style.GOOD, "up"), Cell.of("1"))
            .lines(coloured));
  }

  @Test
  void aRowHasAsManyCellsAsColumns() {
    assertThrows(IllegalArgumentException.class, () -> new Table(Column.left("a")).add("1", "2"));
  }

  @Property
  void everyLineFitsATerminalThatIsWideEnoughForThreeColumns(
      @ForAll @Size(3) List<String> cells, @ForAll @IntRange(min = 22, max = 100) int columns) {
    var lines =
        new Table(Column.left("a"), Column.decimal("b"), Column.right("c"))
            .add(cells.toArray(String[]::new))
            .lines(new Screen(true, columns, false, true));
    for (String line : lines) assertTrue(DisplayWidth.of(line) <= columns, line);
  }
}
