package dev.homeport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells whether this program runs in a container, where loopback is the container's own. */
final class Container {

  /** Docker and Podman leave one of these. */
  private static final List<String> MARKS = List.of(".dockerenv", "run/.containerenv");

  /** Words in the control group of the first process of a container. */
  private static final List<String> GROUPS = List.of("docker", "kubepods", "containerd", "libpod");

  private Container() {}

  /**
   * Whether it does.
   *
   * @param root of the file system
   */
  static boolean isAround(Path root) {
    if (MARKS.stream().anyMatch(mark -> Files.exists(root.resolve(mark)))) {
      return true;
    }
    try {
      String groups = Files.readString(root.resolve("proc/1/cgroup"));
      return GROUPS.stream().anyMatch(groups::contains);
    } catch (IOException e) {
      return false;
    }
  }
}
