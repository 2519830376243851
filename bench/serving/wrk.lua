-- One line for a program to read: requests, microseconds, errors, then microseconds of waiting.
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("REPORT %d %d %d %.0f %.0f %.0f\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
