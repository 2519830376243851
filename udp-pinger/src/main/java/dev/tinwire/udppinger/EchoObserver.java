package dev.tinwire.udppinger;

import java.net.InetSocketAddress;

/**
 * Is told what an echo server does, on the threads that do it: what takes long belongs elsewhere.
 */
interface EchoObserver {
  EchoObserver SILENT = new EchoObserver() {};

  /** Whether it wants to know of every datagram. */
  default boolean watches() {
    return false;
  }

  /** A datagram was handled. */
  default void handled(Handled handled) {}

  /** A line over TCP was answered. */
  default void line(InetSocketAddress client, String line, String answer) {}

  /** A client over TCP came or left; what there is to say of it. */
  default void client(InetSocketAddress client, String what) {}

  /** Something about the server as a whole that a person should know, as a sentence. */
  default void noticed(String sentence) {}
}
