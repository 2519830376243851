package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;

/**
 * Is told what a server does. Called on the threads of the connections: what takes long belongs on
 * another thread, as {@link RequestLog} does it.
 */
public interface ServerObserver {
  ServerObserver SILENT = new ServerObserver() {};

  /** An answer has left, or broken off. */
  default void served(Served served) {}

  /** A handler failed; the client was told 500 and no more, or the answer broke off. */
  default void failed(RequestHead request, Exception failure) {}

  /** Something about the server as a whole that a person should know, as a sentence. */
  default void noticed(String sentence) {}
}
