package dev.tinwire.smtpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one message of a batch has of its own.
 *
 * @param number counted from 1, the line of names not among them
 * @param line where it begins in the file
 */
record BatchRow(int number, int line, Map<String, String> values) {
  BatchRow {
    values = Map.copyOf(values);
  }

  /** A fault in the message that this row makes. */
  IOException fault(IOException problem) {
    String place = "row %d (line %d): ".formatted(number, line);
    return switch (problem) {
      case FileSystemException e -> { // it stays one, for the exit status
        String reason = e instanceof NoSuchFileException ? "no such file" : e.getReason();
        yield new FileSystemException(place + e.getFile(), null, reason);
      }
      default -> new WireException(place + problem.getMessage(), problem);
    };
  }

  /** A fault in what a template became with this row: names the row, the columns, their values. */
  WireException fault(Template template, IOException problem) {
    String columns =
        template.columns().stream()
            .map(name -> name + " = \"" + Visible.cut(values.getOrDefault(name, ""), 40) + '"')
            .collect(Collectors.joining(", ", ", column ", ""));
    return new WireException(
        "row %d (line %d)%s: %s: %s"
            .formatted(
                number,
                line,
                template.columns().isEmpty() ? "" : Visible.of(columns),
                template.what(),
                problem.getMessage()),
        problem);
  }
}
