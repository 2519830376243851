package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What docs/get.md shows, between the marks; a test holds the page to it. */
final class LibraryExample {
  private LibraryExample() {}

  static void look(String url) throws IOException, InterruptedException {
    // begin
    try (var client = HttpClient.create();
        var response = client.get(url)) {
      System.out.println(response.status() + " " + response.text());
    }
    // end
  }

  // begin
  static boolean put(HttpClient client, String url, String text)
      throws IOException, InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var request =
        Request.of(Method.PUT, Url.parse(url))
            .with("If-None-Match", "*") // only if nothing is there
            .withPayload(Payload.of(bytes, "text/plain;charset=utf-8"));
    try (var response = client.send(request)) {
      return response.status().isSuccessful(); // 412 is an answer; a broken wire is an exception
    }
  }
  // end
}
