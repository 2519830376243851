package dev.tinwire.wire;

import dev.tinwire.wire.secret.Secret;

/** User and password for a proxy; public because it is part of a {@link Proxy}. */
public record Login(String user, Secret password) {}
