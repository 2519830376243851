package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Interrupts;
import java.util.concurrent.CountDownLatch;

/** Ends at Ctrl-C (SIGINT) or SIGTERM, and is asked by Ctrl-\ (SIGQUIT). */
final class EchoSignals implements EchoEnding {
  @Override
  public void await(Runnable listening, Runnable asked) throws InterruptedException {
    var wanted = new CountDownLatch(1);
    Interrupts.onFirst(wanted::countDown);
    QuitSignal.listenFromNowOn(asked);
    listening.run();
    wanted.await();
  }
}
