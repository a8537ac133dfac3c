package dev.homeport.definition.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.yaml.Utf8Text;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlReader;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Problems;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A format of data files. */
public enum SeedFormat {
  JSON {
    @Override
    public @Nullable Object read(byte[] content) throws SyntaxException {
      JsonNode node = Json.parse(content);
      if (node == null) {
        throw new SyntaxException(content.length == 0 ? "nothing is in it" : Json.mistake(content));
      }
      return Json.toJava(node);
    }

    @Override
    public byte[] write(@Nullable Object value) {
      return (new IndentedJson().write(value) + "\n").getBytes(UTF_8);
    }
  },
  YAML {
    @Override
    public @Nullable Object read(byte[] content) throws SyntaxException {
      String text = text(content);
      Problems problems = new Problems("", text);
      YamlNode tree = new YamlReader().read("", text, problems);
      if (!problems.isEmpty()) {
        throw mistake(problems.found().get(0));
      } else if (tree == null) {
        throw new SyntaxException("nothing is in it");
      }
      return tree.plain();
    }

    @Override
    public byte[] write(@Nullable Object value) {
      return PlainYaml.write(value).getBytes(UTF_8);
    }
  },
  CSV {
    @Override
    public Object read(byte[] content) throws SyntaxException {
      return CsvTable.read(text(content));
    }

    @Override
    public byte[] write(@Nullable Object value) {
      return CsvTable.write(value).getBytes(UTF_8);
    }
  };

  /** By the ending of a file's name; null for another file. */
  public static @Nullable SeedFormat of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "json" -> JSON;
      case "yaml", "yml" -> YAML;
      case "csv" -> CSV;
      default -> null;
    };
  }

  /**
   * Reads plain values of JSON.
   *
   * @throws SyntaxException saying what is wrong, and in which line
   */
  public abstract @Nullable Object read(byte[] content) throws SyntaxException;

  /** Writes plain values of JSON, so that {@link #read} gives the same. */
  public abstract byte[] write(@Nullable Object value);

  private static String text(byte[] content) throws SyntaxException {
    List<Problem> found = new ArrayList<>();
    String text = Utf8Text.decode("", content, found);
    if (text == null) {
      throw mistake(found.get(0));
    }
    return text;
  }

  private static SyntaxException mistake(Problem problem) {
    String place = "line " + problem.at().line() + ", column " + problem.at().column() + ": ";
    return new SyntaxException(place + problem.message(), problem.hint());
  }
}
