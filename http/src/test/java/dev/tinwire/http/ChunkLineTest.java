package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkLineTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          0                | 0
          00               | 0
          5                | 5
          aF               | 175
          fffffffffffffff  | 1152921504606846975
          000000000000001  | 1
          5;a              | 5
          5;a=b            | 5
          5;a=b;c          | 5
          5 ; a = b ; c    | 5
          5\t;\ta\t=\tb    | 5
          5;a=""           | 5
          5;a="b c"        | 5
          5;a="b;c"; d=e   | 5
          5;a="\\""        | 5
          5;a="\u00e9"     | 5
          """)
  void sizesAndExtensionsAreRead(String line, long size) throws BadMessage {
    ChunkLine read = ChunkLine.parse(line);
    assertEquals(size, read.size());
    int digits = line.split("[ \t;]", 2)[0].length();
    assertEquals(line.length() - digits, read.extensions());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        " 5",
        "5 ",
        "5\t",
        "g",
        "-1",
        "+5",
        "0x5",
        "5.",
        "5 5",
        "5,5",
        "5h",
        "5_0",
        "0000000000000005",
        "1000000000000000",
        "ffffffffffffffff",
        "123456781234567890",
        "5;",
        "5; ",
        "5;;a",
        "5;a;",
        "5;=b",
        "5;a=",
        "5;a= ",
        "5;a=b ",
        "5;a ",
        "5;a b",
        "5;a=b c",
        "5;a=\"b",
        "5;a=\"b\\",
        "5;a=\"b\\\"",
        "5;a=\"b\"c",
        "5;a=\"\0\"",
        "5;a=\"\\\0\"",
        "5;a\0",
        "5;a=(b)",
        "5;\u00e9",
        "\u0665"
      })
  void anythingElseIsRefused(String line) {
    var refused = assertThrows(BadMessage.class, () -> ChunkLine.parse(line));
    assertEquals(400, refused.status().code());
  }
}
