package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OPTIONS promises at each place, and that what is promised is not answered 405 there. */
final class AllowedTest {
  private static final String READ = "GET, HEAD, OPTIONS";

  @TempDir private Path root;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --upload | /a.txt  |
          --upload | /       | , POST
          --upload | /in/    | , POST
          --upload | /new    | , PUT, PATCH
          --upload | /.git   |
          --write  | /a.txt  | , PUT, PATCH, POST, DELETE, MOVE
          --write  | /       | , POST
          --write  | /in/    | , POST, DELETE, MOVE
          --write  | /new    | , PUT, PATCH, MKCOL
          --write  | *       | , PUT, PATCH, POST, DELETE, MKCOL, MOVE
          """)
  void whatCanBeDoneIsSaidOfEachPlace(String option, String target, String more) throws Exception {
    Path site = Files.createDirectory(root.resolve("site"));
    TestSite.in(site).file("a.txt", "a").folder("in");
    try (var server = new Serving(root.resolve("home"), site, option)) {
      String allow = Fetched.from(server.address(), "OPTIONS", target).field("Allow");
      // Of what is not there OPTIONS says only that; a method for nothing is told what there is.
      if (allow.isEmpty()) allow = Fetched.from(server.address(), "TRACE", target).field("Allow");
      assertEquals(READ + (more == null ? "" : more), allow);
      for (String method : allow.split(", ", -1)) {
        int status = Fetched.from(server.address(), method, target).status();
        assertFalse(status == 405 || status == 501, method + " was answered " + status);
        if (!READ.contains(method) && status < 300) break; // it is another place now
      }
    }
  }
}
