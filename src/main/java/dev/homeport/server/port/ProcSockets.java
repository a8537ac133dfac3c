package dev.homeport.server.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Linux: {@code /proc/net/tcp} and {@code tcp6} list sockets by inode, {@code /proc/PID/fd} leads
 * from there to a process (proc(5)). The files of other users' processes are closed to us; the list
 * still has their user.
 *
 * @param proc where the system shows its processes
 */
record ProcSockets(Path proc) implements SocketTable {

  private static final int MOST_OF_A_COMMAND_LINE = 128 * 1024;

  private static final String SOCKET = "socket:[";
  private static final int ROOT = 0;

  @Override
  public List<TcpSocket> sockets(Predicate<TcpSocket> wanted) throws IOException {
    OptionalInt self = self();
    List<ProcNetLine> lines = new ArrayList<>();
    read("net/tcp", self, wanted, lines);
    read("net/tcp6", self, wanted, lines);
    Set<Long> inodes = new HashSet<>();
    lines.forEach(line -> inodes.add(line.inode()));
    inodes.remove(ProcNetLine.NO_INODE);
    Map<Long, Long> holders = inodes.isEmpty() ? Map.of() : holders(inodes);
    List<TcpSocket> sockets = new ArrayList<>(lines.size());
    for (ProcNetLine line : lines) {
      Long pid = holders.get(line.inode());
      sockets.add(pid == null ? line.socket() : line.socket().heldBy(pid));
    }
    return sockets;
  }

  private void read(
      String name, OptionalInt self, Predicate<TcpSocket> wanted, List<ProcNetLine> lines)
      throws IOException {
    Path file = proc.resolve(name);
    if (!Files.exists(file)) {
      return; // a kernel without IPv6
    }
    try (BufferedReader reader = Files.newBufferedReader(file, ISO_8859_1)) {
      String text = reader.readLine(); // the head of the table
      while ((text = reader.readLine()) != null) {
        ProcNetLine line = ProcNetLine.parse(text, ByteOrder.nativeOrder(), self);
        if (line != null && wanted.test(line.socket())) {
          lines.add(line);
        }
      }
    }
  }

  /** Our own user. */
  private OptionalInt self() {
    try {
      return Files.getAttribute(proc.resolve("self"), "unix:uid") instanceof Integer uid
          ? OptionalInt.of(uid)
          : OptionalInt.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * Who holds each inode. Forked processes share one; the lowest number is most likely the parent,
   * which ends the others when it is stopped.
   */
  private Map<Long, Long> holders(Set<Long> inodes) throws IOException {
    Map<Long, Long> holders = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        for (long inode : inodesOf(process)) {
          if (inodes.contains(inode)) {
            holders.merge(inode, pid, Math::min);
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return holders;
  }

  private static List<Long> inodesOf(Path process) {
    List<Long> inodes = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        Long inode = inode(file);
        if (inode != null) {
          inodes.add(inode);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It belongs to somebody else, or has ended.
    }
    return inodes;
  }

  private static @Nullable Long inode(Path file) {
    try {
      String target = Files.readSymbolicLink(file).toString();
      return target.startsWith(SOCKET)
          ? Long.valueOf(target.substring(SOCKET.length(), target.length() - 1))
          : null;
    } catch (IOException | NumberFormatException e) {
      return null; // closed meanwhile
    }
  }

  @Override
  public String asAdministrator(int port) {
    return self().orElse(ROOT) == ROOT ? "" : "sudo ss -tanp 'sport = :" + port + "'";
  }

  /** From the file, for {@link ProcessHandle} knows no more than its first page. */
  @Override
  public List<String> commandLine(long pid) {
    try (InputStream in = Files.newInputStream(proc.resolve(pid + "/cmdline"))) {
      String text = new String(in.readNBytes(MOST_OF_A_COMMAND_LINE), UTF_8);
      return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    } catch (IOException e) {
      return List.of();
    }
  }
}
