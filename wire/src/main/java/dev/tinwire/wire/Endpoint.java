package dev.tinwire.wire;

/**
 * {@code HOST[:PORT]}, the one way every tool writes where to go.
 *
 * @param host an IP literal without brackets (a zone kept), or a name in lower case as A-labels
 */
public record Endpoint(String host, int port) {}
