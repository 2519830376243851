package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that is sent again is made again in two lines only. */
final class CopiesTest {
  private static final Clock LATER = Clock.offset(Drafts.CLOCK, Duration.ofHours(10));

  @TempDir private Path folder;

  private static List<String> lines(Content content) throws IOException {
    return new String(ComposerTest.bytes(content), UTF_8).lines().toList();
  }

  @Test
  void anotherOneHasItsOwnDateAndIdentifierAndNothingElse() throws Exception {
    Draft draft = new Drafts().subject("Grüße").text("Date: x\nMessage-ID: y").draft();
    var random = new Random(1);
    Composed first = Composer.compose(draft, random, Drafts.CLOCK);
    Composed second = Composer.again(first, draft, random, LATER);
    var differ = new ArrayList<String>();
    List<String> one = lines(first);
    List<String> other = lines(second);
    assertEquals(one.size(), other.size());
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i))) differ.add(other.get(i));
    }
    String id = second.messageId().orElseThrow();
    assertEquals(List.of("Date: Sat, 21 Nov 2026 03:00:00 +0100", "Message-ID: " + id), differ);
  }

  @Test
  void whatACopyKnowsOfItselfIsTrue() throws Exception {
    Draft draft = new Drafts().subject("a".repeat(200) + " b").text("Hello").draft();
    Composed first = Composer.compose(draft, new Random(1), Drafts.CLOCK);
    for (Composed each : List.of(first, Composer.again(first, draft, new Random(2), LATER))) {
      assertEquals(ComposerTest.bytes(each).length, each.size());
      Measured seen = Measured.of(each);
      Measured known = Measured.ofComposed(each);
      assertEquals(seen.bytes(), known.bytes());
      assertEquals(seen.messageId(), known.messageId());
      assertEquals(seen.longestLine(), known.longestLine());
    }
  }

  /** It may have changed since the first. */
  @Test
  void aFileIsLookedAtForEachCopy() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    Draft draft = new Drafts().text("Hello").attach(file).draft();
    var letters = new Letters.Drafted(draft, 2, new Letters.Ink(new Random(1), Drafts.CLOCK));
    long before = letters.get(0).measured().bytes();
    Files.writeString(file, "a longer one");
    Letter second = letters.get(1);
    assertEquals(before + 12, second.measured().bytes());
    assertEquals(second.measured().bytes(), ComposerTest.bytes(second.content()).length);
  }

  @Test
  void theOffsetIsThatOfTheTimeZone() {
    Instant now = Instant.now();
    assertEquals(
        ZoneId.systemDefault().getRules().getOffset(now), new LocalClock().getZone(), "here");
  }
}
