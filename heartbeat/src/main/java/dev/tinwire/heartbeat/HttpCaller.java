package dev.tinwire.heartbeat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Somebody who speaks HTTP for the monitor; the suite fills it in with its own client. */
@FunctionalInterface
public interface HttpCaller {
  /**
   * One request.
   *
   * @param mediaType of the body, or empty where there is none
   * @param within the whole exchange
   */
  record Call(String method, URI url, String mediaType, String body, Duration within) {}

  /** Makes it, and gives the status of the answer; whatever it is, it is no exception. */
  int call(Call call) throws IOException, InterruptedException;
}
