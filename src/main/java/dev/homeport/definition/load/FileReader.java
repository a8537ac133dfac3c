package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.ContentSource;
import dev.homeport.engine.answer.FileTypes;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code file}: a file beside the mock file, named by the author or chosen by the request.
 */
final class FileReader {

  private final Reading reading;

  FileReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads the name of a file.
   *
   * @param asTemplate whether the file's content is a template
   * @return the body, or null when a problem was reported
   */
  @Nullable BodyPlan read(YamlNode node, boolean asTemplate) {
    if (!(node instanceof YamlScalar name) || name.kind() != YamlScalar.Kind.TEXT) {
      reading.expected("file", "the path of a file beside this one", node);
      return null;
    }
    if (TemplateCompiler.isTemplate(name.text())) {
      return chosenByRequest(name, asTemplate);
    }
    Path file = existing(name, "file");
    if (file == null) {
      return null;
    }
    return asTemplate ? template(name, file) : named(name, file);
  }

  /**
   * A file that a key of the mock file names: it must exist inside the mocks folder, links
   * resolved.
   *
   * @return null when a problem was reported
   */
  @Nullable Path existing(YamlScalar name, String key) {
    Path real;
    try {
      Path named = directory(name).resolve(name.text());
      reading.looks().place(named);
      real = named.toRealPath();
    } catch (IOException e) {
      reading.problem(name.at(), key + ": no file '" + name.text() + "'", looked(name));
      return null;
    } catch (InvalidPathException e) {
      reading.problem(name.at(), key + ": '" + name.text() + "' is not a path");
      return null;
    }
    if (!real.startsWith(reading.folder())) {
      reading.problem(
          name.at(),
          key + ": '" + name.text() + "' is outside of the mocks folder",
          "copy it into the folder");
      return null;
    }
    if (!Files.isRegularFile(real)) {
      reading.problem(name.at(), key + ": '" + name.text() + "' is not a file", looked(name));
      return null;
    }
    if (real.equals(reading.folder().resolve(MocksFolder.SETTINGS))) {
      reading.problem(name.at(), key + ": the settings are not served");
      return null;
    }
    return real;
  }

  private String looked(YamlScalar name) {
    return "paths are relative to the folder of " + reading.writtenIn(name.at()).getFileName();
  }

  /** The folder of the file in which the name is written; that of a default may be another. */
  private Path directory(YamlScalar name) {
    Path parent = reading.writtenIn(name.at()).getParent();
    return parent == null ? reading.folder() : parent;
  }

  private BodyPlan named(YamlScalar name, Path file) {
    ContentSource source = any -> FolderFiles.FileContent.of(file);
    return new BodyPlan.FileBody(literal(name), source, name.at());
  }

  private Template literal(YamlScalar name) {
    Template template = reading.template(name, Escaping.NONE);
    if (template == null) {
      throw new IllegalStateException("a text without an expression is a template: " + name.text());
    }
    return template;
  }

  private @Nullable BodyPlan template(YamlScalar name, Path file) {
    String text;
    reading.looks().content(file);
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      reading.problem(
          name.at(), "file: '" + name.text() + "' is not UTF-8", "leave out template: true");
      return null;
    } catch (IOException e) {
      reading.problem(name.at(), "file: '" + name.text() + "' cannot be read");
      return null;
    }
    try {
      Template template = reading.templates().compile(text, escaping(file), reading.names());
      return new BodyPlan.TextBody(template, FileTypes.of(file.toString()), "file " + name.text());
    } catch (SyntaxException e) {
      // The file's own lines are shown, not those of the mock file.
      Problems inFile = new Problems(reading.shown(file), text);
      for (SyntaxException each : e.all()) {
        inFile.add(place(file, text, each.offset()), each.getMessage(), each.hint());
      }
      inFile.found().forEach(reading.problems()::add);
      return null;
    }
  }

  private static Escaping escaping(Path file) {
    return switch (FileTypes.ending(file.toString())) {
      case "json", "jsonld", "geojson", "webmanifest", "ndjson", "map" -> Escaping.JSON;
      case "html", "htm" -> Escaping.HTML;
      case "xml", "svg", "rss", "atom" -> Escaping.XML;
      default -> Escaping.NONE;
    };
  }

  private Location place(Path file, String text, int offset) {
    String before = text.substring(0, Math.min(offset, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Location(reading.shown(file), line, column);
  }

  /** A name with expressions stays below the folder that its literal beginning names. */
  private @Nullable BodyPlan chosenByRequest(YamlScalar name, boolean asTemplate) {
    if (asTemplate) {
      reading.problem(
          name.at(),
          "template: true needs a file that is known when the folder is loaded",
          "name the file");
      return null;
    }
    String literal = name.text().substring(0, name.text().indexOf("{{"));
    Path root;
    try {
      Path named = directory(name).resolve(literal.substring(0, literal.lastIndexOf('/') + 1));
      reading.looks().place(named);
      root = named.toRealPath();
    } catch (IOException | InvalidPathException e) {
      reading.problem(name.at(), "file: no folder '" + literal + "'", looked(name));
      return null;
    }
    if (!root.startsWith(reading.folder())) {
      reading.problem(name.at(), "file: '" + literal + "' is outside of the mocks folder");
      return null;
    }
    Template path = reading.template(name, Escaping.NONE);
    boolean servesYaml = !reading.writtenIn(name.at()).startsWith(root);
    return path == null
        ? null
        : new BodyPlan.FileBody(
            path, new FolderFiles(directory(name), root, servesYaml), name.at());
  }
}
