package dev.tinwire.http;

import org.jspecify.annotations.Nullable;

/**
 * A status code (RFC 9110 §15). Public because servers choose one and clients act on it.
 *
 * @param code three digits; those above 599 are in no class and count as a server's fault
 */
public record Status(int code) {
  public static final Status CONTINUE = new Status(100);
  public static final Status OK = new Status(200);
  public static final Status NO_CONTENT = new Status(204);
  public static final Status NOT_MODIFIED = new Status(304);
  public static final Status BAD_REQUEST = new Status(400);
  public static final Status URI_TOO_LONG = new Status(414);
  public static final Status HEAD_TOO_LARGE = new Status(431);
  public static final Status NOT_IMPLEMENTED = new Status(501);
  public static final Status VERSION_NOT_SUPPORTED = new Status(505);

  public Status {
    if (code < 100 || code > 999) throw new IllegalArgumentException("no status code: " + code);
  }

  /** 1xx: more comes, this is not the answer yet (RFC 9110 §15.2). */
  public boolean isInformational() {
    return code < 200;
  }

  public boolean isSuccessful() {
    return code >= 200 && code < 300;
  }

  public boolean isRedirection() {
    return code >= 300 && code < 400;
  }

  public boolean isClientError() {
    return code >= 400 && code < 500;
  }

  /** 5xx, and what is no valid class at all (RFC 9110 §15, last paragraph). */
  public boolean isServerError() {
    return code >= 500;
  }

  /** The reason phrase of the registry, empty where there is none. */
  public String reason() {
    return switch (code) {
      case 100 -> "Continue";
      case 101 -> "Switching Protocols";
      case 102 -> "Processing";
      case 103 -> "Early Hints";
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 203 -> "Non-Authoritative Information";
      case 204 -> "No Content";
      case 205 -> "Reset Content";
      case 206 -> "Partial Content";
      case 207 -> "Multi-Status";
      case 300 -> "Multiple Choices";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 305 -> "Use Proxy";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      default -> code < 500 ? clientError() : serverError();
    };
  }

  private String clientError() {
    return switch (code) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Range Not Satisfiable";
      case 417 -> "Expectation Failed";
      case 421 -> "Misdirected Request";
      case 422 -> "Unprocessable Content";
      case 423 -> "Locked";
      case 424 -> "Failed Dependency";
      case 425 -> "Too Early";
      case 426 -> "Upgrade Required";
      case 428 -> "Precondition Required";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 451 -> "Unavailable For Legal Reasons";
      default -> "";
    };
  }

  private String serverError() {
    return switch (code) {
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      case 505 -> "HTTP Version Not Supported";
      case 507 -> "Insufficient Storage";
      case 511 -> "Network Authentication Required";
      default -> "";
    };
  }

  /** A record's own is linked at run time, and the first one so linked costs a start 15 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Status status && code == status.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return reason().isEmpty() ? Integer.toString(code) : code + " " + reason();
  }
}
