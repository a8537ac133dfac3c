package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What every reader of one file needs: its problems, its place, the compiler, and the names that
 * templates may use. One file is read by one thread.
 *
 * @param folder the mocks folder, absolute and with links resolved
 * @param shownFolder the folder as the user named it, for places
 * @param file the file being read, absolute and with links resolved
 * @param names what templates at this place may name
 * @param collections those that are declared, in whatever file
 * @param looks notes the other files that readers look at
 */
record Reading(
    Problems problems,
    Path folder,
    Path shownFolder,
    Path file,
    TemplateCompiler templates,
    KnownNames names,
    CollectionNames collections,
    Looks looks) {

  /** The same reading at a place where templates may use other names. */
  Reading with(KnownNames others) {
    return new Reading(problems, folder, shownFolder, file, templates, others, collections, looks);
  }

  /** The same reading, noting elsewhere what is looked at. */
  Reading noting(Looks others) {
    return new Reading(problems, folder, shownFolder, file, templates, names, collections, others);
  }

  /** The same reading of a text that may name these collections. */
  Reading knowing(CollectionNames others) {
    return new Reading(
        problems,
        folder,
        shownFolder,
        file,
        templates.knowing(others.names()),
        names,
        others,
        looks);
  }

  /** The same reading at a place where templates see no request. */
  Reading withoutRequest() {
    return new Reading(
        problems, folder, shownFolder, file, templates.withoutRequest(), names, collections, looks);
  }

  /** A file of the folder as the user knows it. */
  String shown(Path path) {
    return shownFolder.resolve(folder.relativize(path)).toString();
  }

  /** The file that a place lies in; what stands in defaults may lie in another than is read. */
  Path writtenIn(Location at) {
    return folder.resolve(shownFolder.relativize(Path.of(at.file())));
  }

  void problem(Location at, String message) {
    problems.add(at, message);
  }

  void problem(Location at, String message, @Nullable String hint) {
    problems.add(at, message, hint);
  }

  /** Reports a text that did not compile, each mistake at the culprit's own place. */
  void problem(YamlScalar text, SyntaxException error) {
    for (SyntaxException each : error.all()) {
      problems.add(text.at(each.offset()), each.getMessage(), each.hint());
    }
  }

  /** {@code unknown key 'staus' in response (did you mean 'status'?)}. */
  void unknownKey(YamlMapping.Entry entry, Collection<String> known, String where) {
    problems.add(
        entry.key().at(),
        "unknown key '" + entry.name() + "' in " + where,
        Suggestion.didYouMean(entry.name(), known));
  }

  /** {@code status: expected a number from 200 to 599, found the text 'fast'}. */
  void expected(String key, String what, YamlNode found) {
    problems.add(found.at(), key + ": expected " + what + ", found " + found.described());
  }

  /** A scalar that may stand for a text; null, and a problem reported, for any other node. */
  @Nullable YamlScalar text(String key, YamlNode node) {
    if (node instanceof YamlScalar scalar && Scalars.isText(scalar)) {
      return scalar;
    }
    expected(key, "a text", node);
    return null;
  }

  /**
   * A text, compiled as a template; null, and a problem reported, when it is none or is broken.
   *
   * @param templates false where it is taken as it stands
   */
  @Nullable Template text(String key, YamlNode node, Escaping escaping, boolean templates) {
    YamlScalar scalar = text(key, node);
    if (scalar == null) {
      return null;
    }
    return templates ? template(scalar, escaping) : Template.constant(scalar.text());
  }

  /**
   * Compiles a scalar as a template with the names in sight; null, and a problem reported, when it
   * is broken.
   */
  @Nullable Template template(YamlScalar scalar, Escaping escaping) {
    try {
      return templates.compile(scalar.text(), escaping, names);
    } catch (SyntaxException e) {
      problem(scalar, e);
      return null;
    }
  }
}
