package dev.homeport.server.port;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The TCP sockets of this machine with the processes that hold them, as far as the operating system
 * lets us see. Stateless; each call looks anew, which may take a second.
 */
interface SocketTable {

  /**
   * The sockets.
   *
   * @param wanted asked before it is known who holds one
   * @throws IOException when the system does not tell, saying what is missing
   */
  List<TcpSocket> sockets(Predicate<TcpSocket> wanted) throws IOException;

  /**
   * The command line of a process, the program first; empty when we may not see it or it has ended.
   */
  default List<String> commandLine(long pid) {
    ProcessHandle.Info info = ProcessHandle.of(pid).map(ProcessHandle::info).orElse(null);
    if (info == null || info.command().isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of(info.command().get()));
    words.addAll(List.of(info.arguments().orElse(new String[0])));
    return words;
  }

  /** What somebody who may see everything can ask; empty when there is nothing more to see. */
  default String asAdministrator(int port) {
    return "";
  }

  /** The one that this system has. */
  static SocketTable ofSystem() {
    Path proc = Path.of("/proc");
    if (Files.isReadable(proc.resolve("net/tcp"))) {
      return new ProcSockets(proc);
    }
    return File.separatorChar == '\\' ? new NetstatSockets() : new LsofSockets();
  }
}
