package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.MediaType;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The Web Platform Tests' media types as the field of an answer, read by the whole client. */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class MediaTypeOnTheWireTest {
  private String type = "";

  @Test
  void whatComesOverTheWireIsReadAsBrowsersDo() throws Exception {
    var wrong = new ArrayList<String>();
    int sent = 0;
    try (var origin =
            new AnsweringOrigin(_ -> AnsweringOrigin.reply("200 OK\nContent-Type: " + type, "x"));
        var client = TestClients.patient()) {
      for (Json row : PublicVectors.rows("wpt-mime", "mime-types.json")) {
        type = PublicVectors.text(row, "input").orElseThrow();
        if (!isField(type)) continue; // no field could carry it
        sent++;
        String expected = PublicVectors.text(row, "output").orElse("none");
        String came = came(client, origin.url());
        if (!came.equals(expected)) wrong.add(type + ": " + came + ", not " + expected);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(sent > 50, "only " + sent);
  }

  private static String came(HttpClient client, String url)
      throws IOException, InterruptedException {
    try (var response = client.get(url)) {
      assertEquals("x", response.text());
      return response.mediaType().map(MediaType::toString).orElse("none");
    }
  }

  /** A value of RFC 9110 §5.5. */
  private static boolean isField(String value) {
    return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f && c <= 0xff));
  }
}
