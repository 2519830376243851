package dev.tinwire.smtpclient;

import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.Path;

/** The words that make a message, and how often and for whom it is sent. */
final class MessageOptions {
  static final Value<String> FROM =
      Value.of("WHO", Grammar.TEXT, "the sender (default: --user, if it is an address)", "--from");
  static final Value<String> TO =
      Value.of("WHO", Grammar.TEXT, "'Name <a@b>' or a@b; repeatable", "--to");
  static final Value<String> CC = Value.of("WHO", Grammar.TEXT, "named, too; repeatable", "--cc");
  static final Value<String> BCC =
      Value.of("WHO", Grammar.TEXT, "gets it and is not named; repeatable", "--bcc");
  static final Value<String> REPLY_TO =
      Value.of("WHO", Grammar.TEXT, "whom answers go to; repeatable", "--reply-to");
  static final Value<String> SUBJECT =
      Value.of("TEXT", Grammar.TEXT, "what it is about", "-s", "--subject");
  static final Value<String> BODY = Value.of("TEXT", Grammar.TEXT, "the text", "--body");
  static final Value<String> BODY_FILE =
      Value.of("FILE", Grammar.TEXT, "the text is in here; - is standard input", "--body-file");
  static final Value<Path> HTML_FILE =
      Value.of("FILE", ServerOptions::file, "the same as HTML", "--html-file");
  static final Value<String> ATTACH =
      Value.of("FILE", Grammar.TEXT, "goes along; repeatable", "-a", "--attach");
  static final Value<Path> INLINE =
      Value.of(
          "FILE",
          ServerOptions::file,
          "an image the HTML shows as <img src=\"cid:FILE\">; repeatable",
          "--inline");
  static final Value<HeaderField> HEADER =
      Value.of(
          "'NAME: VALUE'", HeaderField::parse, "a field of the header; repeatable", "--header");
  static final Value<Path> EML =
      Value.of(
          "FILE",
          ServerOptions::file,
          "a ready message; --from and --to change its envelope",
          "--eml");
  static final Group MESSAGE =
      Group.of(
          "Message", FROM, TO, CC, BCC, REPLY_TO, SUBJECT, BODY, BODY_FILE, HTML_FILE, ATTACH,
          INLINE, HEADER, EML);

  static final Value<Path> BATCH =
      Value.of(
          "FILE.csv",
          ServerOptions::file,
          "a message for each row; {column} stands for what is there, in WHO, subject, body,"
              + " attachments",
          "--batch");
  static final Value<Integer> COUNT =
      Value.of("N", Grammar.number(1, 1_000_000), "send it N times", "--count").preset("1");
  static final Flag PARTIAL =
      Flag.of("when some recipients are refused, send to the others", "--partial");
  static final Value<Integer> RETRY =
      Value.of(
              "N",
              Grammar.number(0, 100),
              "when the server says \"not now\" before the message, try again so often",
              "--retry")
          .preset("0");
  static final Value<Reports> DSN =
      Value.of(
              "WHEN",
              Reports::parse,
              "ask for reports: never, or some of success,failure,delay (alone: all)",
              "--dsn")
          .alone("success,failure,delay");
  static final Flag DRY_RUN =
      Flag.of("send nothing, print exactly what would be sent", "--dry-run");
  static final Group SENDING = Group.of("Sending", BATCH, COUNT, PARTIAL, RETRY, DSN, DRY_RUN);

  private MessageOptions() {}
}
