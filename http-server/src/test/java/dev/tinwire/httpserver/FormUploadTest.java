package dev.tinwire.httpserver;

import static dev.tinwire.httpserver.UploadTest.assertStatus;
import static dev.tinwire.httpserver.UploadTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser without script sends (RFC 7578), and what becomes of it. */
@Timeout(30)
final class FormUploadTest {
  private static final String TYPE = "Content-Type: multipart/form-data; boundary=XX";

  @TempDir Path root;

  private Inbox inbox() {
    return Inbox.uploads(root, "/");
  }

  static String part(String fileName, String content) {
    return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName
        + "\"\r\nContent-Type: text/plain\r\n\r\n"
        + content
        + "\r\n";
  }

  @Test
  void itsFilesArriveAndABrowserIsSentBackToTheFolder() throws Exception {
    Files.createDirectory(root.resolve("in"));
    String body = part("a.txt", "first") + part("b\u00e4.txt", "two\r\n--X\r\n") + "--XX--\r\n";
    try (var server = inbox().server()) {
      String said = server.said(request("POST", "/in/", body, TYPE, "Accept: text/html"));
      assertTrue(said.startsWith("HTTP/1.1 303 See Other\r\n"), said);
      assertTrue(said.contains("\r\nLocation: /in/?list\r\n"), said);
      said = server.said(request("POST", "/", part("c", "") + "--XX--", TYPE));
      assertTrue(said.startsWith("HTTP/1.1 201 Created\r\n"), said);
      assertTrue(said.endsWith("201 Created: Arrived: c (0 B).\n"), said);
    }
    assertEquals(List.of("c", "in", "in/a.txt", "in/b\u00e4.txt"), inbox().names());
    assertEquals("two\r\n--X\r\n", inbox().read("in/b\u00e4.txt"));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../../etc/passwd      | passwd
          C:\\\\Users\\\\me\\\\a.txt | a.txt
          .htaccess             | htaccess
          ..                    | unnamed
          a:b?.txt              | a_b_.txt
          image.jpg             | image (2).jpg
          """)
  void namesAreMadeSafeAndFree(String given, String expected) throws Exception {
    Files.writeString(root.resolve("image.jpg"), "there");
    try (var server = inbox().server()) {
      assertStatus(201, server, request("POST", "/", part(given, "new") + "--XX--", TYPE));
    }
    assertEquals("new", inbox().read(expected));
    assertEquals("there", inbox().read("image.jpg"));
  }

  @Test
  void aFileThatIsWholeStaysWhenTheNextIsCut() throws Exception {
    String body = part("a", "whole") + part("b", "half");
    try (var server = inbox().server()) {
      String said = server.said(request("POST", "/", body, TYPE));
      assertTrue(said.startsWith("HTTP/1.1 400 "), said);
      assertTrue(said.endsWith("the form ends before the next boundary\n"), said);
    }
    assertEquals(List.of("a"), inbox().names());
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          multipart/form-data; boundary=XX          | /no/ | 404
          multipart/form-data                       | /    | 400
          multipart/form-data; boundary=""          | /    | 400
          application/x-www-form-urlencoded         | /    | 415
          application/octet-stream                  | /    | 415
          -                                         | /    | 415
          multipart/form-data; boundary=other       | /    | 400
          """)
  void whatIsNoFormIsRefused(String type, String target, int status) throws Exception {
    String body = part("a", "x") + "--XX--\r\n";
    String[] lines = type == null ? new String[0] : new String[] {"Content-Type: " + type};
    try (var server = inbox().server()) {
      assertStatus(status, server, request("POST", target, body, lines));
    }
    assertEquals(List.of(), inbox().names());
  }

  @Test
  void aFormWithoutAFileSaysSo() throws Exception {
    String body =
        part("", "") + "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--XX--";
    try (var server = inbox().server()) {
      assertStatus(400, server, request("POST", "/", body, TYPE));
    }
    assertEquals(List.of(), inbox().names());
  }

  @ParameterizedTest
  @CsvSource({"a.txt, 2, a (2).txt", "a, 3, a (3)", "a.tar.gz, 2, a.tar (2).gz"})
  void theNumberStandsBeforeTheExtension(String name, int number, String expected) {
    assertEquals(expected, FormUpload.numbered(name, number));
  }

  @Test
  void aLongNameWithANumberStaysShortEnough() {
    String name = "\u00e4".repeat(125) + ".jpeg";
    String numbered = FormUpload.numbered(name, 12);
    assertTrue(!UploadName.tooLong(numbered) && numbered.endsWith("\u00e4 (12).jpeg"), numbered);
  }
}
