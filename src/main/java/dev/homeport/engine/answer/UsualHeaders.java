package dev.homeport.engine.answer;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.util.List;

/** The one header of a body of which only the type is known. */
final class UsualHeaders {

  static final String JSON = "application/json";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";
  static final String XML = "application/xml; charset=utf-8";

  private static final Headers OF_JSON = made(JSON);
  private static final Headers OF_TEXT = made(TEXT);
  private static final Headers OF_HTML = made(HTML);
  private static final Headers OF_XML = made(XML);

  private UsualHeaders() {}

  /** The very same for each of the types above. */
  static Headers of(String mediaType) {
    return switch (mediaType) {
      case JSON -> OF_JSON;
      case TEXT -> OF_TEXT;
      case HTML -> OF_HTML;
      case XML -> OF_XML;
      default -> made(mediaType);
    };
  }

  private static Headers made(String mediaType) {
    return Headers.of(List.of(new Field("Content-Type", mediaType)));
  }
}
