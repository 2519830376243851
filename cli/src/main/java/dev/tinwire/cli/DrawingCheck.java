package dev.tinwire.cli;

import static dev.tinwire.cli.HouseChecks.expect;

import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.QrCode;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Table;
import java.io.IOException;

/** What people look at is drawn, without a terminal here. */
final class DrawingCheck {
  private DrawingCheck() {}

  static void run() throws IOException {
    var table = new Table(Column.left("name"), Column.right("size")).add("a", "10").add("bc", "9");
    expect("bc       9", table.lines(Screen.PLAIN).getLast());
    QrCode code = QrCode.of("http://localhost:8080/").orElseThrow();
    expect(code.size(), code.lines(Screen.PLAIN).size());
  }
}
