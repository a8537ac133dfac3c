package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A case as it stands in its file; keys that it does not know are mistakes.
 *
 * @param files the mock files by name
 * @param problems the expected ones, or null when there may be none
 * @param seenBySchema whether the JSON Schema of the language refuses the files, too
 */
record CaseFile(
    Map<String, byte[]> files,
    Map<Setting, String> settings,
    Map<String, String> vars,
    List<Step> steps,
    @Nullable List<String> problems,
    boolean seenBySchema) {

  private static final Set<String> KEYS =
      Set.of("mocks", "settings", "request", "expect", "steps", "problems", "schema");
  private static final Set<String> STEP_KEYS = Set.of("request", "expect", "repeat");

  /** What is done, and what must come of it. */
  interface Step {

    /**
     * Does it.
     *
     * @param folder of the mocks; places in answers are compared relative to it
     */
    void run(MockSession session, Path folder);
  }

  /** A request, asked some times, and what each answer must be. */
  private record Asked(CaseRequest request, CaseExpectation expected, int repeat) implements Step {

    @Override
    public void run(MockSession session, Path folder) {
      for (int i = 0; i < repeat; i++) {
        expected.check(
            session.decide(request.method(), request.target(), request.headers(), request.body()),
            folder);
      }
    }
  }

  static CaseFile read(Path path) throws IOException {
    return of(Files.readString(path));
  }

  static CaseFile of(String text) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Map<String, Object> map = mapping(new Load(settings).loadFromString(text), "a case");
    known(map, KEYS, "a case");
    List<Step> steps = new ArrayList<>();
    if (map.containsKey("request")) {
      steps.add(step(Map.of("request", value(map, "request"), "expect", value(map, "expect"))));
    }
    for (Object step : list(map.getOrDefault("steps", List.of()))) {
      steps.add(step(mapping(step, "a step")));
    }
    List<String> problems =
        map.containsKey("problems")
            ? list(value(map, "problems")).stream().map(String::valueOf).toList()
            : null;
    if (steps.isEmpty() && problems == null) {
      throw new IllegalArgumentException("a case that expects nothing");
    }
    Map<String, Object> given = mapping(map.getOrDefault("settings", Map.of()), "settings");
    boolean seenBySchema = problems != null && !"blind".equals(map.get("schema"));
    return new CaseFile(
        files(value(map, "mocks")), settings(given), vars(given), steps, problems, seenBySchema);
  }

  private static Step step(Map<String, Object> map) {
    if (map.containsKey("socket")) {
      return CaseSocket.of(map);
    }
    known(map, STEP_KEYS, "a step");
    int repeat = map.get("repeat") instanceof Integer times ? times : 1;
    return new Asked(
        CaseRequest.of(value(map, "request")), CaseExpectation.of(value(map, "expect")), repeat);
  }

  private static Map<String, byte[]> files(Object mocks) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (mocks instanceof String text) {
      files.put("mocks.yaml", text.getBytes(UTF_8));
      return files;
    }
    mapping(mocks, "mocks").forEach((name, content) -> files.put(name, bytes(content)));
    return files;
  }

  static byte[] bytes(Object content) {
    if (content instanceof String text) {
      return text.getBytes(UTF_8);
    }
    return Base64.getDecoder().decode(String.valueOf(mapping(content, "a file").get("base64")));
  }

  private static Map<Setting, String> settings(Map<String, Object> given) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    given.forEach(
        (key, value) -> {
          if (!key.equals("vars")) {
            Setting setting =
                Arrays.stream(Setting.values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
            settings.put(setting, String.valueOf(value));
          }
        });
    return settings;
  }

  private static Map<String, String> vars(Map<String, Object> given) {
    Map<String, String> vars = new LinkedHashMap<>();
    mapping(given.getOrDefault("vars", Map.of()), "vars")
        .forEach((name, value) -> vars.put(name, String.valueOf(value)));
    return vars;
  }

  static Object value(Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key + " in " + map.keySet());
    }
    return value;
  }

  static void known(Map<String, Object> map, Set<String> keys, String where) {
    for (String key : map.keySet()) {
      if (!keys.contains(key)) {
        throw new IllegalArgumentException("unknown key '" + key + "' in " + where);
      }
    }
  }

  static Map<String, Object> mapping(@Nullable Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(what + " is no mapping: " + value);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  static List<?> list(Object value) {
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("no list: " + value);
    }
    return list;
  }
}
