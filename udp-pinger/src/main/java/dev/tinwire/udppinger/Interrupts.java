package dev.tinwire.udppinger;

import java.util.concurrent.CountDownLatch;

/** Ends at Ctrl-C (SIGINT) or SIGTERM, and is asked by Ctrl-\ (SIGQUIT). */
final class Interrupts implements Ending {
  @Override
  public void await(Runnable asked) throws InterruptedException {
    var wanted = new CountDownLatch(1);
    Signals.onEnd(wanted::countDown);
    QuitSignal.listen(asked);
    wanted.await();
  }
}
