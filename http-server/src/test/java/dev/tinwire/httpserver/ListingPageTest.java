package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListingPageTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:59.5Z");

  @Test
  void anEntryIsARowWithItsExactSizeAndTime() throws Exception {
    String page = page(listing("site", Entries.ofFile("a.txt", 1536, NOON)));
    assertTrue(
        page.contains(
            "<tr><td><a href=\"./a.txt\">a.txt</a><td><data value=\"1536\">1.5 KiB</data>"
                + "<td><time datetime=\"2026-11-20T12:00:59Z\">2026-11-20 12:00</time><td>"
                + "<a href=\"./a.txt\" download>Download</a>\n"),
        page);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      textBlock =
          """
          a b.txt\t"./a%20b.txt">a b.txt<
          a:b\t"./a%3Ab">a:b<
          <script>\t"./%3Cscript%3E">&lt;script&gt;<
          "onload='x\t"./%22onload%3D%27x">&quot;onload=&#39;x<
          &amp;\t"./%26amp;">&amp;amp;<
          a?b#c%d\t"./a%3Fb%23c%25d">a?b#c%d<
          //x\t"./%2F%2Fx">//x<
          ä\t"./%C3%A4">ä<
          """)
  void aNameOfAnyCharactersIsSafeAndItsLinkLeadsToIt(String name, String expected)
      throws Exception {
    // "=" may stand in a segment as it is; in the table it is encoded for no reason but to show it.
    String page = page(listing("site", Entries.ofFile(name, 1, NOON)));
    assertTrue(page.contains(expected.replace("%3D", "=")), page);
  }

  @Test
  void lineBreaksAndDirectionMarksAreShownAsEscapes() throws Exception {
    String page = page(listing("site", Entries.ofFile("a\nb\u202egpj.exe", 1, NOON)));
    assertTrue(page.contains("\"./a%0Ab%E2%80%AEgpj.exe\">a\\nb\\u{202e}gpj.exe<"), page);
  }

  @Test
  void theBreadcrumbBeginsWithTheRootsNameAndItsLinksAreRelative() throws Exception {
    var listing = new Listing(List.of("my <site>", "a", "b&c"), false, List.of(), true);
    assertTrue(
        page(listing)
            .contains(
                "<h1><a href=\"../../\"><bdi>my &lt;site&gt;</bdi></a><i>/</i>"
                    + "<a href=\"../\"><bdi>a</bdi></a><i>/</i>"
                    + "<bdi aria-current=\"page\">b&amp;c</bdi></h1>"));
  }

  @Test
  void onlyAFolderBelowTheRootHasAWayUp() throws Exception {
    var file = Entries.ofFile("f", 1, NOON);
    var inner = new Listing(List.of("site", "a"), false, List.of(file), true);
    assertTrue(page(inner).contains("<a href=\"../\">..</a>"));
    assertFalse(page(listing("site", file)).contains(">..<"));
  }

  @ParameterizedTest(name = "{0} rows in {1} groups")
  @CsvSource({"1,1", "200,1", "201,2", "400,2", "1001,6"})
  void rowsComeInGroupsThatABrowserNeedNotLayOutBeforeTheyAreSeen(int rows, int groups)
      throws Exception {
    var entry = Entries.ofFile("f", 1, NOON);
    String page =
        page(listing("site", Collections.nCopies(rows, entry).toArray(ListingEntry[]::new)));
    assertEquals(groups, page.split("<tbody>", -1).length - 1);
    assertEquals(rows, page.split("\n<tr><td>", -1).length - 1);
    assertFalse(page.contains("<tbody>\n<tbody>") || page.contains("<tbody>\n</tbody>"), page);
  }

  @Test
  void anEmptyFolderSaysSoAndHasNoTable() throws Exception {
    String page = page(listing("site"));
    assertTrue(page.contains("<p>This folder is empty.</p>"), page);
    assertFalse(page.contains("<table") || page.contains("<script>"), page);
  }

  @Test
  void aFolderWithAnIndexFilePointsToIt() throws Exception {
    var listing = new Listing(List.of("site"), true, List.of(), true);
    assertTrue(page(listing).contains("This folder has a web page - <a href=\"./\">open it</a>"));
  }

  @Test
  void aListCutShortSaysSo() throws Exception {
    var listing = new Listing(List.of("site"), false, List.of(), false);
    assertTrue(page(listing).contains("There are more; only so many are shown."));
  }

  @ParameterizedTest(name = "{0} folders, {1} files")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | 48 | 12 folders · 48 files · 48.0 KiB
          1  | 1  | 1 folder · 1 file · 1.0 KiB
          0  | 2  | 2 files · 2.0 KiB
          3  | 0  | 3 folders
          0  | 0  | ''
          """)
  void theSummaryCountsWhatThereIs(int folders, int files, String expected) {
    var entries = new ListingEntry[folders + files];
    Arrays.setAll(
        entries,
        i -> i < folders ? Entries.ofFolder("d" + i, NOON) : Entries.ofFile("f" + i, 1024, NOON));
    assertEquals(expected, ListingPage.summary(listing("site", entries)));
  }

  @Test
  void theHintIsQuotedForTheShell() throws Exception {
    var out = new StringWriter();
    var query = ListingQuery.of(Optional.empty(), Fields.NONE);
    var url = Optional.of("http://localhost:8080/a/");
    ListingPage.write(listing("site"), query, new Viewer(Receiving.Right.READ, url, ""), out);
    assertTrue(
        out.toString().contains("<code>curl &#39;http://localhost:8080/a/?text&#39;</code>"));
  }

  @Test
  void thePageIsSmallAndLoadsNothing() throws Exception {
    String page = page(listing("site", Entries.ofFile("f", 1, NOON)));
    assertTrue(page.length() < 20_000, () -> page.length() + " characters");
    String withoutNamespaces = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(withoutNamespaces.contains("http"), "names a resource elsewhere");
    assertFalse(page.matches("(?s).*( src=|@import| on[a-z]+=).*"), "needs more than the page");
  }

  @Test
  void thePolicyAllowsJustTheStyleAndTheScriptThatAreInThePage() throws Exception {
    String page = page(listing("site", Entries.ofFile("f", 1, NOON)));
    for (String tag : List.of("style", "script")) {
      String inline = page.split("<" + tag + ">", -1)[1].split("</" + tag + ">", -1)[0];
      byte[] bytes = inline.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String source = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      assertTrue(PageParts.POLICY.contains(tag + "-src " + source + ";"), tag);
    }
    assertTrue(PageParts.POLICY.startsWith("default-src 'none';"));
  }

  private static Listing listing(String name, ListingEntry... entries) {
    return new Listing(List.of(name), false, List.of(entries), true);
  }

  private static String page(Listing listing) throws IOException {
    var out = new StringWriter();
    out.write(new String(ListingPage.beginning(listing.name()), StandardCharsets.UTF_8));
    ListingPage.write(
        listing,
        ListingQuery.of(Optional.empty(), Fields.NONE),
        new Viewer(Receiving.Right.READ, Optional.empty(), ""),
        out);
    return out.toString();
  }
}
