package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and what became of it.
 *
 * @param time when its head had come
 * @param head empty if it followed no grammar
 * @param bytes of content that were sent
 * @param duration until the last byte was handed to the system
 * @param whole whether the answer was sent to its end
 */
public record Served(
    Instant time,
    InetSocketAddress client,
    Optional<RequestHead> head,
    Status status,
    long bytes,
    Duration duration,
    boolean whole) {}
