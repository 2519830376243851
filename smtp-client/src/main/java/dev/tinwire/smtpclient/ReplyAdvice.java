package dev.tinwire.smtpclient;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Replies that people meet at their providers, and what they come down to. One table. */
final class ReplyAdvice {
  /** The pattern is looked for in code and text, in lower case. */
  private record Row(Pattern reply, Advice advice) {}

  private static final String OAUTH = "sign in with a token: tinwire mail login, or --auth xoauth2";

  /** The first that matches counts, so the particular stands before the general. */
  private static final List<Row> ROWS =
      List.of(
          row(
              "^534.*(5\\.7\\.9|application-specific)",
              "The account has 2-step verification, and its own password does not work here.",
              "make an app password at https://myaccount.google.com/apppasswords and use that"),
          row(
              "^53[45].*(5\\.7\\.14|web browser)",
              "Google took this sign-in for a stranger's and blocked it.",
              "sign in once in a browser, then make and use an app password"),
          row(
              "^535.*smtpclientauthentication is disabled for the tenant",
              "The organization has switched off SMTP sign-in for everybody.",
              "ask its admin to enable SMTP AUTH (https://aka.ms/smtp_auth_disabled)"),
          row(
              "^535.*smtpclientauthentication is disabled",
              "SMTP sign-in is switched off for this mailbox.",
              "ask the admin to enable SMTP AUTH for it (https://aka.ms/smtp_auth_disabled)"),
          row(
              "^535.*basic authentication is disabled",
              "Passwords are not taken here any more.",
              OAUTH),
          row(
              "^535.*did not meet the criteria",
              "A Conditional Access policy of the organization forbids this sign-in.",
              "ask its admin which sign-ins the policy allows; " + OAUTH),
          row(
              "^535.*security defaults",
              "The security defaults of the organization forbid passwords.",
              OAUTH),
          row(
              "^535.*locked",
              "The account is locked after too many wrong tries.",
              "unlock it in a browser before you try again"),
          row(
              "^535.*user credentials were incorrect",
              "Name or password is wrong, or the account wants a second factor.",
              "check both in a browser; " + OAUTH),
          row("^550.*5\\.7\\.30", "Microsoft has retired passwords for sending mail.", OAUTH),
          row(
              "^535.*5\\.7\\.3( |$)",
              "The password is wrong, or the token is for another service or another mailbox.",
              "a token must be for https://outlook.office.com and --user must be the mailbox"),
          row(
              "^535.*(gsmtp|badcredentials|username and password not accepted)",
              "Gmail does not take the password of the account.",
              "make an app password at https://myaccount.google.com/apppasswords"
                  + " (2-step verification must be on)"),
          row(
              "^530.*starttls",
              "The server wants TLS before anything else.",
              "use --tls starttls with port 587, or --tls implicit with port 465"),
          row(
              "^530.*5\\.7\\.57|^530.*not authenticated",
              "Nobody signed in, or Microsoft dropped the sign-in.",
              "give --user; if you did, ask the admin whether SMTP AUTH is enabled"),
          row(
              "^530|^550.*authentication (is )?required",
              "The server sends only for those who sign in.",
              "give --user and a password"),
          row(
              "^(550.*5\\.7\\.60|554.*5\\.2\\.252)|sendasdenied",
              "The sender is not who signed in.",
              "give the login as --from, or get the permission to send as the other one"),
          row(
              "^432|thread limit",
              "There are too many connections for this mailbox at once.",
              "send over one connection (--batch) and try again in a minute"),
          row(
              "^550.*5\\.4\\.5|daily user sending",
              "The account has sent all it may for today.",
              "wait 24 hours; Gmail allows 500 recipients a day, Workspace 2000 messages"),
          row(
              "^(452|552).*(5\\.2\\.3|5\\.3\\.4|size)|message (size|too large)",
              "The message is too large for this server.",
              "attachments grow by 37 % on the way; send a link instead (Gmail takes 25 MB)"),
          row(
              "^55[04].*(5\\.6\\.0|message-id|duplicate|rfc ?5322)",
              "The server does not like the header of the message.",
              "a ready message needs one From, one Date and a Message-ID; see --dry-run"),
          row(
              "^421.*4\\.7\\.66|tls 1\\.[01]",
              "The server found the version of TLS too old.",
              "something between you and it changes the connection; try without that proxy"),
          row(
              "^(454|421).*(4\\.7\\.0|too many login)",
              "There were too many sign-ins in too little time.",
              "wait a quarter of an hour; more tries make it longer"),
          row(
              "^5(50|51|53).*(5\\.1\\.[0-3]|user unknown|no such user|does not exist)",
              "There is nobody of this name there.",
              "check the address for a typing mistake"),
          row(
              "^45[012].*(4\\.2\\.2|full|quota|storage)",
              "The mailbox is full.",
              "try again later, or tell its owner in another way"),
          row(
              "^45[01].*(gr[ae]y|4\\.7\\.1|try again|later)",
              "The server puts off senders it does not know.",
              "try again in some minutes, or let us: --retry 3"),
          row(
              "^554.*5\\.7\\.1|relay",
              "The server does not pass mail on for you.",
              "sign in with --user, or use the server of your own provider"));

  private ReplyAdvice() {}

  private static Row row(String reply, String meaning, String next) {
    return new Row(Pattern.compile(reply), new Advice(meaning, next));
  }

  static Optional<Advice> of(Reply reply) {
    String text = (reply.code() + " " + reply.text()).toLowerCase(Locale.ROOT);
    return ROWS.stream()
        .filter(row -> row.reply().matcher(text).find())
        .findFirst()
        .map(Row::advice);
  }
}
