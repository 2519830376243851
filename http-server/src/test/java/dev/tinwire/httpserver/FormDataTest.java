package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Malformed;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URL Standard §5.1. */
class FormDataTest {
  @ParameterizedTest
  @CsvSource({
    "a=b, b",
    "x=y&a=b, b",
    "a=b&a=c, b",
    "a=, ''",
    "a, ''",
    "a=b=c, b=c",
    "a=b+c, b c",
    "a=b%2Bc, b+c",
    "a=%C3%A4, ä",
    "%61=b, b"
  })
  void aValue(String text, String value) throws Malformed {
    assertEquals(Optional.of(value), FormData.parse(text).value("a"));
  }

  @Test
  void nothingIsAFormWithoutFields() throws Malformed {
    assertEquals(Optional.empty(), FormData.parse("").value(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%zz", "a=%ff", "%=b", "a=\u00e4"})
  void whatIsNotEncodedIsRefusedAndNotShown(String text) {
    var fault = assertThrows(Malformed.class, () -> FormData.parse(text));
    assertEquals(false, String.valueOf(fault.getMessage()).contains(text));
  }

  @Test
  void tooManyFieldsAreRefused() {
    assertThrows(Malformed.class, () -> FormData.parse("a&".repeat(FormData.MOST)));
  }

  @Property
  void anyBytesAreAFormOrRefused(@ForAll byte[] bytes) {
    FormDataFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    FormDataFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(FormDataFuzz.class);
  }
}
