package dev.homeport.definition.record;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.MocksLoader;
import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.MediaType;
import dev.homeport.engine.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks the mock files what was recorded, request by request in the same order, and compares.
 *
 * @param asked how many requests there were
 * @param differences one line each: a request, and what is different in its answer
 * @param problems of the files
 */
public record Playback(int asked, List<String> differences, List<Problem> problems) {

  public Playback {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the folder as {@code serve} does and answers all that the recording has heard. May block
   * on the disk.
   *
   * @throws IllegalArgumentException when the folder is missing
   */
  public static Playback of(Recording recording, Path folder) {
    LoadedMocks mocks = new MocksLoader(Map.of()).load(folder);
    EngineOptions options = new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, false);
    MockEngine engine = new MockEngine(mocks.index(), options);
    List<Recording.Played> played = recording.played();
    List<String> differences = new ArrayList<>();
    for (Recording.Played each : played) {
      String difference = difference(each, engine);
      if (difference != null) {
        differences.add(
            each.request().method() + " " + each.request().target() + ": " + difference);
      }
    }
    return new Playback(played.size(), differences, mocks.problems());
  }

  private static @Nullable String difference(Recording.Played played, MockEngine engine) {
    Request request = played.request();
    RecordedAnswer expected = played.answer();
    Reply reply = (Reply) engine.answer(request, engine.lookup(request)).answer();
    if (reply.status() != expected.status()) {
      return "status " + reply.status() + ", recorded was " + expected.status();
    } else if (request.method().equals("HEAD") || !expected.hasBody()) {
      return null;
    }
    byte[] body;
    try {
      body = bytes(reply.body());
    } catch (IOException e) {
      return "its file cannot be read: " + e.getMessage();
    }
    if (!Arrays.equals(body, expected.body())) {
      return "another body: " + body.length + " bytes, recorded were " + expected.body().length;
    }
    String type = reply.headers().first("Content-Type");
    String recorded = expected.contentType();
    boolean isSame =
        type == null
            || recorded == null
            || MediaType.parse(type).essence().equals(MediaType.parse(recorded).essence());
    return isSame ? null : "the type " + type + ", recorded was " + recorded;
  }

  private static byte[] bytes(Body body) throws IOException {
    if (body instanceof Body.Bytes bytes) {
      return bytes.content();
    } else if (body instanceof Body.Stored stored) {
      try (InputStream stream = stored.content().open(0)) {
        return stream.readAllBytes();
      }
    }
    return new byte[0];
  }
}
