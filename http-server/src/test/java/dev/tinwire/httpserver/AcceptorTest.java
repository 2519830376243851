package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptorTest {
  private final List<String> noticed = new ArrayList<>();
  private final List<SocketChannel> welcomed = new ArrayList<>();
  private int calls;

  private final ServerObserver observer =
      new ServerObserver() {
        @Override
        public void noticed(String sentence) {
          noticed.add(sentence);
        }
      };

  @Test
  void withoutFileDescriptorsItSaysSoOnceAndGoesOnWhenThereAreSome() {
    Acceptor.Listener listener =
        () ->
            switch (++calls) {
              case 1, 4, 6 -> SocketChannel.open();
              case 2, 3, 5 -> throw new IOException("Too many open files");
              case 7 -> null;
              default -> throw new ClosedChannelException();
            };
    var acceptor = new Acceptor(listener, observer);
    var tries = IntStream.range(0, 4).mapToObj(_ -> acceptor.accept(welcomed::add)).toList();
    assertEquals(List.of(false, false, false, true), tries);
    assertEquals(3, welcomed.size());
    assertEquals(
        List.of(
            "no connection can be accepted: Too many open files",
            "connections are accepted again",
            "no connection can be accepted: Too many open files",
            "connections are accepted again"),
        noticed);
  }

  @Test
  void oneConnectionThatFailsIsClosedAndTheNextIsWelcome() {
    Acceptor.Listener listener =
        () -> {
          if (++calls > 2) throw new ClosedChannelException();
          return SocketChannel.open();
        };
    boolean again =
        new Acceptor(listener, observer)
            .accept(accepted -> {
              welcomed.add(accepted);
              throw new IOException("reset");
            });
    assertFalse(again);
    assertEquals(List.of(false, false), welcomed.stream().map(SocketChannel::isOpen).toList());
  }
}
