package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts of a process's memory may be forgotten. */
final class SparePagesTest {
  private static final String LIBJVM = "/usr/lib/jvm/jdk/lib/server/libjvm.so";

  @ParameterizedTest(name = "{0} {1}, {2} kB of its own, flags {3}: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          # rights | file                                      | own | flags       | forgotten
          r-xp     | /usr/lib/jvm/jdk/lib/server/libjvm.so      | 0   | rd ex mr mw | true
          r--p     | /opt/tinwire/lib/echo-1.aot                | 0   | rd mr mw    | true
          r--s     | /usr/lib/jvm/jdk/lib/modules               | 0   | rd mr       | true
          r--p     | /usr/lib/jvm/a b/lib/server/classes.jsa    | 0   | rd mr       | true
          r-xp     | /usr/lib/jvm/x/libjvm.so (deleted)         | 0   | rd ex       | true
          # A page that was written once is nowhere else, whatever it may do now.
          r--p     | /usr/lib/jvm/jdk/lib/server/libjvm.so      | 4   | rd mr mw    | false
          rw-p     | /usr/lib/jvm/jdk/lib/server/libjvm.so      | 0   | rd wr mr    | false
          rw-s     | /usr/lib/jvm/jdk/lib/modules               | 0   | rd wr       | false
          r-xp     | /usr/lib/jvm/jdk/lib/server/libjvm.so      | 0   | rd ex lo    | false
          # Others may be gone by the time, and something else in their place.
          r-xp     | /usr/lib/x86_64-linux-gnu/libc.so.6        | 0   | rd ex       | false
          r--s     | /home/someone/data.bin                     | 0   | rd          | false
          r--p     | [vdso]                                     | 0   | rd          | false
          r--p     | [anon:x.aot]                               | 0   | rd          | false
          r--p     | nothing                                    | 0   | rd          | false
          """)
  void onlyWhatIsInAFileThatStays(
      String rights, String file, int own, String flags, boolean forgotten) {
    var expected =
        forgotten ? List.of(new SparePages(0x7f0000000000L, 0x2000)) : List.<SparePages>of();
    assertEquals(expected, SparePages.among(mapping(rights, file == null ? "" : file, own, flags)));
  }

  @Test
  void ofSeveralEachIsJudgedByItself() {
    var lines = new ArrayList<String>();
    lines.addAll(mapping("r--p", LIBJVM, 940, "rd"));
    lines.addAll(mapping("r-xp", LIBJVM, 0, "rd ex"));
    lines.addAll(mapping("rw-p", "", 12, "rd wr"));
    lines.addAll(mapping("r--p", "/x.aot", 0, "rd"));
    assertEquals(2, SparePages.among(lines).size());
  }

  @Test
  void anOldKernelThatDoesNotTellAllIsLeftAlone() {
    List<String> lines = mapping("r-xp", LIBJVM, 0, "rd ex");
    assertEquals(List.of(), SparePages.among(lines.subList(0, 1)));
    assertEquals(List.of(), SparePages.among(lines.subList(0, lines.size() - 1)));
    var without = lines.stream().filter(line -> !line.startsWith("Anonymous")).toList();
    assertEquals(List.of(), SparePages.among(without));
  }

  @Property
  void anyLinesGiveAnAnswer(@ForAll List<String> lines) {
    assertNotNull(SparePages.among(lines));
  }

  @Test
  void thisProcessGoesOnWithoutThem() throws IOException {
    assumeTrue(Native.obstacle().isEmpty(), () -> Native.obstacle().orElse(""));
    assertTrue(Housekeeper.tidy() > 1 << 20);
    assertTrue(Housekeeper.tidy() > 1 << 20); // a second time too
  }

  private static List<String> mapping(String rights, String file, int own, String flags) {
    return """
    7f0000000000-7f0000002000 %s 00001000 fe:00 4711                       %s
    Size:                  8 kB
    KernelPageSize:        4 kB
    Rss:                   8 kB
    Private_Dirty:         0 kB
    Anonymous:             %d kB
    AnonHugePages:         0 kB
    THPeligible:           0
    VmFlags: %s
    """
        .formatted(rights, file, own, flags)
        .lines()
        .toList();
  }
}
