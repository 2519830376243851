package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HookCommandTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          page               | page
          page  me now       | page,me,now
          page 'a b' "c d"   | page,a b,c d
          page a'b c'd       | page,ab cd
          page '' x          | page,,x
          page "it's" $(id)  | page,it's,$(id)
          """)
  void wordsAreTakenApartWithoutAShell(String line, String words) throws Malformed {
    assertEquals(List.of(words.split(",", -1)), HookCommand.parse(line).words());
  }

  @Test
  void whatIsNoCommandIsRefusedWithItsPlace() {
    assertEquals(5, assertThrows(Malformed.class, () -> HookCommand.parse("page 'x")).at());
    assertThrows(Malformed.class, () -> HookCommand.parse("  "));
  }
}
