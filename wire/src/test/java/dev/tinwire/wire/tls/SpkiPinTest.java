package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpkiPinTest {
  @Property(tries = 200)
  void readsWhatItPrints(@ForAll @Size(32) byte[] digest) throws Malformed {
    var pin = new SpkiPin(Base64.getEncoder().encodeToString(digest));
    assertEquals(pin, SpkiPin.parse(pin.toString()));
  }

  @Property(tries = 200)
  void refusesAnyOtherText(@ForAll String text) {
    assertThrows(Malformed.class, () -> SpkiPin.parse(text));
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      textBlock =
          """
          '',                                                    0
          sha1//AAAAAAAAAAAAAAAAAAAAAAAAAAA=,                    0
          AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,          0
          sha256//,                                              8
          sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,   8
          sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=,  8
          sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, 8
          """)
  void aBadPinIsShownWhereItIsBad(String text, int at) {
    assertEquals(at, assertThrows(Malformed.class, () -> SpkiPin.parse(text)).at());
  }
}
