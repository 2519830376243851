package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityTest {
  @ParameterizedTest(name = "{0} is {1} thousandths, printed {2}")
  @CsvSource({
    "1,1000,1",
    "1.,1000,1",
    "1.000,1000,1",
    "0,0,0",
    "0.,0,0",
    "0.000,0,0",
    "0.5,500,0.5",
    "0.50,500,0.5",
    "0.05,50,0.05",
    "0.123,123,0.123",
    "0.001,1,0.001",
    "0.999,999,0.999"
  })
  void aWeightHasThreeDigits(String text, int thousandths, String printed) throws Malformed {
    var weight = Weight.parse(text);
    assertEquals(new Weight(thousandths), weight);
    assertEquals(printed, weight.toString());
  }

  @ParameterizedTest(name = "[{0}] is no weight")
  @ValueSource(
      strings = {
        "",
        ".",
        ".5",
        "1.1",
        "1.001",
        "2",
        "-1",
        "+1",
        "00",
        "01",
        "0.1234",
        "1.0000",
        "0,5",
        "0.5.",
        "1e0",
        "0.\u0665",
        "half"
      })
  void whatIsNoWeightIsRefused(String text) {
    assertThrows(Malformed.class, () -> Weight.parse(text));
  }

  @Property
  void everyWeightComesBack(@ForAll @IntRange(min = 0, max = 1000) int thousandths)
      throws Malformed {
    var weight = new Weight(thousandths);
    assertEquals(weight, Weight.parse(weight.toString()));
  }

  @ParameterizedTest(name = "[{0}] gives {1} the weight {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          # the table of RFC 9110 §12.5.1
          text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5 | text/plain;format=flowed | 1
          text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5 | text/plain | 0.7
          text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5 | text/html  | 0.3
          text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5 | image/jpeg | 0.5
          text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5 | text/plain;format=fixed | 0.4
          text/html                  | text/html;charset=utf-8 | 1
          TEXT/HTML;Q=0.5            | text/html               | 0.5
          text/html;charset=UTF-8    | text/html;charset=utf-8 | 1
          text/html;level=1          | text/html               | 0
          text/html                  | text/plain              | 0
          */*;q=0                    | text/plain              | 0
          text/html;q=0, */*         | text/html               | 0
          ,                          | text/html               | 1
          # any parameter called q is the weight, wherever it stands
          text/html;q=0.5;level=1    | text/html;level=1       | 0.5
          """)
  void theMostSpecificRangeCounts(String accept, String offer, String weight) throws Malformed {
    var parsed = Accept.parse(List.of(accept));
    assertEquals(weight, parsed.weightOf(MediaType.parse(offer)).toString());
    assertEquals(parsed, Accept.parse(List.of(parsed.toString())));
  }

  @ParameterizedTest(name = "[{0}] is no Accept")
  @ValueSource(
      strings = {
        "text",
        "text/",
        "*/html",
        "text/html;q",
        "text/html;q=",
        "text/html;q=2",
        "text/html;q=0.5;q=0.6",
        "text/html q=0.5",
        "text/html;q=0.1234",
        "text/html;q=\"x\"",
        "text/html text/plain"
      })
  void whatIsNoAcceptIsRefused(String text) {
    assertThrows(Malformed.class, () -> Accept.parse(List.of(text)));
  }

  @Test
  void theFirstOfEqualOffersIsBest() throws Malformed {
    var html = MediaType.of("text", "html");
    var json = MediaType.of("application", "json");
    assertEquals(Optional.of(html), Accept.parse(List.of()).best(List.of(html, json)));
    assertEquals(Optional.of(json), Accept.parse(List.of("*/*")).best(List.of(json, html)));
    var browser = Accept.parse(List.of("text/html,application/xml;q=0.9", "*/*;q=0.8"));
    assertEquals(Optional.of(html), browser.best(List.of(json, html)));
    assertEquals(Optional.empty(), Accept.parse(List.of("image/*")).best(List.of(json, html)));
  }

  @ParameterizedTest(name = "[{0}] of [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Accept-Encoding          | offers           | best
          gzip                       | br gzip identity | gzip
          gzip, br                   | br gzip identity | br
          gzip;q=1.0, br;q=0.5       | br gzip identity | gzip
          GZip                       | gzip identity    | gzip
          x-gzip                     | gzip identity    | gzip
          *                          | br gzip identity | br
          *                          | identity br      | identity
          gzip;q=0, *                | gzip br          | br
          gzip;q=0                   | gzip identity    | identity
          zstd                       | gzip identity    | identity
                                     | gzip identity    | identity
          ''                         | gzip identity    | identity
          gzip;q=0.001               | identity gzip    | identity
          gzip;q=0.5                 | identity gzip    | gzip
          gzip, identity;q=0.5       | identity gzip    | gzip
          identity;q=0               | gzip identity    |
          identity;q=0, gzip         | gzip identity    | gzip
          *;q=0                      | gzip identity    |
          *;q=0, identity            | gzip identity    | identity
          gzip;q=0.5, *;q=0          | identity gzip    | gzip
          """)
  void aCodingIsChosen(@Nullable String accept, String offers, @Nullable String best)
      throws Malformed {
    var parsed = AcceptEncoding.parse(accept == null ? List.of() : List.of(accept));
    assertEquals(
        Optional.ofNullable(best),
        Wanted.most(Arrays.asList(offers.split(" ", -1)), parsed::weightOf));
    assertEquals(parsed, AcceptEncoding.parse(List.of(parsed.toString())));
  }

  @ParameterizedTest(name = "[{0}] is no Accept-Encoding")
  @ValueSource(
      strings = {"gzip br", "gzip;q", "gzip;x=1", "gzip;q=1;q=1", "\"gzip\"", "gzip;", "a/b"})
  void whatIsNoAcceptEncodingIsRefused(String text) {
    assertThrows(Malformed.class, () -> AcceptEncoding.parse(List.of(text)));
  }

  @Test
  void everyListHasALimit() throws Malformed {
    assertEquals(
        Accept.MOST, Accept.parse(Collections.nCopies(Accept.MOST, "*/*")).ranges().size());
    var ranges = Collections.nCopies(Accept.MOST + 1, "*/*");
    assertThrows(Malformed.class, () -> Accept.parse(ranges));
    var codings = Collections.nCopies(AcceptEncoding.MOST + 1, "gzip");
    assertThrows(Malformed.class, () -> AcceptEncoding.parse(codings));
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> new Weight(1001));
    assertThrows(IllegalArgumentException.class, () -> new Wanted("a b", Weight.FULL));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MediaRange("*", "html", Parameters.NONE, Weight.FULL));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MediaRange("a", "b", Parameters.of("q", "1"), Weight.FULL));
  }
}
