package dev.homeport.engine.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.StringTemplateSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders templates with blocks by Handlebars. A context's model is a {@link Frame}, into which no
 * resolver of Handlebars looks; all data comes through our own expressions. Safe to share.
 */
final class Outline {

  /** Most outlines that are kept. */
  private static final int MAX_KEPT = 1000;

  private final Handlebars handlebars;

  /**
   * Outlines have no text and no names in them, so many templates share one, and compiling it is
   * the slowest part of reading a template.
   */
  private final Map<String, com.github.jknack.handlebars.Template> compiled =
      new ConcurrentHashMap<>();

  /** The scope of a place and the parts that the outline counts on. */
  private record Frame(Scope scope, List<Part> parts) {

    static Frame of(Options options) {
      return (Frame) options.context.model();
    }

    Frame in(Scope inner) {
      return new Frame(inner, parts);
    }
  }

  /** A template that Handlebars has compiled. */
  @FunctionalInterface
  interface Compiled {
    String render(Scope scope);
  }

  Outline() {
    handlebars = new Handlebars().with(EscapingStrategy.NOOP);
    handlebars.registerHelper("v", Outline::value);
    handlebars.registerHelper("b", Outline::block);
  }

  Compiled compile(TemplateReader.Reading reading) {
    String outline = reading.outline();
    com.github.jknack.handlebars.Template template = compiled.get(outline);
    if (template == null) {
      template = compile(outline);
      if (compiled.size() < MAX_KEPT) {
        compiled.put(outline, template);
      }
    }
    return rendering(template, reading.parts());
  }

  private com.github.jknack.handlebars.Template compile(String outline) {
    try {
      return handlebars.compile(new StringTemplateSource("template", outline));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Compiled rendering(
      com.github.jknack.handlebars.Template template, List<Part> parts) {
    return scope -> render(template, new Frame(scope, parts));
  }

  private static String render(com.github.jknack.handlebars.Template template, Frame frame) {
    Output output = new Output();
    try {
      template.apply(Context.newBuilder(frame).resolver(MapValueResolver.INSTANCE).build(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (HandlebarsException e) {
      throw cause(e);
    }
    return output.toString();
  }

  private static RenderException cause(HandlebarsException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RenderException known) {
        return known;
      }
    }
    return new RenderException("the template could not be rendered", e);
  }

  private static CharSequence value(Object index, Options options) {
    Frame frame = Frame.of(options);
    return frame.parts().get((Integer) index).render(frame.scope());
  }

  private static CharSequence block(Object index, Options options) throws IOException {
    Frame frame = Frame.of(options);
    KeyBlock block = ((Part.Block) frame.parts().get((Integer) index)).block();
    Output output = new Output();
    if (block instanceof KeyBlock.Choice choice) {
      (choice.holds(frame.scope()) ? options.fn : options.inverse).apply(options.context, output);
      return output.toString();
    }
    List<Scope> rounds = ((KeyBlock.Repetition) block).rounds(frame.scope());
    if (rounds.isEmpty()) {
      options.inverse.apply(options.context, output);
    }
    for (Scope round : rounds) {
      options.fn.apply(Context.newBuilder(options.context, frame.in(round)).build(), output);
    }
    return output.toString();
  }
}
