package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
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
              default -> throw new ClosedChannelException();
            };
    new Acceptor(listener, welcomed::add, observer).run();
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
    new Acceptor(
            listener,
            accepted -> {
              welcomed.add(accepted);
              throw new IOException("reset");
            },
            observer)
        .run();
    assertEquals(List.of(false, false), welcomed.stream().map(SocketChannel::isOpen).toList());
  }
}
