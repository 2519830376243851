package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.json.Json;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListingTextTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:59.5Z");
  private static final Listing LISTING =
      new Listing(
          List.of("site", "my photos"),
          false,
          List.of(
              Entries.ofFolder("2025", NOON), Entries.ofFile("a\n\"b\".txt", 1536, Instant.EPOCH)),
          true);

  @Test
  void textHasALineForEachEntryWithItsNameLast() throws Exception {
    assertEquals(
        """
        2026-11-20T12:00:59Z                -  2025/
        1970-01-01T00:00:00Z             1536  a\\n"b".txt
        """,
        text(LISTING));
  }

  @Test
  void textSaysWhenItIsCutShort() throws Exception {
    var cut = new Listing(List.of("site"), false, List.of(), false);
    assertEquals("(there are more; only so many are shown)\n", text(cut));
  }

  @Test
  void jsonHasBytesAndUtcAndAnEntryALine() throws Exception {
    assertEquals(
        """
        {"name":"my photos","path":"/my%20photos/","folders":1,"files":1,"bytes":1536,\
        "complete":true,"entries":[
        {"name":"2025","type":"folder","href":"./2025/","modified":"2026-11-20T12:00:59Z"},
        {"name":"a\\n\\"b\\".txt","type":"file","href":"./a%0A%22b%22.txt","bytes":1536,\
        "modified":"1970-01-01T00:00:00Z"}
        ]}
        """,
        json(LISTING));
  }

  @Test
  void jsonOfAnEmptyFolderIsJsonToo() throws Exception {
    var empty = Json.parse(json(new Listing(List.of("site"), false, List.of(), true)));
    assertEquals(List.of(), empty.get("entries").items());
  }

  private static String text(Listing listing) throws Exception {
    var out = new StringWriter();
    ListingText.lines(listing, out);
    return out.toString();
  }

  private static String json(Listing listing) throws Exception {
    var out = new StringWriter();
    ListingText.json(listing, out);
    return out.toString();
  }
}
