package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open, in a sentence. */
final class WhoCanTest {
  @ParameterizedTest(name = "{0} uploads, writing {1}, login {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no    | false | no       | Anyone on this network can READ all of this.
          no    | false | to read  | Anyone on this network who knows the password can READ all of this.
          no    | false | to write | Anyone on this network can READ all of this.
          all   | false | no       | Anyone on this network can READ all of this and UPLOAD to it.
          inbox | false | no       | Anyone on this network can READ all of this and UPLOAD to its inbox.
          all   | true  | no       | Anyone on this network can READ, CHANGE and DELETE all of this.
          all   | true  | to read  | Anyone on this network who knows the password can READ, CHANGE and DELETE all of this.
          all   | false | to write | Anyone on this network can READ all of this. Anyone on this network who knows the password can UPLOAD to it.
          all   | true  | to write | Anyone on this network can READ all of this. Anyone on this network who knows the password can CHANGE and DELETE all of this.
          """)
  void isSaid(String uploads, boolean changing, String asked, String sentence) {
    Optional<SitePath> folder =
        switch (uploads) {
          case "all" -> Optional.of(SitePath.ROOT);
          case "inbox" -> SitePath.parse("/inbox/");
          default -> Optional.empty();
        };
    Optional<LoginLine> login =
        asked.equals("no")
            ? Optional.empty()
            : Optional.of(new LoginLine("anna", asked.equals("to write")));
    var receiving = new Receiving(folder, changing, UploadLimits.DEFAULT);
    assertEquals(sentence, WhoCan.sentence(receiving, login));
  }
}
