package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.util.List;

/** What a request carries, as the command line says it. */
final class BodyOptions {
  static final Value<String> METHOD =
      Value.of("METHOD", BodyOptions::method, "another method than the usual", "-X", "--request");
  static final Value<String> DATA =
      Value.of(
          "TEXT|@FILE",
          Grammar.TEXT,
          "send this as a form does; several are joined by &; makes it a POST",
          "-d",
          "--data");
  static final Value<String> DATA_BINARY =
      Value.of("TEXT|@FILE", Grammar.TEXT, "as --data, but a file stays as it is", "--data-binary");
  static final Value<String> DATA_RAW =
      Value.of("TEXT", Grammar.TEXT, "as --data, but @ has no meaning", "--data-raw");
  static final Value<String> DATA_URLENCODE =
      Value.of(
          "[NAME]=TEXT|@FILE",
          Grammar.TEXT,
          "as --data, what stands behind the = or in the file percent-encoded",
          "--data-urlencode");

  /** What makes up the data of a form. */
  static final List<Value<String>> ALL_DATA = List.of(DATA, DATA_BINARY, DATA_RAW, DATA_URLENCODE);

  static final Flag AS_QUERY =
      Flag.of("put all --data behind the ? of the URL, and ask for that", "-G", "--get");
  static final Value<String> JSON_BODY =
      Value.of(
          "JSON|@FILE", Grammar.TEXT, "send this JSON, looked at before; a POST", "--json-body");
  static final Group GROUP =
      Group.of(
          "What to send",
          METHOD,
          DATA,
          DATA_BINARY,
          DATA_RAW,
          DATA_URLENCODE,
          AS_QUERY,
          JSON_BODY,
          FormOptions.FORM,
          FormOptions.FORM_STRING);

  private BodyOptions() {}

  static String method(String text) throws Malformed {
    try {
      return new Method(text).name();
    } catch (IllegalArgumentException _) {
      throw new Malformed("method", text, 0, "write a word such as GET or PATCH");
    }
  }
}
