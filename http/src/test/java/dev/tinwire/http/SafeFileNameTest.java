package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {
  @ParameterizedTest(name = "[{0}] becomes [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          report.pdf             | report.pdf
          naïve €😀.txt          | naïve €😀.txt
          a.tar.gz               | a.tar.gz
          it's (1) [2] & 100%.md | it's (1) [2] & 100%.md
          ../../etc/passwd       | passwd
          /etc/passwd            | passwd
          C:\\Windows\\win.ini   | win.ini
          ..\\..\\evil.exe       | evil.exe
          a/../b                 | b
          C:evil                 | C_evil
          .bashrc                | bashrc
          ...hidden              | hidden
          .. .x                  | x
          a.                     | a
          a. . .                 | a
          a.txt::$DATA           | a.txt__$DATA
          CON                    | _CON
          con.txt                | _con.txt
          Nul .txt               | _Nul .txt
          COM1.tar.gz            | _COM1.tar.gz
          lpt9                   | _lpt9
          COM¹                   | _COM¹
          CONIN$                 | _CONIN$
          COM10                  | COM10
          console.log            | console.log
          aux-1.txt              | aux-1.txt
          -rf                    | _-rf
          --help                 | _--help
          """)
  void nastyNamesBecomeHarmless(String name, String safe) {
    assertEquals(Optional.of(safe), SafeFileName.of(name));
  }

  @Test
  void signsOfWindowsBecomeUnderscores() {
    assertEquals(Optional.of("a_b_c__d__e_f_g"), SafeFileName.of("a<b>c:\"d\"|e?f*g"));
  }

  @Test
  void whatHidesOrTurnsTextIsLeftOut() {
    assertEquals(Optional.of("ab.txt"), SafeFileName.of("a\r\n\u0000\u001b\u007f\u0085b.txt"));
    assertEquals(Optional.of("photo_gpj.exe"), SafeFileName.of("photo_\u202egpj.exe"));
    assertEquals(Optional.of("bashrc"), SafeFileName.of("\u200b.\u2066bashrc"));
    assertEquals(Optional.of("_CON"), SafeFileName.of("C\u200dON"));
    assertEquals(Optional.of("ab"), SafeFileName.of("a\ud800b"));
    assertEquals(Optional.of("a"), SafeFileName.of("\u00a0a\u3000"));
  }

  @ParameterizedTest(name = "nothing is left of [{0}]")
  @ValueSource(strings = {"", ".", "..", "/", "a/", "a\\", "...", " ", "\u202e", "/..", "\r\n"})
  void nothingMayBeLeft(String name) {
    assertEquals(Optional.empty(), SafeFileName.of(name));
  }

  @Test
  void aLongNameIsCutBeforeItsExtension() {
    String cut = SafeFileName.of("é".repeat(200) + ".tar.gz").orElseThrow();
    assertEquals("é".repeat(126) + ".gz", cut);
    assertEquals(255, bytes(cut));
    String noExtension = "é".repeat(200) + "." + "b".repeat(100);
    assertEquals("é".repeat(127), SafeFileName.of(noExtension).orElseThrow());
    assertEquals("😀".repeat(63), SafeFileName.of("😀".repeat(100)).orElseThrow());
    assertEquals(255, bytes(SafeFileName.of("a." + "b".repeat(500)).orElseThrow()));
    assertEquals("a".repeat(255), SafeFileName.of("a".repeat(255)).orElseThrow());
  }

  @Property(tries = 3000)
  void everyNameIsHarmlessOrNone(@ForAll("names") String name) {
    SafeFileName.of(name)
        .ifPresent(safe -> {
          assertTrue(bytes(safe) <= SafeFileName.MOST_BYTES, safe);
          assertFalse(safe.isEmpty() || safe.startsWith(".") || safe.startsWith("-"), safe);
          assertFalse(safe.endsWith(".") || safe.endsWith(" "), safe);
          assertFalse(safe.matches("(?s).*[/\\\\<>:\"|?*\\p{Cntrl}\\p{Cf}].*"), safe);
          assertEquals(Optional.of(safe), SafeFileName.of(safe), "twice is as once");
        });
  }

  @Provide
  Arbitrary<String> names() {
    var nasty =
        Arbitraries.of(
            ".",
            "..",
            "/",
            "\\",
            "CON",
            "nul",
            "-",
            " ",
            ":",
            "\u202e",
            "é",
            "😀",
            "a.txt",
            "x".repeat(120));
    return Arbitraries.oneOf(
        nasty.list().ofMaxSize(8).map(parts -> String.join("", parts)), Arbitraries.strings());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
