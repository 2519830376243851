package dev.tinwire.httpserver;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a server in this JVM holds at a moment.
 *
 * @param sessions how many can be reached still, whether their connection is open or not
 * @param heap bytes after a collection
 * @param temporaries files that are there for a while, and should not be at rest
 */
record Belongings(int threads, long files, int sessions, long heap, Set<String> temporaries) {
  private static final Pattern SESSIONS =
      Pattern.compile("(?m)^ *[0-9]+: +([0-9]+) +[0-9]+ +dev\\.tinwire\\.httpserver\\.Session\\s");

  /** What the memory for hot files may come to hold. */
  private static final long HOT = HotSite.Room.DEFAULT.bytes();

  static Belongings now(Path site) throws IOException {
    String histogram = histogram(); // collects first
    var found = SESSIONS.matcher(histogram);
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return new Belongings(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0,
        found.find() ? Integer.parseInt(found.group(1)) : 0,
        memory.getHeapMemoryUsage().getUsed(),
        temporaries(site));
  }

  private static String histogram() {
    try {
      var name = new ObjectName("com.sun.management:type=DiagnosticCommand");
      Object[] words = {new String[] {}};
      String[] types = {String[].class.getName()};
      return (String)
          ManagementFactory.getPlatformMBeanServer().invoke(name, "gcClassHistogram", words, types);
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> temporaries(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .map(file -> site.relativize(file).toString())
          .filter(
              name -> name.contains(".tinwire") || name.contains(".tmp") || name.contains("part"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Whether there is nothing more than at the beginning, but for what pools and caches keep. */
  boolean isBackTo(Belongings start) {
    return sessions <= start.sessions
        && threads <= start.threads + 4
        && files <= start.files + 4
        && heap <= start.heap + HOT
        && temporaries.equals(start.temporaries);
  }
}
