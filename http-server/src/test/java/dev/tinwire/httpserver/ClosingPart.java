package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small open file as content, which can be asked whether it is still open. */
final class ClosingPart {
  private final FileChannel channel;

  ClosingPart() throws IOException {
    Path file = Files.createTempFile("closing", ".txt");
    Files.writeString(file, "text");
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
  }

  Content content() {
    return new Content.FilePart(channel, 0, 4);
  }

  boolean isOpen() {
    return channel.isOpen();
  }
}
