package dev.homeport.server.control;

import dev.homeport.engine.answer.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;

/** The description of the API that it serves itself (OpenAPI 3.1), written by hand. */
final class OpenApiDocument {

  private OpenApiDocument() {}

  static Stream<Operation> all() {
    return Stream.of(Operation.get("/openapi.json", call -> document()));
  }

  private static Reply document() {
    try (InputStream resource =
        Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream("openapi.json"))) {
      return Answers.reply(200, "application/json", resource.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the OpenAPI document cannot be read", e);
    }
  }
}
