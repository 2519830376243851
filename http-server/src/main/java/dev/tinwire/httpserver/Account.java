package dev.tinwire.httpserver;

/**
 * Somebody who is known here.
 *
 * @param writes whether they may change what is served; reading is for all who are known
 */
record Account(String user, Proof proof, boolean writes) {}
