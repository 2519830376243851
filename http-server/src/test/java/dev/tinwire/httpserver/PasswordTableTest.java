package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTableTest {
  /** Made with Python: hashlib.pbkdf2_hmac("sha256", b"s3cret", b"saltsaltsaltsalt", 1000, 32). */
  private static final String KNOWN =
      "$pbkdf2-sha256$i=1000$c2FsdHNhbHRzYWx0c2FsdA$8W5yLmqTx7pmJ5+3qp/ZOQP9vTuo+lMNfP/lMdTb9u8";

  private static PasswordHash hash(String password) {
    return PasswordHash.of(Secret.of(password), 1000, new Random(7));
  }

  @Test
  void anotherProgramsHashIsUnderstood() throws Malformed {
    assertTrue(PasswordHash.parse(KNOWN).matches(Secret.of("s3cret")));
    assertFalse(PasswordHash.parse(KNOWN).matches(Secret.of("s3cret ")));
  }

  @Test
  void aHashKnowsItsPasswordAndNoOther() {
    assertTrue(hash("ä b").matches(Secret.of("ä b")));
    assertFalse(hash("ä b").matches(Secret.of("a b")));
    assertFalse(PasswordHash.OF_NOBODY.matches(Secret.of("")));
  }

  @Test
  void linesAreKeptChangedAndRemoved() throws Malformed {
    String anna = "anna:" + hash("a");
    var table = PasswordTable.parse("# who may\n\n" + anna + "\n");
    assertEquals(List.of("anna", "bert"), table.with("bert", hash("b")).users());
    var changed = table.with("bert", hash("b")).with("anna", hash("c"));
    assertEquals("# who may\n\nanna:" + hash("c") + "\nbert:" + hash("b") + "\n", "" + changed);
    assertEquals("# who may\n\n", "" + table.without("anna").without("nobody"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "anna:",
        "anna:secret",
        ":HASH",
        " :HASH",
        "anna:HASH ",
        "a\tb:HASH",
        "anna:HASH\nanna:HASH",
        "anna:$pbkdf2-sha256$i=999$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdA",
        "anna:$pbkdf2-sha256$i=10000001$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdA",
        "anna:$pbkdf2-sha256$i=1000$c2FsdA$c2FsdHNhbHRzYWx0c2FsdA",
        "anna:$pbkdf2-sha256$i=1000$c2FsdHNhbHRzYWx0c2FsdB$c2FsdHNhbHRzYWx0c2FsdA",
        "anna:$pbkdf2-sha512$i=1000$c2FsdHNhbHRzYWx0c2FsdA$c2FsdHNhbHRzYWx0c2FsdA"
      })
  void whatMakesNoSenseIsRefused(String text) {
    String filled = text.replace("HASH", hash("a").toString());
    var fault = assertThrows(Malformed.class, () -> PasswordTable.parse(filled));
    assertFalse(String.valueOf(fault.getMessage()).isEmpty());
  }

  @Property(tries = 50)
  void aHashComesBackFromItsPrint(
      @ForAll String password, @ForAll @IntRange(min = 1000, max = 2000) int iterations)
      throws Malformed {
    var made = PasswordHash.of(Secret.of(password), iterations, new Random(1));
    assertEquals(made, PasswordHash.parse(made.toString()));
    assertTrue(made.matches(Secret.of(password)));
  }

  @Property
  void anyBytesAreATableOrRefused(@ForAll byte[] bytes) {
    PasswordTableFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    PasswordTableFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(PasswordTableFuzz.class);
  }
}
