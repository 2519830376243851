package dev.tinwire.httpclient;

import java.io.IOException;

/** Sends requests: an {@link HttpClient}, or something that acts like one. */
@FunctionalInterface
interface Sender {
  Response send(Request request) throws IOException, InterruptedException;
}
