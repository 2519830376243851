package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** {@code docs/conformance.md} names no test that is not there, and none is there unnamed. */
final class RfcTableTest {
  private static final Pattern RFC = Pattern.compile("## (RFC 911[02]): .*");
  private static final Pattern ROW =
      Pattern.compile("\\| (§[0-9.]+) \\| (MUST|SHOULD|MAY) \\| ([^|]+) \\| (\\S+) \\|");
  private static final Pattern NAMED = Pattern.compile("rfc911[02]Section.*");

  /** A row: its RFC and section, and the name in its last column. */
  private record Row(String section, String test) {
    boolean isMethod() {
      return test.contains(".");
    }
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    String rfc = "";
    Path table = Path.of(System.getProperty("tinwire.root", ".."), "docs", "conformance.md");
    for (String line : Files.readAllLines(table)) {
      var heading = RFC.matcher(line);
      if (heading.matches()) rfc = heading.group(1);
      if (!line.startsWith("| §")) continue;
      var row = ROW.matcher(line);
      assertTrue(row.matches(), () -> "not a row: " + line);
      rows.add(new Row(rfc + " " + row.group(1), row.group(4)));
    }
    return rows;
  }

  @Test
  void everyConversationHasItsRowAndEveryRowItsConversation() throws IOException {
    var told =
        rows().stream()
            .filter(row -> !row.isMethod())
            .map(row -> row.section() + " " + row.test())
            .toList();
    var played = RfcCase.all().stream().map(RfcCase::toString).toList();
    assertEquals(new TreeSet<>(played), new TreeSet<>(told));
    assertEquals(played.size(), Set.copyOf(played).size(), "two of the same name");
    assertTrue(played.size() > 100, "so few: " + played.size());
  }

  @Test
  void everyMethodThatARowNamesIsATest() throws IOException {
    for (Row row : rows()) {
      if (row.isMethod()) assertTrue(tests(row).contains(row.test()), row::toString);
    }
  }

  private static Set<String> tests(Row row) {
    String name = row.test().substring(0, row.test().indexOf('.'));
    try {
      return testsOf(Class.forName(RfcTableTest.class.getPackageName() + "." + name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class for " + row, e);
    }
  }

  private static Set<String> testsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
        .map(method -> type.getSimpleName() + "." + method.getName())
        .collect(Collectors.toSet());
  }

  /** Who names a test after a section means it to be found from the table. */
  @Test
  void everyTestNamedAfterASectionHasARow() throws Exception {
    var rows = rows().stream().map(Row::test).collect(Collectors.toSet());
    var missing = named().stream().filter(test -> !rows.contains(test)).toList();
    assertEquals(List.of(), missing);
  }

  private static List<String> named() throws Exception {
    var at = RfcTableTest.class.getProtectionDomain().getCodeSource().getLocation();
    Path folder =
        Path.of(at.toURI()).resolve(RfcTableTest.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .flatMap(name -> methods(name.substring(0, name.length() - ".class".length())))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Stream<String> methods(String name) {
    try {
      Class<?> type = Class.forName(RfcTableTest.class.getPackageName() + "." + name);
      return Arrays.stream(type.getDeclaredMethods())
          .map(Method::getName)
          .filter(method -> NAMED.matcher(method).matches())
          .map(method -> name + "." + method);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
