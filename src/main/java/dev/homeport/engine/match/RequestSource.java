package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;

/** Places that are known before the body is read, and the form, which comes by the same rules. */
public sealed interface RequestSource extends Source {

  /** A variable of the route's path, decoded. */
  record PathVariable(String name) implements RequestSource {

    @Override
    public Values values(Scope scope) {
      String value = scope.path().get(name);
      return value == null ? Values.none() : Values.ofText(value);
    }

    @Override
    public String subject() {
      return "path variable " + name;
    }

    @Override
    public int rank() {
      return Rank.PATH;
    }
  }

  /** A query parameter. */
  record QueryParameter(String name) implements RequestSource {

    @Override
    public Values values(Scope scope) {
      return Values.ofTexts(scope.request().query().all(name));
    }

    @Override
    public String subject() {
      return "query parameter " + name;
    }
  }

  /** A header, in any case. */
  record Header(String name) implements RequestSource {

    @Override
    public Values values(Scope scope) {
      return Values.ofTexts(scope.request().headers().all(name));
    }

    @Override
    public String subject() {
      return "header " + name;
    }
  }

  /** A cookie. */
  record Cookie(String name) implements RequestSource {

    @Override
    public Values values(Scope scope) {
      return Values.ofTexts(scope.request().cookies().all(name));
    }

    @Override
    public String subject() {
      return "cookie " + name;
    }
  }

  /** The host's name without the port, in lower case. */
  record Host() implements RequestSource {

    @Override
    public Values values(Scope scope) {
      String host = scope.request().host();
      return host.isEmpty() ? Values.none() : Values.ofText(host);
    }

    @Override
    public String subject() {
      return "host";
    }

    @Override
    public String nothing(Scope scope) {
      return "no Host header";
    }
  }

  /** A field of a form. */
  record FormField(String name) implements RequestSource {

    @Override
    public Values values(Scope scope) {
      return Values.ofTexts(scope.request().form().all(name));
    }

    @Override
    public String subject() {
      return "form field " + name;
    }

    @Override
    public String nothing(Scope scope) {
      String mediaType = scope.request().mediaType();
      boolean form =
          "application/x-www-form-urlencoded".equals(mediaType)
              || "multipart/form-data".equals(mediaType);
      if (form) {
        return "nothing";
      }
      return mediaType == null
          ? "no form (no Content-Type)"
          : "no form (Content-Type " + mediaType + ")";
    }

    @Override
    public int rank() {
      return Rank.BODY;
    }
  }
}
