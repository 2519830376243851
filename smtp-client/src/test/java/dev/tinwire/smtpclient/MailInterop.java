package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code tinwire mail} against Postfix and Dovecot as they are installed here. What was delivered
 * is read by Python's email parser, which shares nothing with us.
 */
final class MailInterop extends MailHouseVisit {
  /** Says what is in a message: fields, and for each part its type, file name, id and bytes. */
  private static final String PARSER =
      """
      import email, email.policy, json, sys
      with open(sys.argv[1], 'rb') as file:
          message = email.message_from_binary_file(file, policy=email.policy.default)
      print(json.dumps({
          'subject': message['Subject'], 'from': message['From'].addresses[0].display_name,
          'bcc': message['Bcc'] is not None, 'defects': [str(d) for p in message.walk() for d in p.defects],
          'parts': [{'type': p.get_content_type(), 'name': p.get_filename() or '',
                     'id': p['Content-ID'] or '', 'disposition': p.get_content_disposition() or '',
                     'hex': '' if p.is_multipart() else p.get_payload(decode=True).hex()}
                    for p in message.walk()]}))
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"starttls", "implicit"})
  void aMessageWithAnImageArrivesByteForByte(String tls) throws Exception {
    byte[] image = new byte[100_000];
    new Random(7).nextBytes(image);
    byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(magic, 0, image, 0, magic.length);
    Path picture = Files.write(folder.resolve("Bild größer 图.png"), image);
    Outcome outcome =
        mail(
            tls,
            MailHouse.PASSWORD,
            "--to",
            MailHouse.YOU,
            "--bcc",
            "hidden <" + MailHouse.YOU + ">",
            "--from",
            "Jörg Müller <" + MailHouse.ME + ">",
            "--subject",
            "Grüße: 你好 🎉",
            "--body",
            "Erste Zeile\n.\n..zwei Punkte\nFrom hier\n",
            "--attach",
            picture.toString());
    assertEquals(0, outcome.status(), outcome::toString);
    Json message = parsed(house().delivered());
    assertEquals("Grüße: 你好 🎉", message.get("subject").text());
    assertEquals("Jörg Müller", message.get("from").text());
    assertFalse(message.get("bcc").truth());
    assertEquals(List.of(), message.get("defects").items());
    List<Json> parts = message.get("parts").items();
    assertEquals("multipart/mixed", parts.get(0).get("type").text());
    assertEquals(
        "Erste Zeile\r\n.\r\n..zwei Punkte\r\nFrom hier\r\n",
        new String(bytes(parts.get(1)), StandardCharsets.UTF_8).replaceAll("\r?\n", "\r\n"));
    assertEquals("image/png", parts.get(2).get("type").text());
    assertEquals("Bild größer 图.png", parts.get(2).get("name").text());
    assertArrayEquals(image, bytes(parts.get(2)));
  }

  @Test
  void htmlWithAPictureIsUnderstoodAsThat() throws Exception {
    byte[] gif = "GIF89a and more".getBytes(StandardCharsets.US_ASCII);
    Path picture = Files.write(folder.resolve("logo.gif"), gif);
    Path html = Files.writeString(folder.resolve("a.html"), "<p>ü<img src=\"cid:logo.gif\">");
    mail(
            "starttls",
            MailHouse.PASSWORD,
            "--to",
            MailHouse.YOU,
            "--body",
            "plain",
            "--html-file",
            html.toString(),
            "--inline",
            picture.toString())
        .expect(0, "", "");
    List<Json> parts = parsed(house().delivered()).get("parts").items();
    assertEquals(
        List.of(
            "multipart/related", "multipart/alternative", "text/plain", "text/html", "image/gif"),
        types(parts));
    String id = parts.get(4).get("id").text();
    String shown = new String(bytes(parts.get(3)), StandardCharsets.UTF_8);
    assertTrue(shown.contains("cid:" + id.substring(1, id.length() - 1)), shown);
    assertEquals("inline", parts.get(4).get("disposition").text());
    assertArrayEquals(gif, bytes(parts.get(4)));
  }

  @Test
  void aReadyMessageIsDeliveredAsItIs() throws Exception {
    String text =
        """
        From: me@example.org
        To: you@example.net
        Bcc: you@example.net
        Subject: x
        X-Odd:   as   it is\s

        .
        ..
        über
        """;
    Path eml = Files.writeString(folder.resolve("m.eml"), text);
    Outcome outcome = mail("starttls", MailHouse.PASSWORD, "--eml", eml.toString());
    assertEquals(0, outcome.status(), outcome::toString);
    String delivered = Files.readString(house().delivered());
    assertTrue(delivered.contains("\nX-Odd:   as   it is \n"), delivered);
    assertTrue(delivered.endsWith("\n\n.\n..\nüber\n"), delivered);
    assertFalse(delivered.contains("Bcc"), delivered);
  }

  @Test
  void aBatchGoesOverOneConnection() throws Exception {
    Path rows = Files.writeString(folder.resolve("r.csv"), "who,what\nyou,one\nyou,two\n");
    Outcome outcome =
        mail(
            "starttls",
            MailHouse.PASSWORD,
            "--batch",
            rows.toString(),
            "--to",
            "{who}@example.net",
            "--subject",
            "{what}",
            "--body",
            "{{{what}}");
    assertEquals(0, outcome.status(), outcome::toString);
    var subjects = new ArrayList<String>();
    for (int i = 0; i < 2; i++) subjects.add(parsed(house().delivered()).get("subject").text());
    assertEquals(List.of("one", "two"), subjects.stream().sorted().toList());
    String log = Files.readString(house().path("postfix.log"));
    assertTrue(log.contains("mail=2"), log);
  }

  private static Json parsed(Path message) throws Exception {
    Outcome outcome =
        Invocation.of("-c", PARSER, message.toString()).on(new Program(List.of("python3")));
    assertEquals(0, outcome.status(), outcome::toString);
    return Json.parse(outcome.stdout());
  }

  private static byte[] bytes(Json part) throws Exception {
    return HexFormat.of().parseHex(part.get("hex").text());
  }

  private static List<String> types(List<Json> parts) throws Exception {
    var types = new ArrayList<String>();
    for (Json part : parts) types.add(part.get("type").text());
    return types;
  }
}
