package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ViewingTest {
  private static final List<String> IDS = List.of("a", "b", "c");

  private Viewing viewing = Viewing.FIRST;

  /** What the last of these keys leads to. */
  private String press(String keys) throws IOException {
    String typed = keys.replace("^[", "\u001b").replace("^M", "\r").replace("^C", "\u0003");
    var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII));
    String last = "";
    for (var key = Key.read(in); key.isPresent(); key = Key.read(in)) {
      last =
          switch (viewing.press(key.get(), IDS)) {
            case Viewing.Step.Look(Viewing next) -> {
              viewing = next;
              yield "look";
            }
            case Viewing.Step.Ask(ControlRequest request) -> request.print();
            case Viewing.Step.Quit() -> "quit";
          };
    }
    return last;
  }

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource({
    "q, quit",
    "^C, quit",
    "m, mute a 1h",
    "jm, mute b 1h",
    "jjjjjm, mute c 1h",
    "jjku, unmute b",
    "^[[B^[[Ba, ack c",
    "^[[B^[[Aw, why a",
    "j^M, why b",
    "r, reload",
    "x, look",
    "/m, look"
  })
  void keysAreWishes(String keys, String wish) throws IOException {
    assertEquals(wish, press(keys));
  }

  @Test
  void slashTypesAFilter() throws IOException {
    press("/dbx\u007f");
    assertEquals(new Viewing(Viewing.Order.TROUBLE, "db", true, ""), viewing);
    press("\r");
    assertEquals("db", viewing.filter());
    press("\u001b");
    assertEquals("", viewing.filter());
  }

  @Test
  void sChangesTheOrder() throws IOException {
    press("s");
    assertEquals(Viewing.Order.NAME, viewing.order());
    press("sss");
    assertEquals(Viewing.Order.TROUBLE, viewing.order());
  }

  @Test
  void theMostTroubledComeFirst() {
    var fleet = TestFleet.now();
    fleet.with("up", SenderState.UP).with("bye", SenderState.BYE).with("down", SenderState.DOWN);
    fleet.with("new", SenderState.NEW).with("late", SenderState.LATE).with("also", SenderState.UP);
    assertEquals(
        List.of("down", "late", "new", "bye", "also", "up"),
        LiveTable.ids(Viewing.FIRST.rows(fleet.view().senders(), _ -> 0)));
    var filtered = new Viewing(Viewing.Order.NAME, "late", false, "");
    assertEquals(List.of("late"), LiveTable.ids(filtered.rows(fleet.view().senders(), _ -> 0)));
  }
}
