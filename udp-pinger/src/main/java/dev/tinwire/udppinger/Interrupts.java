package dev.tinwire.udppinger;

import java.util.concurrent.CountDownLatch;

/** Ends at Ctrl-C (SIGINT) or SIGTERM, and is asked by Ctrl-\ (SIGQUIT). */
final class Interrupts implements Ending {
  @Override
  public void await(Runnable listening, Runnable asked) throws InterruptedException {
    var wanted = new CountDownLatch(1);
    Signals.onEnd(wanted::countDown);
    QuitSignal.listenFromNowOn(asked);
    listening.run();
    wanted.await();
  }
}
