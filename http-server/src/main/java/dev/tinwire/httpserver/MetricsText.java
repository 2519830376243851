package dev.tinwire.httpserver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A server's figures in Prometheus's text format, version 0.0.4. Pure.
 *
 * <pre>
 * # HELP name what it is
 * # TYPE name counter
 * name{label="value"} 42
 * </pre>
 */
final class MetricsText {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** What there is to tell. {@code latency} has a class more than {@link Latency#ENDS}. */
  record Figures(
      Counters counters,
      long connections,
      List<Long> latency,
      Duration latencyTotal,
      Instant started,
      Duration cpu,
      long heap) {
    Figures {
      latency = List.copyOf(latency);
    }
  }

  private final StringBuilder out = new StringBuilder(2048);

  private MetricsText() {}

  static String of(Figures figures) {
    var text = new MetricsText();
    text.requests(figures.counters());
    text.latency(figures);
    text.process(figures);
    return text.out.toString();
  }

  private void requests(Counters counters) {
    String requests = "tinwire_http_requests_total";
    head(requests, "counter", "Requests answered, by the class of their status.");
    for (int status = 2; status <= 5; status++) {
      sample(requests + "{code=\"" + status + "xx\"}", Long.toString(counters.requests(status)));
    }
    counter("tinwire_http_sent_bytes_total", "Bytes of content sent.", counters.bytes());
    counter(
        "tinwire_http_received_bytes_total",
        "Bytes of content that came with requests.",
        counters.received());
    counter(
        "tinwire_http_connections_refused_total",
        "Connections told 503, for there were too many.",
        counters.refused());
  }

  private void latency(Figures figures) {
    String name = "tinwire_http_request_duration_seconds";
    head(name, "histogram", "From a request's head to the last byte of its answer.");
    long all = 0;
    for (int i = 0; i < figures.latency().size(); i++) {
      all += figures.latency().get(i);
      boolean last = i == Latency.ENDS.size();
      String end = last ? "+Inf" : seconds(Latency.ENDS.get(i));
      sample(name + "_bucket{le=\"" + end + "\"}", Long.toString(all));
    }
    sample(name + "_sum", seconds(figures.latencyTotal()));
    sample(name + "_count", Long.toString(all));
  }

  private void process(Figures figures) {
    gauge("tinwire_http_connections", "Connections open now.", "" + figures.connections());
    var started = Duration.between(Instant.EPOCH, figures.started());
    String since = "When this process was started, in seconds since 1970.";
    gauge("process_start_time_seconds", since, seconds(started));
    head("process_cpu_seconds_total", "counter", "Processor time used.");
    sample("process_cpu_seconds_total", seconds(figures.cpu()));
    gauge("jvm_heap_used_bytes", "Memory that objects take.", "" + figures.heap());
  }

  private void counter(String name, String help, long value) {
    head(name, "counter", help);
    sample(name, Long.toString(value));
  }

  private void gauge(String name, String help, String value) {
    head(name, "gauge", help);
    sample(name, value);
  }

  private void head(String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String name, String value) {
    out.append(name).append(' ').append(value).append('\n');
  }

  private static String seconds(Duration duration) {
    return Double.toString(duration.toNanos() / 1e9);
  }
}
