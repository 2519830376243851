package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @Test
  void tcharIsExactlyTheTableOfTheRfc() {
    String tchars =
        IntStream.range(-1, 0x200)
            .filter(Tokens::isTchar)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertEquals(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~", tchars);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a b", "a:b", "a\r", "ä", "a\u0000", "\"a\"", "a/b"})
  void whatIsNoTokenIsNeverPrintedAsOne(String text) {
    assertFalse(Tokens.isToken(text));
    assertThrows(IllegalArgumentException.class, () -> Tokens.demand("name", text));
  }

  @Test
  void aTokenKeepsItsCaseUnlessTheCaseMeansNothing() {
    assertTrue(Tokens.isToken("X-a_1"));
    assertEquals("X-a_1", Tokens.demand("name", "X-a_1"));
    assertEquals("x-a_1", Tokens.demandLower("name", "X-a_1"));
  }
}
