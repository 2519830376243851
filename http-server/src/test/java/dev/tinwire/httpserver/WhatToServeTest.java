package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.httpserver.WhatToServe.Place;
import dev.tinwire.wire.command.UsageError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhatToServeTest {
  private static final Path HOME = Path.of("/home/anna");

  @ParameterizedTest(name = "{0} ({1}, a {2}), a person there: {3}, --force: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # given | place           | kind    | watched | forced | said
          site    | /home/anna/site | FOLDER  | false   | false  | serves
                  | /home/anna/site | FOLDER  | true    | false  | serves
                  | /home/anna/site | FOLDER  | false   | false  | say which folder
                  | /home/anna/site | FOLDER  | false   | true   | serves
          /       | /               | FOLDER  | true    | false  | is a whole file system
          /       | /               | FOLDER  | false   | true   | serves
          ~       | /home/anna      | FOLDER  | true    | false  | has your whole home folder in it
                  | /home/anna      | FOLDER  | true    | false  | has your whole home folder in it
          /home   | /home           | FOLDER  | true    | false  | has your whole home folder in it
          /home   | /home           | FOLDER  | true    | true   | serves
          a.txt   | /home/anna/a    | FILE    | false   | false  | serves
          nope    | /home/anna/nope | MISSING | true    | true   | nope: there is no such file
          pipe    | /home/anna/pipe | ODD     | true    | true   | pipe is neither a folder nor
          """)
  void nothingIsPublishedByMistake(
      String given, String place, Place.Kind kind, boolean watched, boolean forced, String said) {
    assertTrue(decide(given, new Place(Path.of(place), kind), watched, forced).contains(said));
  }

  private static String decide(String given, Place place, boolean watched, boolean forced) {
    try {
      var name = Optional.ofNullable(given);
      var what = WhatToServe.decide(name, place, HOME, watched, forced);
      assertEquals(place.path(), what.path());
      return "serves";
    } catch (UsageError e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void aNameInAComplaintIsMadeVisible() {
    var place = new Place(Path.of("/x"), Place.Kind.MISSING);
    var error =
        assertThrows(
            UsageError.class,
            () -> WhatToServe.decide(Optional.of("a\u001b[2J"), place, HOME, true, false));
    assertEquals("a\\x1b[2J: there is no such file or folder", error.getMessage());
  }

  @Test
  void aLinkToTheHomeFolderIsTheHomeFolder(@TempDir Path temp) throws Exception {
    Path home = Files.createDirectory(temp.resolve("home")).toRealPath();
    Path link = Files.createSymbolicLink(temp.resolve("link"), home);
    assertEquals(new Place(home, Place.Kind.FOLDER), Place.look(link));
  }

  @ParameterizedTest
  @CsvSource({"/home/anna/site,~/site", "/srv/www,/srv/www", "/home/anna,/home/anna"})
  void itIsShownFromHomeOn(String path, String expected) {
    assertEquals(expected, new WhatToServe(Path.of(path), true).readable(HOME));
  }
}
