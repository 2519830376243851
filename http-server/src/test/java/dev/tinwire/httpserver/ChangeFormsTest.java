package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that a person can do with the page alone, without its script. */
@Timeout(30)
final class ChangeFormsTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @TempDir Path root;

  @BeforeEach
  void aTree() throws Exception {
    TestSite.in(root).file("a.txt", "a").file("b.txt", "b").file("folder/x", "x");
  }

  private Received get(Inbox inbox, String target) throws Exception {
    return TestSite.ask(inbox.handler(), TestSite.head("GET", target, "Accept: text/html"));
  }

  @ParameterizedTest(name = "POST {0} with {1} is {2} and leads to {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          /?mkdir           | name=new+folder%21 | 303 | /?list       | a.txt b.txt folder folder/x new folder!
          /folder/?mkdir    | name=y             | 303 | /folder/?list | a.txt b.txt folder folder/x folder/y
          /?mkdir           | name=folder        | 405 | -            | a.txt b.txt folder folder/x
          /?mkdir           | name=..            | 400 | -            | a.txt b.txt folder folder/x
          /?mkdir           | name=x%2Fy         | 400 | -            | a.txt b.txt folder folder/x
          /?mkdir           | name=.x            | 403 | -            | a.txt b.txt folder folder/x
          /?mkdir           | other=x            | 400 | -            | a.txt b.txt folder folder/x
          /a.txt?rename     | name=c.txt         | 303 | /?list       | b.txt c.txt folder folder/x
          /a.txt?rename     | name=b.txt         | 412 | -            | a.txt b.txt folder folder/x
          /folder?rename    | name=%C3%A4        | 303 | /?list       | a.txt b.txt \u00e4 \u00e4/x
          /folder/x?rename  | name=../x          | 400 | -            | a.txt b.txt folder folder/x
          /a.txt?delete     | -                  | 303 | /?list       | b.txt folder folder/x
          /folder?delete    | -                  | 303 | /?list       | a.txt b.txt
          /folder/x?delete  | -                  | 303 | /folder/?list | a.txt b.txt folder
          /?delete          | -                  | 403 | -            | a.txt b.txt folder folder/x
          /a.txt            | name=x             | 400 | -            | a.txt b.txt folder folder/x
          """)
  void aFormDoesWhatItSays(String target, String body, int status, String to, String left)
      throws Exception {
    var inbox = Inbox.writable(root);
    String sent = body == null ? "" : body;
    try (var server = inbox.server()) {
      String said =
          server.said(UploadTest.request("POST", target, sent, FORM, "Accept: text/html"));
      assertTrue(said.startsWith("HTTP/1.1 " + status + " "), said);
      if (to != null) assertTrue(said.contains("\r\nLocation: " + to + "\r\n"), said);
    }
    assertEquals(left, String.join(" ", inbox.names()));
  }

  @Test
  void thePagesThatAskShowTheNameAsItIs() throws Exception {
    TestSite.in(root).file("\"><NAME&%s", "x");
    var inbox = Inbox.writable(root);
    String target = "/%22%3E%3CNAME&%25s";
    String rename = get(inbox, target + "?rename").text();
    assertTrue(rename.contains("value=\"&quot;&gt;&lt;NAME&amp;%s\""), rename);
    assertTrue(rename.contains("<form method=\"post\" action=\"?rename\">"), rename);
    String delete = get(inbox, target + "?delete").text();
    assertTrue(delete.contains("<bdi>&quot;&gt;&lt;NAME&amp;%s</bdi>"), delete);
    assertTrue(get(inbox, "/folder?delete").text().contains("with everything in it"));
    assertEquals(
        PageParts.WRITING_POLICY, get(inbox, "/folder?delete").field("Content-Security-Policy"));
    assertEquals(404, get(inbox, "/nothing?delete").status());
  }

  @Test
  void whereNothingCanBeChangedThereAreNoSuchPages() throws Exception {
    var inbox = Inbox.uploads(root, "/");
    assertEquals("a", get(inbox, "/a.txt?delete").text());
  }

  @Test
  void aListingOffersJustWhatCanBeDone() throws Exception {
    String reading = get(Inbox.uploads(root, "/folder/"), "/").text();
    String uploading = get(Inbox.uploads(root, "/"), "/").text();
    String changing = get(Inbox.writable(root), "/").text();
    for (String word : List.of(">Download<", "Download all")) {
      for (String page : List.of(reading, uploading, changing)) assertTrue(page.contains(word));
    }
    String upload = "enctype=\"multipart/form-data\"";
    assertFalse(reading.contains(upload), reading);
    assertTrue(uploading.contains(upload) && changing.contains(upload));
    for (String word : List.of(">New folder<", ">Rename<", ">Delete<")) {
      assertFalse(reading.contains(word) || uploading.contains(word), word);
      assertTrue(changing.contains(word), word);
    }
    assertTrue(changing.contains("<a href=\"./folder?rename\">Rename</a>"), changing);
    assertTrue(changing.contains("<a href=\"./folder/?zip\" download>Download</a>"), changing);
  }

  @Test
  void theLargestPageIsStillSmall() throws Exception {
    String page = get(Inbox.writable(root), "/").text();
    assertTrue(page.length() < 20_000, () -> page.length() + " characters");
    String ours = page.replace("http://www.w3.org/2000/svg", "").replace("http://site.test/", "");
    assertFalse(ours.contains("http"), "names a resource elsewhere");
  }

  @Test
  void anEmptyFolderCanBeSentToAsWell() throws Exception {
    TestSite.in(root).folder("empty");
    String page = get(Inbox.uploads(root, "/"), "/empty/").text();
    assertTrue(page.contains("id=\"upload\"") && page.contains("This folder is empty."), page);
  }
}
