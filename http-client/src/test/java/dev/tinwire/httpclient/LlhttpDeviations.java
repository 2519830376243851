package dev.tinwire.httpclient;

import dev.tinwire.http.Leniency;
import java.util.Map;

/** Where we read an answer otherwise than llhttp's strict mode, and why. */
final class LlhttpDeviations {
  private static final String EMPTY_LINE =
      "no RFC allows an empty line before a status line, and a stray CR LF is how a connection"
          + " looks that is out of step; curl refuses it too";
  private static final String CODING =
      "a coding we do not understand leaves the end of the body to guesswork (RFC 9112 §6.3)";
  private static final String CLOSED = "what follows a close is not looked at: we have closed too";
  private static final String PROTOCOL = "another protocol, which we do not speak";
  private static final String UNASKED = "we ask for no other protocol, so 101 is no answer";

  /** By name; whoever closes a gap has to take it from here. */
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("connection: HTTP/1.1 with keep-alive disabled and 204 status", CLOSED),
          Map.entry("connection: HTTP/1.1 with keep-alive disabled, content-length", CLOSED),
          Map.entry(
              "connection: HTTP 101 response with Upgrade and Content-Length header", UNASKED),
          Map.entry(
              "connection: HTTP 101 response with Upgrade and Transfer-Encoding header", UNASKED),
          Map.entry("connection: HTTP 100 first, then 400", EMPTY_LINE),
          Map.entry("sample: Response starting with CRLF", EMPTY_LINE),
          Map.entry(
              "content-length: Tabs in `Content-Length` (surrounding)",
              "the length is read as 42, and then the vector has no body: cut short, an error"),
          Map.entry(
              "invalid: Invalid space after start line",
              Leniency.BLANK_BEFORE_FIRST_FIELD.reason()),
          Map.entry("invalid: Only LFs present and no body", Leniency.BARE_LF.reason()),
          Map.entry("invalid: Only LFs present", Leniency.BARE_LF.reason()),
          Map.entry("sample: No carriage ret", Leniency.BARE_LF.reason()),
          Map.entry("sample: RTSP response", PROTOCOL),
          Map.entry("sample: ICE response", PROTOCOL),
          Map.entry("sample: HTTP version 0.9", PROTOCOL),
          Map.entry("transfer-encoding: `chunked` before other transfer-encoding", CODING),
          Map.entry(
              "transfer-encoding: multiple transfer-encoding where chunked is not the last one",
              CODING),
          Map.entry(
              "transfer-encoding: `chunkedchunked` transfer-encoding does not enable chunked"
                  + " enconding",
              CODING));

  private LlhttpDeviations() {}
}
