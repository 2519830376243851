package dev.tinwire.smtpclient;

import dev.tinwire.wire.secret.Secret;
import java.io.IOException;

/** Somebody who has an OAuth access token that is good now, or gets one (RFC 6749 §1.4). */
@FunctionalInterface
interface AccessTokens {
  Secret fresh() throws IOException, InterruptedException;
}
