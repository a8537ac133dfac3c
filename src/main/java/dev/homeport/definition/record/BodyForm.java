package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.FileTypes;
import dev.homeport.engine.http.MediaType;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.yaml.YamlFlow;
import dev.homeport.engine.yaml.YamlText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a recorded body is written: as the most readable of all forms from which Homeport sends the
 * very same bytes. Immutable.
 */
sealed interface BodyForm {

  /** What Homeport says of such a body when the mock file says nothing; null for no body. */
  @Nullable String contentType();

  /** No body. */
  record None() implements BodyForm {

    @Override
    public @Nullable String contentType() {
      return null;
    }
  }

  /** {@code json}, a plain value. */
  record JsonValue(@Nullable Object value) implements BodyForm {

    @Override
    public String contentType() {
      return "application/json";
    }
  }

  /** {@code text}, {@code html} or {@code xml}. */
  record Text(String key, String contentType, String text) implements BodyForm {}

  /** {@code file}, with an ending that tells its type as well as one can. */
  record InFile(String ending) implements BodyForm {

    @Override
    public String contentType() {
      return FileTypes.of("a." + ending);
    }
  }

  /** Longer ones are read more easily in a file of their own; in bytes. */
  int LARGEST_JSON = 2_048;

  /** As above, for other texts. */
  int LARGEST_TEXT = 1_024;

  /** As above. */
  int MOST_LINES = 25;

  /** A mock file may nest 100 deep. */
  int DEEPEST = 30;

  /** Longer names cannot be keys of YAML. */
  int LONGEST_NAME = 200;

  /** They are programs or drawings, and edited as files. */
  Set<String> FILES =
      Set.of("text/css", "text/javascript", "application/javascript", "image/svg+xml");

  /** The form of an answer's body. */
  static BodyForm of(RecordedAnswer answer, String path) {
    if (!answer.hasBody()) {
      return new None();
    } else if (answer.hasField("Content-Encoding")) {
      return new InFile("bin");
    }
    Object json = Cleaning.isJson(answer.mediaType()) ? json(answer.body()) : null;
    if (json != null) {
      return new JsonValue(json);
    }
    Text text = text(answer);
    return text == null ? inFile(answer, path) : text;
  }

  /** The form when it must be a file. */
  static InFile inFile(RecordedAnswer answer, String path) {
    return new InFile(ending(answer.mediaType(), path));
  }

  /** A value that is written as these bytes; null when none is, or it is long, or null itself. */
  private static @Nullable Object json(byte[] body) {
    JsonNode node = body.length > LARGEST_JSON ? null : Json.parse(body);
    Object value = node == null ? null : Json.toJava(node);
    boolean isSame = value != null && Arrays.equals(Json.write(value).getBytes(UTF_8), body);
    return isSame && isWritable(value, 0) ? value : null;
  }

  private static boolean isWritable(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      return false;
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .allMatch(
              member ->
                  ((String) member.getKey()).length() <= LONGEST_NAME
                      && YamlText.isWhole((String) member.getKey())
                      && isWritable(member.getValue(), depth + 1));
    } else if (value instanceof List<?> list) {
      return list.stream().allMatch(item -> isWritable(item, depth + 1));
    } else if (value instanceof Number number) {
      return YamlFlow.number(number) != null;
    }
    return !(value instanceof String text) || YamlText.isWhole(text);
  }

  private static @Nullable Text text(RecordedAnswer answer) {
    String type = answer.mediaType();
    boolean isText = type.startsWith("text/") || type.endsWith("xml") || Cleaning.isJson(type);
    if (!isText || FILES.contains(type) || answer.body().length > LARGEST_TEXT) {
      return null;
    }
    String charset = MediaType.parse(String.valueOf(answer.contentType())).parameter("charset");
    String text = charset == null || charset.equalsIgnoreCase("utf-8") ? utf8(answer.body()) : null;
    if (text == null || !isReadable(text)) {
      return null;
    }
    return switch (type) {
      case "text/html" -> new Text("html", "text/html; charset=utf-8", text);
      case "application/xml" -> new Text("xml", "application/xml; charset=utf-8", text);
      default -> new Text("text", "text/plain; charset=utf-8", text);
    };
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isReadable(String text) {
    return text.lines().count() <= MOST_LINES
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || YamlText.isVisible(c));
  }

  /** That of the path if it stands for the type, else the usual one of the type. */
  private static String ending(String mediaType, String path) {
    String own = FileTypes.ending(path);
    if (!own.isEmpty() && MediaType.parse(FileTypes.of(path)).essence().equals(mediaType)) {
      return own;
    }
    String usual = FileTypes.endingOf(mediaType);
    if (usual != null) {
      return usual;
    } else if (Cleaning.isJson(mediaType)) {
      return "json";
    } else if (mediaType.endsWith("xml")) {
      return "xml";
    }
    return mediaType.startsWith("text/") ? "txt" : "bin";
  }
}
