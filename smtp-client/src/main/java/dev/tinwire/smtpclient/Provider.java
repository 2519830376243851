package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where well-known providers take mail, and with what one signs in there: {@code --via}. */
enum Provider {
  GMAIL(
      "gmail",
      "smtp.gmail.com",
      Security.IMPLICIT,
      Proof.APP_PASSWORD,
      "an app password (16 letters), not that of the account; 2-step verification must be on",
      "https://myaccount.google.com/apppasswords"),
  OFFICE365(
      "office365",
      "smtp.office365.com",
      Security.STARTTLS,
      Proof.TOKEN_OR_PASSWORD,
      "a token; passwords are switched off by default at the end of 2026",
      "tinwire mail login office365 --client-id ID"),
  OUTLOOK(
      "outlook",
      "smtp-mail.outlook.com",
      Security.STARTTLS,
      Proof.TOKEN,
      "a token; passwords and app passwords are not taken any more",
      "tinwire mail login outlook --client-id ID"),
  YAHOO(
      "yahoo",
      "smtp.mail.yahoo.com",
      Security.IMPLICIT,
      Proof.APP_PASSWORD,
      "an app password, not that of the account",
      "https://login.yahoo.com/account/security"),
  ICLOUD(
      "icloud",
      "smtp.mail.me.com",
      Security.STARTTLS,
      Proof.APP_PASSWORD,
      "an app-specific password, not that of the account",
      "https://account.apple.com (Sign-In and Security)"),
  FASTMAIL(
      "fastmail",
      "smtp.fastmail.com",
      Security.IMPLICIT,
      Proof.APP_PASSWORD,
      "an app password, not that of the account",
      "https://app.fastmail.com/settings/security"),
  GMX(
      "gmx",
      "mail.gmx.net",
      Security.STARTTLS,
      Proof.PASSWORD,
      "the password of the account, once POP3 and IMAP access is switched on there",
      "https://www.gmx.net (E-Mail, Einstellungen, POP3/IMAP Abruf)"),
  ZOHO(
      "zoho",
      "smtp.zoho.com",
      Security.IMPLICIT,
      Proof.APP_PASSWORD,
      "an app password where two factors are on, else that of the account",
      "https://accounts.zoho.com/home#security/app_password");

  /** What one shows there. */
  enum Proof {
    PASSWORD,
    /** Letters in groups: the blanks between them are for eyes. */
    APP_PASSWORD,
    TOKEN_OR_PASSWORD,
    TOKEN
  }

  private final String word;
  private final String host;
  private final Security security;
  private final Proof proof;
  private final String wanted;
  private final String where;

  Provider(String word, String host, Security security, Proof proof, String wanted, String where) {
    this.word = word;
    this.host = host;
    this.security = security;
    this.proof = proof;
    this.wanted = wanted;
    this.where = where;
  }

  static Provider parse(String text) throws Malformed {
    for (Provider provider : values()) if (provider.word.equals(text)) return provider;
    throw new Malformed(
        "provider", text, 0, "known are " + words() + "; for all others there is --server");
  }

  static String words() {
    return Stream.of(values()).map(Provider::word).collect(Collectors.joining(", "));
  }

  String word() {
    return word;
  }

  Endpoint server() {
    return new Endpoint(host, security.port());
  }

  Security security() {
    return security;
  }

  Proof proof() {
    return proof;
  }

  /** Said before anybody is asked for it. */
  String wanted() {
    return word + " wants " + wanted + ": " + where;
  }
}
