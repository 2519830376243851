package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are read back by jakarta.mail's parser, which has no line in common with what wrote. */
final class ComposerTest {
  private static final byte[] PNG = png(5000);

  @TempDir Path folder;

  @Test
  void aTextIsOnePart() throws Exception {
    assertEquals(
        """
        Date: Fri, 20 Nov 2026 17:00:00 +0100\r
        From: me@example.org\r
        To: you@example.net\r
        Subject: Hi\r
        Message-ID: <60b420bb3851d9d47acb933dbe70399b@example.org>\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=us-ascii\r
        Content-Transfer-Encoding: 7bit\r
        \r
        Hello\r
        """,
        print(new Drafts().subject("Hi").text("Hello").draft()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                    | text/plain
          text                      | text/plain
          html                      | text/html
          text html                 | alternative(text/plain text/html)
          html inline               | related(text/html image/png)
          text html inline          | related(alternative(text/plain text/html) image/png)
          text attach               | mixed(text/plain image/png)
          attach                    | image/png
          text html inline attach   | mixed(related(alternative(text/plain text/html) image/png) image/png)
          """)
  void partsNestOnlyWhereThereAreTwo(String has, String structure) throws Exception {
    assertEquals(structure, structure(parsed(draftWith(has == null ? "" : has))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "text",
    "html",
    "text html inline attach",
    "attach",
    "text attach",
    "text html inline"
  })
  void theSizeIsKnownBeforeAndEveryWritingIsTheSame(String has) throws Exception {
    Content content = compose(draftWith(has));
    byte[] once = bytes(content);
    assertEquals(once.length + (endsInCrlf(once) ? 0 : 2), content.size());
    assertArrayEquals(once, bytes(content));
    assertFalse(content.eightBit());
    assertEveryLineEndsInCrlf(once);
  }

  @Test
  void theBytesOfAnImageArriveAsTheyWere() throws Exception {
    var mixed = (MimeMultipart) parsed(draftWith("text attach")).getContent();
    var image = mixed.getBodyPart(1);
    assertArrayEquals(PNG, image.getInputStream().readAllBytes());
    assertEquals("pic.png", image.getFileName());
    assertEquals("attachment", image.getDisposition());
  }

  @Test
  void theHtmlShowsPicturesByNamesNobodyElseHas() throws Exception {
    var related = (MimeMultipart) parsed(draftWith("html inline")).getContent();
    String id = related.getBodyPart(1).getHeader("Content-ID")[0];
    assertTrue(id.matches("<[0-9a-f]{32}@example\\.org>"), id);
    String shown = "cid:" + id.substring(1, id.length() - 1);
    assertEquals("<img src=\"" + shown + "\">\r\n", related.getBodyPart(0).getContent());
    assertEquals("inline", related.getBodyPart(1).getDisposition());
  }

  @Test
  void namesAndSubjectsInAnyScriptAreReadBack() throws Exception {
    var boxes = List.of(new Mailbox("Jörg Müller", "joerg", "example.org"));
    var message =
        parsed(new Drafts().from(boxes.getFirst()).subject("Größe: 你好 🎉").text("ok").draft());
    assertEquals("Größe: 你好 🎉", message.getSubject());
    assertTrue(
        message.getFrom()[0].toString().contains("M=C3=BCller"), message.getFrom()[0]::toString);
    assertEquals("Jörg Müller", ((InternetAddress) message.getFrom()[0]).getPersonal());
  }

  @Test
  void blindCopiesAreOnlyInTheEnvelope() throws Exception {
    var hidden = new Mailbox("", "hidden", "example.com");
    var draft = new Drafts().bcc(hidden).text("ok").draft();
    assertFalse(print(draft).contains("hidden"));
    assertTrue(draft.envelope().recipients().contains(hidden));
  }

  @Test
  void onlyAForeignLocalPartNeedsAnInternationalHeader() throws Exception {
    var abroad = compose(new Drafts().to(new Mailbox("", "me", "bücher.example")).draft());
    assertFalse(abroad.international());
    assertTrue(new String(bytes(abroad), UTF_8).contains("To: me@xn--bcher-kva.example\r\n"));
    var foreign = compose(new Drafts().to(new Mailbox("", "jörg", "example.org")).draft());
    assertTrue(foreign.international() && foreign.eightBit());
    assertTrue(new String(bytes(foreign), UTF_8).contains("To: jörg@example.org\r\n"));
    assertEquals(bytes(foreign).length, foreign.size());
  }

  @Test
  void longAndForeignLinesAreEncoded() throws Exception {
    String text = "x".repeat(5000) + "\nGrüße\n.\nFrom here\n" + "=".repeat(80);
    Content content = compose(new Drafts().text(text).draft());
    for (String line : new String(bytes(content), UTF_8).split("\r\n", -1)) {
      assertTrue(line.length() <= 78, line);
    }
    assertEquals(text.replace("\n", "\r\n") + "\r\n", parsed(content).getContent());
  }

  private Draft draftWith(String has) throws IOException {
    Path image = Files.write(folder.resolve("pic.png"), PNG);
    var drafts = new Drafts();
    if (has.contains("text")) drafts.text("Hello\nyou");
    if (has.contains("html")) drafts.html("<img src=\"cid:pic.png\">");
    if (has.contains("inline")) drafts.inline(image);
    if (has.contains("attach")) drafts.attach(image);
    return drafts.draft();
  }

  static Content compose(Draft draft) throws IOException {
    return Composer.compose(draft, new Random(0), Drafts.CLOCK);
  }

  static byte[] bytes(Content content) throws IOException {
    var out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toByteArray();
  }

  private static String print(Draft draft) throws IOException {
    return new String(bytes(compose(draft)), UTF_8);
  }

  private static MimeMessage parsed(Draft draft) throws Exception {
    return parsed(compose(draft));
  }

  private static MimeMessage parsed(Content content) throws Exception {
    var session = Session.getInstance(new Properties());
    return new MimeMessage(session, new ByteArrayInputStream(bytes(content)));
  }

  private static String structure(Part part) throws Exception {
    String type = part.getContentType().replaceFirst("(?s);.*", "");
    if (!(part.getContent() instanceof MimeMultipart multipart)) return type;
    var parts = new ArrayList<String>();
    for (int i = 0; i < multipart.getCount(); i++) parts.add(structure(multipart.getBodyPart(i)));
    return type.replace("multipart/", "") + "(" + String.join(" ", parts) + ")";
  }

  static String unescaped(String text) {
    return Pattern.compile("\\\\u(....)")
        .matcher(text)
        .replaceAll(hit -> String.valueOf((char) Integer.parseInt(hit.group(1), 16)))
        .translateEscapes();
  }

  private static boolean endsInCrlf(byte[] bytes) {
    return bytes[bytes.length - 2] == '\r' && bytes[bytes.length - 1] == '\n';
  }

  private static void assertEveryLineEndsInCrlf(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    assertFalse(text.replace("\r\n", "").matches("(?s).*[\r\n].*"), text);
  }

  static byte[] png(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    return bytes;
  }
}
