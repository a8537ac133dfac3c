package dev.homeport.definition.record;

import dev.homeport.definition.record.Trait.Kind;
import dev.homeport.engine.http.Headers.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many resources that differ in their bodies only: a file for each, and one case that finds it by
 * the path, {@code file: users/{{path.id}}.json}. Immutable.
 *
 * @param calls that are answered so; empty when there are few, or they differ in more
 * @param keys of the case
 */
record FilePerPath(List<RecordedCall> calls, Map<String, @Nullable Object> keys) {

  /** So many are still read more easily in one place. */
  private static final int FEW = 5;

  private static final FilePerPath NONE = new FilePerPath(List.of(), Map.of());

  /** What calls that share the case have in common. */
  private record Kinship(String mediaType, List<Field> fields, String ending) {}

  static FilePerPath of(
      RecordedRoute route,
      List<Trait> traits,
      List<RecordedCall> calls,
      List<String> below,
      ResponseText responses) {
    boolean isByPath = traits.stream().allMatch(trait -> trait.kind() == Kind.PATH);
    boolean isWhole = !traits.isEmpty() && traits.size() == route.path().names().size();
    if (!isByPath || !isWhole || !route.method().equals("GET") || !areSafe(below)) {
      return NONE;
    }
    Map<Kinship, List<RecordedCall>> families = new LinkedHashMap<>();
    for (RecordedCall call : calls) {
      if (isPlain(call, traits)) {
        families.computeIfAbsent(kinship(call, below), any -> new ArrayList<>()).add(call);
      }
    }
    List<RecordedCall> family = List.of();
    for (List<RecordedCall> each : families.values()) {
      family = each.size() > family.size() ? each : family;
    }
    return family.size() <= FEW ? NONE : of(family, traits, below, responses);
  }

  private static FilePerPath of(
      List<RecordedCall> family, List<Trait> traits, List<String> below, ResponseText responses) {
    BodyForm.InFile form = form(family.get(0), below);
    List<RecordedCall> taken = new ArrayList<>();
    for (RecordedCall call : family) {
      String name = name(below, traits, call, form.ending(), responses.files());
      if (responses.files().addAs(name, call.first().body())) {
        taken.add(call);
      }
    }
    Map<String, @Nullable Object> keys = responses.head(family.get(0).first(), form);
    keys.put("file", name(below, traits, null, form.ending(), responses.files()));
    return new FilePerPath(taken, keys);
  }

  private static boolean isPlain(RecordedCall call, List<Trait> traits) {
    RecordedAnswer answer = call.first();
    return call.isConstant()
        && answer.status() == 200
        && answer.hasBody()
        && traits.stream().allMatch(trait -> isSafe(call.traits().get(trait)));
  }

  private static boolean isSafe(@Nullable Object value) {
    return value instanceof String text && BodyFiles.isSafe(text);
  }

  private static Kinship kinship(RecordedCall call, List<String> below) {
    BodyForm.InFile form = form(call, below);
    List<Field> fields = ResponseText.written(call.first(), form);
    return new Kinship(call.first().mediaType(), fields, form.ending());
  }

  private static boolean areSafe(List<String> below) {
    return below.stream().allMatch(part -> BodyFiles.isSafe(part.replaceAll("[{}]", "")));
  }

  private static BodyForm.InFile form(RecordedCall call, List<String> below) {
    return BodyForm.inFile(call.first(), below.get(below.size() - 1));
  }

  /** The name of a call's file, or for no call the template of all names. */
  private static String name(
      List<String> below,
      List<Trait> traits,
      @Nullable RecordedCall call,
      String ending,
      BodyFiles files) {
    String path = String.join("/", below);
    String whole = path.endsWith("." + ending) ? path : path + "." + ending;
    for (Trait trait : traits) {
      Object value = call == null ? null : call.traits().get(trait);
      whole =
          whole.replace(
              "{" + trait.name() + "}",
              value == null ? "{{path." + trait.name() + "}}" : value.toString());
    }
    return files.folder() + "/" + whole;
  }
}
