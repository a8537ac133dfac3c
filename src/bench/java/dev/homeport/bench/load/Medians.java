package dev.homeport.bench.load;

import java.util.Arrays;

/** Medians; of an even number of figures the mean of the two in the middle. */
final class Medians {

  private Medians() {}

  static double of(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
