package dev.homeport.bench.load;

import java.time.Duration;

/**
 * What one run of wrk measured.
 *
 * @param requests those that were answered
 * @param cpu that the server took for them; zero where the system does not tell
 * @param p50 half of the answers took no longer
 * @param failures answers that were no success, and broken connections
 */
record Measurement(
    long requests,
    Duration time,
    Duration cpu,
    Duration p50,
    Duration p99,
    Duration p999,
    long failures) {

  double requestsASecond() {
    return requests * 1e9 / time.toNanos();
  }

  /** Microseconds of a core for each request; no number where the system does not tell. */
  double cpuMicros() {
    return cpu.isZero() ? Double.NaN : cpu.toNanos() / 1e3 / requests;
  }
}
