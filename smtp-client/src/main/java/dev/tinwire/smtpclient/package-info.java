/**
 * tinwire mail: an SMTP client that explains itself.
 *
 * <p>A command line becomes {@link dev.tinwire.smtpclient.Letters}: drafts that the composer gives
 * their form, or ready files. A {@link dev.tinwire.smtpclient.Submission} sends them over one
 * connection: {@link dev.tinwire.smtpclient.Entrance} connects, asks for TLS and signs in, {@link
 * dev.tinwire.smtpclient.Transaction} does one message. All that is said passes {@link
 * dev.tinwire.smtpclient.SmtpCommand}, all of a message {@link dev.tinwire.smtpclient.CrlfOutput},
 * so that nothing that comes from a user or a file can become a command. Problems are values, with
 * an exit status of sysexits.h and an {@link dev.tinwire.smtpclient.Advice} for a person.
 *
 * <p>RFC 5321 (SMTP), 5322 (messages), 3207 (STARTTLS), 8314 (TLS from the start), 4954 (AUTH),
 * 4616, 7628 and 2195 (mechanisms), 2920 (pipelining), 3030 (chunking), 1870 (size), 6152 (8-bit),
 * 6531 (other scripts), 3461 (reports), 3463 (status codes).
 *
 * <p>Left out on purpose: delivery to the MX of a recipient, a queue, DKIM, SCRAM, HELO where TLS
 * or a login is wanted, and TLS that is taken when offered and done without when not.
 */
@NullMarked
package dev.tinwire.smtpclient;

import org.jspecify.annotations.NullMarked;
