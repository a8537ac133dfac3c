package dev.homeport.engine.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** In which form a client gets the report of a miss. */
public enum ReportForm {
  /** {@code application/problem+json} (RFC 9457), for programs. */
  PROBLEM,
  /** Plain text, for people at a terminal. */
  TEXT,
  /** A page, for people at a browser. */
  PAGE;

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  /** Nothing of what a request sent may do anything but be read. */
  private static final List<Field> SAFE =
      List.of(
          new Field(
              "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
          new Field("X-Content-Type-Options", "nosniff"));

  /**
   * A page when {@code Accept} names {@code text/html}; text when it prefers {@code text/plain} to
   * JSON, or when curl asks and does not name {@code application/problem+json}; else a problem.
   */
  public static ReportForm wantedBy(Headers headers) {
    List<String> accepts = headers.all("Accept");
    if (quality(accepts, "text/html") > 0) {
      return PAGE;
    }
    double text = quality(accepts, "text/plain");
    double problem = quality(accepts, PROBLEM_JSON);
    boolean byCurl =
        Objects.requireNonNullElse(headers.first("User-Agent"), "").startsWith("curl/");
    boolean preferred = text > Math.max(problem, quality(accepts, JSON));
    return preferred || (byCurl && problem == 0) ? TEXT : PROBLEM;
  }

  /** The weight that a media type has where it is named itself, 0 where it is not. */
  private static double quality(List<String> accepts, String type) {
    double highest = 0;
    for (String accept : accepts) {
      for (String named : accept.split(",", -1)) {
        MediaType range = MediaType.parse(named);
        if (range.essence().equals(type)) {
          highest = Math.max(highest, weight(range));
        }
      }
    }
    return highest;
  }

  private static double weight(MediaType range) {
    String weight = range.parameter("q");
    if (weight == null) {
      return 1;
    }
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The whole answer. */
  public Reply reply(MissReport report) {
    List<Field> fields = new ArrayList<>();
    String allow = report.allow();
    if (allow != null) {
      fields.add(new Field("Allow", allow));
    }
    if (report.status() == 426) {
      fields.addAll(Handshake.WANTED);
    }
    return switch (this) {
      case PROBLEM ->
          ProblemReply.of(
              report.status(), report.title(), report.detail(), report.members(), fields);
      case TEXT -> reply(report, "text/plain", report.text(), fields);
      case PAGE -> reply(report, "text/html", page(report), fields);
    };
  }

  private static Reply reply(MissReport report, String type, String text, List<Field> fields) {
    fields.add(0, new Field("Content-Type", type + "; charset=utf-8"));
    fields.addAll(SAFE);
    Body body = new Body.Bytes(text.getBytes(UTF_8));
    return new Reply(report.status(), null, Headers.of(fields), body, Duration.ZERO);
  }

  private static String page(MissReport report) {
    String title = escaped(report.status() + " " + report.title());
    return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>"
        + title
        + "</title>\n<h1>"
        + title
        + "</h1>\n<pre>\n"
        + escaped(report.text())
        + "</pre>\n</html>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
