package dev.tinwire.smtpclient;

/**
 * Somebody who sends or gets mail (RFC 5322 §3.4).
 *
 * @param name what people call them, decoded; empty if nothing was said
 * @param local what stands before the @, without quotes
 * @param domain what stands behind it, as it was written
 */
record Mailbox(String name, String local, String domain) {}
