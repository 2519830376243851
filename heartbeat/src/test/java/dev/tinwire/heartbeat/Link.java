package dev.tinwire.heartbeat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Eight ways in which a heartbeat travels, at one beat a second: what the detector is measured on.
 * Each gives, for every number, when it was sent and when it arrived (NaN: never).
 */
enum Link {
  /** Twenty stalls of the sender a day, 50 ms to 2 s. */
  LAN {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.delay(random, 0.000_3, 0.000_1);
      trace.stalls(random, 20, 0.05, 2);
    }
  },
  /** A sender whose collector stops it for two seconds, 48 times a day. */
  GC2S {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.delay(random, 0.000_3, 0.000_1);
      trace.stalls(random, 48, 2, 2);
    }
  },
  /** A tenth is lost, each beat by itself. */
  IID10 {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.delay(random, 0.001, 0.000_5);
      trace.lose(random, 0.1, 0, trace.size());
    }
  },
  /** A tenth is lost, in bursts of three (Gilbert and Elliott). */
  GE10 {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.delay(random, 0.001, 0.000_5);
      boolean bad = false;
      for (int i = 0; i < trace.size(); i++) {
        bad = random.nextDouble() < (bad ? 2 / 3.0 : 1 / 27.0);
        if (bad) trace.arrive[i] = Double.NaN;
      }
    }
  },
  /** 80 ms with a heavy tail, half a percent lost, twelve outages a day of up to 30 s. */
  WAN {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.heavyTail(random, 0.08);
      trace.lose(random, 0.005, 0, trace.size());
      trace.outages(random, 12, () -> Math.min(30, 1 + 2.9 * random.nextExponential()));
    }
  },
  /** The same with 116 outages a day of up to 115 s: what was seen between continents in 2004. */
  WAN04 {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.heavyTail(random, 0.08);
      trace.lose(random, 0.004, 0, trace.size());
      trace.outages(random, 116, () -> Math.min(115, Math.pow(1 - random.nextDouble(), -1 / 1.25)));
    }
  },
  /** Five calm hours, then one that loses a fifth and delays by 200 ms. */
  REGIME {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      trace.delay(random, 0.001, 0.000_5);
      for (int from = 5 * 3600; from < trace.size(); from += 6 * 3600) {
        int to = Math.min(trace.size(), from + 3600);
        for (int i = from; i < to; i++) {
          trace.arrive[i] = trace.send[i] + 0.2 * Math.exp(0.5 * random.nextGaussian());
        }
        trace.lose(random, 0.2, from, to);
      }
    }
  },
  /** A sender whose second is 200 millionths too long. */
  DRIFT {
    @Override
    void shape(Trace trace, RandomGenerator random) {
      for (int i = 0; i < trace.size(); i++) trace.send[i] = i * 1.000_2;
      trace.delay(random, 0.000_3, 0.000_1);
    }
  };

  static final int DAY = 86_400;

  abstract void shape(Trace trace, RandomGenerator random);

  Trace trace(int days, long seed) {
    var trace = new Trace(days * DAY);
    shape(trace, new SplittableRandom(seed * 31 + name().hashCode()));
    return trace;
  }

  /** Numbers, sent and arrived, in seconds. */
  static final class Trace {
    final double[] send;
    final double[] arrive;

    Trace(int beats) {
      send = new double[beats];
      arrive = new double[beats];
      Arrays.setAll(send, i -> i);
    }

    int size() {
      return send.length;
    }

    void delay(RandomGenerator random, double least, double deviation) {
      for (int i = 0; i < size(); i++) {
        arrive[i] = send[i] + least + Math.abs(random.nextGaussian()) * deviation;
      }
    }

    void heavyTail(RandomGenerator random, double least) {
      for (int i = 0; i < size(); i++) {
        double pareto = 0.005 * (Math.pow(1 - random.nextDouble(), -1 / 1.8) - 1);
        arrive[i] = send[i] + least + Math.min(pareto, 5);
      }
    }

    void lose(RandomGenerator random, double share, int from, int to) {
      for (int i = from; i < to; i++) if (random.nextDouble() < share) arrive[i] = Double.NaN;
    }

    /**
     * The sender stands still, for short times more often than for long ones; what was due
     * meanwhile goes out when it wakes.
     */
    void stalls(RandomGenerator random, int aDay, double least, double most) {
      for (int n = 0; n < aDay * (size() / DAY); n++) {
        double from = random.nextDouble() * size();
        double to = from + least * Math.pow(most / least, random.nextDouble());
        for (int i = (int) Math.ceil(from); i < size() && send[i] < to; i++) {
          arrive[i] += to - send[i];
          send[i] = to;
        }
      }
    }

    /** Nothing gets through for a time that is drawn anew for each outage. */
    void outages(RandomGenerator random, int aDay, DoubleSupplier seconds) {
      for (int n = 0; n < aDay * (size() / DAY); n++) {
        double from = random.nextDouble() * size();
        double to = from + seconds.getAsDouble();
        for (int i = (int) Math.ceil(from); i < size() && send[i] < to; i++) arrive[i] = Double.NaN;
      }
    }
  }
}
