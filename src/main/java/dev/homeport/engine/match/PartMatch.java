package dev.homeport.engine.match;

import dev.homeport.engine.http.Part;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A part of a multipart body; of several with the name one must be as all attributes say.
 *
 * @param present whether there must be such a part, or must not
 * @param attributes empty when there must not
 */
public record PartMatch(String name, boolean present, List<Attribute> attributes)
    implements Condition {

  /** One thing that is asked of the part. */
  public record Attribute(Kind kind, @Nullable JsonPath path, Matcher matcher) {

    private String subject() {
      return path == null ? kind.word() : kind.word() + " " + path;
    }
  }

  /** What can be asked of a part. */
  public enum Kind {
    MEDIA_TYPE("mediaType"),
    FILENAME("filename"),
    SIZE("size"),
    TEXT("text"),
    /** With a path. */
    JSON("json");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is written in a mock file. */
    public String word() {
      return word;
    }
  }

  public PartMatch {
    attributes = List.copyOf(attributes);
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    List<Part> named = new ArrayList<>();
    for (Part part : scope.request().parts()) {
      if (part.name().equals(name)) {
        named.add(part);
      }
    }
    if (!present) {
      return named.isEmpty()
          ? null
          : new Said(this::subject, () -> "to be absent", () -> shown(named.get(0)));
    } else if (named.isEmpty()) {
      return new Said(this::subject, () -> "to be present", () -> others(scope));
    }
    Mismatch last = null;
    for (Part part : named) {
      last = check(part, scope);
      if (last == null) {
        return null;
      }
    }
    return last;
  }

  private @Nullable Mismatch check(Part part, Scope scope) {
    for (Attribute attribute : attributes) {
      Values values = values(part, attribute);
      Supplier<String> subject = () -> subject() + " " + attribute.subject();
      try {
        if (!attribute.matcher().holds(values, scope)) {
          return new Said(
              subject,
              () -> attribute.matcher().expected(scope),
              () -> values.all().isEmpty() ? "nothing" : values.shown());
        }
      } catch (RenderException e) {
        return new Said(
            subject,
            () -> attribute.matcher().expected(null),
            () -> "an operand that failed: " + e.getMessage());
      }
    }
    return null;
  }

  private static Values values(Part part, Attribute attribute) {
    return switch (attribute.kind()) {
      case MEDIA_TYPE -> Values.ofText(part.mediaType());
      case FILENAME -> {
        String filename = part.filename();
        yield filename == null ? Values.none() : Values.ofText(filename);
      }
      case SIZE -> Values.of(new Value.Typed(JsonNodeFactory.instance.numberNode(part.size())));
      case TEXT -> Values.ofText(new String(part.content(), StandardCharsets.UTF_8));
      case JSON -> {
        JsonNode document = Json.parse(part.content());
        JsonPath path = attribute.path();
        yield document == null || path == null
            ? Values.none()
            : Values.ofNodes(path.read(document));
      }
    };
  }

  private String subject() {
    return "part " + name;
  }

  private static String shown(Part part) {
    String filename = part.filename();
    return "a part of "
        + part.size()
        + " bytes"
        + (filename == null ? "" : ", " + Shown.text(filename));
  }

  private static String others(Scope scope) {
    List<Part> parts = scope.request().parts();
    if (!parts.isEmpty()) {
      return "only "
          + parts.stream().map(Part::name).distinct().limit(10).collect(Collectors.joining(", "));
    }
    String mediaType = scope.request().mediaType();
    return mediaType == null
        ? "no multipart body (no Content-Type)"
        : "no parts (Content-Type " + mediaType + ")";
  }

  @Override
  public String described() {
    if (!present || attributes.isEmpty()) {
      return subject() + (present ? " to be present" : " to be absent");
    }
    return attributes.stream()
        .map(a -> subject() + " " + a.subject() + " " + a.matcher().expected(null))
        .collect(Collectors.joining(" and "));
  }

  @Override
  public boolean dependsOnMoment() {
    return attributes.stream().anyMatch(a -> a.matcher().dependsOnMoment());
  }

  @Override
  public int rank() {
    return Rank.PARSED_BODY;
  }
}
