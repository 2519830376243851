package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name is whose: the public list with its own vectors, and what is built in beside it. */
class PublicSuffixTest {
  private static final Pattern ROW =
      Pattern.compile("checkPublicSuffix\\('([^']*)', (?:null|'([^']*)')\\);");

  @TestFactory
  @EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
  Stream<DynamicTest> theListsOwnVectors() throws IOException {
    var list = PublicSuffixes.read(PublicVectors.file("public-suffix", "public_suffix_list.dat"));
    var tests = new ArrayList<DynamicTest>();
    for (String line : Files.readAllLines(PublicVectors.file("public-suffix", "test_psl.txt"))) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) continue;
      String expected = row.group(2) == null ? "" : ascii(row.group(2));
      String name = row.group(1);
      tests.add(
          dynamicTest(
              name, () -> assertEquals(expected, list.registrable(ascii(name)).orElse(""))));
    }
    assertEquals(77, tests.size());
    return tests.stream();
  }

  private static String ascii(String name) {
    return Idna.toAscii(name).orElseThrow();
  }

  /** What is built in is a selection of the list, with no rule that the list has not. */
  @Test
  @EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
  void whatIsBuiltInIsOnTheList() throws IOException {
    String list = Files.readString(PublicVectors.file("public-suffix", "public_suffix_list.dat"));
    List<String> rules = list.lines().toList();
    List<String> unknown =
        CommonSuffixes.RULES.lines().filter(rule -> !rules.contains(rule)).toList();
    assertEquals(List.of(), unknown);
  }

  @ParameterizedTest(name = "{0} is registered as {1}")
  @CsvSource(
      textBlock =
          """
          www.example.com,     example.com
          example.com,         example.com
          com,                 ''
          a.b.example.co.uk,   example.co.uk
          co.uk,               ''
          me.github.io,        me.github.io
          github.io,           ''
          a.b.example.ck,      b.example.ck
          www.example.unknown, example.unknown
          """)
  void withoutAListTheCommonOnesAreKnown(String name, String registrable) {
    assertEquals(registrable, PublicSuffixes.builtIn().registrable(name).orElse(""));
  }
}
