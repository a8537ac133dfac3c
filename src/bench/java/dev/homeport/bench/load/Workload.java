package dev.homeport.bench.load;

import java.util.Map;

/** The same mock in the language of every server, and the requests that it is asked with. */
interface Workload {

  /** As it is chosen on the command line. */
  String name();

  /** The files of a mocks folder of Homeport, by their names. */
  Map<String, String> homeport();

  /** A mappings file of WireMock. */
  String wireMock();

  /** A file that MockServer begins with. */
  String mockServer();

  /** The body that answers the {@link #probe}: what bare Undertow always sends. */
  String answer();

  /** One request, to see that a server answers as it should before it is measured. */
  Probe probe();

  /** Statements of Lua that fill the table {@code requests} with what wrk sends, in its order. */
  String requests();
}
