package dev.homeport.definition.load;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides between files that claim the same method and shape of path, or the same collection: the
 * one that serves it already keeps it, else the first by path has it. The other is bad and goes on
 * with its last good version, which has its claims as well. Used once.
 */
final class RouteClaims {

  /**
   * A file that wants its latest version to serve.
   *
   * @param serving what serves of it until now
   */
  record Claimant(FileVersion latest, ReadMocks serving) {

    String file() {
      return latest.shown();
    }
  }

  private record Claim(Claimant by, ReadMocks.Claim claim) {

    Location at() {
      return claim.at();
    }

    Problem problem(String other, String hint) {
      return by.latest().problems().about(at(), claim.clash(other), hint);
    }
  }

  private final List<Claimant> claimants;
  private final boolean ignoreTrailingSlash;
  private final Map<String, List<Claim>> claims = new LinkedHashMap<>();
  private boolean hasRivals;
  private final Set<String> bad = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private RouteClaims(List<Claimant> claimants, boolean ignoreTrailingSlash) {
    this.claimants = claimants;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  /**
   * Decides.
   *
   * @param claimants in the order of their paths
   */
  static RouteClaims decide(List<Claimant> claimants, boolean ignoreTrailingSlash) {
    RouteClaims decided = new RouteClaims(claimants, ignoreTrailingSlash);
    decided.collect();
    decided.decideBetweenLatest();
    decided.decideForLastGood();
    return decided;
  }

  /** Whether the latest version of a file serves. */
  boolean isGood(FileVersion latest) {
    return !bad.contains(latest.shown());
  }

  /** The clashes, each at both its places. */
  List<Problem> problems() {
    return problems;
  }

  private void collect() {
    for (Claimant claimant : claimants) {
      if (!claimant.latest().problems().isEmpty()) {
        bad.add(claimant.file());
      }
      for (ReadMocks.Claim claim : claimant.latest().mocks().claims(ignoreTrailingSlash)) {
        List<Claim> all = claims.computeIfAbsent(claim.key(), any -> new ArrayList<>(1));
        all.add(new Claim(claimant, claim));
        hasRivals |= all.size() > 1;
      }
    }
  }

  private void decideBetweenLatest() {
    if (!hasRivals) {
      return;
    }
    Map<String, String> owners = owners();
    claims.forEach(
        (key, all) -> {
          if (all.size() > 1) {
            String first = all.get(0).by().file();
            decide(all, owners.getOrDefault(key, first));
          }
        });
  }

  /**
   * Between rivals.
   *
   * @param owner the file that has it
   */
  private void decide(List<Claim> all, String owner) {
    Claim first = all.get(0);
    Claim winner =
        all.stream().filter(each -> each.by().file().equals(owner)).findFirst().orElse(first);
    for (Claim claim : all) {
      if (!claim.at().equals(winner.at())) {
        bad.add(claim.by().file());
      }
    }
    for (Claim later : all.subList(1, all.size())) {
      String hint = "leave one of them out";
      problems.add(later.problem("at " + first.at(), hint));
      problems.add(first.problem("at " + later.at(), hint));
    }
  }

  /** Who serves what. */
  private Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    for (Claimant claimant : claimants) {
      for (ReadMocks.Claim claim : claimant.serving().claims(ignoreTrailingSlash)) {
        owners.putIfAbsent(claim.key(), claimant.file());
      }
    }
    return owners;
  }

  /** A file that turns bad here may be the reason for the next one. */
  private void decideForLastGood() {
    int before;
    do {
      before = bad.size();
      for (Claimant claimant : claimants) {
        if (bad.contains(claimant.file())) {
          claimant
              .serving()
              .claims(ignoreTrailingSlash)
              .forEach(kept -> refuseOthers(kept.key(), claimant));
        }
      }
    } while (bad.size() > before);
  }

  private void refuseOthers(String key, Claimant keeper) {
    for (Claim claim : claims.getOrDefault(key, List.of())) {
      if (bad.add(claim.by().file())) {
        String file = keeper.file();
        problems.add(
            claim.problem(
                "in the last good version of " + file + ", which serves", "mend " + file));
      }
    }
  }
}
