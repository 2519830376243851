package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replies people meet, in their providers' words, and what is said to them. */
final class AdviceTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          534 | 5.7.9 Application-specific password required. For more information, go to        | The account has 2-step verification
          535 | 5.7.8 Username and Password not accepted. For more information - gsmtp           | Gmail does not take the password
          535 | 5.7.8 https://support.google.com/mail/?p=BadCredentials a1-2 - gsmtp             | Gmail does not take the password
          534 | 5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser | Google took this sign-in
          530 | 5.7.0 Must issue a STARTTLS command first. - gsmtp                               | The server wants TLS
          530 | 5.7.0 Authentication Required. For more information                              | The server sends only for those who sign in
          530 | 5.7.57 Client not authenticated to send mail.                                    | Nobody signed in
          535 | 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. | The organization has switched off
          535 | 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. | SMTP sign-in is switched off for this mailbox
          535 | 5.7.139 Authentication unsuccessful, basic authentication is disabled.           | Passwords are not taken here any more
          535 | 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated | A Conditional Access policy
          535 | 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. | The security defaults
          535 | 5.7.139 Authentication unsuccessful, the user credentials were incorrect.        | Name or password is wrong, or the account wants
          535 | 5.7.139 Authentication unsuccessful, account locked                              | The account is locked
          550 | 5.7.30 Basic authentication is not supported for Client Submission.              | Microsoft has retired passwords
          535 | 5.7.3 Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.exchangelabs.com] | The password is wrong, or the token
          550 | 5.7.60 SMTP; Client does not have permissions to send as this sender             | The sender is not who signed in
          554 | 5.2.252 SendAsDenied; me@x.example not allowed to send as you@x.example          | The sender is not who signed in
          432 | 4.3.2 Concurrent connections limit exceeded. STOREDRV thread limit               | There are too many connections
          550 | 5.4.5 Daily user sending limit exceeded. For more information                    | The account has sent all it may
          552 | 5.2.3 Your message exceeded Google's message size limits.                        | The message is too large
          552 | 5.3.4 Message size exceeds fixed limit                                           | The message is too large
          550 | 5.7.1 Messages missing a valid Message-ID header are not accepted.               | The server does not like the header
          554 | 5.6.0 Corrupt message content; duplicate header From                             | The server does not like the header
          454 | 4.7.0 Too many login attempts, please try again later.                           | There were too many sign-ins
          421 | 4.7.0 Too many login attempts, please try again later.                           | There were too many sign-ins
          421 | 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client      | The server found the version of TLS too old
          550 | 5.1.1 <x@y.example>: Recipient address rejected: User unknown                    | There is nobody of this name
          452 | 4.2.2 The email account that you tried to reach is over quota                    | The mailbox is full
          450 | 4.2.0 <x@y.example>: Recipient address rejected: Greylisted                      | The server puts off senders
          554 | 5.7.1 <x@y.example>: Relay access denied                                         | The server does not pass mail on
          """)
  void eachHasOneSentence(int code, String text, String beginning) {
    Advice advice = ReplyAdvice.of(new Reply(code, List.of(text))).orElseThrow();
    assertEquals(
        beginning,
        advice.meaning().substring(0, Math.min(beginning.length(), advice.meaning().length())));
  }
}
