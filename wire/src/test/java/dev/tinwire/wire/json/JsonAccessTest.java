package dev.tinwire.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are reached in a JSON text, and what numbers become. */
class JsonAccessTest {
  @Test
  void valuesAreReachedByNameIndexAndPointer() throws Exception {
    var json = Json.parse("{\"a/b\":{\"~\":[10,\"x\",true]},\"n\":null}");
    assertEquals(10, json.get("a/b").get("~").get(0).number().longValue());
    assertEquals("x", json.at("/a~1b/~0/1").text());
    assertTrue(json.at("/a~1b/~0/2").truth());
    assertEquals(3, json.at("/a~1b/~0").items().size());
    assertEquals(2, json.members().size());
    assertEquals(json, json.at(""));
    assertTrue(json.find("n").isPresent());
    assertTrue(json.find("m").isEmpty());
    assertTrue(new Json.Null().find("n").isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/b", "/a/2", "/a/01", "/a/-", "/a/-1", "/a/4294967296", "/a/0/x", "/a/"})
  void aStepThatLeadsNowhereIsNamed(String pointer) throws Exception {
    var json = Json.parse("{\"a\":[1,2]}");
    var refused = assertThrows(Malformed.class, () -> json.at(pointer));
    assertEquals("has nothing at " + pointer, refused.problem());
  }

  @Test
  void aValueOfAnotherKindIsRefusedWithTheKindWanted() throws Exception {
    var one = Json.parse("1");
    assertEquals("expected a string", problem(() -> one.text()));
    assertEquals("expected an array", problem(() -> one.items()));
    assertEquals("expected an object", problem(() -> one.members()));
    assertEquals("expected true or false", problem(() -> one.truth()));
    assertEquals("expected a number", problem(() -> Json.array().number()));
  }

  private static String problem(Executable wrong) {
    return assertThrows(Malformed.class, wrong).problem();
  }

  @ParameterizedTest(name = "{0} as a long is {1}")
  @CsvSource({
    "0, 0",
    "-0, 0",
    "5.0, 5",
    "1e3, 1000",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808,",
    "1.5,",
    "1e400,",
    "1e2147483647,",
    "1e-2147483647,",
    "1e99999999999,",
  })
  void wholeNumbersAreExactOrRefused(String literal, Long expected) throws Exception {
    var number = new Json.Num(literal);
    if (expected == null) assertThrows(Malformed.class, number::longValue);
    else assertEquals(expected, number.longValue());
  }

  @Test
  void doublesAreNearestOrRefused() throws Exception {
    assertEquals(0.1, new Json.Num("0.1").doubleValue());
    assertEquals(0, new Json.Num("1e-400").doubleValue());
    assertThrows(Malformed.class, () -> new Json.Num("1e400").doubleValue());
    assertEquals(new BigDecimal("0.10"), new Json.Num("0.10").decimal());
    assertThrows(IllegalArgumentException.class, () -> Json.object().put("t", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Json.Num("1 "));
  }
}
