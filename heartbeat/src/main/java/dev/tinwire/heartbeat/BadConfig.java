package dev.tinwire.heartbeat;

import java.util.List;

/** A configuration file that cannot be used, with all that is wrong in it. */
final class BadConfig extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigFault> faults;

  BadConfig(List<ConfigFault> faults) {
    super(faults.size() + " faults");
    this.faults = faults.stream().sorted().toList();
  }

  List<ConfigFault> faults() {
    return faults;
  }

  /** One line for each fault. */
  List<String> lines(String file) {
    return faults.stream().map(fault -> fault.in(file)).toList();
  }
}
