package dev.homeport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.server.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachAdviceTest {

  private static final Reach LOOPBACK =
      new Reach(Optional.of("http://localhost:80"), false, List.of());

  private static final Reach OPEN =
      new Reach(Optional.empty(), true, List.of("http://192.0.2.7:80", "http://[fd00::1]:80"));

  @TempDir Path root;

  @Test
  void theUrlsForOthersAreNamed() {
    assertThat(new ReachAdvice("::", 80, OPEN).warning().get(0))
        .startsWith("warning: listening on ::")
        .endsWith("at http://192.0.2.7:80, http://[fd00::1]:80");
  }

  @Test
  void theHintIsForLoopbackInAContainer() {
    assertThat(new ReachAdvice("", 80, LOOPBACK).hint(true).get(0)).contains("--host 0.0.0.0");
    assertThat(new ReachAdvice("", 80, LOOPBACK).hint(false)).isEmpty();
    assertThat(new ReachAdvice("::", 80, OPEN).hint(true)).isEmpty();
    assertThat(new ReachAdvice("", 80, LOOPBACK).warning()).isEmpty();
  }

  @Test
  void aContainerIsKnownByItsMarks() throws IOException {
    assertThat(Container.isAround(root)).isFalse();
    write("proc/1/cgroup", "0::/init.scope\n");
    assertThat(Container.isAround(root)).isFalse();

    write("proc/1/cgroup", "4:memory:/kubepods/burstable/pod1\n0::/\n");
    assertThat(Container.isAround(root)).isTrue();

    Files.delete(root.resolve("proc/1/cgroup"));
    write("run/.containerenv", "");
    assertThat(Container.isAround(root)).isTrue();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }
}
