package dev.tinwire.httpserver;

/**
 * What the user is told about logins.
 *
 * @param words how one gets in: {@code anna}, {@code anna / MADE-UP}
 * @param readingIsOpen whether only who writes needs it
 */
record LoginLine(String words, boolean readingIsOpen) {}
