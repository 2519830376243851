package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {
  /** In the tables a slash is the end of a line. */
  private static String lines(String row) {
    return row.replace('/', '\n');
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                              | blocks
          -----BEGIN A-----/AQI=/-----END A-----              | A, 2 bytes
          -----BEGIN A-----/AQI=/-----END A-----/             | A, 2 bytes
          -----BEGIN X Y-Z-----/-----END X Y-Z-----           | X Y-Z, 0 bytes
          -----BEGIN A-----//AQI=/-----END A-----             | A, 2 bytes
          -----BEGIN A-----/AQI=/-----END A-----/-----BEGIN B-----/AQID/-----END B----- | A, 2 bytes; B, 3 bytes
          ''                                                  | ''
          # EXPLANATORY_TEXT
          subject: x/-----BEGIN A-----/AQI=/-----END A-----/y | A, 2 bytes
          -- no block/----BEGIN A----                         | ''
          # OTHER_LINE_SIZES
          -----BEGIN A-----/AQ/I=/-----END A-----             | A, 2 bytes
          # TRAILING_BLANKS
          -----BEGIN A----- /AQI= /-----END A-----            | A, 2 bytes
          """)
  void readsWhatTheGrammarAllowsAndEachLeniency(String text, String blocks) throws WireException {
    assertEquals(
        blocks,
        Pem.parse(lines(text)).stream().map(PemBlock::toString).collect(Collectors.joining("; ")));
  }

  @Test
  void linesMayEndAsAnySystemEndsThem() throws WireException {
    String text = "-----BEGIN A-----\nAQI=\n-----END A-----\n";
    assertEquals(Pem.parse(text), Pem.parse(text.replace("\n", "\r\n")));
    assertEquals(Pem.parse(text), Pem.parse(text.replace('\n', '\r')));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                              | problem
          -----BEGIN A-----/AQI=                              | its -----END line is missing
          -----BEGIN A-----/AQI=/-----END B-----              | expected -----END A-----
          -----BEGIN A-----/AQI=/-----BEGIN A-----            | expected -----END A-----
          -----BEGIN A-----/AQI=/-----END A----               | expected -----END A-----
          -----BEGIN A---                                     | the line does not end in -----
          -----BEGIN -----                                    | this is no label
          -----BEGIN A  B-----/-----END A  B-----             | this is no label
          -----BEGIN -A-----/-----END -A-----                 | this is no label
          -----END A-----                                     | an END without its BEGIN
          -----BEGIN A-----/AQI/-----END A-----               | its base64 is not padded as it should be
          -----BEGIN A-----/AQJ=/-----END A-----              | its base64 is not padded as it should be
          -----BEGIN A-----/AQ=I/-----END A-----              | something inside is not base64
          -----BEGIN A-----/A I=/-----END A-----              | something inside is not base64
          -----BEGIN A-----/_-I=/-----END A-----              | something inside is not base64
          -----BEGIN A-----/X: y//AQI=/-----END A-----        | headers are not allowed here (RFC 7468 §2)
          -----BEGIN RSA PRIVATE KEY-----/Proc-Type: 4,ENCRYPTED//AQI=/-----END RSA PRIVATE KEY----- | the key is encrypted; take the password off with: openssl pkey -in ENCRYPTED.pem -out key.pem
          """)
  void refusesTheRest(String text, String problem) {
    var e = assertThrows(WireException.class, () -> Pem.parse(lines(text)));
    assertTrue(String.valueOf(e.getMessage()).endsWith("\": " + problem), e::getMessage);
  }

  @Test
  void noErrorTellsAKey() {
    String text = "-----BEGIN PRIVATE KEY-----\nSECRETSECRET!\n-----END PRIVATE KEY-----\n";
    var e = assertThrows(WireException.class, () -> Pem.parse(text));
    assertFalse(String.valueOf(e.getMessage()).contains("SECRET"), e::getMessage);
  }

  @Test
  void hasLimits() {
    String block = "-----BEGIN A-----\n-----END A-----\n";
    var many = assertThrows(WireException.class, () -> Pem.parse(block.repeat(2_001)));
    assertEquals("PEM text has more than 2000 blocks", many.getMessage());
    var much = assertThrows(WireException.class, () -> Pem.parse("x".repeat(Pem.MAX_TEXT + 1)));
    assertEquals("PEM text is longer than 4194304 bytes", much.getMessage());
  }

  @Property
  void readsWhatItPrints(@ForAll("blocks") List<PemBlock> blocks) throws WireException {
    String text = blocks.stream().map(PemBlock::print).collect(Collectors.joining());
    assertTrue(Arrays.stream(text.split("\n", -1)).allMatch(line -> line.length() <= 64), text);
    assertEquals(blocks, Pem.parse(text));
  }

  @Provide
  Arbitrary<List<PemBlock>> blocks() {
    var label = Arbitraries.of("CERTIFICATE", "PRIVATE KEY", "X-Y Z", "!");
    var content = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Combinators.combine(label, content).as(PemBlock::new).list().ofMaxSize(4);
  }
}
